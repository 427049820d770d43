"""Edges: what the references of documents mean for flows and for dependence."""

from __future__ import annotations

import pytest

from hegui.graph.edges import Edge, dependencies, flows, guards_of
from tests.derive.helpers import repository
from tests.derive.small import text

ALL = text(
    "{kind: dataset, id: d, title: 数据, systems: [s]}",
    "{kind: system, id: s, title: 系统, vendor: host}",
    """
    kind: vendor
    id: host
    title: 托管
    subprocessors: [deep]
    services:
      - {id: one, access: process, datasets: [d], supports: [s]}
      - {id: two, access: none, datasets: [e], supports: [t]}
      - {id: three, datasets: [e]}
    """,
    "{kind: vendor, id: deep, title: 再受托}",
    "{kind: dataset, id: e, title: 数据}",
    "{kind: system, id: t, title: 系统}",
    "{kind: processing, id: p, title: 处理, purpose: 用, datasets: [d], recipients: [vendor/host]}",
    """
    {kind: control, id: k, title: 控制, statement: 控制, status: implemented, datasets: [d],
     operated_by: [vendor/host], achieves: [c#o]}
    """,
    "{kind: control, id: gone, title: 控制, statement: 控制, status: retired, datasets: [d]}",
    "{kind: check, id: h, title: 检查, control: k, method: manual}",
    """
    kind: catalogue
    id: c
    title: 目录
    areas: [{id: x, title: 甲}]
    objectives: [{ref: o, area: x, title: 甲}, {ref: n, area: x, title: 乙}]
    """,
    """
    kind: risk
    id: r
    title: 风险
    mitigations:
      - {objective: c#o, side: frequency, layer: prevent, reduction: 50%, needs: [c#n]}
    """,
)


def pairs(edges: list[Edge]) -> set[tuple[str, str]]:
    return {(edge.source, edge.target) for edge in edges}


def test_where_information_flows() -> None:
    assert pairs(list(flows(repository(ALL)))) == {
        ("dataset/d", "system/s"),
        ("system/s", "vendor/host"),
        ("dataset/d", "vendor/host"),
        ("dataset/e", "vendor/host"),  # a service that does not say what it touches
        ("vendor/host", "vendor/deep"),
        ("dataset/d", "processing/p"),
        ("processing/p", "vendor/host"),
    }


def test_what_depends_on_what() -> None:
    assert pairs(list(dependencies(repository(ALL)))) == {
        ("control/k", "vendor/host"),
        ("objective/c#o", "control/k"),
        ("check/h", "control/k"),
        ("dataset/d", "system/s"),
        ("system/s", "vendor/host"),
        ("system/t", "vendor/host"),
        ("vendor/host", "vendor/deep"),
        ("processing/p", "dataset/d"),
        ("risk/r", "objective/c#o"),
        ("risk/r", "objective/c#n"),
    }


def test_active_controls_guard_every_flow_out_of_a_dataset() -> None:
    found = repository(ALL)

    assert guards_of(found) == {"dataset/d": frozenset({"control/k"})}
    for edge in flows(found):
        guards = {"control/k"} if edge.source == "dataset/d" else set()
        assert edge.guards == guards


@pytest.mark.parametrize("edges", [flows, dependencies])
def test_each_edge_keeps_the_place_that_declares_it(edges: object) -> None:
    for edge in edges(repository(ALL)):  # type: ignore[operator]
        ends = {str(edge.link.source.identity), str(edge.link.target.identity)}
        assert {edge.source, edge.target} == ends
        assert edge.link.place.line > 0

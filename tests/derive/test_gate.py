"""Gates: go, conditions or no-go, what is missing, who owes it, and what accepts it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from hegui.derive.derived import Derived
from hegui.derive.gate import DECISIONS, LACKS, Accepted, Decision, Gate, Lack, Point, decide
from hegui.findings.finding import Finding, Outcome, Subject
from hegui.findings.severity import Severity
from hegui.source.bilingual import both
from hegui.source.place import Place
from tests.derive.helpers import at
from tests.derive.small import (
    LOG,
    NOON,
    catalogue,
    control,
    derived,
    objective,
    outcome,
    part,
    record,
    text,
)

ON = "2026-12-01T10:00+08:00"
ONE = catalogue(objective("key: a"), objective("key: a", ref="p"))
PASS = record("p", "2026-11-20")
FAIL = record("f", "2026-11-20", "fail")
CONTROL = control(more=", raci: [{accountable: it}]")
HOUSES = """
{kind: department, id: it, title: 科技部, party: acme}
---
{kind: department, id: law, title: 法务部, party: acme}
"""
MAY = """
{kind: person, id: p-009, department: law, roles: [chief], joined: 2020-01-01}
---
{kind: role, id: chief, title: 总监, rank: 9, may_approve: [{decision: exclusion, up_to: medium}]}
"""
EXCLUDED = """{kind: exclusion, id: x, title: 排除, objectives: [c#o], reason: 因。,
 approved_by: p-009, granted: 2026-11-01}"""
X = f"{EXCLUDED}\n---{MAY}"


def deal(*conditions: str, on: str = ON, more: str = "") -> str:
    return (
        "{kind: transfer, id: deal, title: 转让, milestones: "
        f"[{{id: early, on: 2026-11-25}}, {{id: late, on: 2026-12-31}}, "
        f"{{id: closing, on: '{on}', gate: [{', '.join(conditions)}]{more}}}]}}"
    )


OBJECTIVE = "{objective: c#o}"


def finding(
    subject: str = "control/k",
    severity: Severity = Severity.HIGH,
    rule: str = "control/x",
    waiver: str | None = None,
    mark: str = "",
) -> Finding:
    kind, _, name = subject.partition("/")
    return Finding(
        rule,
        severity,
        Subject(kind, name),
        both("问题", "a problem"),
        both("改正", "mend it"),
        Place("controls/x.yaml", 3, 4),
        fingerprint=f"{rule} {subject} {mark}",
        waiver=waiver,
    )


def waiver(id_: str = "w", expires: str = "2026-12-31") -> str:
    return f"""
    kind: waiver
    id: {id_}
    reason: 因。
    requested_by: p-001
    approved_by: p-002
    granted: 2026-11-01
    expires: {expires}
    """


def gated(
    *documents: str,
    gate: Sequence[str] = (OBJECTIVE,),
    as_of: str = NOON,
    findings: Sequence[Finding] = (),
    outcomes: Sequence[Outcome] = (),
    asked: str = ONE,
    on: str = ON,
    more: str = "",
) -> tuple[Gate, Derived]:
    found = derived(
        text(LOG, HOUSES, asked, deal(*gate, on=on, more=more), *documents), as_of, outcomes
    )
    return decide(part(found, "milestone", "deal#closing"), found, findings), found


def answer(*documents: str, **more: object) -> Gate:
    return gated(*documents, **more)[0]  # type: ignore[arg-type]


def point(*documents: str, **more: object) -> Point:
    """The only thing that the gate does not simply find."""
    [one] = answer(*documents, **more).points
    return one


def told(gate: Gate) -> list[tuple[str, str | None, str | None]]:
    """Of each point the lack, what lacks, and by what it is accepted."""
    return [
        (
            str(one.lack),
            None if one.entity is None else one.entity.id,
            None if one.accepted is None else str(one.accepted),
        )
        for one in gate.points
    ]


def test_the_words() -> None:
    assert [str(one) for one in Decision] == ["go", "go-with-conditions", "no-go"]
    assert set(DECISIONS) == set(Decision)
    assert [str(one) for one in Lack] == [
        "failed", "refuted", "unknown", "lapses", "nothing-asked", "not-there", "finding",
        "excluded",
    ]  # fmt: skip
    assert set(LACKS) == set(Lack)
    assert [str(one) for one in Accepted] == ["waiver", "exclusion", "unverified-law"]


# An objective


def test_go_when_all_that_is_asked_holds() -> None:
    gate, found = gated(CONTROL, PASS)

    assert gate.decision is Decision.GO
    assert gate.points == gate.missing == gate.conditions == ()
    assert (gate.held, gate.asked) == (1, 1)
    assert gate.milestone is part(found, "milestone", "deal#closing")
    assert gate.on == at("2026-12-01 10:00")


@pytest.mark.parametrize(
    ("documents", "outcomes", "lack"),
    [
        ([FAIL], [], "failed"),
        ([], [], "unknown"),
        ([record("v", "2026-11-20", by=None)], [], "unknown"),
        ([record("s", "2026-10-20", more=", valid_for: 5 days")], [], "unknown"),
        # a check that says no stands in the way, with a record of a pass and without
        ([], ["failed"], "refuted"),
        ([PASS], ["failed"], "refuted"),
        ([FAIL], ["failed"], "failed"),
        ([], ["not-assessed"], "unknown"),
        # proved, and no longer on the day
        ([record("p", "2026-11-20", more=", valid_for: 5 days")], [], "lapses"),
    ],
)
def test_what_stands_in_the_way(documents: list[str], outcomes: list[str], lack: str) -> None:
    check = """
    {kind: check, id: i, title: 检查, control: k, requirements: [c#o:a], method: automated, rule: r/x}
    """
    gate, found = gated(
        CONTROL,
        check,
        *documents,
        outcomes=[outcome("dataset/d", status) for status in outcomes],
    )

    assert gate.decision is Decision.NO
    assert told(gate) == [(lack, "c#o:a", None)]
    [one] = gate.points
    assert gate.missing == (one,)
    assert gate.conditions == ()
    assert (gate.held, gate.asked) == (0, 1)
    requirement = part(found, "requirement", "c#o:a")
    assert one.entity is requirement
    assert one.place == requirement.place()
    assert [proof.requirement.id for proof in one.proofs] == ["c#o:a"]
    assert (one.condition, one.finding, one.accepted_by) == (0, None, None)
    assert one.owner is not None
    assert one.owner.id == "it"


@pytest.mark.parametrize(
    ("days", "decision"),
    [
        # good until the end of 30 November: gone on 1 December at 10:00
        ("10 days", Decision.NO),
        ("11 days", Decision.GO),
        # performed on 20 November at 10:00: to the very instant, and an hour short of it
        ("264 hours", Decision.GO),
        ("263 hours", Decision.NO),
    ],
)
def test_the_proof_must_hold_at_the_milestone(days: str, decision: Decision) -> None:
    one = record("p", "2026-11-20T10:00+08:00", more=f", valid_for: {days}")

    assert answer(CONTROL, one).decision is decision


def test_a_proof_in_its_grace_still_holds() -> None:
    one = record("p", "2026-11-20", more=", valid_for: 5 days")
    grace = "{kind: appetite, id: p, title: 偏好, grace: 6 days}"

    assert answer(CONTROL, one, grace).decision is Decision.GO
    assert answer(CONTROL, one, grace.replace("6", "5")).decision is Decision.NO


def test_after_the_milestone_the_proof_of_today_counts() -> None:
    one = record("p", "2026-12-02", more=", valid_for: 5 days")
    fresh = record("p", "2026-11-20", more=", valid_for: 12 days")

    assert answer(CONTROL, one, as_of="2026-12-05 00:00").decision is Decision.GO
    assert told(answer(CONTROL, fresh, as_of="2026-12-05 00:00")) == [("unknown", "c#o:a", None)]
    # at the very instant of the milestone nothing can lapse on the way
    assert answer(CONTROL, fresh, as_of="2026-12-01 10:00").decision is Decision.GO


@pytest.mark.parametrize(
    ("due", "as_of", "held"),
    [
        ("", NOON, 1),
        (", due: [early]", NOON, 1),
        (", due: [closing]", NOON, 1),  # due by it
        (", due: [late]", NOON, 0),
        (", due: [late]", "2026-12-30 23:59:59.999999", 0),
        (", due: [late]", "2026-12-31 00:00", 1),  # asked again after the milestone: due by then
    ],
)
def test_only_what_is_due_by_the_milestone_is_held_against_it(
    due: str, as_of: str, held: int
) -> None:
    gate = answer(CONTROL, asked=catalogue(objective(f"key: a{due}")), as_of=as_of)

    assert (gate.asked, len(gate.points)) == (held, held)
    assert gate.decision is (Decision.NO if held else Decision.GO)


def test_what_does_not_apply_is_not_held_against_it() -> None:
    fact = "{kind: fact, id: f, title: 事实, question: 如何？, no_if: 'true'}"
    asked = catalogue(objective("key: a", "key: b, applies_when: [f]", "key: d, for_each: vendor"))
    gate = answer(CONTROL, PASS, fact, asked=asked)

    assert (gate.decision, gate.held, gate.asked) == (Decision.GO, 1, 1)


def test_only_the_subjects_that_lack_are_told() -> None:
    vendors = text(*(f"{{kind: vendor, id: {name}, title: 甲}}" for name in "stuv"))
    gate = answer(
        CONTROL,
        vendors,
        record("f", "2026-11-20", "fail", about="vendor/t"),
        record("g", "2026-11-20", "fail", about="vendor/v"),
        record("p", "2026-11-20", about="vendor/s"),
        asked=catalogue(objective("key: a, for_each: vendor")),
    )

    [one] = gate.points
    assert one.lack is Lack.FAILED  # one failed, another is only unknown
    assert [proof.subject and proof.subject.id for proof in one.proofs] == ["t", "v"]


# An area, an objective that asks nothing, and what is not there


def test_an_area_means_all_its_objectives() -> None:
    asked = (
        "{kind: catalogue, id: c, title: 目录, areas: [{id: x, title: 甲}, {id: y, title: 乙}], "
        f"objectives: [{objective('key: a')}, {objective('key: a', ref='p')}, "
        f"{objective('key: a', ref='q').replace('area: x', 'area: y')}]}}"
    )
    other = catalogue(objective("key: a"), id_="d")
    gate = answer(CONTROL, PASS, other, asked=asked, gate=["{area: 'c#x'}"])

    assert told(gate) == [("unknown", "c#p:a", None)]
    assert (gate.held, gate.asked) == (1, 2)


def test_what_asks_nothing_can_show_nothing() -> None:
    asked = (
        "{kind: catalogue, id: c, title: 目录, areas: [{id: x, title: 甲}, {id: y, title: 乙}], "
        f"objectives: [{objective()}]}}"
    )

    def lacks(gate: str) -> list[tuple[str, str | None, str | None]]:
        found = answer(CONTROL, asked=asked, gate=[gate])
        assert found.decision is Decision.NO
        assert (found.held, found.asked) == (0, 0)
        return told(found)

    assert lacks("{objective: c#o}") == [("nothing-asked", "c#o", None)]
    assert lacks("{area: 'c#x'}") == [("nothing-asked", "c#o", None)]
    assert lacks("{area: 'c#y'}") == [("nothing-asked", "c#y", None)]


@pytest.mark.parametrize(
    "asked",
    [
        "{kind: catalogue, id: c, title: 目录, areas: [{id: x, title: 甲}], objectives: []}",
        "{kind: catalogue, id: c, title: 目录, areas: [{id: x, title: 甲}]}",
    ],
)
def test_an_area_of_a_repository_without_objectives_can_show_nothing(asked: str) -> None:
    gate, found = gated(asked=asked, gate=["{severity: critical}", "{area: 'c#x'}"])
    [one] = gate.points

    assert gate.decision is Decision.NO
    assert (one.lack, one.condition) == (Lack.NOTHING_ASKED, 1)
    assert one.entity is part(found, "area", "c#x")


def test_an_objective_that_asks_nothing_is_owed_by_whoever_answers_for_it() -> None:
    gate, found = gated(CONTROL, asked=catalogue(objective()))
    [one] = gate.points

    assert one.place == part(found, "objective", "c#o").place()
    assert one.owner is not None
    assert one.owner.id == "it"
    assert (one.condition, one.proofs, one.actions) == (0, (), ())


@pytest.mark.parametrize("name", ["{objective: c#gone}", "{area: 'c#gone'}", "{area: gone}"])
def test_what_the_gate_names_and_nobody_finds_is_a_no(name: str) -> None:
    gate, found = gated(CONTROL, PASS, gate=[OBJECTIVE, name])

    assert gate.decision is Decision.NO
    [one] = gate.points
    assert (one.lack, one.entity, one.condition) == (Lack.NOT_THERE, None, 1)
    assert (one.owner, one.accepted_by) == (None, None)
    assert one.place == part(found, "milestone", "deal#closing").place("gate", 1)
    assert (gate.held, gate.asked) == (1, 1)


def test_a_condition_that_names_nothing_can_show_nothing() -> None:
    gate, found = gated(CONTROL, gate=["{}"], more=", decides: law")
    [one] = gate.points

    assert (one.lack, one.condition) == (Lack.NOTHING_ASKED, 0)
    assert one.entity is part(found, "milestone", "deal#closing")
    assert one.owner is not None
    assert one.owner.id == "law"


def test_a_gate_without_conditions_is_open() -> None:
    assert answer(CONTROL, gate=[]).decision is Decision.GO


def test_where_not_everything_was_understood_it_says_no() -> None:
    gate, found = gated(CONTROL, PASS, "{kind: vendor, id: v}", "{kind: vendor, id: u}")
    [one] = gate.points

    assert gate.decision is Decision.NO
    assert (one.lack, one.condition, one.entity) == (Lack.NOT_THERE, -1, None)
    assert one.place == found.grounds.repository.undecoded[0].place
    assert (gate.held, gate.asked) == (1, 1)


def test_each_thing_is_told_once_at_the_first_condition_that_asks_for_it() -> None:
    gate = answer(
        CONTROL, gate=["{severity: critical}", "{area: 'c#x'}", OBJECTIVE, "{objective: c#p}"]
    )

    assert told(gate) == [("unknown", "c#o:a", None), ("unknown", "c#p:a", None)]
    assert [one.condition for one in gate.points] == [1, 1]
    assert (gate.held, gate.asked) == (0, 2)


def test_one_condition_may_name_several_things() -> None:
    gate = answer(
        CONTROL,
        gate=["{area: 'c#x', objective: c#o, severity: high}"],
        findings=[finding()],
    )

    assert told(gate) == [
        ("finding", "k", None),
        ("unknown", "c#o:a", None),
        ("unknown", "c#p:a", None),
    ]


def test_a_finding_about_a_requirement_that_holds_leaves_it_holding() -> None:
    gate = answer(
        CONTROL,
        PASS,
        gate=[OBJECTIVE, "{severity: high}"],
        findings=[finding("requirement/c#o:a")],
    )

    assert told(gate) == [("finding", "c#o:a", None)]
    assert (gate.held, gate.asked) == (1, 1)


# Exclusions, unverified law, waivers


def test_an_approved_exclusion_is_a_condition() -> None:
    gate, found = gated(CONTROL, FAIL, X)
    [one] = gate.points

    assert gate.decision is Decision.CONDITIONS
    assert told(gate) == [("excluded", "c#o:a", "exclusion")]
    assert one.accepted_by is found.grounds.repository.items["exclusion"]["x"]
    assert one.proofs == ()
    assert (gate.missing, gate.conditions) == ((), (one,))
    assert (gate.held, gate.asked) == (0, 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("roles: [chief], ", ""),
        ("decision: exclusion", "decision: waiver"),
        ("up_to: medium", "up_to: low"),
        ("joined: 2020-01-01", "joined: 2026-11-02"),
        ("joined: 2020-01-01", "joined: 2020-01-01, left: 2026-11-20"),
        ("id: p-009, dep", "id: p-008, dep"),
    ],
)
def test_an_exclusion_by_somebody_who_may_not_is_no_condition(old: str, new: str) -> None:
    gate = answer(CONTROL, X.replace(old, new))

    assert gate.decision is Decision.NO
    assert told(gate) == [("excluded", "c#o:a", None)]


@pytest.mark.parametrize(
    ("nature", "decision"), [("duty", Decision.NO), ("guidance", Decision.CONDITIONS)]
)
def test_nobody_may_exclude_mandatory_law(nature: str, decision: Decision) -> None:
    gate = answer(CONTROL, X, law("primary", nature), asked=SERVES)

    assert gate.decision is decision


def test_an_exclusion_beside_a_lack_is_a_no() -> None:
    gate = answer(CONTROL, X, gate=["{area: 'c#x'}"])

    assert gate.decision is Decision.NO
    assert told(gate) == [("excluded", "c#o:a", "exclusion"), ("unknown", "c#p:a", None)]
    assert [len(gate.missing), len(gate.conditions)] == [1, 1]


def law(confidence: str, nature: str = "duty") -> str:
    return (
        "{kind: regulation, id: act, title: 法, force: mandatory, obligations: "
        f"[{{ref: a1, nature: {nature}, summary: 要旨。, confidence: {confidence}}}]}}"
    )


SERVES = catalogue(objective("key: a", more=", satisfies: [act#a1]"))


@pytest.mark.parametrize("documents", [[], [FAIL]])
@pytest.mark.parametrize(
    ("confidence", "decision"),
    [
        ("primary", Decision.NO),
        ("secondary", Decision.CONDITIONS),
        ("memory", Decision.CONDITIONS),
    ],
)
def test_what_rests_only_on_unverified_law_is_a_condition(
    confidence: str, decision: Decision, documents: list[str]
) -> None:
    gate, found = gated(CONTROL, law(confidence), *documents, asked=SERVES)
    [one] = gate.points

    assert gate.decision is decision
    if decision is Decision.CONDITIONS:
        assert one.accepted is Accepted.UNVERIFIED
        assert one.accepted_by is part(found, "objective", "c#o")
    else:
        assert one.accepted is None


FAILED = "requirement/failed"


def of_requirement(waiver: str | None = None, mark: str = "", rule: str = FAILED) -> Finding:
    return finding("requirement/c#o:a", rule=rule, waiver=waiver, mark=mark)


@pytest.mark.parametrize(
    ("findings", "documents", "accepted"),
    [
        ([], [], None),
        ([of_requirement()], [], None),
        ([of_requirement("w")], [waiver()], "w"),
        ([of_requirement("w")], [], None),  # the waiver is not there
        ([of_requirement("w", rule="requirement/other")], [waiver()], None),
        ([finding("requirement/c#p:a", rule=FAILED, waiver="w")], [waiver()], None),
        # every failure must be accepted
        ([of_requirement("w", "1"), of_requirement("v", "2")], [waiver(), waiver("v")], "w"),
        ([of_requirement("w", "1"), of_requirement(None, "2")], [waiver()], None),
        ([of_requirement(None, "1"), of_requirement("w", "2")], [waiver()], None),
        # a finding of another kind does not spoil it
        ([of_requirement("w"), of_requirement(None, rule="requirement/other")], [waiver()], "w"),
        ([of_requirement("w"), finding("requirement/c#p:a", rule=FAILED)], [waiver()], "w"),
        # until the milestone at least: to its very instant
        ([of_requirement("w")], [waiver(expires="2026-12-01")], "w"),
        ([of_requirement("w")], [waiver(expires=ON)], "w"),
        ([of_requirement("w")], [waiver(expires="2026-12-01T09:59:59+08:00")], None),
        ([of_requirement("w")], [waiver(expires="2026-11-30")], None),
    ],
)
def test_a_failure_is_accepted_by_a_waiver_that_lasts(
    findings: list[Finding], documents: list[str], accepted: str | None
) -> None:
    gate, found = gated(CONTROL, FAIL, *documents, findings=findings)
    [one] = gate.points

    assert one.lack is Lack.FAILED
    assert gate.decision is (Decision.CONDITIONS if accepted else Decision.NO)
    assert (one.accepted and str(one.accepted)) == ("waiver" if accepted else None)
    if accepted:
        assert one.accepted_by is found.grounds.repository.items["waiver"][accepted]
    else:
        assert one.accepted_by is None


@pytest.mark.parametrize(
    ("documents", "status", "lack"),
    [
        ([], None, Lack.UNKNOWN),
        ([PASS], "failed", Lack.REFUTED),
        ([record("p", "2026-11-20", more=", valid_for: 5 days")], None, Lack.LAPSES),
    ],
)
def test_nobody_may_waive_what_is_unknown(
    documents: list[str], status: str | None, lack: Lack
) -> None:
    check = """
    {kind: check, id: i, title: 检查, control: k, requirements: [c#o:a], method: automated, rule: r/x}
    """
    gate = answer(
        CONTROL,
        check,
        waiver(),
        *documents,
        outcomes=[outcome("dataset/d", status)] if status else [],
        findings=[of_requirement("w")],
    )

    [one] = gate.points
    assert (one.lack, one.accepted, one.accepted_by) == (lack, None, None)
    assert gate.decision is Decision.NO


@pytest.mark.parametrize(
    ("nature", "decision"), [("duty", Decision.NO), ("guidance", Decision.CONDITIONS)]
)
def test_nobody_may_waive_mandatory_law(nature: str, decision: Decision) -> None:
    gate = answer(
        CONTROL,
        FAIL,
        law("primary", nature),
        waiver(),
        asked=SERVES,
        findings=[of_requirement("w")],
    )

    assert gate.decision is decision


# Findings by severity


@pytest.mark.parametrize(
    ("asked", "severity", "stands"),
    [
        ("high", Severity.CRITICAL, True),
        ("high", Severity.HIGH, True),
        ("high", Severity.MEDIUM, False),
        ("info", Severity.INFO, True),
        ("critical", Severity.HIGH, False),
    ],
)
def test_no_finding_at_least_so_grave(asked: str, severity: Severity, stands: bool) -> None:
    gate, found = gated(
        CONTROL, gate=[f"{{severity: {asked}}}"], findings=[finding(severity=severity)]
    )

    assert gate.decision is (Decision.NO if stands else Decision.GO)
    assert (gate.held, gate.asked) == (0, 0)
    if stands:
        [one] = gate.points
        assert (one.lack, one.condition) == (Lack.FINDING, 0)
        assert one.entity is found.grounds.repository.items["control"]["k"]
        assert one.place == Place("controls/x.yaml", 3, 4)
        assert one.finding == finding(severity=severity)
        assert one.owner is not None
        assert one.owner.id == "it"
        assert (one.proofs, one.accepted, one.accepted_by) == ((), None, None)


def test_findings_after_one_that_is_not_grave_are_looked_at() -> None:
    gate = answer(
        CONTROL,
        gate=["{severity: high}"],
        findings=[finding(severity=Severity.LOW), finding(mark="2"), finding(mark="3")],
    )

    assert [one.finding.fingerprint for one in gate.points if one.finding] == [
        "control/x control/k 2",
        "control/x control/k 3",
    ]


def test_a_finding_about_what_is_not_there_has_no_owner() -> None:
    one = point(CONTROL, gate=["{severity: high}"], findings=[finding("document/controls/x.yaml")])

    assert (one.entity, one.owner, one.actions) == (None, None, ())


@pytest.mark.parametrize(
    ("expires", "accepted"),
    [("2026-12-01", True), ("2026-11-30", False), (ON, True), ("2026-12-01T09:59:59+08:00", False)],
)
def test_a_finding_is_accepted_by_a_waiver_that_lasts(expires: str, accepted: bool) -> None:
    gate, found = gated(
        CONTROL,
        waiver(expires=expires),
        gate=["{severity: high}"],
        findings=[finding(waiver="w")],
    )
    [one] = gate.points

    assert gate.decision is (Decision.CONDITIONS if accepted else Decision.NO)
    assert (one.accepted is Accepted.WAIVER) is accepted
    assert (one.accepted_by is found.grounds.repository.items["waiver"]["w"]) is accepted
    assert (one.accepted is None) is not accepted


# Who owes it, and by when


def action(id_: str, due: str, source: str, more: str = "") -> str:
    return (
        f"{{kind: action, id: {id_}, title: 整改, owner: it, due: {due}, source: [{source}]{more}}}"
    )


def actions(*documents: str, **more: object) -> list[str]:
    return [one.id for one in point(CONTROL, *documents, **more).actions]


def test_the_open_actions_are_told_the_soonest_first() -> None:
    assert actions(
        FAIL,
        action("n1", "2026-12-03", "requirement/c#o:a"),
        action("n2", "2026-12-01", "objective/c#o"),
        action("n3", "2026-12-02", "evidence/f"),
        action("n4", "2026-12-01", "evidence/f, objective/c#o"),
        action("n5", "2026-11-01", "control/k"),
        action("n6", "2026-11-01", "requirement/c#p:a"),
        action("n7", "2026-11-01", "evidence/f", ", done: 2026-11-22"),
    ) == ["n2", "n4", "n3", "n1"]


def test_where_nothing_nearer_is_open_those_of_the_controls_are_told() -> None:
    assert actions(
        FAIL,
        control("l"),
        action("n1", "2026-12-03", "control/k"),
        action("n2", "2026-12-02", "control/l"),
        action("n3", "2026-12-01", "requirement/c#o:a", ", done: 2026-11-22"),
    ) == ["n2", "n1"]
    assert actions(action("n1", "2026-12-03", "control/k")) == ["n1"]
    assert actions(action("n1", "2026-12-03", "objective/c#o"), control("l", "c#p")) == ["n1"]


@pytest.mark.parametrize(
    ("done", "is_open"),
    [
        ("", True),
        (", done: 2026-11-23T12:00:00+08:00", False),
        (", done: 2026-11-23T12:00:01+08:00", True),
        (", done: 2026-11-23", False),
        (", done: 2026-11-24", True),
    ],
)
def test_an_action_is_open_until_it_is_done(done: str, is_open: bool) -> None:
    assert actions(action("n", "2026-12-03", "objective/c#o", done)) == (["n"] if is_open else [])


def test_the_order_is_that_of_the_last_instants() -> None:
    """A day ends later than an instant of it; a milestone as an end is just before it."""
    assert actions(
        action("n1", "2026-12-01", "objective/c#o"),
        action("n2", "2026-12-01T10:00+08:00", "objective/c#o"),
        action("n3", "closing", "objective/c#o"),
    ) == ["n3", "n2", "n1"]


def test_an_action_about_the_subject_of_a_finding() -> None:
    assert actions(
        action("n1", "2026-12-01", "control/k"),
        action("n2", "2026-12-01", "objective/c#o"),
        gate=["{severity: high}"],
        findings=[finding()],
    ) == ["n1"]


def test_what_is_accepted_has_its_actions_and_owner_too() -> None:
    one = point(FAIL, CONTROL, X, action("n", "2026-12-01", "objective/c#o"))

    assert [action.id for action in one.actions] == ["n"]
    assert one.owner is not None
    assert one.owner.id == "it"

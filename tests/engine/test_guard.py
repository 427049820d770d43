"""Hostile rules are stopped within their bounds, and everything else is judged all the same."""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from hegui import api
from hegui.engine import guard
from hegui.engine.result import Exit, Result
from hegui.findings.finding import Outcome, Status
from hegui.findings.severity import Severity
from hegui.rules.rule import Rule
from tests.repo import BASE, judged, write

DATASET = (
    "{kind: dataset, id: loans, title: {zh: 借款, en: Loans}, description: {zh: DESCRIPTION}}\n"
)
DOUBLED = ".map(a, a+a+a+a+a+a+a+a)" * 10
SLOW = "range.all(a, !words(dataset.description)[0].matches('((x{90}){10})+y'))"
"""Each step takes as long as the text is; it can go on for ten thousand."""


def rule(name: str, require: str) -> str:
    return (
        f"kind: rule\nid: own/{name}\ntitle: {{zh: {name}, en: {name}}}\nseverity: info\n"
        f"for: dataset\nrequire: >-\n  {require}\n"
    )


FAIR = rule("fair", "dataset.systems.size() > 0")


def repository(root: Path, require: str, text: str = "x") -> Result:
    """A rule that is hostile beside one that is not, held against a dataset."""
    return judged(
        root,
        {
            "controls/a.yaml": DATASET.replace("DESCRIPTION", text),
            "checks/rules/a.yaml": f"{rule('bad', require)}---\n{FAIR}---\n{rule('zeal', 'true')}",
        },
    )


def status(result: Result, name: str) -> list[Status]:
    return [one.status for one in result.outcomes if one.rule == f"own/{name}"]


def found(result: Result) -> set[str]:
    rules = {one.rule for one in result.findings if one.rule.startswith("declared/")}
    return rules - {"declared/untested"}


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A bound that a test can wait for; no child is left behind."""
    monkeypatch.setattr(guard, "SECONDS", 1.5)
    monkeypatch.setattr(guard, "MEMORY", 256 << 20)
    yield
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    "require",
    [
        f"[dataset.id]{DOUBLED}[0].size() > 0",
        f"[[dataset.id]]{DOUBLED}[0].size() > 0",
        f"[b'x']{DOUBLED}[0].size() > 0",
        "[1]" + ".map(a, [a, a])" * 22 + " == [1]" + ".map(a, [a, a])" * 23,
        SLOW.replace("range", str(list(range(200)))),
    ],
    ids=["texts", "lists", "bytes", "shared lists compared", "slow patterns"],
)
def test_what_takes_too_much_is_stopped(tmp_path: Path, require: str) -> None:
    started = time.monotonic()
    result = repository(tmp_path, require, "x" * 90_000)

    assert time.monotonic() - started < 30
    if "declared/stopped" in found(result):
        assert status(result, "bad") == [Status.NOT_ASSESSED]
    assert status(result, "bad") != [Status.PASSED]
    assert status(result, "fair") == [Status.FAILED]
    assert status(result, "zeal") == [Status.PASSED]
    assert found(result)
    assert result.exit(Severity.CRITICAL) is Exit.FINDINGS


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("require", "by"),
    [
        ("X.all(a, X.all(b, X.all(c, a + b + c >= 0)))", "declared/undecided"),
        ("X.map(a, X.map(b, X.map(c, a + b + c))).size() > 0", "declared/undecided"),
        ("dataset.id.matches('(a{1000}){1000}')", "declared/undecided"),
        ("dataset.id.matches('(')", "declared/undecided"),
        ("(" * 300 + "true" + ")" * 300, "declared/invalid"),
        ("1" + " + 1" * 5000 + " > 0", "declared/invalid"),
        ("dataset.id == " + "'x' + " * 2000 + "'x'", "declared/invalid"),
        ("9223372036854775807 + dataset.systems.size() + 1 > 0", "declared/undecided"),
    ],
)
def test_what_goes_on_for_ever_gives_no_answer(tmp_path: Path, require: str, by: str) -> None:
    result = repository(tmp_path, require.replace("X", str(list(range(300)))))

    assert found(result) == {by}
    assert status(result, "bad") in ([], [Status.NOT_ASSESSED])
    assert status(result, "fair") == [Status.FAILED]


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    "message",
    [
        "{subject.__class__}", "{0}", "{}", "{subject!r}", "{subject:>9999999}", "{options.__init__}",
        "{rule.declared}", "{subject[0]}", "{", "}", "{subject}}",
    ],
)  # fmt: skip
def test_a_message_reaches_no_further_than_its_names(tmp_path: Path, message: str) -> None:
    text = rule("bad", "false") + f"message: {{zh: '{message}', en: '{message}'}}\n"
    result = judged(
        tmp_path,
        {"controls/a.yaml": DATASET.replace("DESCRIPTION", "x"), "checks/rules/a.yaml": text},
    )

    assert found(result) == {"declared/invalid"}
    assert status(result, "bad") == []


# The guard itself


class Work:
    """Three rules, and what becomes of the second when it is judged."""

    def __init__(self, act: Any) -> None:
        self.rules = [_Named("one"), _Named("two"), _Named("three")]
        self._act = act

    def __call__(self, rule: Rule) -> list[Outcome]:
        return self._act() if rule.id == "two" else []


class _Named:
    def __init__(self, id: str) -> None:
        self.id = id


def die() -> list[Outcome]:
    os._exit(0)


def kill() -> list[Outcome]:
    os.kill(os.getpid(), 9)
    return []


def sleep() -> list[Outcome]:
    time.sleep(60)
    return []


def memory() -> list[Outcome]:
    assert bytearray(1 << 30)
    return []


def unsendable() -> list[Outcome]:
    return [lambda: None]  # type: ignore[list-item]


def crash() -> list[Outcome]:
    raise RuntimeError


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("act", [die, kill, sleep, memory, unsendable, crash])
def test_a_child_that_fails_stops_its_rule_alone(act: Any) -> None:
    work = Work(act)
    told = [(one.id, found) for one, found in guard.guarded(work.rules, work)]  # type: ignore[arg-type]

    assert told == [("one", []), ("two", None), ("three", [])]


def garbage(pipe: int) -> None:
    os.write(pipe, (4).to_bytes(8) + b"\x80\x05]X")


def half(pipe: int) -> None:
    os.write(pipe, (1 << 20).to_bytes(8) + b"x")
    os._exit(0)


def drip(pipe: int) -> None:
    os.write(pipe, (1 << 20).to_bytes(8))
    for _ in range(200):  # never silent for long, and never done
        os.write(pipe, b"x")
        time.sleep(0.1)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("told", [garbage, half, drip])
def test_a_child_out_of_its_mind_has_judged_nothing(
    monkeypatch: pytest.MonkeyPatch, told: Callable[[int], None]
) -> None:
    calls, well = count(), guard._send

    def send(pipe: int, content: bytes) -> None:
        told(pipe) if next(calls) == 1 else well(pipe, content)

    monkeypatch.setattr(guard, "_send", send)
    work = Work(list)

    assert [found for _, found in guard.guarded(work.rules, work)] == [[], None, []]  # type: ignore[arg-type]


@pytest.mark.usefixtures("quick")
def test_who_leaves_early_leaves_no_child() -> None:
    work = Work(sleep)
    every = guard.guarded(work.rules, work)  # type: ignore[arg-type]

    assert next(every)[1] == []
    every.close()  # type: ignore[attr-defined]  # the fixture sees that nothing is left


def held() -> tuple[int, tuple[int, int]]:
    """How many files this process has open, and how much memory it may take."""
    return len(list(Path("/proc/self/fd").iterdir())), resource.getrlimit(resource.RLIMIT_AS)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="no /proc here")
@pytest.mark.usefixtures("quick")
def test_memory_and_pipes_of_the_program_are_as_before(tmp_path: Path) -> None:
    before = held()
    for _ in range(3):
        repository(tmp_path, f"[dataset.id]{DOUBLED}[0].size() > 0")

    assert held() == before


def test_large_results_come_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    large = ["x" * 1000] * 5000
    work = Work(lambda: large)

    assert list(guard.guarded(work.rules, work))[1][1] == large  # type: ignore[arg-type, comparison-overlap]


def test_where_no_process_can_be_made_nothing_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    def fork() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", fork)
    work = Work(list)

    assert [found for _, found in guard.guarded(work.rules, work)] == [None] * 3  # type: ignore[arg-type]


def test_without_fork_they_run_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    result = repository(tmp_path, "dataset.id == 'loans'")

    assert status(result, "bad") == [Status.PASSED]
    assert status(result, "fair") == [Status.FAILED]


def test_a_rule_of_ones_own_sees_no_more_than_it_is_shown(tmp_path: Path) -> None:
    """Nothing of the environment, of files or of Python is within reach of an expression."""
    for name in ("os", "env", "open", "__import__", "settings", "this"):
        write(tmp_path, {**BASE, "checks/rules/a.yaml": rule("bad", f"{name} != null")})
        assert found(api.check(tmp_path)) == {"declared/invalid"}


def test_many_open_files_are_no_hindrance() -> None:
    """`select` would refuse descriptors from 1024 on."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 1200 if hard == resource.RLIM_INFINITY else min(1200, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))
    held = [os.open(os.devnull, os.O_RDONLY) for _ in range(wanted - 100)]
    try:
        work = Work(list)
        assert [found for _, found in guard.guarded(work.rules, work)] == [[]] * 3  # type: ignore[arg-type]
    finally:
        for descriptor in held:
            os.close(descriptor)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))

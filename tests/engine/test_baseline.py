"""What a baseline knows does not fail; it can only shrink, and nothing in it silences anything else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hegui.engine.baseline import Cause, Standing
from hegui.engine.result import Exit, Result
from hegui.findings.finding import Finding, Status
from hegui.findings.severity import Severity
from hegui.loading.baseline import BadBaseline, read_baseline
from hegui.reporters.baseline import report
from tests.repo import judged
from tests.reporters.cases import MESSY, options
from tests.reporters.changed import changed

OLD = {path: text for path, text in MESSY.items() if "broken" not in path and "waiver" not in path}
"""An old repository: gaps of several severities, all of it understood."""

SEVERITY = st.sampled_from(Severity)
NEVER = ("document/unknown-kind", "settings/unknown-pack", "internal/rule-crashed")
Check = Callable[[Result, str], Result]


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Result:
    result = judged(tmp_path_factory.mktemp("old"), OLD)
    assert len(result.open) >= 5
    assert len({finding.severity for finding in result.open}) > 1
    return result


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory) -> Check:
    """Hold a result against the text of a baseline file."""
    file = tmp_path_factory.mktemp("baseline") / "baseline.yaml"

    def against(result: Result, text: str) -> Result:
        file.write_text(text, encoding="utf-8")
        return replace(result, baseline=read_baseline(str(file)))

    return against


def written(result: Result) -> str:
    return report(result, options())


def entries(text: str) -> list[str]:
    return [line for line in text.splitlines(keepends=True) if line.startswith("- ")]


def identities(result: Result) -> list[str]:
    return [finding.fingerprint for finding in result.open]


def graded(result: Result, severities: list[Severity]) -> Result:
    """The result with severities dealt out to its findings."""
    order = sorted(set(identities(result)))
    deal = {name: severities[n % len(severities)] for n, name in enumerate(order)}
    return changed(result, lambda one: one._replace(severity=deal[one.fingerprint]))


def one_more(result: Result, rule: str, severity: Severity = Severity.HIGH) -> Result:
    """The result with a finding of another rule beside the first."""
    finding = result.open[0]._replace(rule=rule, fingerprint="f" * 32, severity=severity)
    outcome = next(one for one in result.outcomes if one.findings)
    more = outcome._replace(rule=rule, findings=(finding,))
    return replace(result, outcomes=(*result.outcomes, more))


# what is written


def test_a_line_for_each_finding_sorted_and_the_same_whatever_is_shown(old: Result) -> None:
    text = written(old)
    assert len(entries(text)) == len(old.open)
    assert entries(text) == sorted(entries(text))
    assert report(old, options("en", below="vendors")) == text
    first = next(line for line in entries(text) if "agreement/expired" in line)
    fingerprint = next(f.fingerprint for f in old.open if f.rule == "agreement/expired")
    assert first == (
        "- {rule: agreement/expired, subject: agreement/jieyuan-2025, severity: high, "
        'path: "vendors/捷鸢 云通信/agreement.yaml", field: expires, '
        f'fingerprint: "{fingerprint}"}}\n'
    )


def test_nothing_known_is_written_too(old: Result, check: Check) -> None:
    none = replace(old, outcomes=())
    assert written(none).endswith("findings: []\n")
    assert check(none, written(none)).exit(Severity.INFO) is Exit.CLEAN


@given(st.text(min_size=1).filter(str.strip), st.text())
@example("null", "true")
@example("a: b", "item[x: {y}, #1]")
def test_any_path_and_field_come_back(old: Result, check: Check, path: str, field: str) -> None:
    odd = changed(old, lambda f: f._replace(place=f.place._replace(path=path), route=field))
    try:
        held = check(odd, written(odd))
    except (BadBaseline, UnicodeEncodeError):  # no file of a repository has such a name
        assert not all(mark.isprintable() for mark in path + field)
        return
    assert held.baseline is not None
    assert {(one.path, one.field or "") for one in held.baseline.findings} == {(path, field)}


@pytest.mark.parametrize("severity", [Severity.CRITICAL, Severity.INFO])
def test_two_findings_of_one_identity_are_one_entry_as_grave_as_the_graver(
    old: Result, check: Check, severity: Severity
) -> None:
    twin = one_more(old, old.open[0].rule, severity)
    twin = changed(
        twin,
        lambda f: (
            f._replace(fingerprint=old.open[0].fingerprint) if f.fingerprint == "f" * 32 else f
        ),
    )
    text = written(twin)
    assert len(entries(text)) == len(old.open)
    assert check(twin, text).exit(Severity.INFO) is Exit.CLEAN


def test_what_is_waived_is_not_written(old: Result) -> None:
    assert written(changed(old, lambda f: f._replace(waiver="w"))).endswith("findings: []\n")


# what is held against it


@given(st.lists(SEVERITY, min_size=1), SEVERITY)
def test_what_was_written_passes_whatever_the_severities(
    old: Result, check: Check, severities: list[Severity], fail_on: Severity
) -> None:
    result = graded(old, severities)
    held = check(result, written(result))
    assert held.exit(fail_on) is Exit.CLEAN
    assert (held.new, held.outdated) == ((), ())
    assert held.known == held.open == result.open, "all of it is still shown"


@given(st.data())
def test_an_entry_taken_out_makes_exactly_its_finding_new(
    old: Result, check: Check, data: st.DataObject
) -> None:
    text = written(old)
    gone = data.draw(st.sets(st.sampled_from(entries(text))))
    held = check(old, "".join(line for line in text.splitlines(True) if line not in gone))
    new = {f.fingerprint for f in held.new}
    assert new == {line.partition('fingerprint: "')[2][:32] for line in gone}
    assert held.outdated == ()
    fails = any(f.severity >= Severity.HIGH for f in held.new)
    assert held.exit(Severity.HIGH) is (Exit.FINDINGS if fails else Exit.CLEAN)


@given(st.from_regex(r"[0-9a-f]{32}", fullmatch=True), SEVERITY)
def test_a_made_up_entry_silences_nothing_and_fails(
    old: Result, check: Check, fingerprint: str, fail_on: Severity
) -> None:
    text = written(old)
    made_up = entries(text)[0].partition('fingerprint: "')[0] + f'fingerprint: "{fingerprint}"}}\n'
    held = check(old, text + made_up)
    assert held.exit(fail_on) is Exit.FINDINGS
    ((entry, cause, place),) = held.outdated
    assert (entry.fingerprint, cause) == (fingerprint, Cause.GONE)
    assert place.line == text.count("\n") + 1


@pytest.mark.parametrize(
    ("field", "other"), [("rule", "text/too-long"), ("subject", "vendor/another")]
)
def test_an_entry_that_says_another_rule_or_subject_is_made_up(
    old: Result, check: Check, field: str, other: str
) -> None:
    line = entries(written(old))[0]
    start, rest = line.split(f"{field}: ", 1)
    held = check(
        old, written(old).replace(line, f"{start}{field}: {other},{rest.partition(',')[2]}")
    )
    assert [one.cause for one in held.outdated] == [Cause.GONE]
    assert len(held.new) == 1


@given(st.data(), SEVERITY, SEVERITY)
def test_graver_is_new_and_milder_has_to_be_written_anew(
    old: Result, check: Check, data: st.DataObject, before: Severity, now: Severity
) -> None:
    name = data.draw(st.sampled_from(identities(old)))

    def as_grave(severity: Severity) -> Result:
        return changed(old, lambda f: f._replace(severity=severity) if f.fingerprint == name else f)

    held = check(as_grave(now), written(as_grave(before)))
    (finding,) = [one for one in held.open if one.fingerprint == name]
    assert held.standing(finding) is (Standing.GRAVER if now > before else Standing.KNOWN)
    assert [one.cause for one in held.outdated] == [Cause.MILDER] * (now < before)
    assert held.exit(now) is (Exit.CLEAN if now == before else Exit.FINDINGS)


@pytest.mark.parametrize("rule", NEVER)
def test_what_nobody_can_waive_is_never_in_it_and_never_silenced(
    old: Result, check: Check, rule: str
) -> None:
    worse = one_more(old, rule)
    assert written(worse) == written(old)
    held = check(worse, written(worse))
    assert [one.rule for one in held.new] == [rule]
    assert held.exit(Severity.HIGH) is Exit.FINDINGS
    (finding,) = held.new
    forged = (
        f"- {{rule: {rule}, subject: {finding.subject}, severity: critical, path: x, "
        f'fingerprint: "{finding.fingerprint}"}}\n'
    )
    held = check(worse, written(worse) + forged)
    assert [one.rule for one in held.new] == [rule]
    assert [one.cause for one in held.outdated] == [Cause.NEVER]


def test_a_requirement_of_which_nobody_knows_is_never_in_it(old: Result) -> None:
    assert written(one_more(old, "requirement/unknown")) == written(old)


def test_what_was_waived_since_has_to_leave(old: Result, check: Check) -> None:
    name = old.open[0].fingerprint

    def waive(finding: Finding) -> Finding:
        return finding._replace(waiver="w") if finding.fingerprint == name else finding

    held = check(changed(old, waive), written(old))
    assert [(o.entry.fingerprint, o.cause) for o in held.outdated] == [(name, Cause.WAIVED)]
    assert held.exit(Severity.CRITICAL) is Exit.FINDINGS


def test_what_is_not_assessed_now_is_told_as_such(old: Result, check: Check) -> None:
    first = next(one for one in old.outcomes if one.findings)
    blind = first._replace(status=Status.NOT_ASSESSED, findings=())
    outcomes = tuple(blind if one is first else one for one in old.outcomes)
    held = check(replace(old, outcomes=outcomes), written(old))
    assert {one.cause for one in held.outdated} == {Cause.NOT_ASSESSED}
    assert held.exit(Severity.CRITICAL) is Exit.FINDINGS


def test_a_document_that_is_not_understood_fails_all_the_same(tmp_path: Path, check: Check) -> None:
    broken = judged(tmp_path, {p: text for p, text in MESSY.items() if "waiver" not in p})
    held = check(broken, written(broken))
    assert held.outdated == ()
    assert [one.rule for one in held.new if one.severity >= Severity.HIGH] == [
        "document/not-allowed"
    ]
    assert held.exit(Severity.CRITICAL) is Exit.FINDINGS


def test_gates_and_counts_do_not_know_of_it(old: Result, check: Check) -> None:
    held = check(old, written(old))
    assert held.gates == old.gates
    assert (held.severities, held.statuses) == (old.severities, old.statuses)


def listed(result: Result) -> set[str]:
    return {one.entry.fingerprint for one in result.outdated}


# a base that has a baseline too


@given(st.data())
def test_only_what_the_base_knows_too_is_known(
    old: Result, check: Check, data: st.DataObject
) -> None:
    grades = st.lists(SEVERITY, min_size=1)
    texts = [written(graded(old, data.draw(grades))) for _ in range(2)]
    names = st.sets(st.sampled_from(identities(old)))
    mine, theirs = (
        check(
            old,
            "".join(
                line
                for line in text.splitlines(keepends=True)
                if not any(name in line for name in gone)
            ),
        )
        for text, gone in [(text, data.draw(names)) for text in texts]
    )
    held = replace(mine, agreed=theirs.baseline)
    assert set(held.known) <= set(mine.known) & set(theirs.known)
    assert listed(mine) <= listed(held), "and nothing else has to leave any the less"


# renewing


@given(st.data())
def test_renewing_takes_out_and_never_in(old: Result, check: Check, data: st.DataObject) -> None:
    before = graded(old, data.draw(st.lists(SEVERITY, min_size=1)))
    now = graded(old, data.draw(st.lists(SEVERITY, min_size=1)))
    names = st.sets(st.sampled_from(identities(old)))
    mended, unlisted = data.draw(names), data.draw(names)
    outcomes = tuple(
        one._replace(findings=tuple(f for f in one.findings if f.fingerprint not in mended))
        for one in now.outcomes
    )
    now = replace(now, outcomes=outcomes)
    lines = written(before).splitlines(keepends=True)
    text = "".join(line for line in lines if not any(name in line for name in unlisted))
    held = check(now, text)
    renewed = check(now, written(held))
    assert renewed.outdated == ()
    assert renewed.new == held.new, "what was new stays new"
    assert renewed.known == held.known
    assert written(renewed) == written(held)


# the file


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("kind: waiver\nid: a\n", "baseline.yaml:1:7：这不是基线文件", "1:7: this is no baseline"),
        ("- 1\n", None, None),
        ("a: 1\n", "这不是基线文件", "this is no baseline file"),
        ("kind: baseline\nversion: 1\n---\nkind: baseline\n", "只有一份文档", "one document"),
        ("kind: baseline\nversion: 2\nwhat: x\n", "2:10：基线文件的格式版本是 2", "version 2"),
        ("kind: baseline\nversion: 0\n", "只读 1", "reads 1 only"),
        ("kind: baseline\nversion: '1'\n", None, None),
        ("kind: baseline\nversion: true\n", None, None),
        ("kind: baseline\n", None, None),
        ("", None, None),
        ("kind: baseline\nversion: 1\nfindings: all\n", None, None),
        ("kind: baseline\nversion: 1\nfindings:\n- all\n", None, None),
        ("kind: baseline\nversion: 1\nfindings: &a [*a]\n", None, None),
        ("kind: baseline\nversion: 1\nfindings: []\nfindings: []\n", None, None),
        ("{", None, None),
    ],
)
def test_what_is_no_baseline_is_refused_whole(
    tmp_path: Path, text: str, zh: str | None, en: str | None
) -> None:
    file = tmp_path / "baseline.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadBaseline) as bad:
        read_baseline(str(file))
    if zh is None or en is None:
        assert bad.value.problems
        assert all(one.place.path == str(file) for one in bad.value.problems)
    else:
        assert bad.value.text is not None
        assert zh in bad.value.text.get("zh")
        assert en in bad.value.text.get("en")


def test_an_entry_may_stand_only_once(old: Result, check: Check) -> None:
    text = written(old)
    with pytest.raises(BadBaseline) as bad:
        check(old, text + entries(text)[0])
    (problem,) = bad.value.problems
    assert problem.rule == "document/duplicate-item"
    assert problem.place.line == text.count("\n") + 1


@pytest.mark.parametrize(
    ("word", "other", "rule"),
    [
        ("severity: high", "severity: hihg", "document/not-allowed"),
        ("severity: ", "sevrity: ", "document/unknown-field"),
        ("rule: agreement/", "rule: agreement ", "document/bad-value"),
        ('fingerprint: "', 'fingerprint: "g', "document/bad-value"),
    ],
)
def test_nonsense_is_told_at_its_place(
    old: Result, check: Check, word: str, other: str, rule: str
) -> None:
    text = written(old)
    line = next(one for one in entries(text) if "agreement/expired" in one)
    with pytest.raises(BadBaseline) as bad:
        check(old, text.replace(line, line.replace(word, other)))
    number = text[: text.index(line)].count("\n") + 1
    assert (rule, number) in [(one.rule, one.place.line) for one in bad.value.problems]


def test_a_file_that_is_missing_or_no_file(tmp_path: Path) -> None:
    with pytest.raises(BadBaseline) as bad:
        read_baseline(str(tmp_path / "none.yaml"))
    assert bad.value.text is not None
    assert "没有基线文件" in bad.value.text.get("zh")
    assert "There is no baseline file" in bad.value.text.get("en")
    with pytest.raises(BadBaseline) as bad:
        read_baseline(str(tmp_path))
    assert [one.rule for one in bad.value.problems] == ["document/unreadable"]
    with pytest.raises(BadBaseline):
        read_baseline("nul\0")


@given(st.data())
def test_damage_is_refused_or_understood_and_never_crashes(
    old: Result, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    text = written(old).encode()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 60)))
    file = tmp_path_factory.getbasetemp() / "damaged.yaml"
    file.write_bytes(text[:start] + data.draw(st.binary(max_size=8)) + text[end:])
    try:
        baseline = read_baseline(str(file))
    except BadBaseline as bad:
        told = bool(bad.text or bad.problems)
    else:
        known = {one.fingerprint for one in replace(old, baseline=baseline).known}
        told = known <= {one.fingerprint for one in baseline.findings}
    assert told

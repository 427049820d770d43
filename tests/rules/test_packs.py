"""What a pack asks for is found where the pack is enabled, with the pack's own place beside it."""

from __future__ import annotations

from pathlib import Path

from hegui.engine.cases import run
from hegui.findings.finding import Status
from hegui.rules.cases import SETTINGS, case_of
from hegui.rules.registry import all_rules

_ENABLED = SETTINGS + "packs:\n  - id: microloan-transfer\n    version: 1\n"


def test_an_objective_of_a_pack_is_found_at_the_line_that_enables_it(tmp_path: Path) -> None:
    case = case_of({"name": "案例", "expect": [], "settings": _ENABLED})
    trial = run(case, all_rules()["objective/no-control"], tmp_path)

    assert trial.also == frozenset()
    assert len(trial.findings) > 1
    assert len({finding.fingerprint for finding in trial.findings}) == len(trial.findings)
    for finding in trial.findings:
        assert str(finding.place) == "hegui.yaml:5:5"
        assert finding.related[0].place.path.startswith("pack:microloan-transfer/")
        assert trial.outcomes[str(finding.subject)] is Status.FAILED

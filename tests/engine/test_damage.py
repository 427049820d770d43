"""Whatever is done to the files of the case, it is judged: no crash, and nothing passes unread."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hegui import api
from hegui.engine.result import Exit
from hegui.findings.severity import Severity

ROOT = Path(__file__).parents[2]
FOLDERS = ("controls", "vendors", "risks", "checks")
FILES = sorted(
    str(path.relative_to(ROOT)) for folder in FOLDERS for path in (ROOT / folder).rglob("*.yaml")
)
INSERTED = st.sampled_from(
    ["\t", ": ", "- ", "{", "]", "'", '"', "#", "---\n", "\n", "\x00", "：", "&a ", "*a", "!!x "]
) | st.text(max_size=5)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the case that a test may damage and must mend again."""
    copy = tmp_path_factory.mktemp("case")
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, copy / folder)
    shutil.copy(ROOT / "hegui.yaml", copy)
    return copy


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    name=st.sampled_from(FILES),
    at=st.floats(0, 1),
    length=st.integers(0, 40),
    inserted=INSERTED,
    cut=st.booleans(),
)
def test_any_damage_is_judged(
    case: Path, name: str, at: float, length: int, inserted: str, cut: bool
) -> None:
    target = case / name
    clean = target.read_bytes()
    start = int(at * len(clean))
    # cutting by bytes breaks characters apart, as a bad transfer does
    tail = b"" if cut else clean[start + length :]
    target.write_bytes(clean[:start] + inserted.encode("utf-8", "surrogatepass") + tail)
    try:
        result = api.check(case)
    finally:
        target.write_bytes(clean)
    assert not [f for f in result.findings if f.rule.startswith("internal/")]
    assert len({f.fingerprint for f in result.findings}) == len(result.findings)
    if result.repository.undecoded:
        assert result.exit(Severity.CRITICAL) is Exit.FINDINGS

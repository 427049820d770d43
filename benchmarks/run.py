"""Speed, measured side by side with the peer in one run.

``make bench`` prints a table for ``benchmarks/README.md``. Each figure is the median wall
time of whole commands, each in a process of its own; nothing is cached between them but
what the operating system keeps of files, and Python's compiled modules.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.generate import generate

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
HEGUI = str(BIN / "hegui")
PEER = str(BIN / "check-jsonschema")


def median(command: Sequence[str], runs: int) -> float:
    """The median wall time of a command in seconds; one run before it warms the caches."""
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        done = subprocess.run(command, capture_output=True, check=False)
        times.append(time.perf_counter() - start)
        if done.returncode:
            said = done.stdout[-800:] + done.stderr
            raise SystemExit(f"{command[0]}: {done.returncode}\n{said.decode()}")
    return statistics.median(times[1:])


def main() -> None:
    """Measure and print."""
    rows = [
        ("hegui --version", median([HEGUI, "--version"], 15), ""),
        ("hegui check, the worked case", median([HEGUI, "check", str(ROOT)], 9), ""),
    ]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for count in (100, 1000):
            repository = folder / str(count)
            generate(repository, count)
            rows += _side_by_side(repository, folder, count)
    print("| what | seconds | times ours |\n|---|---|---|")
    for what, seconds, ratio in rows:
        print(f"| {what} | {seconds:.3f} | {ratio} |")


def _side_by_side(repository: Path, folder: Path, count: int) -> list[tuple[str, float, str]]:
    files = sorted(str(path) for path in repository.rglob("generated/**/*.yaml"))
    assert len(files) == count
    ours = median([HEGUI, "check", str(repository)], 7)
    rows = [(f"hegui check: schema, references and all rules, {count} documents", ours, "")]
    for what, schema in (("all kinds", _published()), ("these two kinds alone", _two_kinds())):
        file = folder / "schema.json"
        file.write_text(json.dumps(schema), encoding="utf-8")
        peer = median([PEER, "--schemafile", str(file), *files], 3)
        name = f"check-jsonschema: the schema of {what}, the same documents"
        rows.append((name, peer, f"{peer / ours:.1f}"))
    return rows


def _print_schema(*kind: str) -> dict[str, Any]:
    printed = subprocess.run([HEGUI, "schema", *kind], capture_output=True, check=True).stdout
    schema: dict[str, Any] = json.loads(printed)
    return schema


def _published() -> dict[str, Any]:
    """The schema that a folder of documents of any kind is checked with, in editors too."""
    return _print_schema()


def _two_kinds() -> dict[str, Any]:
    """A schema for the two kinds that are generated: as little as the peer can be asked."""
    control, check = _print_schema("control"), _print_schema("check")
    definitions = control.pop("$defs") | check.pop("$defs")
    return {
        "$schema": control["$schema"],
        "if": {"properties": {"kind": {"const": "control"}}},
        "then": control,
        "else": check,
        "$defs": definitions,
    }


if __name__ == "__main__":
    main()

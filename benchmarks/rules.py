"""The speed of rules in CEL: evaluations a second through our own road, beside the library bare.

``python benchmarks/rules.py`` judges 10,000 subjects with three neighbours each by ten rules. Ours is
`hegui.rules.written` and `hegui.engine.assess`: neighbours are found, contexts built, expressions
compiled and outcomes made within the time measured. The library bare evaluates the same expressions
over the same values, which are ready when its time begins, and makes nothing of the answers; and
again with its activation made anew for each, as one calls it who has not read its source.
"""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from cel_expr_python import cel

from hegui import api
from hegui.derive.grounds import Grounds
from hegui.engine.assess import assess
from hegui.engine.judge import clock_of, rules_of
from hegui.findings.finding import Status
from hegui.rules.context import Context
from hegui.rules.rule import Stage
from hegui.rules.sight import Sight

SUBJECTS = 10_000
RUNS = 5
_SETTINGS = "organization: acme\nlanguages: [zh, en]\ntime_zone: Asia/Shanghai\nas_of: 2026-11-23\n"
_SYSTEM = (
    "kind: system\nid: s{n}\ntitle: {{zh: 系统{n}, en: System {n}}}\nlevel: {level}\nlocation: CN\n"
)
_DATASET = """\
kind: dataset
id: d{n}
title: {{zh: 数据集{n}, en: Dataset {n}}}
classification: {grade}
sensitive: {sensitive}
records: {records}
persons: {persons}
systems: [s{a}, s{b}, s{c}]
location: [CN]
in_deal: migrates
"""
_REQUIRE = (
    "systems.size() > 0",
    "systems.all(s, has(s.level))",
    "!dataset.sensitive || dataset.classification >= 2",
    "dataset.persons <= dataset.records",
    "systems.exists(s, s.level >= 2)",
    "dataset.location.all(l, l == 'CN')",
    "systems.all(s, s.location in dataset.location)",
    "dataset.systems.size() == systems.size()",
    "has(dataset.in_deal) && dataset.in_deal != 'stays'",
    "dataset.persons < options.most || systems.all(s, s.level >= options.least)",
)
_RULE = """\
kind: rule
id: bench/r{n}
title: {{zh: 规则{n}, en: Rule {n}}}
severity: low
for: dataset
options: {{most: {{type: int, default: 900000}}, least: {{type: int, default: 1}}}}
require: "{text}"
"""


def generate(root: Path) -> None:
    """A repository of datasets, each in three systems, and the ten rules."""
    datasets = (
        _DATASET.format(
            n=n,
            grade=2 + n % 4,
            sensitive="true" if n % 2 else "false",
            records=n * 97 + 5,
            persons=n * 89 + 1,
            a=n % 1000,
            b=(n * 7 + 1) % 1000 + 1000,
            c=(n * 13 + 2) % 1000 + 2000,
        )
        for n in range(SUBJECTS)
    )
    systems = (_SYSTEM.format(n=n, level=2 + n % 3) for n in range(3000))
    rules = (_RULE.format(n=n, text=text) for n, text in enumerate(_REQUIRE))
    files = {"datasets": list(datasets), "systems": list(systems), "rules": list(rules)}
    (root / "hegui.yaml").write_text(_SETTINGS, encoding="utf-8")
    for name, documents in files.items():
        folder = root / "controls" / name
        folder.mkdir(parents=True)
        for start in range(0, len(documents), 500):
            text = "---\n".join(documents[start : start + 500])
            (folder / f"{start}.yaml").write_text(text, encoding="utf-8")


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        generate(root)
        loaded = api.load(root)
    as_of = api.instant(loaded.repository.settings)

    def fresh() -> Context:
        """A context that nobody has asked anything, with the rules that were found sound."""
        grounds = Grounds(loaded.repository, clock_of(loaded.repository, as_of), loaded.tree)
        return Context(grounds, rules)

    every = rules_of(
        Context(Grounds(loaded.repository, clock_of(loaded.repository, as_of), loaded.tree))
    )
    rules = {one.id: one for one in every.values() if one.category == "bench"}
    assert len(rules) == len(_REQUIRE)
    taken: dict[str, list[float]] = {"hegui": [], "bare": [], "bare, anew": []}
    for _ in range(RUNS):  # in turn, so that what else the machine does falls on all alike
        context = fresh()
        taken["hegui"].append(timed(lambda c=context: ours(c)))  # type: ignore[misc]
        ready = prepared(context)
        taken["bare"].append(timed(lambda r=ready: bare(*r)))  # type: ignore[misc]
        taken["bare, anew"].append(timed(lambda r=ready: anew(*r)))  # type: ignore[misc]
    report(taken)


def report(taken: Mapping[str, list[float]]) -> None:
    """Print the table, and the ratio of the medians."""
    print("| what | evaluations a second | times ours |\n|---|---|---|")
    count = SUBJECTS * len(_REQUIRE)
    least = {name: statistics.median(times) for name, times in taken.items()}
    for name, seconds in least.items():
        print(f"| {name} | {count / seconds:,.0f} | {seconds / least['hegui']:.2f} |")


def timed(work: Callable[[], None]) -> float:
    """The processor time that it takes: what others do on the machine is not counted."""
    gc.collect()
    gc.disable()  # as the command line does
    start = time.process_time()
    work()
    return time.process_time() - start


def ours(context: Context) -> None:
    """Every rule on every subject, as a run does it."""
    count = 0
    for rule in context.rules.values():
        for outcome in assess(rule, replace(context, options=rule.options)):
            count += outcome.status in (Status.PASSED, Status.FAILED)
    assert count == SUBJECTS * len(_REQUIRE), count


Ready = tuple[cel.Env, list[cel.Expression], list[dict[str, object]], list[cel.Activation]]


def prepared(context: Context) -> Ready:
    """Expressions and values as the library wants them, made before its time begins."""
    env = cel.NewEnv(
        variables=dict.fromkeys(("dataset", "systems", "as_of", "options"), cel.Type.DYN)
    )
    programs = [env.compile(text) for text in _REQUIRE]
    sight = Sight("dataset", Stage.STRUCTURE, ["systems"], context)
    options = {"options": {"most": 900000, "least": 1}}
    values = [sight.values(one) | options for one in context.repository.items["dataset"].values()]
    return env, programs, values, [env.Activation(one) for one in values]


def bare(
    _: cel.Env, programs: list[cel.Expression], __: object, seen: list[cel.Activation]
) -> None:
    """The library with one activation for all expressions about a subject."""
    for program in programs:
        for one in seen:
            program.eval(activation=one).plain_value()


def anew(
    _: cel.Env, programs: list[cel.Expression], values: list[dict[str, object]], __: object
) -> None:
    """The library given the values at each evaluation."""
    for program in programs:
        for one in values:
            program.eval(data=one).plain_value()


if __name__ == "__main__":
    main()

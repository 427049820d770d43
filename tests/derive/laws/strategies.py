"""Strategies: whole small repositories, with all that may decide a number in them.

Most choices lean to what counts: a repository in which nothing is proved breaks no law.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as st

from hegui.rules.registry import all_rules
from hegui.rules.rule import Stage
from tests.derive.laws.world import Doc, World, digest, world

T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[Any]], Any]

TODAY = "2026-11-23"
PAST = (
    "2026-11-20", "2026-11-20T00:00+08:00", "2026-11-19T16:00Z",  # one instant, told in three ways
    "2026-11-21", "2026-11-21T09:30+08:00", "2026-11-17", "2026-11-10", "2026-10-20", "2026-05-01",
    "2026-11-23", "2026-11-23T08:00+08:00",
)  # fmt: skip
FUTURE = ("2026-11-24", "2026-11-23T23:30+08:00", "2026-12-20")
AS_OF = (TODAY, "2026-11-23T12:00+08:00")
DAYS = ("2026-11-10", "2026-11-22", "2026-11-24", "2026-12-20")
TERMS = ("7 days", "30 days", "72 hours", "5 working days", "2 months", "0 days")
MILESTONES = ("begun", "cut-over", "closing")
OBLIGATIONS = ("law#a1", "law#a2", "law#a3", "law#a4")
FACTS = ("always", "has-vendors", "live-vendor", "said", "sensitive", "busy")
PERCENT = ("0%", "30%", "50%", "60%", "80%", "95%", "100%")
DEPARTMENTS = ("it", "audit")
ARTEFACT, OTHER = "the document\n", "another\n"


@cache
def _below(end: int) -> st.SearchStrategy[int]:
    """Numbers below ``end``: made once, because to make a strategy takes longer than to draw."""
    return st.integers(0, end - 1)


def one_of(draw: Draw, *options: Any) -> Any:
    """One of some options; the first is the simplest."""
    return options[draw(_below(len(options)))]


def often(draw: Draw, of: int = 3) -> bool:
    """Yes, but once in a while."""
    return draw(_below(of)) != of - 1  # type: ignore[no-any-return]


def seldom(draw: Draw, of: int = 4) -> bool:
    """No, but once in a while."""
    return not often(draw, of)


def some(draw: Draw, options: Sequence[T], least: int = 0, most: int | None = None) -> list[T]:
    """Some of some options, each once, in their order."""
    chosen = draw(_below(1 << len(options)))
    found = [one for n, one in enumerate(options) if chosen >> n & 1]
    return (found or list(options)[:least])[:most]


def stripped(document: Doc) -> Doc:
    """A document without the fields that nothing is written in."""
    return {name: value for name, value in document.items() if value not in (None, [], {})}


# the catalogue side


def _requirement(draw: Draw, key: str, *, narrow: bool = False) -> Doc:
    if narrow:
        every = one_of(draw, None, None, "30 days", "7 days")
        return stripped({"key": key, "title": f"要求 {key}", "evidence": "log", "every": every})
    kind = one_of(draw, None, None, None, "vendor", "vendor", "dataset")
    where = {
        "vendor": (None, "vendor.status == 'active'"),
        "dataset": (None, "dataset.sensitive"),
        None: (None,),
    }[kind]
    return stripped({
        "key": key,
        "title": f"要求 {key}",
        "evidence": one_of(draw, "log", "log", "drill"),
        "every": one_of(draw, None, None, *TERMS[:5]),
        "for_each": kind,
        "where": one_of(draw, *where),
        "due": _due(draw),
        "applies_when": some(draw, FACTS, most=2) if seldom(draw, 3) else [],
        "test": one_of(draw, None, None, "facts.n > 0"),
        "weight": one_of(draw, None, None, None, 0, 2, 0.5),
    })  # fmt: skip


def _due(draw: Draw) -> list[str]:
    return some(draw, MILESTONES, most=2) if seldom(draw, 3) else []


def _objective(draw: Draw, ref: str, *, narrow: bool = False) -> Doc:
    keys = one_of(draw, ("a",), ("a",), ("a", "b"), ()) if not narrow else ("a",)
    return stripped({
        "ref": ref,
        "area": one_of(draw, "x", "x", "y"),
        "title": f"目标 {ref}",
        "satisfies": some(draw, OBLIGATIONS, most=2),
        "due": _due(draw) if not narrow else [],
        "applies_when": some(draw, FACTS, most=1) if not narrow and seldom(draw, 3) else [],
        "requirements": [_requirement(draw, key, narrow=narrow) for key in keys],
    })  # fmt: skip


def _catalogue(draw: Draw, id_: str, least: int, most: int, *, narrow: bool = False) -> Doc:
    refs = [f"o{n}" for n in range(1, draw(st.integers(least, most)) + 1)]
    names = [f"{id_}#{ref}" for ref in refs]
    split = len(names) > 1 and seldom(draw, 3)
    return stripped({
        "kind": "catalogue",
        "id": id_,
        "title": "目录",
        "areas": [{"id": "x", "title": "甲"}, {"id": "y", "title": "乙"}],
        "objectives": [_objective(draw, ref, narrow=narrow) for ref in refs],
        "splits": [{"id": "apart", "note": "各有其证", "once": names[:2]}] if split else [],
    })  # fmt: skip


def _law(draw: Draw) -> Doc:
    clauses = [
        stripped({
            "ref": ref.partition("#")[2],
            "nature": "duty",
            "summary": "要旨",
            "force": "recommended" if ref.endswith("a4") else None,
            "confidence": one_of(draw, "primary", "primary", "secondary"),
            "applies_when": some(draw, FACTS, most=1) if seldom(draw) else [],
        })
        for ref in OBLIGATIONS
    ]  # fmt: skip
    return {
        "kind": "regulation", "id": "law", "title": "法", "force": "mandatory",
        "effective": "2021-11-01", "obligations": clauses,
    }  # fmt: skip


_CONDITIONS = {
    "always": {"yes_if": "vendors.size() >= 0"},
    "has-vendors": {"yes_if": "vendors.size() > 0", "no_if": "vendors.size() == 0"},
    "live-vendor": {
        "yes_if": "vendors.exists(v, v.status == 'active')",
        "no_if": "vendors.all(v, has(v.status) && v.status != 'active')",
    },
    "said": {},
    "busy": {"yes_if": "controls.size() > 2", "no_if": "controls.size() < 2"},
    "sensitive": {
        "yes_if": "datasets.exists(d, has(d.sensitive) && d.sensitive)",
        "no_if": "datasets.all(d, has(d.sensitive) && !d.sensitive)",
    },
}
_N = {"n": {"type": "integer", "minimum": 0, "zh": "笔数", "en": "count"}}


def _catalogues(draw: Draw, *, narrow: bool) -> list[Doc]:
    documents = [_catalogue(draw, "c", 1, 2 if narrow else 3, narrow=narrow)]
    if not narrow and seldom(draw):
        documents.append(_catalogue(draw, "d", 1, 1))
    facts: list[Doc] = [
        {"kind": "fact", "id": name, "title": name, "question": "是否", **_CONDITIONS[name]}
        for name in FACTS
    ]
    types: list[Doc] = [
        {"kind": "evidence-type", "id": name, "title": name, "facts": _N}
        for name in ("log", "drill")
    ]
    return [*documents, _law(draw), *facts, *types]


# the organisation and the deal


def _organisation(draw: Draw) -> list[Doc]:
    return [
        {"kind": "organization", "id": "acme", "title": "甲"},
        {"kind": "party", "id": "target", "title": "标的", "role": "target"},
        *(
            {"kind": "department", "id": name, "title": name, "party": "target", "head": head}
            for name, head in zip(DEPARTMENTS, ("p-001", "p-002"), strict=True)
        ),
        {"kind": "person", "id": "p-001", "department": "it"},
        stripped(
            {
                "kind": "person",
                "id": "p-002",
                "department": "audit",
                "roles": ["approver"] if often(draw) else [],
            }
        ),
        {
            "kind": "role",
            "id": "approver",
            "title": "批准人",
            "rank": 9,
            "may_approve": [
                {"decision": one, "up_to": "critical"} for one in ("waiver", "exclusion")
            ],
        },
    ]


def _transfer(draw: Draw, objectives: Sequence[str]) -> Doc:
    days = ("2026-11-10", one_of(draw, "2026-11-28", "2026-11-20"), "2026-12-20")
    conditions = [
        *({"objective": name} for name in objectives),
        {"area": "c#x"},
        *([{"severity": "high"}] if seldom(draw) else []),
    ]
    return {
        "kind": "transfer",
        "id": "deal",
        "title": "交易",
        "milestones": [
            stripped({
                "id": name,
                "on": day,
                "decides": "it",
                "gate": some(draw, range(len(conditions)), most=2),
            })
            for name, day in zip(MILESTONES, days, strict=True)
        ],
        "phases": [
            {"id": "early", "from": "2026-10-01", "until": "2026-11-20"},
            {"id": "late", "from": "2026-11-15", "until": "closing"},
        ],
        "conditions": conditions,
    }  # fmt: skip


def _with_gates(transfer: Doc) -> Doc:
    conditions = transfer.pop("conditions")
    for milestone in transfer["milestones"]:
        if "gate" in milestone:
            milestone["gate"] = [conditions[n] for n in milestone["gate"]]
    return transfer


def _vendor(draw: Draw, name: str) -> Doc:
    touches = {"id": "s", "access": "store"}
    return stripped({
        "kind": "vendor",
        "id": name,
        "title": name,
        "status": one_of(draw, "active", "active", "ended", None),
        "services": [touches] if often(draw) else [],
    })  # fmt: skip


def _about_vendors(draw: Draw, vendors: Sequence[Doc]) -> list[Doc]:
    documents: list[Doc] = []
    for vendor in vendors:
        if often(draw, 2):
            documents.append({
                "kind": "agreement",
                "id": f"a-{vendor['id']}",
                "with": [f"vendor/{vendor['id']}"],
                "type": "entrusted-processing",
                "expires": one_of(draw, "2027-12-31", "2026-11-01"),
            })  # fmt: skip
        if often(draw, 2):
            documents.append({
                "kind": "vendor-assessment",
                "id": f"v-{vendor['id']}",
                "title": "评估",
                "vendor": vendor["id"],
                "performed_at": "2026-03-01",
                "conclusion": one_of(draw, "approved", "rejected"),
            })  # fmt: skip
    return documents


def _dataset(draw: Draw, name: str) -> Doc:
    return stripped({
        "kind": "dataset",
        "id": name,
        "title": name,
        "owner": "it",
        "sensitive": one_of(draw, True, False, None),
        "retention": one_of(draw, {"keep": "5 years"}, None),
    })  # fmt: skip


# what we do, and how we know


def control(draw: Draw, name: str, objectives: Sequence[str], *, sound: bool = False) -> Doc:
    """A control; a sound one is in operation."""
    document = {
        "kind": "control",
        "id": name,
        "title": name,
        "statement": "做",
        "status": "implemented",
        "achieves": some(draw, objectives, least=1) if seldom(draw, 3) else list(objectives),
        "raci": [{"accountable": one_of(draw, *DEPARTMENTS)}] if often(draw) else [],
        "review": {"last": one_of(draw, "2026-11-01", "2026-01-01"), "every": "90 days"},
    }
    if not sound:
        document |= {
            "status": one_of(draw, *["implemented"] * 4, "implementing", "planned", "retired"),
            "from": one_of(draw, *[None] * 8, "2026-11-01", "2026-11-24", "begun", "cut-over"),
            "until": one_of(draw, *[None] * 8, "2026-11-22", "2026-12-20", "begun", "closing"),
        }
    return stripped(document)


def check(
    draw: Draw, name: str, controls: Sequence[Doc], names: Sequence[str], rules: Sequence[str]
) -> Doc:
    """A check, manual or automated."""
    of = one_of(draw, *controls)
    near = [one for one in names if one.rpartition(":")[0] in of.get("achieves", ())] or names
    automated = often(draw, 2) or None
    return stripped({
        "kind": "check",
        "id": name,
        "title": name,
        "control": of["id"],
        "requirements": some(draw, near, least=1, most=2) if near else [],
        "method": "automated" if automated else "manual",
        "rule": one_of(draw, *rules) if automated else None,
        "cadence": "90 days",
    })  # fmt: skip


def _proves(draw: Draw, name: str, wanted: Doc, controls: Sequence[Doc], subjects: Any) -> Doc:
    objective = name.rpartition(":")[0]
    achieving = [one["id"] for one in controls if objective in one["achieves"]]
    every = [one["id"] for one in controls]
    kind = wanted.get("for_each")
    right: list[str | None] = [f"{kind}/{one}" for one in subjects.get(kind, ())]
    wrong: list[str | None] = [None, "vendor/v1", "dataset/d1", "department/it", "vendor/gone"]
    return stripped({
        "requirement": name,
        "control": one_of(draw, *achieving, *achieving, *achieving, *every, None),
        "subject": one_of(draw, *(right or [None]) * 5, *wrong),
    })  # fmt: skip


def record(draw: Draw, id_: str, proves: list[Doc], result: str | None = None) -> Doc:
    """A record, which may be wrong in every way."""
    return stripped({
        **passing(draw, id_, proves),
        "result": result or one_of(draw, "pass", "pass", "fail"),
        "type": one_of(draw, None, None, "log", "log", "drill"),
        "facts": {"n": one_of(draw, 1, 1, 1, 0)} if often(draw, 5) else None,
        "performed_at": one_of(draw, *PAST, *(FUTURE if seldom(draw) else PAST)),
        "recorded_at": one_of(draw, *[None] * 8, "2026-11-23", "2026-11-24"),
        "artefact": one_of(
            draw,
            None,
            {"file": "log.txt", "sha256": digest(ARTEFACT)},
            {"file": "log.txt", "sha256": digest(OTHER)},
            {"file": "gone.txt", "sha256": digest(ARTEFACT)},
        ),
    })  # fmt: skip


def passing(draw: Draw, id_: str, proves: list[Doc]) -> Doc:
    """A record that passes, of some level and for some time."""
    return stripped({
        "kind": "evidence",
        "id": id_,
        "title": id_,
        "proves": proves,
        "result": "pass",
        "facts": {"n": 1},
        "performed_at": one_of(draw, *PAST),
        "valid_for": one_of(draw, *[None] * 6, *TERMS),
        "performed_by": one_of(draw, "department/it", None, "person/p-001", "party/target"),
        "witnessed_by": one_of(draw, None, "department/audit", "department/it", "person/p-002"),
        "artefact": one_of(
            draw,
            None,
            {"file": "log.txt", "sha256": digest(ARTEFACT)},
            {"held": "档案室", "sha256": digest(OTHER)},
        ),
    })  # fmt: skip


def _records(
    draw: Draw, wanted: dict[str, Doc], controls: Sequence[Doc], subjects: dict[str, list[str]]
) -> list[Doc]:
    """For most requirements a pass or two for each subject; and whatever else there may be."""
    documents: list[Doc] = []
    for name, one in wanted.items():
        if not often(draw, 4):
            continue
        kind = one.get("for_each")
        achieving = [k for k in controls if name.rpartition(":")[0] in k["achieves"]] or controls
        for subject in subjects.get(kind, []) if kind else [None]:
            for _ in range(one_of(draw, 1, 1, 2)):
                proves = stripped({
                    "requirement": name,
                    "control": one_of(draw, *achieving)["id"],
                    "subject": f"{kind}/{subject}" if subject else None,
                })  # fmt: skip
                documents.append(passing(draw, f"e{len(documents)}", [proves]))
    names = sorted(wanted)
    for _ in range(draw(_below(4)) if names else 0):
        some_of = some(draw, names, least=1, most=2)
        said = [_proves(draw, name, wanted[name], controls, subjects) for name in some_of]
        documents.append(record(draw, f"e{len(documents)}", said))
    return documents


# decisions and risks


def exclusion(draw: Draw, name: str, objectives: Sequence[str]) -> Doc:
    """An exclusion, approved or not, in force or not."""
    return stripped({
        "kind": "exclusion",
        "id": name,
        "title": name,
        "objectives": some(draw, objectives, least=1, most=2),
        "reason": "不做",
        "approved_by": one_of(draw, "p-002", "p-002", None),
        "granted": one_of(draw, "2026-11-01", None, "2026-11-24"),
        "expires": one_of(draw, None, "2026-12-20", "2026-11-22"),
    })  # fmt: skip


def waiver(draw: Draw, name: str, rule: str, subject: str) -> Doc:
    """A waiver of what a rule finds in a subject."""
    return {
        "kind": "waiver", "id": name, "rule": rule, "subject": subject, "reason": "接受",
        "requested_by": "p-001", "approved_by": "p-002",
        "granted": one_of(draw, "2026-11-01", "2026-11-24"),
        "expires": one_of(draw, "2027-01-31", "2026-11-25", "2026-11-22"),
    }  # fmt: skip


def action(draw: Draw, name: str, sources: Sequence[str]) -> Doc:
    """An action."""
    return stripped({
        "kind": "action",
        "id": name,
        "title": name,
        "owner": "it",
        "due": one_of(draw, "2026-12-01", "2026-11-01"),
        "source": some(draw, sources, most=1),
        "done": one_of(draw, None, "2026-11-22"),
    })  # fmt: skip


_TELLING = (
    "vendor/no-agreement", "vendor/not-assessed", "dataset/no-retention", "control/review-overdue",
    "objective/no-control", "department/no-deputy", "risk/no-owner", "agreement/expired",
    "responsibility/no-accountable", "person/left-still-named", "fact/open",
)  # fmt: skip
_RULES = (*(one.id for one in all_rules().values() if one.stage is Stage.STRUCTURE), "no-such/rule")
GRADES = ("low", "medium", "high")
LEVELS = ("slight", "low", "medium", "high")
_MATRIX = {"rare": LEVELS[0:3], "at-times": ("slight", "medium", "high"), "often": LEVELS[1:4]}


def appetite(draw: Draw) -> Doc:
    """An appetite file, whose scales rise."""
    credit = one_of(draw, ("30%", "60%", "80%", "95%"), ("100%",), ("0%", "50%"), ("60%", "30%"))
    names = ("asserted", "documented", "witnessed", "recomputed")
    return stripped({
        "kind": "appetite",
        "id": "appetite",
        "title": "偏好",
        "currency": "CNY",
        "grades": [{"id": one} for one in GRADES],
        "dimensions": [
            {"id": "money", "unit": "CNY", "bands": _bands(0, 10_000, 500_000)},
            {"id": "persons", "bands": _bands(0, 100, 5_000)},
            {"id": "regulator", "bands": [{"grade": one, "means": one} for one in GRADES]},
        ],
        "likelihoods": [
            {"id": "rare", "per_year": 0.1, "chance": "10%"},
            {"id": "at-times", "per_year": 1, "chance": "30%"},
            {"id": "often", "chance": "100%"},
        ],
        "levels": [{"id": one} for one in LEVELS],
        "matrix": [
            {"likelihood": name, "levels": dict(zip(GRADES, levels, strict=True))}
            for name, levels in _MATRIX.items()
        ],
        "credit": dict(zip(names, credit, strict=False)),
        "grace": one_of(draw, None, "10 days", "48 hours", "5 working days"),
        "floor": one_of(draw, None, "5%"),
    })  # fmt: skip


def _bands(*starts: int) -> list[Doc]:
    return [{"grade": grade, "from": start} for grade, start in zip(GRADES, starts, strict=True)]


def risk(draw: Draw, name: str, objectives: Sequence[str]) -> Doc:
    """A risk; two of its mitigations may be in one layer, on both sides."""
    inherent: Doc = one_of(
        draw,
        {"chance": "40%"},
        {"chance": "12%"},
        {"frequency": {"low": 0.5, "high": 3, "per": "year"}},
        {"frequency": {"low": 0, "high": 1, "per": "month"}},
    )
    harm = stripped({
        "persons": one_of(draw, None, 50, 6_000), "regulator": one_of(draw, None, "medium", "high"),
    })  # fmt: skip
    loss = {"low": 20_000, "high": 2_000_000, "currency": "CNY"}
    return stripped({
        "kind": "risk",
        "id": name,
        "title": name,
        "category": "security",
        "owner": one_of(draw, "it", None),
        "inherent": {**inherent, "loss": loss, **({"harm": harm} if harm else {})},
        "mitigations": [
            stripped({
                "objective": one,
                "side": one_of(draw, "frequency", "magnitude"),
                "layer": one_of(draw, "prevent", "prevent", "detect", "respond", "recover"),
                "reduction": one_of(draw, *PERCENT[1:]),
                "needs": some(draw, [o for o in objectives if o != one], most=1)
                if seldom(draw, 3) and len(objectives) > 1 else [],
            })
            for one in (objectives if often(draw) else some(draw, objectives, least=1))
        ],
        "treatment": one_of(draw, "reduce", "accept", None),
        "raised": {"level": "medium", "reason": "稳妥", "approved_by": "p-002"}
        if seldom(draw, 6) else None,
    })  # fmt: skip


def requirements_of(catalogues: Sequence[Doc]) -> dict[str, Doc]:
    """Every requirement by its full name."""
    return {
        f"{catalogue['id']}#{objective['ref']}:{one['key']}": one
        for catalogue in catalogues
        for objective in catalogue.get("objectives", ())
        for one in objective.get("requirements", ())
    }


def objectives_of(catalogues: Sequence[Doc]) -> list[str]:
    """Every objective by its full name."""
    return [
        f"{catalogue['id']}#{one['ref']}"
        for catalogue in catalogues
        for one in catalogue.get("objectives", ())
    ]


@st.composite
def worlds(draw: Draw) -> World:
    """A repository. A narrow one asks for little, so that all the more is said about it."""
    narrow = one_of(draw, True, False)
    catalogues = _catalogues(draw, narrow=narrow)
    lists = [one for one in catalogues if one["kind"] == "catalogue"]
    objectives, wanted = objectives_of(lists), requirements_of(lists)
    names = sorted(wanted)
    vendors = [_vendor(draw, f"v{n}") for n in range(1, draw(st.integers(0, 2)) + 1)]
    datasets = [_dataset(draw, f"d{n}") for n in range(1, draw(st.integers(0, 2)) + 1)]
    subjects = {"vendor": [v["id"] for v in vendors], "dataset": [d["id"] for d in datasets]}
    controls = [
        control(draw, f"k{n}", objectives, sound=often(draw)) for n in range(1, 2 + draw(_below(3)))
    ]
    checks = [
        check(draw, f"h{n}", controls, names, _TELLING if often(draw) else _RULES)
        for n in range(draw(st.integers(0, 3)))
    ]
    subjects_named = [f"requirement/{name}" for name in names]
    decided = [
        *(exclusion(draw, f"x{n}", objectives) for n in range(int(seldom(draw)))),
        *(
            waiver(draw, f"w{n}", "requirement/failed", one_of(draw, *subjects_named))
            for n in range(int(seldom(draw, 3) and bool(names)))
        ),
        *(action(draw, f"t{n}", [*subjects_named, "control/k1"]) for n in range(int(seldom(draw)))),
    ]
    risks = [risk(draw, f"r{n}", objectives) for n in range(1, draw(st.integers(1, 2)) + 1)]
    settings = {
        "organization": "acme",
        "time_zone": "Asia/Shanghai",
        "as_of": one_of(draw, *AS_OF),
        "facts": [
            {"id": name, "value": one_of(draw, "yes", "no", "uncertain"), "reason": "所知"}
            for name in some(draw, FACTS[1:], most=2)
        ],
    }
    documents = [
        *_organisation(draw),
        *catalogues,
        _with_gates(_transfer(draw, objectives)),
        *vendors,
        *_about_vendors(draw, vendors),
        *datasets,
        *controls,
        *checks,
        *_records(draw, wanted, controls, subjects),
        *decided,
        appetite(draw),
        *risks,
    ]
    return world(stripped(settings), documents, {"checks/evidence/log.txt": ARTEFACT})

"""Edits: what somebody may do to a repository to look better, by the law that forbids it to work.

An edit is drawn for a world and its figures, and makes another world. Where there is nothing to
edit it gives the same one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from hypothesis import strategies as st

from tests.derive.laws import strategies as of
from tests.derive.laws.figures import Figures
from tests.derive.laws.strategies import Draw, one_of, some, stripped
from tests.derive.laws.world import RAW, Doc, World, path_of

Edit = Callable[[Draw, World, Figures], World]


# Law 1: fewer valid passes


def _passing(world: World, figures: Figures) -> list[Doc]:
    """The records that are known and that fail nothing."""
    said: dict[str, bool] = {}
    for judged in figures.result.derived.requirements.values():
        for proof in judged.proofs:
            for one in proof.showings:
                if one.position is not None:
                    said[one.source.id] = said.get(one.source.id, True) and one.passed
    return [one for one in world.documents("evidence") if said.get(one.get("id", ""), False)]


def fewer_passes(draw: Draw, world: World, figures: Figures) -> World:
    """A record that passes is dropped, aged, failed or weakened, or its document is touched."""
    passing = _passing(world, figures)
    if not passing:
        return world
    record = one_of(draw, *passing)
    weaker: Doc | None = draw(st.sampled_from(_WEAKER))
    if weaker is None:
        return world.without(record)
    if "artefacts" in weaker:
        return World(world.settings, world.files, weaker["artefacts"])
    if "control" in weaker:
        proves = [{**one, **weaker} for one in record["proves"]]
        return world.with_instead(record, {**record, "proves": [*map(stripped, proves)]})
    return world.with_instead(record, stripped({**record, **weaker}))


_WEAKER: tuple[Doc | None, ...] = (
    None,
    {"result": "fail"},
    {"performed_at": "2026-01-01"},
    {"performed_at": "2026-11-30"},
    {"recorded_at": "2026-11-30"},
    {"valid_for": "1 hours"},
    {"facts": {"n": 0}},
    {"facts": {"n": "many"}},
    {"witnessed_by": None, "performed_by": None},
    {"type": "nothing"},
    {"control": None},
    {"artefacts": {}},
    {"artefacts": {"checks/evidence/log.txt": "changed\n"}},
)


# Law 2: what persons accept


def accepted(draw: Draw, world: World, figures: Figures) -> World:
    """A waiver, an exclusion or an acceptance is added, or one that is there is approved."""
    return draw(st.sampled_from((_waived, _excluded, _approved, _accepted)))(draw, world, figures)  # type: ignore[no-any-return]


def _waived(draw: Draw, world: World, figures: Figures) -> World:
    findings = [one for one in figures.result.findings if one.waiver is None]
    if not findings:
        return world
    finding = one_of(draw, *findings)
    new = of.waiver(draw, _free(world, "waiver"), finding.rule, str(finding.subject))
    if one_of(draw, False, True):
        del new["rule"], new["subject"]
        new["fingerprint"] = finding.fingerprint
    return _having(world, new)


def _excluded(draw: Draw, world: World, figures: Figures) -> World:
    new = of.exclusion(draw, _free(world, "exclusion"), _objectives(world))
    return _having(world, new)


def _approved(draw: Draw, world: World, figures: Figures) -> World:
    there = list(world.documents("exclusion"))
    if not there:
        return world
    old = one_of(draw, *there)
    return world.with_instead(old, {**old, "approved_by": "p-002", "granted": "2026-11-01"})


def _accepted(draw: Draw, world: World, figures: Figures) -> World:
    risk = one_of(draw, *world.documents("risk"))
    done = world.with_instead(risk, {**risk, "treatment": "accept"})
    return _having(done, {
        "kind": "sign-off", "id": _free(world, "sign-off"), "decision": "acceptance",
        "about": [f"risk/{risk['id']}"], "by": "p-002", "at": "2026-11-22",
    })  # fmt: skip


# Law 3: removing what can be removed, and adding whatever gives no pass


def removed(draw: Draw, world: World, figures: Figures) -> World:
    """A control, check, waiver or action is removed."""
    there = [
        one
        for kind in ("control", "check", "waiver", "action")
        for one in world.documents(kind)
        if sum(_same(one, other) for other in world.documents(kind)) == 1
    ]
    return world.without(one_of(draw, *there)) if there else world


def _same(one: Doc, other: Doc) -> bool:
    return one.get("id") == other.get("id")


def added(draw: Draw, world: World, figures: Figures) -> World:
    """Something is added that gives no valid pass."""
    adding: Edit = draw(st.sampled_from(_ADDED))
    return adding(draw, world, figures)


def _control(draw: Draw, world: World, figures: Figures) -> World:
    return _having(world, of.control(draw, _free(world, "control"), _objectives(world)))


def _check(draw: Draw, world: World, figures: Figures) -> World:
    """A check by hand, or one by a rule about what can be dropped, which proves nothing."""
    controls = list(world.documents("control"))
    if not controls:
        return world
    rules = ("action/overdue", "evidence/wrong-type", "requirement/failed", "no-such/rule")
    new = of.check(draw, _free(world, "check"), controls, sorted(_requirements(world)), rules)
    return _having(world, new)


def _failing(draw: Draw, world: World, figures: Figures) -> World:
    wanted = _requirements(world)
    if not wanted:
        return world
    proves = [
        stripped({
            "requirement": name,
            "control": one_of(draw, None, *(one["id"] for one in world.documents("control"))),
            "subject": one_of(draw, *_subjects(world, wanted[name]), None, "vendor/gone"),
        })
        for name in some(draw, sorted(wanted), least=1, most=2)
    ]  # fmt: skip
    return _having(world, of.record(draw, _free(world, "evidence"), proves, "fail"))


def _void(draw: Draw, world: World, figures: Figures) -> World:
    """A pass that cannot count: it names no control, or lies in the future."""
    wanted = _requirements(world)
    if not wanted:
        return world
    name = one_of(draw, *sorted(wanted))
    new = of.record(draw, _free(world, "evidence"), [{"requirement": name}], "pass")
    return _having(world, new)


def _risk(draw: Draw, world: World, figures: Figures) -> World:
    return _having(world, of.risk(draw, _free(world, "risk"), _objectives(world)))


def _action(draw: Draw, world: World, figures: Figures) -> World:
    return _having(world, of.action(draw, _free(world, "action"), ["control/k1", "risk/r1"]))


def _unrelated(draw: Draw, world: World, figures: Figures) -> World:
    documents: tuple[Doc, ...] = (
        {"kind": "party", "id": "other", "title": "他方", "role": "adviser"},
        {"kind": "department", "id": "new", "title": "新", "party": "target"},
        {"kind": "role", "id": "officer", "title": "官", "rank": 3},
        {"kind": "evidence-type", "id": "new", "title": "新"},
        {"kind": "incident", "id": "new", "title": "事", "discovered": "2026-11-20"},
        {"kind": "measurement", "id": "new", "risk": "r1", "indicator": "x", "at": "2026-11-20",
         "value": 1},
    )  # fmt: skip
    return _having(world, one_of(draw, *documents))


def _broken(draw: Draw, world: World, figures: Figures) -> World:
    """A document that cannot be understood, of any kind or of none, in any file."""
    kind = one_of(draw, *_KINDS, "vendor", "dataset")
    text = one_of(
        draw,
        f"{{kind: {kind}, id: broken, title: {{}}}}\n",
        f"kind: {kind}\nid: broken\nnonsense: [1\n",
        f"kind: {kind}\nid: broken\nnonsense: 1\n",
        "kind: nonsense\nid: broken\n",
        "id: broken\n",
        "\tnothing\n",
    )
    return _placed(draw, world, {RAW: text})


def _copied(draw: Draw, world: World, figures: Figures) -> World:
    """A document that is there stands twice; the second says the same, or another thing."""
    there = [one for one in world.documents() if one.get("kind") in _KINDS and RAW not in one]
    copy = dict(one_of(draw, *there))
    if copy["kind"] == "evidence":
        copy["result"] = one_of(draw, "pass", "fail")
    return _placed(draw, world, copy)


_KINDS = (
    "control", "check", "evidence", "exclusion", "waiver", "action", "risk", "person", "department",
    "agreement", "incident", "vendor", "dataset",
)  # fmt: skip
_ADDED: tuple[Edit, ...] = (
    _control, _check, _failing, _failing, _void, _risk, _action, _unrelated, _broken, _copied,
)  # fmt: skip


# Law 4: one control becomes several


def split(draw: Draw, world: World, figures: Figures) -> World:
    """A control becomes two, which share its objectives, its records and its checks."""
    there = list(world.documents("control"))
    if not there:
        return world
    old = one_of(draw, *there)
    fresh = f"part-{len(there)}"  # there is one more after each split
    halves = [one_of(draw, old["id"], fresh), f"{fresh}-b"]
    first = some(draw, old.get("achieves", []))
    rest = [one for one in old.get("achieves", []) if one not in first or one_of(draw, False, True)]
    new = [
        stripped({**old, "id": name, "achieves": achieves})
        for name, achieves in zip(halves, (first, rest), strict=True)
    ]

    def moved(one: Doc) -> tuple[Doc, ...]:
        if one is old:
            return tuple(new)
        if one.get("kind") == "check" and one["control"] == old["id"]:
            return ({**one, "control": one_of(draw, *halves)},)
        if one.get("kind") == "evidence":
            proves = [
                {**each, "control": _half(draw, each["requirement"], new)}
                if each.get("control") == old["id"] else each
                for each in one["proves"]
            ]  # fmt: skip
            return ({**one, "proves": proves},)
        return (one,)

    return world.map(moved)


def _half(draw: Draw, requirement: str, halves: Sequence[Doc]) -> Any:
    """The half that achieves what a record is about; either where both or none do."""
    objective = requirement.rpartition(":")[0]
    right = [one["id"] for one in halves if objective in one.get("achieves", ())]
    return one_of(draw, *(right or [one["id"] for one in halves]))


# Law 6: order


ORDERED = ("grades", "likelihoods", "levels")
"""Lists whose order says something: the scales of the appetite file rise."""


def reordered(draw: Draw, world: World, figures: Figures) -> World:
    """Files have other names, documents stand elsewhere in the same folder, lists run otherwise."""
    folders: dict[str, list[Doc]] = {}
    for path, documents in world.files.items():
        folders.setdefault(path.rpartition("/")[0], []).extend(documents)
    files: dict[str, tuple[Doc, ...]] = {}
    for folder, found in folders.items():
        mixed = draw(st.permutations(found))
        cut = draw(st.integers(0, len(mixed)))
        for name, part in (("a", mixed[cut:]), ("z", mixed[:cut])):
            if part:
                files[f"{folder}/{name}.yaml"] = tuple(_mixed(draw, one) for one in part)
    return World(_mixed(draw, world.settings), files, world.artefacts)


def _mixed(draw: Draw, value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _mixed(draw, one, key) for key, one in reversed(value.items())}
    if isinstance(value, list):
        mixed = [_mixed(draw, one) for one in value]
        return mixed if name in ORDERED or len(mixed) < 2 else draw(st.permutations(mixed))
    return value


# what they share


def _having(world: World, document: Doc) -> World:
    return world.having(path_of(document), document)


def _placed(draw: Draw, world: World, document: Doc) -> World:
    """In one of the files, or one of its own, before or behind all else."""
    path = one_of(draw, *world.files, "checks/0.yaml", "vendors/zz.yaml", "controls/0.yaml")
    return world.having(path, document, first=one_of(draw, False, True))


def _free(world: World, kind: str) -> str:
    return f"new-{sum(1 for _ in world.documents(kind))}"


def _catalogues(world: World) -> list[Doc]:
    return list(world.documents("catalogue"))


def _objectives(world: World) -> list[str]:
    return of.objectives_of(_catalogues(world))


def _requirements(world: World) -> dict[str, Doc]:
    return of.requirements_of(_catalogues(world))


def _subjects(world: World, requirement: Doc) -> Iterator[str]:
    kind = requirement.get("for_each")
    if kind is not None:
        yield from (f"{kind}/{one['id']}" for one in world.documents(kind) if "id" in one)

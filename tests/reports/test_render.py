"""The page: its figures, its two languages, its harmlessness, its bytes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from hegui import __version__, api
from hegui.engine.result import Result
from hegui.findings.severity import Severity
from hegui.model.person import Person
from hegui.reports.render import FIRST, LONGEST, NAME, clean, render
from tests.repo import BASE, SETTINGS, judged, write
from tests.reports.cases import CONTROLS, FILES, HIGH, ROOT, VENDOR, page, small
from tests.reports.test_wording import HAN, SENTENCE
from tests.reports.tree import Node, half, number, parse, sections

LANGUAGES = ("zh", "en")
TODO = {"zh": "必须做什么", "en": "What must be done"}
EXCLUDED = {"zh": "排除 1", "en": "1 excluded"}
AREAS = {"zh": "各领域一览", "en": "Areas at a glance"}
WAIVED = {"zh": "已豁免", "en": "Waived"}


def rows(section: Node) -> list[Node]:
    return [row for body in section.all("tbody") for row in body.all("tr")]


def check_figures(shown: Node, result: Result, language: str) -> None:
    """Hold the figures of one half against those of the result."""
    states, severities = (
        [number(item.text) for item in counts.all("li")]
        for counts in shown.all("ul")
        if counts.attributes.get("class") == "severities"
    )
    assert severities == list(result.severities.values())
    assert states == list(result.derived.headline.counts.values())
    parts = sections(shown)
    todo = rows(parts[TODO[language]])
    assert len(todo) == len(result.open)
    places = sorted(f"{f.place.path}:{f.place.line}" for f in result.open)
    assert sorted(next(list(row.all("td"))[3].all("code")).text for row in todo) == places
    assert len(rows(parts[WAIVED[language]])) == len(result.findings) - len(result.open)
    footer = shown.one("footer")
    for count in (*result.documents.values(), *result.statuses.values()):
        assert f"{count:,}" in footer.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_are_those_of_the_result(tmp_path: Path, language: str) -> None:
    result = small(tmp_path)
    check_figures(half(page(result), language), result, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_of_the_worked_case(language: str) -> None:
    result = api.check(ROOT)
    shown = half(page(result), language)
    check_figures(shown, result, language)
    tiles = list(sections(shown)[AREAS[language]].one("ul", class_="areas").all("li"))
    assert len(tiles) == 21
    assert not any("area-uncovered" in tile.attributes["class"] for tile in tiles)
    assert sum(EXCLUDED[language] in tile.text for tile in tiles) == 2


def test_a_page_says_what_it_must(tmp_path: Path) -> None:
    shown = half(page(small(tmp_path)), "en")
    assert shown.one("svg").attributes["aria-label"] == "CHECK FAIL"
    assert "Only proof earns credit" in shown.text
    parts = sections(shown)
    (waived,) = rows(parts["Waived"])
    for said in ("One job only", "p-008", "31 December 2026", "risks/waivers/w.yaml:"):
        assert said in waived.text
    assert "p-001" not in waived.text, "who asked for it does not approve"
    ahead = [[cell.text for cell in row.all("td")] for row in rows(parts["Gates ahead"])]
    assert ahead[-1] == ["1 December 2026in 8 days", "Closing", "no gate", "–", "IT"]
    assert ahead[0] == ["23 November 2026today", "Start", "no gate", "–", "Not decided inside"]
    assert "one may count in several areas" in parts["Areas at a glance"].text
    footer = shown.one("footer").text
    assert __version__ in footer
    assert "the end of 23 November 2026 (Asia/Shanghai)" in footer
    assert "working tree" in footer
    assert re.search(r"sha256:[0-9a-f]{64}", footer)


def test_a_pass_and_nothing_to_judge(tmp_path: Path) -> None:
    clean_case = page(judged(tmp_path / "a", {}))
    assert half(clean_case, "zh").one("svg").attributes["aria-label"] == "检查 通过"
    assert "没有未结发现" in half(clean_case, "zh").one("h1").text
    empty = page(api.check(write(tmp_path / "b", {"hegui.yaml": SETTINGS})))
    assert half(empty, "zh").one("svg").attributes["aria-label"] == "检查 无从判定"
    assert half(empty, "en").one("h1").text == "There is nothing here that can be judged"
    assert "acme" in half(empty, "en").text


def test_what_was_not_understood_is_told(tmp_path: Path) -> None:
    broken = CONTROLS.replace("status: implemented", "status: implementd")
    shown = half(page(small(tmp_path, controls=broken)), "en")
    said = sections(shown)["Not assessed"].text
    assert "control reconciliation" in said
    assert "controls/controls.yaml:" in said
    assert "may hide more" in shown.text


def test_a_long_table_unfolds(tmp_path: Path) -> None:
    controls = "---\n".join(
        CONTROLS.partition("---")[0].replace("id: signing", f"id: c{n}") for n in range(40)
    )
    result = judged(tmp_path, {**FILES, "controls/controls.yaml": controls})
    todo = sections(half(page(result), "en"))["What must be done"]
    folded = todo.one("details")
    assert len(rows(todo)) == len(result.open) > FIRST
    assert len(rows(folded)) == len(result.open) - FIRST
    assert number(folded.one("summary").text) == len(result.open) - FIRST


# Languages


def test_both_halves_say_their_language(tmp_path: Path) -> None:
    shown = page(small(tmp_path))
    assert shown.one("html").attributes["lang"] == "zh-CN"
    assert half(shown, "zh").attributes["lang"] == "zh-CN"
    assert half(shown, "en").attributes["lang"] == "en"
    picks = list(shown.all("input"))
    assert ["checked" in pick.attributes for pick in picks] == [True, False]


def test_the_first_language_prevails(tmp_path: Path) -> None:
    shown = page(small(tmp_path), HIGH, "en", "zh")
    assert shown.one("html").attributes["lang"] == "en"
    assert [p.attributes["id"] for p in shown.all("input")] == ["pick-en", "pick-zh"]
    assert "Acme" in shown.one("title").text


def test_one_language_needs_no_switch(tmp_path: Path) -> None:
    shown = page(small(tmp_path), HIGH, "en")
    assert not list(shown.all("input"))
    assert [node.attributes["lang"] for node in shown.all("div", class_="half")] == ["en"]


def english_in(shown: Node) -> list[str]:
    """English sentences of the Chinese half, but for code and what says that it is English."""
    found = []
    for node in (shown, *shown.all()):
        if node.tag not in ("code", "svg") and node.attributes.get("lang") != "en":
            own = " ".join(piece for piece in node.inside if isinstance(piece, str))
            found += SENTENCE.findall(own)
    return found


def test_no_english_in_the_chinese_chrome(tmp_path: Path) -> None:
    assert english_in(half(page(small(tmp_path)), "zh")) == []
    broken = CONTROLS.replace("status: implemented", "status: implementd")
    assert english_in(half(page(small(tmp_path / "b", controls=broken)), "zh")) == []
    assert english_in(half(page(judged(tmp_path / "c", {})), "zh")) == []


def test_no_chinese_in_the_english_half_unless_it_says_so(tmp_path: Path) -> None:
    def own(node: Node) -> str:
        inside = (n for n in node.inside if not isinstance(n, str))
        below = (own(n) for n in inside if n.attributes.get("lang") != "zh-CN")
        return "".join([*(n for n in node.inside if isinstance(n, str)), *below])

    for result in (small(tmp_path), api.check(ROOT)):
        assert not HAN.findall(own(half(page(result), "en")))


def test_a_text_in_one_language_only_says_which(tmp_path: Path) -> None:
    organization = BASE["controls/organization.yaml"].replace("{zh: 甲, en: Acme}", "{zh: 甲}")
    shown = page(judged(tmp_path, {"controls/organization.yaml": organization}))
    marked = [node for node in half(shown, "en").all("span", lang="zh-CN") if node.text == "甲"]
    assert marked
    assert not list(half(shown, "zh").all("span", lang="en"))


# Trust


HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% for x in y %}",
    "{{ v.__class__.__mro__ }}",
    '" onmouseover="alert(1)',
    "W" * 10_000,
    "字" * 10_000,
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_shows_and_does_nothing(tmp_path: Path, text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    control = CONTROLS.replace("{zh: 签署管理, en: Signing}", quoted)
    organization = FILES["controls/organization.yaml"].replace("{zh: 甲, en: Acme}", quoted)
    result = small(tmp_path, controls=control, organization=organization)
    html = render(result, HIGH, LANGUAGES)
    shown = parse(html)
    assert not list(shown.all("script"))
    assert not list(shown.all("img"))
    assert not any(name.startswith("on") for node in shown.all() for name in node.attributes)
    assert "49" not in shown.one("title").text
    for language in LANGUAGES:
        assert text[: LONGEST - 100] in half(shown, language).text
    assert len(html) < 250_000


def test_nothing_but_the_page_is_named(tmp_path: Path) -> None:
    html = render(small(tmp_path), HIGH, LANGUAGES)
    shown = parse(html)
    names = {name for node in shown.all() for name in node.attributes}
    assert names.isdisjoint({"src", "href", "action", "srcset", "poster", "data"})
    assert "url(" not in html
    assert "@import" not in html
    (policy,) = (
        node.attributes["content"]
        for node in shown.all("meta")
        if node.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb", "a<U+202E>b"),
        ("\u2066a\u2069", "<U+2066>a<U+2069>"),
        ("\x1b[31m", "<U+001B>[31m"),
        ("\ud800", "<U+D800>"),
        ("x" * LONGEST, "x" * LONGEST),
        ("x" * (LONGEST + 1), "x" * (LONGEST - 1) + "…"),
        ("正常 normal\n", "正常 normal\n"),
    ],
)
def test_unseen_characters_are_spelled_out(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_turned_text_is_spelled_out_on_the_page(tmp_path: Path) -> None:
    control = CONTROLS.replace("{zh: 签署管理, en: Signing}", '"a\\u202Eb"')
    html = render(small(tmp_path, controls=control), HIGH, LANGUAGES)
    assert "\u202e" not in html
    html.encode()


def test_a_long_name_is_cut(tmp_path: Path) -> None:
    organization = BASE["controls/organization.yaml"].replace("en: Acme", f"en: {'W' * 500}")
    shown = page(judged(tmp_path, {"controls/organization.yaml": organization}))
    assert "W" * (NAME - 1) + "… · Management summary" in half(shown, "en").text


def test_no_person_is_named() -> None:
    result = api.check(ROOT)
    html = render(result, Severity.LOW, LANGUAGES)
    people = result.repository.all(Person)
    assert people
    for person in people:
        for text in (person.name, person.contact):
            if text is not None:
                assert str(text.zh) not in html
                assert str(text.en) not in html


# Bytes


def test_the_same_result_gives_the_same_bytes_in_every_clone(tmp_path: Path) -> None:
    first, second = small(tmp_path / "a"), small(tmp_path / "b")
    page_ = render(first, HIGH, LANGUAGES)
    assert page_ == render(first, HIGH, LANGUAGES) == render(second, HIGH, LANGUAGES)
    changed = small(tmp_path / "c", v=VENDOR + "# a note\n")
    assert page_ != render(changed, HIGH, LANGUAGES), "the digest tells the inputs apart"


def test_the_same_bytes_whatever_the_seed_of_hashes(tmp_path: Path) -> None:
    small(tmp_path)
    program = (
        "import sys; from pathlib import Path; from hegui import api\n"
        "from hegui.findings.severity import Severity\n"
        "from hegui.reports.render import render\n"
        "page = render(api.check(Path(sys.argv[1])), Severity.HIGH, ('zh', 'en'))\n"
        "sys.stdout.buffer.write(page.encode())"
    )
    seen = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        environment["PYTHONPATH"] = str(ROOT / "src")
        done = subprocess.run(
            [sys.executable, "-c", program, str(tmp_path)],
            capture_output=True,
            check=True,
            env=environment,
        )
        seen.add(done.stdout)
    assert len(seen) == 1


def test_jinja2_is_imported_late() -> None:
    program = "import sys, hegui.reports.render; print('jinja2' in sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True, env=environment
    )
    assert done.stdout.strip() == "False"

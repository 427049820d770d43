"""The page in a browser: quiet, self-contained, narrow enough, usable by keyboard, readable."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from hegui import api
from hegui.reports.render import render
from tests.reports.cases import CONTROLS, FILES, HIGH, ROOT, small

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LONG = "W" * 10_000

# Every element with text of its own that shows: the contrast of its colour and what is behind it.
CONTRAST = """() => {
  const light = c => {
    const part = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    const [r, g, b] = c.match(/[0-9.]+/g).map(Number);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const behind = e => {
    for (; e; e = e.parentElement) {
      const c = getComputedStyle(e).backgroundColor;
      if (!/, 0\\)$/.test(c)) return c;
    }
    return 'rgb(255, 255, 255)';
  };
  return [...document.querySelectorAll('.half *')]
    .filter(e => e.checkVisibility() && !e.closest('svg'))
    .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
    .map(e => {
      const [a, b] = [light(getComputedStyle(e).color), light(behind(e))];
      return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), e.textContent.trim().slice(0, 40)];
    })
    .filter(([ratio]) => ratio < 4.5);
}"""

# Every element that shows and reaches beyond the window.
OUTSIDE = """() => [...document.querySelectorAll('.half *')]
  .filter(e => e.checkVisibility() && !e.closest('thead'))
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
  .map(e => e.outerHTML.slice(0, 90))"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        yield started
        started.close()


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the worked case."""
    file = tmp_path_factory.mktemp("case") / "management.html"
    file.write_text(render(api.check(ROOT), HIGH, ("zh", "en")), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of long words, markup and what was not understood."""
    folder = tmp_path_factory.mktemp("hostile")
    text = "{zh: '" + "字" * 10_000 + "', en: '<script>alert(1)</script>" + LONG + "'}"
    controls = CONTROLS.replace("{zh: 签署管理, en: Signing}", text)
    controls = controls.replace("[cat#03.1]\nraci: [{accountable: buyer-it}]", "[nothing]")
    organization = FILES["controls/organization.yaml"].replace("{zh: 甲, en: Acme}", text)
    organization = organization.replace("{zh: 科技部, en: IT}", text)
    result = small(folder / "repository", controls=controls, organization=organization)
    file = folder / "management.html"
    file.write_text(render(result, HIGH, ("zh", "en")), encoding="utf-8")
    return file


def visit(
    browser: Browser, file: Path, width: int = 1440, scheme: Literal["light", "dark"] = "light"
) -> tuple[Page, list[str]]:
    """Open a page; what it asks for and what the console says gathers in the list."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    page.on("request", lambda request: heard.append(request.url))
    page.goto(file.as_uri())
    return page, heard


@pytest.mark.parametrize("name", ["case", "hostile"])
def test_no_error_and_no_request_beyond_the_file(
    browser: Browser, name: str, request: pytest.FixtureRequest
) -> None:
    file: Path = request.getfixturevalue(name)
    page, heard = visit(browser, file)
    page.wait_for_load_state("networkidle")
    assert heard == [file.as_uri()]
    page.close()


@pytest.mark.parametrize("width", [1440, 820, 390, 320])
@pytest.mark.parametrize("name", ["case", "hostile"])
def test_no_horizontal_scroll(
    browser: Browser, name: str, width: int, request: pytest.FixtureRequest
) -> None:
    page, _ = visit(browser, request.getfixturevalue(name), width)
    for language in ("zh", "en"):
        page.click(f"label[for=pick-{language}]")
        for folded in page.locator("details:visible").all():
            folded.evaluate("node => { node.open = true; }")
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, language
        assert page.evaluate(OUTSIDE) == []
    page.close()


def test_the_language_is_switched_by_keyboard(browser: Browser, case: Path) -> None:
    page, _ = visit(browser, case)
    assert page.locator(".in-zh").is_visible()
    assert not page.locator(".in-en").is_visible()
    page.keyboard.press("Tab")
    outline = "getComputedStyle(document.querySelector('label[for=pick-zh]')).outlineStyle"
    assert page.evaluate(outline) == "solid", "focus can be seen"
    page.keyboard.press("ArrowRight")
    assert page.locator(".in-en").is_visible()
    assert not page.locator(".in-zh").is_visible()
    page.keyboard.press("ArrowLeft")
    assert page.locator(".in-zh").is_visible()
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(
    browser: Browser, case: Path, scheme: Literal["light", "dark"]
) -> None:
    page, _ = visit(browser, case, scheme=scheme)
    for language in ("zh", "en"):
        page.click(f"label[for=pick-{language}]")
        assert page.evaluate(CONTRAST) == []
    page.close()


def test_paper_is_white_and_shows_all(browser: Browser, case: Path) -> None:
    page, _ = visit(browser, case, scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(255, 255, 255)"
    assert not page.locator(".languages").is_visible()
    assert page.evaluate(CONTRAST) == []
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.close()


def test_both_languages_stand_without_a_style_sheet(browser: Browser, case: Path) -> None:
    page, _ = visit(browser, case)
    page.evaluate("document.querySelector('style').remove()")
    assert page.locator(".in-zh").is_visible()
    assert page.locator(".in-en").is_visible()
    page.close()


def test_the_first_screen_answers(browser: Browser, case: Path) -> None:
    """Verdict, what is open and who must act are seen before anything is scrolled."""
    for width, height in ((1440, 900), (820, 1180), (390, 844)):
        page, _ = visit(browser, case, width)
        page.set_viewport_size({"width": width, "height": height})
        bottom = page.evaluate(
            "document.querySelector('.in-zh .four section:last-child .big')"
            ".getBoundingClientRect().bottom"
        )
        assert bottom < height
        page.close()

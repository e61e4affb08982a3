"""One look at a screen: all that can be told of it by script, told once."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from tests.browser.accessibility import violations
from tests.browser.keyboard import tab_through
from tests.browser.screens import SIZES, Screen, is_walked
from tests.browser.sites import Site

PATIENCE = 30_000  # milliseconds; the machine may be busy
PROBES = Path(__file__).with_name("probes.js").read_text(encoding="utf-8")
_DRAWN = """() => {
    const every = (outer, inner) => [...document.querySelectorAll(outer)]
        .every(one => !one.checkVisibility() || one.querySelector(inner));
    const height = document.querySelector('[data-testid=stMain]').scrollHeight;
    const still = window.__height === height;
    window.__height = height;
    return still && !document.querySelector('[data-testid=stSkeleton]')
        && every('[data-testid=stPlotlyChart]', '.main-svg')
        && every('[data-testid=stDataFrame]', 'canvas');
}"""
# The frontend looks for its server beside the page's address before it looks above;
# the browser calls the miss an error.
_FIRST_GUESS = re.compile(r"/\w+/_stcore/(health|host-config)$")
_TICK = 120  # milliseconds between two looks at whether all is drawn
_MOST_TICKS = 60


@dataclass(frozen=True)
class Seen:
    """What is on a screen, and what is wrong with it."""

    missing: list[str]
    traceback: bool
    exceptions: int
    beyond: list[int]
    cut: list[str]
    charts: list[str]
    console: list[str]
    requests: list[str]
    violations: list[str]
    unreached: list[str]
    unseen: list[str]


class Visitor:
    """Opens the screens of one site, each once, and remembers what was seen."""

    def __init__(self, browser: Browser, site: Site) -> None:
        self.site = site
        self._context = browser.new_context()
        self._context.set_default_timeout(PATIENCE)
        self._seen: dict[tuple[Screen, str], Seen] = {}
        self._console: list[str] = []
        self._requests: list[str] = []
        self._page = self._watched()

    def open(self, screen: Screen, size: str = "wide") -> Page:
        """Show a screen at a size, all of it drawn."""
        width, height = SIZES[size]
        self._page.set_viewport_size({"width": width, "height": height})
        self._console.clear()
        self._requests.clear()
        label = self.site.labels[screen.whom] if screen.whom else ""
        self._page.goto(f"{self.site.address}/{screen.path(label)}")
        drawn(settled(self._page))
        self._page.evaluate(PROBES)
        return self._page

    def seen(self, screen: Screen, size: str) -> Seen:
        """Return what is seen on a screen; looked at once only."""
        if (screen, size) not in self._seen:
            self._seen[screen, size] = self._look(screen, size)
        return self._seen[screen, size]

    def _look(self, screen: Screen, size: str) -> Seen:
        page = self.open(screen, size)
        grave = violations(page)
        walked = is_walked(screen, size)
        unreached, unseen = tab_through(page) if walked else ([], [])
        return Seen(
            missing=self._missing(page, screen.must_show()),
            traceback="Traceback" in (main_of(page).text_content() or ""),
            exceptions=page.get_by_test_id("stException").count(),
            beyond=page.evaluate("() => probes.beyond()"),
            cut=page.evaluate("() => probes.cutTexts()"),
            charts=page.evaluate("() => probes.chartFaults()"),
            violations=grave,
            unreached=unreached,
            unseen=unseen,
            console=list(self._console),
            requests=list(self._requests),
        )

    def _missing(self, page: Page, wanted: tuple[str, ...]) -> list[str]:
        """Return the words that do not come; a table's come a little after it."""
        for _ in range(_MOST_TICKS):
            there = main_of(page).text_content() or ""
            missing = [words for words in wanted if words not in there]
            if not missing:
                return []
            page.wait_for_timeout(_TICK)
        return missing

    def _watched(self) -> Page:
        page = self._context.new_page()
        page.on("pageerror", lambda error: self._console.append(str(error)))
        page.on("console", self._hear)
        page.on("request", lambda asked: self._ask(asked.url))
        page.on("requestfailed", lambda asked: self._fail(asked.url, asked.failure))
        page.on("response", lambda got: self._get(got.url, got.status))
        return page

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type == "error" and not _FIRST_GUESS.search(said.location["url"]):
            self._console.append(said.text)

    def _ask(self, url: str) -> None:
        if urlsplit(url).hostname not in ("127.0.0.1", None):
            self._requests.append(f"to another host: {url}")

    def _fail(self, url: str, why: str | None) -> None:
        if why != "net::ERR_ABORTED":  # the next address was asked for meanwhile
            self._requests.append(f"failed ({why}): {url}")

    def _get(self, url: str, status: int) -> None:
        if status >= 400 and not _FIRST_GUESS.search(url):
            self._requests.append(f"{status}: {url}")


def settled(page: Page) -> Page:
    """Wait until the script has run and the page shows its title."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning")
    expect(main_of(page).get_by_role("heading", level=1).first).to_be_visible()
    return page


def drawn(page: Page) -> Page:
    """Wait until charts and tables stand and the page grows no more."""
    page.evaluate("() => document.fonts.ready.then(() => true)")
    page.wait_for_function(_DRAWN, polling=_TICK)
    return page


def main_of(page: Page):
    """Return the part of the page beside the sidebar."""
    return page.get_by_test_id("stMain")

"""Take the pictures of docs/ from the sample data: `make pictures`."""

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.serving import ROOT, chromium, server

PAGES = {
    "overview": "",
    "agency": "agency?agency=เทศบาลตำบลโพหัก",
    "weak": "weak",
    "measures": "measures",
    "checks": "checks",
    "export": "export",
}
SIZES = {1440: 900, 390: 844}
TALLEST = 2600  # pixels; the rest of a long page is more of the same
SETTLED = 2500  # milliseconds for charts to be drawn


def take_all(folder: Path) -> None:
    """Write one picture a page and width into a folder."""
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        with (
            server(place / "samples.sqlite", place / "log") as address,
            sync_playwright() as playwright,
        ):
            browser = playwright.chromium.launch(**chromium())
            for width in SIZES:
                _take(browser, address, folder, width)
            browser.close()


def _take(browser: Browser, address: str, folder: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": SIZES[width]})
    for name, path in PAGES.items():
        page.goto(f"{address}/{path}")
        page.get_by_role("heading", level=1).wait_for(timeout=30_000)
        page.wait_for_timeout(SETTLED)
        main = page.get_by_test_id("stMain")
        height = int(main.evaluate("main => main.scrollHeight"))
        page.set_viewport_size({"width": width, "height": min(height, TALLEST)})
        page.wait_for_timeout(SETTLED)
        page.screenshot(path=folder / f"{name}-{width}.png")
        page.set_viewport_size({"width": width, "height": SIZES[width]})


if __name__ == "__main__":
    (ROOT / "docs").mkdir(exist_ok=True)
    take_all(ROOT / "docs")

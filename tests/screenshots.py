"""Take the pictures of docs/ from the sample data: `make pictures`.

Every page of the navigation in Thai and light; the overview in English and in dark
too. A page that shows one agency is taken for one.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Page, expect

from tests.browser.inspection import PATIENCE, drawn, settled
from tests.browser.screens import FOR_ONE, PAGES
from tests.browser.sites import PHO_HAK
from tests.serving import ROOT, browser, server

SIZES = {1440: 900, 390: 844}
TALLEST = 2600  # pixels; the rest of a long page is more of the same


@dataclass(frozen=True)
class Picture:
    """One page as it is taken: its file's name, its address, light or dark."""

    name: str
    path: str
    colours: str = "light"


def pictures() -> list[Picture]:
    """Return all that is taken, in the order of the navigation."""
    found = [Picture(page, _path(page)) for page in PAGES]
    english = Picture("overview-en", "?" + urlencode({"lang": "en"}))
    return [*found, english, Picture("overview-dark", "", "dark")]


def _path(page: str) -> str:
    address = "" if page == "overview" else page
    if page == "weak" or page not in FOR_ONE:
        return address
    return f"{address}?{urlencode({'agency': PHO_HAK})}"


def take_all(folder: Path) -> None:
    """Write one picture a page and width into a folder."""
    expect.set_options(timeout=PATIENCE)
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        with server(place / "samples.sqlite", place / "log") as address:
            for picture in pictures():
                for width in SIZES:
                    _take(address, picture, width, folder)


def _take(address: str, picture: Picture, width: int, folder: Path) -> None:
    size: Any = {"width": width, "height": SIZES[width]}
    scheme: Any = picture.colours
    page = browser().new_page(viewport=size, color_scheme=scheme)
    page.goto(f"{address}/{picture.path}")
    drawn(settled(page))
    _as_tall_as_its_content(page, width)
    page.screenshot(path=folder / f"{picture.name}-{width}.png")
    page.close()


def _as_tall_as_its_content(page: Page, width: int) -> None:
    height = int(page.get_by_test_id("stMain").evaluate("main => main.scrollHeight"))
    page.set_viewport_size({"width": width, "height": min(height, TALLEST)})
    drawn(page)


if __name__ == "__main__":
    (ROOT / "docs").mkdir(exist_ok=True)
    take_all(ROOT / "docs")

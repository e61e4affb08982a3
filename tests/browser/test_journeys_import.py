"""Bringing reports in with a real browser: two good files, one bad, and undone."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from itadash.labels import text
from itadash.store import open_store
from tests.browser.inspection import main_of, settled
from tests.browser.test_journeys import widget
from tests.serving import server

pytestmark = pytest.mark.browser

SAMPLES = Path(__file__).parents[2] / "data" / "reports"
GOOD = ("001_phohak_2564.txt", "003_nongmueang_2564.txt")


@pytest.fixture(scope="module")
def address(browser, tmp_path_factory):
    """Serve an empty store of this journey's own."""
    folder = tmp_path_factory.mktemp("imported")
    open_store(f"sqlite:///{folder / 'store.sqlite'}").close()
    with server(folder / "store.sqlite", folder / "server.log") as found:
        yield found


def file_of(name, content):
    return {"name": name, "mimeType": "text/plain", "buffer": content}


def press(page, key):
    widget(page, key).get_by_role("button").click()
    settled(page)


def test_good_files_are_accepted_a_bad_one_is_refused_and_all_is_undone(visit):
    page = visit("import")
    files = [file_of(name, (SAMPLES / name).read_bytes()) for name in GOOD]
    files.append(file_of("menu.txt", "รายการอาหารกลางวัน".encode()))
    page.get_by_test_id("stFileUploader").locator("input").set_input_files(files)
    expect(widget(page, "import_read")).to_contain_text(text("import.read", n=3))
    settled(page)
    press(page, "import_read")

    refused = page.get_by_test_id("stAlert").filter(has_text="menu.txt")
    expect(refused).to_be_visible()
    expect(main_of(page)).to_contain_text(text("import.waiting", n=3))
    expect(main_of(page)).to_contain_text(text("import.reports", n=0))

    press(page, "accept_all")

    expect(main_of(page)).to_contain_text(text("import.reports", n=2))
    expect(main_of(page)).to_contain_text(text("import.waiting", n=1))

    press(page, "undo_import")

    expect(page.get_by_test_id("stToast").last).to_contain_text(
        text("import.undone", n=2)
    )
    expect(main_of(page)).to_contain_text(text("import.reports", n=0))

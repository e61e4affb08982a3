"""What stands around every page: navigation, errors, and the mark of samples."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage
from streamlit.runtime.pages_manager import PagesManager

from itadash.errors import ItadashError
from itadash.labels import text
from itadash.ui import loading, marks
from itadash.ui.language import speak_as_chosen

ICON = str(Path(__file__).with_name("icon.png"))

IMPORT = "pages/import.py"

# Pages that have something to say before any report is stored.
_WITHOUT_REPORTS = ("method", "import")

# Groups of the navigation and their pages: file name, icon.
_PAGES: dict[str, tuple[tuple[str, str], ...]] = {
    "executive": (("overview", "monitoring"), ("agency", "account_balance")),
    "planner": (
        ("compare", "compare_arrows"),
        ("weak", "flag"),
        ("route", "route"),
        ("measures", "checklist"),
        ("method", "function"),
    ),
    "staff": (
        ("import", "upload_file"),
        ("checks", "fact_check"),
        ("export", "download"),
    ),
}


def configure() -> None:
    """Choose the language; set title, width and our own icon, before any navigation.

    Without an icon of ours the browser would fetch that of the page from a host on
    the network.
    """
    speak_as_chosen()
    st.set_page_config(page_title=text("app.title"), page_icon=ICON, layout="wide")


def pages() -> dict[str, list[StreamlitPage]]:
    """Return the pages of the navigation by the title of their group."""
    return {
        text(f"nav.{group}"): [_page(name, icon) for name, icon in members]
        for group, members in _PAGES.items()
    }


def _page(name: str, icon: str) -> StreamlitPage:
    return st.Page(
        f"pages/{name}.py",
        title=text(f"nav.{name}"),
        icon=f":material/{icon}:",
        default=name == "overview",
    )


def stand_in_frame() -> None:
    """Run again through `dashboard.py` where Streamlit ran a page by itself.

    A fresh server whose first address is a page's own takes `pages/` for the older
    kind of navigation, without our filters and marks, until `st.navigation` is
    called; so does a browser that comes back after a restart.
    """
    if PagesManager.uses_pages_directory:
        configure()
        st.navigation(pages())
        st.rerun()


@contextmanager
def errors_shown() -> Iterator[None]:
    """Show an error that a user can mend as its sentence, and end the page.

    A callback runs before the page does, hence speaks as the page will.
    """
    speak_as_chosen()
    try:
        yield
    except ItadashError as error:
        st.error(str(error), icon=":material/error:")
        st.stop()


def sample_mark() -> None:
    """Say what is not real; of samples, offer to remove them by one click."""
    marks.synthetic_mark()
    if not marks.marks().samples:
        return
    words, button = st.columns([5, 2], vertical_alignment="center")
    with words:
        marks.marked_caption("sample", text("sample.notice"))
    button.button(
        text("sample.remove"),
        key="remove_samples",
        on_click=_remove_samples,
        icon=":material/delete:",
        width="stretch",
    )


def stop_if_empty(page: StreamlitPage) -> None:
    """Where nothing is stored, say what to do next instead of most pages."""
    if page.url_path in _WITHOUT_REPORTS or not loading.assessments().empty:
        return
    st.title(text("empty.title"))
    st.info(text("empty.next"), icon=":material/info:")
    st.page_link(IMPORT, label=text("empty.import"), icon=":material/upload_file:")
    st.code("python -m itadash ingest รายงาน/", language=None)
    st.button(
        text("empty.samples"),
        key="restore_samples",
        on_click=_restore_samples,
        icon=":material/undo:",
    )
    st.stop()


def _remove_samples() -> None:
    with errors_shown():
        count = loading.store().remove_samples()
        st.toast(text("sample.removed", count=count), icon=":material/check:")


def _restore_samples() -> None:
    with errors_shown():
        loading.add_samples(loading.store())
        st.toast(text("sample.restored"), icon=":material/check:")

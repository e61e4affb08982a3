"""Many files at once into the session's preview, with progress."""

import streamlit as st

from itadash import workbook
from itadash.ingest.preview import MOST_FILES, previews
from itadash.labels import text
from itadash.ui import loading, tables
from itadash.ui.frame import errors_shown
from itadash.ui.handover import safely
from itadash.ui.importing import session
from itadash.ui.source import plain


def upload() -> None:
    """Draw the uploader; what is chosen is read on a click, and not yet stored.

    Every kind of file is let in: our own sentence says why one is refused.
    """
    st.info(text("import.local"), icon=":material/lock:")
    files = st.file_uploader(
        text("import.choose", n=MOST_FILES),
        accept_multiple_files=True,
        key=f"import_files_{session.uploads()}",
        help=text("import.formats"),
    )
    _blank()
    if not files:
        return
    if len(files) > MOST_FILES:
        st.error(text("import.too_many", n=MOST_FILES), icon=":material/error:")
        return
    if st.button(text("import.read", n=len(files)), key="import_read", type="primary"):
        _read([(one.name, one.getvalue()) for one in files])


def _read(files: list[tuple[str, bytes]]) -> None:
    bar = st.progress(0.0, text("import.reading", done=0, n=len(files), name=""))

    def tell(done: int, n: int, name: str) -> None:
        bar.progress(done / n, text("import.reading", done=done, n=n, name=plain(name)))

    with errors_shown():
        session.put([*session.previews(), *previews(files, loading.store(), tell)])
    st.rerun()


def _blank() -> None:
    st.download_button(
        text("import.blank"),
        safely(workbook.blank_scores_bytes, tables.apology),
        file_name="itadash-scores.xlsx",
        mime=tables.EXCEL,
        key="blank_scores",
        on_click="ignore",
        icon=":material/download:",
    )

"""What was read, beside its source, with what needs a look first; then a decision."""

from collections.abc import Sequence

import streamlit as st

from itadash.ingest.preview import Preview, accept
from itadash.labels import text
from itadash.records import finding_message
from itadash.store import Outcome
from itadash.ui import loading
from itadash.ui.frame import errors_shown
from itadash.ui.importing import session
from itadash.ui.importing.reading import report_read, table_read
from itadash.ui.source import origin, plain

MOST_FINDINGS = 30  # sentences under one file
MOST_SAID = 50  # files refused, each with its sentence


def review() -> None:
    """Show the files that wait; nothing of them is stored yet."""
    _refused_by_the_store()
    waiting = session.previews()
    if not waiting:
        st.caption(text("import.nothing"))
        return
    st.subheader(text("import.waiting", n=len(waiting)))
    _refused([one for one in waiting if one.sentence is not None])
    read = [one for one in waiting if one.sentence is None]
    _decide_on_all(waiting, read)
    if read:
        _one(_chosen(read))


def _refused(files: Sequence[Preview]) -> None:
    for one in files[:MOST_SAID]:
        st.error(plain(str(one.sentence)), icon=":material/error:")


def _decide_on_all(waiting: list[Preview], read: list[Preview]) -> None:
    clean = [one for one in read if not one.has_errors()]
    left, right = st.columns(2)
    with left:
        if st.button(
            text("import.accept_all", n=len(clean)),
            key="accept_all",
            disabled=not clean,
            type="primary",
            icon=":material/done_all:",
            width="stretch",
        ):
            _accept(clean)
    with right:
        if st.button(
            text("import.discard_all", n=len(waiting)),
            key="discard_all",
            icon=":material/delete_sweep:",
            width="stretch",
        ):
            session.drop(waiting)
            st.rerun()


def _chosen(read: list[Preview]) -> Preview:
    """Offer the files, those with errors first, then those with most findings."""
    ranked = sorted(read, key=lambda one: (not one.has_errors(), -len(one.findings())))
    by_key = {one.key: one for one in ranked}
    key = st.selectbox(
        text("import.file"),
        list(by_key),
        format_func=lambda one: _titled(by_key[one]),
        key="review_file",
    )
    return by_key[key]


def _titled(one: Preview) -> str:
    mark = text("import.mark_error" if one.has_errors() else "import.mark_fine")
    return f"{mark} · {one.name} · {_outcome(one)}"


def _outcome(one: Preview) -> str:
    """Say what accepting would do: new, a new version, or known already."""
    if len(one.reports) == 1:
        return text(f"import.outcome.{one.outcomes[0]}")
    counts = {outcome: one.outcomes.count(outcome) for outcome in Outcome}
    said = (text(f"import.n.{o}", n=f"{n:,}") for o, n in counts.items() if n)
    return " ".join(said)


def _one(one: Preview) -> None:
    with st.container(border=True):
        st.markdown(f"**{plain(one.name)}** · {_outcome(one)}")
        _findings(one)
        if len(one.reports) == 1:
            report_read(one, 0)
        else:
            table_read(one)
        _decide_on(one)


def _findings(one: Preview) -> None:
    order = {"error": 0, "warning": 1, "info": 2}
    found = sorted(one.findings(), key=lambda pair: order[pair[1].severity])
    st.markdown(f"**{text('import.look_first', n=f'{len(found):,}')}**")
    for at, finding in found[:MOST_FINDINGS]:
        said = f"{text(f'mark.{finding.severity}')} · {plain(finding_message(finding))}"
        if len(one.reports) > 1:
            said += f" · {plain(one.report(at).agency.name or '')}"
        st.markdown(f"- {said}")
        if finding.place.line is not None:
            st.caption(origin(one.name, finding.place.line, finding.place.text))
    if len(found) > MOST_FINDINGS:
        st.caption(text("import.more_findings", n=f"{len(found) - MOST_FINDINGS:,}"))


def _decide_on(one: Preview) -> None:
    left, right = st.columns(2)
    with left:
        if st.button(
            text("import.accept"),
            key="accept_one",
            icon=":material/check:",
            width="stretch",
        ):
            _accept([one])
    with right:
        if st.button(
            text("import.discard"),
            key="discard_one",
            icon=":material/delete:",
            width="stretch",
        ):
            session.drop([one])
            st.rerun()


def _accept(chosen: list[Preview]) -> None:
    bar = st.progress(0.0)

    def tell(done: int, n: int, name: str) -> None:
        words = text("import.storing", done=done, n=n, name=plain(name))
        bar.progress(done / n, words)

    with errors_shown():
        done = accept(loading.store(), chosen, tell)
    refused = {name for name, _ in done.refused}
    session.drop([one for one in chosen if one.name not in refused])
    st.session_state["import_refused"] = done.refused
    st.toast(
        text("import.stored", **{str(o): n for o, n in done.counts.items()}),
        icon=":material/check:",
    )
    st.rerun()


def _refused_by_the_store() -> None:
    """Say which accepted files could not be stored, once."""
    for name, sentence in st.session_state.pop("import_refused", ()):
        st.error(f"{plain(name)}: {plain(sentence)}", icon=":material/error:")

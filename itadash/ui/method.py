"""The parts of the page on how scores are made; none of them needs the store."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from itadash import framework
from itadash.analysis import ANSWERS, method
from itadash.checks.totals import TOLERANCE
from itadash.labels import text
from itadash.ui import tables

_TABLES: dict[str, Callable[[], pd.DataFrame]] = {
    "indicators": method.indicator_rules,
    "weights": method.instrument_weights,
    "levels": method.level_rules,
    "targets": method.target_rules,
    "recomputed": pd.DataFrame,
    "links": pd.DataFrame,
    "checks": method.check_kinds,
    "national": method.national_years,
    "sources": method.sources,
    "limits": pd.DataFrame,
}


def method_sections() -> None:
    """Draw a section a subject: its words, and its table where it has one."""
    values = {
        "target": f"{framework.target(None):g}",
        "bar": f"{ANSWERS:.2f}",
        "gap": f"{TOLERANCE:.2f}",
    }
    for name, rows in _TABLES.items():
        st.subheader(text(f"method.head.{name}"))
        st.markdown(text(f"method.say.{name}", **values))
        frame = rows()
        if not frame.empty:
            tables.table(
                frame, list(frame.columns), key=f"method_{name}", name=f"method_{name}"
            )

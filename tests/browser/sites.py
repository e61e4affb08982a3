"""Stores to look at, each behind a server of its own: samples, empty, demo."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from itadash.analysis import choosing
from itadash.store import create_with, open_store
from itadash.ui import loading
from tests.browser.screens import MEASURES_ONLY, SCORED
from tests.serving import ROOT, server

DEMO = ("--agencies", "300", "--years", "2565-2567", "--seed", "85")
PHO_HAK = "เทศบาลตำบลโพหัก"


@dataclass(frozen=True)
class Site:
    """A running dashboard: its address, and agencies' labels by what they have."""

    address: str
    labels: dict[str, str]


@contextmanager
def site(store: str, folder: Path) -> Iterator[Site]:
    """Fill a store in a folder and serve it."""
    path = folder / f"{store}.sqlite"
    url = f"sqlite:///{path}"
    _FILLED[store](url)
    with server(path, folder / f"{store}.log") as address:
        yield Site(address, _labels(url))


def _samples(url: str) -> None:
    create_with(url, loading.add_samples).close()


def _empty(url: str) -> None:
    open_store(url).close()


def _demo(url: str) -> None:
    command = [sys.executable, "-m", "itadash", "demo", *DEMO, "--store", url]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


_FILLED = {"samples": _samples, "empty": _empty, "demo": _demo}


def _labels(url: str) -> dict[str, str]:
    """Return an agency with scores and one that has measures only, where there are."""
    store = open_store(url)
    rows = store.assessments()
    store.close()
    if rows.empty:
        return {}
    labels = choosing.agency_labels(rows)
    has_scores = rows.groupby("agency_id", observed=True)["has_scores"].any()
    found = {}
    for whom, numbers in (
        (SCORED, has_scores[has_scores].index),
        (MEASURES_ONLY, has_scores[~has_scores].index),
    ):
        own = labels[labels.index.isin(numbers)]
        if len(own):
            found[whom] = _usual(own)
    return found


def _usual(labels: "pd.Series[str]") -> str:
    return PHO_HAK if PHO_HAK in set(labels) else str(labels.iloc[0])

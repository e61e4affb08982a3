"""How properties are tried: alike on every run, and without a clock.

`python -m pytest --hypothesis-profile=explore` tries new examples instead.
"""

import shutil
from functools import cache
from pathlib import Path

import pytest
import streamlit
from hypothesis import settings
from streamlit.components.v2 import manifest_scanner

from itadash import collecting
from itadash.store import create_with, migrate, open_store
from itadash.store.opening import VARIABLE
from itadash.store.schema import HEAD
from itadash.ui import loading

# Modules that try how a store is made, upgraded and shared.
MAKING_STORES = {"test_store_opening", "test_store_processes"}

settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile("steady")

# Every run of an AppTest reads the metadata of all installed packages again.
manifest_scanner.scan_component_manifests = cache(
    manifest_scanner.scan_component_manifests
)


def _forget_the_store():
    streamlit.cache_resource.clear()
    streamlit.cache_data.clear()


@pytest.fixture(autouse=True)
def _unsettled(monkeypatch):
    """Skip the collection that only a server of many sessions gains from."""
    monkeypatch.setattr(collecting, "settle", lambda: None)


@pytest.fixture
def store_url(tmp_path, monkeypatch):
    """Point the dashboard at a store of its own that does not exist yet."""
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    monkeypatch.setenv(VARIABLE, url)
    _forget_the_store()
    yield url
    _forget_the_store()


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory):
    """Return the file of a store that holds nothing."""
    path = tmp_path_factory.mktemp("empty") / "empty.sqlite"
    open_store(f"sqlite:///{path}").close()
    return path


@pytest.fixture(autouse=True)
def _new_stores_are_copies(request, monkeypatch):
    """Spare a new store the way through all its versions, where that is not tested."""
    if request.path.stem in MAKING_STORES:
        return
    to_head = migrate.bring_to_head
    empty = request.getfixturevalue("empty_file")

    def copied(engine, shown, target=HEAD):
        path = Path(engine.url.database or "")
        is_new = engine.name == "sqlite" and (
            not path.exists() or path.stat().st_size == 0
        )
        if is_new and target == HEAD:
            shutil.copyfile(empty, path)
        to_head(engine, shown, target)

    monkeypatch.setattr(migrate, "bring_to_head", copied)


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory):
    """Return the file of a store that holds the five samples; copy it to use it."""
    path = tmp_path_factory.mktemp("samples") / "samples.sqlite"
    create_with(f"sqlite:///{path}", loading.add_samples).close()
    return path


@pytest.fixture
def sample_url(store_url, sample_file):
    """Point the dashboard at a store of samples, as after its first start."""
    shutil.copyfile(sample_file, store_url.removeprefix("sqlite:///"))
    return store_url

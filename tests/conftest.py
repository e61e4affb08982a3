"""How properties are tried: alike on every run, and without a clock.

`python -m pytest --hypothesis-profile=explore` tries new examples instead.
"""

import shutil
from functools import cache

import pytest
import streamlit
from hypothesis import settings
from streamlit.components.v2 import manifest_scanner

from itadash.store import create_with
from itadash.store.opening import VARIABLE
from itadash.ui import loading

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
    monkeypatch.setattr(loading, "settle", lambda: None)


@pytest.fixture
def store_url(tmp_path, monkeypatch):
    """Point the dashboard at a store of its own that does not exist yet."""
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    monkeypatch.setenv(VARIABLE, url)
    _forget_the_store()
    yield url
    _forget_the_store()


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

"""One browser and one server a store for all browser tests of a process."""

import os
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests import serving
from tests.browser.inspection import PATIENCE, Visitor, settled
from tests.browser.screens import SIZES, screens
from tests.browser.sites import site
from tests.serving import chromium, server

pytest.register_assert_rewrite("tests.browser.checks")


def pytest_generate_tests(metafunc):
    """Give the checks of a store each of its screens, at both sizes."""
    store = getattr(metafunc.cls, "store", None)
    if store is not None:
        metafunc.parametrize("screen", screens(store), ids=str, scope="session")
        metafunc.parametrize("size", SIZES, scope="session")


@pytest.fixture(scope="session")
def browser():
    if chromium()["executable_path"] is None:
        reason = "no Chromium here: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    expect.set_options(timeout=PATIENCE)
    return serving.browser()


@pytest.fixture(scope="session")
def visitor(browser, tmp_path_factory):
    """Give the one who looks at a store's screens; starts its server when asked."""
    visitors = {}
    with ExitStack() as stack:

        def of(store):
            if store not in visitors:
                folder = tmp_path_factory.mktemp(store)
                there = stack.enter_context(site(store, folder))
                visitors[store] = Visitor(browser, there)
            return visitors[store]

        yield of


@pytest.fixture
def watching(visitor, screen):
    """Give the visitor of a screen's store, where the store has whom it is for."""
    found = visitor(screen.store)
    if screen.whom and screen.whom not in found.site.labels:
        pytest.skip(f"no agency of this store is {screen.whom}")
    return found


@pytest.fixture
def seen(watching, screen, size):
    """Look at a screen at one size, once for all checks."""
    return watching.seen(screen, size)


@pytest.fixture(scope="module")
def address(browser, tmp_path_factory):
    """Serve a store that does not exist yet: its first visitor makes it."""
    folder = tmp_path_factory.mktemp("served")
    with server(folder / "store.sqlite", folder / "server.log") as found:
        yield found


@pytest.fixture
def visit(browser, address):
    """Open a page in a session of its own, and note what it asks for."""
    contexts = []

    def opened(path="", size="wide"):
        width, height = SIZES[size]
        viewport = {"width": width, "height": height}
        context = browser.new_context(viewport=viewport, accept_downloads=True)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.hosts = set()
        page.on("request", lambda one: page.hosts.add(urlsplit(one.url).hostname))
        page.goto(f"{address}/{path}")
        return settled(page)

    yield opened
    for context in contexts:
        context.close()

"""Every screen over a made-up country of some hundred agencies."""

import pytest

from tests.browser.checks import ScreenChecks

pytestmark = pytest.mark.browser


class TestDemo(ScreenChecks):
    store = "demo"

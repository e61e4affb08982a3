"""Every screen over a store that is there and empty."""

import pytest

from tests.browser.checks import ScreenChecks

pytestmark = pytest.mark.browser


class TestEmpty(ScreenChecks):
    store = "empty"

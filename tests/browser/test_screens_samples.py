"""Every screen over the samples."""

import pytest

from tests.browser.checks import ScreenChecks

pytestmark = pytest.mark.browser


class TestSamples(ScreenChecks):
    store = "samples"

"""Damaged files of every format; `python -m benchmarks fuzz` runs many more."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.fuzz import whole_files
from tests.damage import damaged, scores_not_printed

WHOLE = whole_files()
FORMATS = list(WHOLE)
EXAMPLES = 300 // len(FORMATS) + 1


@pytest.mark.parametrize("suffix", FORMATS)
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32), at=st.integers(0, 200))
def test_a_damaged_file_raises_nothing_and_gives_no_score_it_does_not_hold(
    suffix, seed, at
):
    content = damaged(WHOLE[suffix][at % len(WHOLE[suffix])], Random(seed))

    assert not scores_not_printed(content, f"a{suffix}")

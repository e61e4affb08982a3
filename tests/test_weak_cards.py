"""Cards of weak indicators: all of them, the weakest first, none twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadash.labels import text
from itadash.ui.cards import shared_out
from tests.builders import build_report, build_scores
from tests.test_pages import EXAMPLE, opened, save, words

HEIGHTS = st.lists(st.integers(100, 900), max_size=10)


@pytest.mark.parametrize("weak", [0, 1, 5, 10])
def test_each_weak_indicator_has_one_card_the_weakest_first(store_url, weak):
    scores = {n: 60.0 + n if n <= weak else 90.0 for n in range(1, 11)}
    save(store_url, build_report(scores=build_scores(scores), measures=()))

    app = opened("agency", agency=EXAMPLE)

    assert not app.exception
    shown = [one.value for one in app.markdown if ":red[▼" in one.value]
    numbers = [int(one.removeprefix("**").split(".")[0]) for one in shown]
    assert sorted(numbers) == list(range(1, weak + 1))
    assert numbers[:1] == [1][:weak]
    assert (text("card.none_weak") in words(app)) is (weak == 0)


@given(heights=HEIGHTS)
def test_cards_are_shared_out_without_loss(heights):
    rows = [{"indicator": at} for at in range(len(heights))]

    beside, left, right = shared_out(rows, heights, room=800)

    assert [*beside, *left, *right] == rows
    assert bool(beside) == bool(rows)
    assert left or not right
    assert sum(heights[: len(beside) - 1]) < 800 or not rows

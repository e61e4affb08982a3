"""What holds on every screen of a store; each store's tests are a class of these.

A store has a file of its own, so that two processes share the work.
"""

from typing import ClassVar


class ScreenChecks:
    """The checks of one store's screens, at 1440 and at 390 pixels."""

    store: ClassVar[str]

    def test_the_screen_shows_what_it_must(self, seen):
        assert seen.exceptions == 0
        assert not seen.traceback
        assert seen.missing == []

    def test_nothing_lies_beyond_the_right_edge(self, seen):
        assert seen.beyond == [0, 0]

    def test_no_text_is_cut(self, seen):
        assert seen.cut == []

    def test_no_words_of_a_chart_are_cut_or_on_one_another(self, seen):
        assert seen.charts == []

    def test_the_console_reports_no_error(self, seen):
        assert seen.console == []

    def test_every_request_stays_on_this_machine_and_succeeds(self, seen):
        assert seen.requests == []

    def test_axe_finds_nothing_grave_that_is_ours(self, seen):
        assert seen.violations == []

    def test_the_keyboard_reaches_every_control_and_shows_where_it_is(self, seen):
        assert seen.unreached == []
        assert seen.unseen == []

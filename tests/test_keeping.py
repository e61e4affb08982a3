"""What is made once of what does not change is bounded, and shared by sessions."""

from threading import Thread

from itadash.labels import speaking
from itadash.ui.keeping import MOST_KEPT, Keeping


def test_a_thing_is_made_once_a_language_and_variant():
    made = []
    keeping = Keeping()

    for variant in (1, 2, 1, 2):
        keeping.kept("chart", lambda: made.append("th"), variant)
        with speaking("en"):
            keeping.kept("chart", lambda: made.append("en"), variant)

    assert sorted(made) == ["en", "en", "th", "th"]


def test_the_oldest_goes_where_there_are_too_many():
    keeping = Keeping()
    for at in range(MOST_KEPT + 1):
        keeping.kept("page", lambda at=at: at, at)

    assert len(keeping._kept) == MOST_KEPT
    assert keeping.kept("page", lambda: "made again", 0) == "made again"
    assert keeping.kept("page", lambda: "made again", MOST_KEPT) == MOST_KEPT


def test_sessions_that_turn_pages_at_once_get_what_they_asked_for():
    keeping, wrong = Keeping(), []

    def turn():
        for at in range(2000):
            number = at * 7 % (MOST_KEPT + 5)
            found = keeping.kept("page", lambda number=number: number, number)
            if found != number:
                wrong.append((found, number))

    readers = [Thread(target=turn) for _ in range(4)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()

    assert wrong == []
    assert len(keeping._kept) <= MOST_KEPT + len(readers)

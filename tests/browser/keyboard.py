"""A walk over a screen with the Tab key alone."""

from playwright.sync_api import Page

MOST_STOPS = 400
_FADED_IN = 250  # milliseconds; the ring around a control may take its time


def tab_through(page: Page) -> tuple[list[str], list[str]]:
    """Press Tab from the top of the page until the focus leaves it.

    Returns the controls of ours that Tab never came to, and those that did not show
    that they had the focus.
    """
    page.evaluate("() => probes.beginTabbing()")
    unseen = []
    begun = False
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate("() => probes.focused()")
        if stop is None or (begun and stop["again"]):
            break
        begun = True
        if stop["ours"] and not stop["visible"]:
            page.wait_for_timeout(_FADED_IN)
            if not page.evaluate("() => probes.focused().visible"):
                unseen.append(stop["name"])
    return page.evaluate("() => probes.unreached()"), unseen

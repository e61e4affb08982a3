"""The pages as the navigation has them, and those that need no report: data of tests.

A page that is added to the navigation is tested without being named here.
"""

from itadash.ui.frame import _PAGES

PAGES = tuple(name for members in _PAGES.values() for name, *_ in members)
# They have something to say before any report is stored, and under any filter.
WITHOUT_REPORTS = ("method", "import")
OF_REPORTS = tuple(page for page in PAGES if page not in WITHOUT_REPORTS)

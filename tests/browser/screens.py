"""Which screens there are and what each must show: data, taken from the navigation.

A page named in the navigation is looked at without being named here.
"""

from dataclasses import dataclass
from urllib.parse import quote

from itadash.labels import text
from tests.navigation import PAGES, WITHOUT_REPORTS

SIZES = {"wide": (1440, 900), "phone": (390, 844)}
STORES = ("samples", "empty", "demo")

# Whom a page is opened for beside nobody: an agency with scores, or one without.
SCORED, MEASURES_ONLY = "scored", "measures_only"
FOR_ONE = {
    "agency": (SCORED, MEASURES_ONLY),
    "compare": (SCORED,),
    "route": (SCORED, MEASURES_ONLY),
    "measures": (SCORED,),
    "weak": (SCORED,),
}

# Where an agency's screen differs with the country behind it.
FOR_ONE_OF_MANY = {"agency": (SCORED,), "weak": (SCORED,), "measures": (SCORED,)}

_OF_SAMPLES = {
    ("overview", ""): ("69.58", "92.65", "25.00", "81.70"),
    ("agency", SCORED): ("69.58", "69.585", "15.42", "25.00"),
    ("agency", MEASURES_ONLY): (
        text("agency.measures_only"),
        text("tile.n_of", n=6, of=6),
    ),
    ("weak", ""): (
        text("scope.n", n=2),
        "เทศบาลตำบลโพหัก",
        "องค์การบริหารส่วนตำบลหนองเมือง",
    ),
    ("checks", ""): (text("scope.n", n=2), text("severity.warning", n=2)),
    ("export", ""): (text("export.scope", n=2, of=13, rows=2),),
}


@dataclass(frozen=True)
class Screen:
    """One page of one store, for nobody or for one agency."""

    store: str
    page: str
    whom: str = ""

    def __str__(self) -> str:
        return "-".join(part for part in (self.page, self.whom) if part)

    def path(self, label: str = "") -> str:
        """Return the address within the dashboard; `label` names the agency."""
        page = "" if self.page == "overview" else self.page
        return f"{page}?agency={quote(label)}" if label else page

    def must_show(self) -> tuple[str, ...]:
        """Return the words without which the screen has failed."""
        if self.store == "empty":
            quiet = self.page in WITHOUT_REPORTS
            return () if quiet else (text("empty.title"), text("empty.samples"))
        if self.store == "samples":
            return _OF_SAMPLES.get((self.page, self.whom), ())
        return ()


def is_walked(screen: Screen, size: str) -> bool:
    """Tell whether the keyboard is tried: of the samples at both sizes.

    Other stores have the same controls; there one size says whether more of them are
    within reach.
    """
    return screen.store == "samples" or size == "wide"


def screens(store: str) -> list[Screen]:
    """Return all screens of a store, in the order of the navigation."""
    plain = [Screen(store, page) for page in PAGES]
    if store == "empty":
        return plain
    chosen = FOR_ONE if store == "samples" else FOR_ONE_OF_MANY
    return plain + [
        Screen(store, page, whom) for page in PAGES for whom in chosen.get(page, ())
    ]

"""What axe-core finds on a screen, without what is Streamlit's own to mend."""

from dataclasses import dataclass

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GRAVE = ("serious", "critical")
_OPTIONS = {"resultTypes": ["violations"]}
_IS_WITHIN = """([target, selector]) =>
    Boolean(document.querySelector(target)?.closest(selector))"""


@dataclass(frozen=True)
class Excuse:
    """A violation of Streamlit's own: the rule, where it may stand, and why."""

    rule: str
    within: str
    why: str


_NAVIGATION = "[data-testid=stSidebarNav]"
STREAMLITS_OWN = (
    Excuse("list", _NAVIGATION, "st.navigation puts the groups' headings into <ul>"),
    Excuse("listitem", _NAVIGATION, "st.navigation puts <div> between <ul> and <li>"),
)


def violations(page: Page) -> list[str]:
    """Return each grave violation of ours as "rule: selector (help)"."""
    found = Axe().run(page, options=_OPTIONS).response["violations"]
    return [
        f"{one['id']}: {node['target'][0]} ({one['help']}) {node['html'][:200]}"
        for one in found
        if one["impact"] in GRAVE
        for node in one["nodes"]
        if not _is_streamlits(page, one["id"], str(node["target"][0]))
    ]


def _is_streamlits(page: Page, rule: str, target: str) -> bool:
    return any(
        page.evaluate(_IS_WITHIN, [target, excuse.within])
        for excuse in STREAMLITS_OWN
        if excuse.rule == rule
    )

"""Colours and shapes, one meaning each, on every chart and in every workbook.

Text keeps a contrast of 4.5:1 or more on the ground it is paired with here, by day
and by night: on dark screens each colour gives way to its twin of the same meaning.
Workbooks are always light.
"""

from dataclasses import dataclass
from typing import Final

PASSING: Final = "#0B7A75"
WEAK: Final = "#C8452B"
TARGET: Final = "#2D3A8C"
PEERS: Final = "#8A94A6"
NO_DATA: Final = "#D5DAE1"

INK: Final = "#1A202C"
QUIET_INK: Final = "#4A5568"
RULE: Final = "#E3E7ED"
PAPER: Final = "#FFFFFF"

PASSING_MARK: Final = "●"
WEAK_MARK: Final = "▼"


@dataclass(frozen=True)
class Tint:
    """A ground and the ink that is readable on it."""

    ground: str
    ink: str


PASSING_TINT: Final = Tint("#D9EFED", "#075450")
PASSING_DEEP_TINT: Final = Tint("#8CCDC8", "#063F3C")
WEAK_TINT: Final = Tint("#FBE4DE", "#8A2A15")
WEAK_DEEPER_TINT: Final = Tint("#F2B3A3", "#5C1A0B")
WEAK_DEEPEST_TINT: Final = Tint(WEAK, PAPER)
NO_DATA_TINT: Final = Tint("#EEF1F4", QUIET_INK)
HEADING_TINT: Final = Tint("#E8EBF5", TARGET)

BY_NIGHT: Final = {
    PASSING: "#3FB8AF",
    WEAK: "#F0836B",
    TARGET: "#A3B3FF",
    PEERS: "#97A2B5",
    NO_DATA: "#4B5563",
    INK: "#E8ECF1",
    QUIET_INK: "#AAB4C2",
    RULE: "#2A323D",
    PAPER: "#11161D",
    PASSING_TINT.ground: "#12383A",
    PASSING_TINT.ink: "#9FE0DA",
    PASSING_DEEP_TINT.ground: "#1B5F5B",
    PASSING_DEEP_TINT.ink: "#E3F7F5",
    WEAK_TINT.ground: "#47231B",
    WEAK_TINT.ink: "#FFC4B5",
    WEAK_DEEPER_TINT.ground: "#84382A",
    WEAK_DEEPER_TINT.ink: "#FFEDE8",
    NO_DATA_TINT.ground: "#232B35",
    HEADING_TINT.ground: "#232A45",
}

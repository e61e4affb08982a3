"""What stands on a page: glyphs, strokes and boxes.

Points (1/72 inch) from the top left corner of the page as it is shown, so that "further
down" is a greater number, however the page was turned.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

Handle = Any  # what PDFium knows a page, a text or a path by
UNREADABLE = "\ufffd"  # a shape whose letter the file does not tell


class Box(NamedTuple):
    """A rectangle; `top` is above `bottom`."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies inside or on the edge."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


class Glyph(NamedTuple):
    """One drawn shape and the letters it stands for (a cluster may be one shape).

    `x` and `y` are the point on the base line where it was set, `box` is its ink,
    `end` is where the next shape would be set.
    """

    text: str
    x: float
    y: float
    end: float
    size: float
    box: Box
    upright: bool = True

    @property
    def middle(self) -> tuple[float, float]:
        """A point well inside the letter, for telling in which cell it stands."""
        return (self.x + self.end) / 2, self.y - self.size / 4


class Stroke(NamedTuple):
    """A horizontal or vertical line; `at` is its y or x, then where it runs."""

    at: float
    start: float
    end: float


@dataclass(frozen=True)
class Strokes:
    """The lines that a page draws."""

    across: tuple[Stroke, ...] = ()
    down: tuple[Stroke, ...] = ()


@dataclass(frozen=True)
class Turn:
    """How the coordinates of a page become those of the page as it is shown.

    `left` and `bottom` are where the page begins in the coordinates of the file.
    """

    width: float
    height: float
    quarters: int = 0
    left: float = 0.0
    bottom: float = 0.0

    @property
    def shown(self) -> Box:
        """The page as it is shown."""
        sides = (self.width, self.height)
        width, height = sides[::-1] if self.quarters % 2 else sides
        return Box(0, 0, width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of the file as a point of the page shown."""
        x, y = x - self.left, y - self.bottom
        if self.quarters == 1:
            return y, x
        if self.quarters == 2:
            return self.width - x, y
        if self.quarters == 3:
            return self.height - y, self.width - x
        return x, self.height - y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return a box of the file as a box of the page shown."""
        (x0, y0), (x1, y1) = self.point(left, bottom), self.point(right, top)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

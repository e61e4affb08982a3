"""The straight lines that a page draws: borders of tables, drawn as any program does.

A border is a stroked line, a stroked rectangle or a thin filled one. Filled areas
(shading, white behind text) are no borders.
"""

import ctypes
from collections.abc import Iterator
from itertools import pairwise

import pypdfium2.raw as pdfium

from itadash.documents.pdf.shapes import Handle, Stroke, Strokes, Turn

THIN = 3.0  # points; no border of a table is thicker
DOT = 4.0  # a piece shorter than that may be part of a line either way
DEEPEST = 4  # forms within forms
Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
_UNCHANGED: Matrix = (1, 0, 0, 1, 0, 0)


def strokes(page: Handle, turn: Turn, most: int) -> Strokes | None:
    """Return the lines of a page; None where it draws more than a report does."""
    across: list[Stroke] = []
    down: list[Stroke] = []
    for parts, (points, stroked) in enumerate(_subpaths(page, most)):
        if parts > most:
            return None
        shown = [turn.point(*point) for point in points]
        for (x0, y0), (x1, y1) in _lines(shown, stroked=stroked):
            if y0 == y1 or abs(y1 - y0) < abs(x1 - x0):
                across.append(Stroke((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            else:
                down.append(Stroke((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    if len(across) + len(down) > most:
        return None
    return Strokes(tuple(across), tuple(down))


def has_pictures(page: Handle, most: int = 100) -> bool:
    """Tell whether one of the first things on a page is a picture, as on a scan."""
    count = min(pdfium.FPDFPage_CountObjects(page), most)
    items = (pdfium.FPDFPage_GetObject(page, at) for at in range(count))
    return any(
        pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_IMAGE for item in items
    )


def _lines(points: list[Point], *, stroked: bool) -> Iterator[tuple[Point, Point]]:
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    if right - left <= THIN or bottom - top <= THIN:
        middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
        dot = max(right - left, bottom - top) < DOT
        if dot or right - left >= bottom - top:
            yield (left, middle_y), (right, middle_y)
        if dot or right - left < bottom - top:
            yield (middle_x, top), (middle_x, bottom)
    elif stroked:
        for (x0, y0), (x1, y1) in pairwise(points):
            length = max(abs(x1 - x0), abs(y1 - y0))
            if length >= DOT and min(abs(x1 - x0), abs(y1 - y0)) <= 0.5:
                yield (x0, y0), (x1, y1)


def _subpaths(page: Handle, most: int) -> Iterator[tuple[list[Point], bool]]:
    """Yield the points of every drawn path, and whether it is stroked."""
    for item, matrix in _paths(page, most):
        stroked = _is_stroked(item)
        if stroked is None:
            continue
        points: list[Point] = []
        for point, starts, closes in _segments(item, matrix, most):
            if starts and points:
                yield points, stroked
                points = []
            points.append(point)
            if closes:
                points.append(points[0])
        if points:
            yield points, stroked


def _is_stroked(path: Handle) -> bool | None:
    """Tell whether a path is stroked; None where it draws nothing."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, fill, stroke):
        return None
    if stroke.value:
        return True
    return False if fill.value else None


def _paths(page: Handle, most: int) -> Iterator[tuple[Handle, Matrix]]:
    count = min(pdfium.FPDFPage_CountObjects(page), 4 * most)
    top = (pdfium.FPDFPage_GetObject(page, at) for at in range(count))
    waiting: list[tuple[Iterator[Handle], Matrix]] = [(top, _UNCHANGED)]
    while waiting:
        items, matrix = waiting[-1]
        item = next(items, None)
        if item is None:
            waiting.pop()
            continue
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield item, _times(_matrix(item), matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and len(waiting) < DEEPEST:
            inside = min(pdfium.FPDFFormObj_CountObjects(item), most)
            children = [pdfium.FPDFFormObj_GetObject(item, n) for n in range(inside)]
            waiting.append((iter(children), _times(_matrix(item), matrix)))


def _segments(
    path: Handle, matrix: Matrix, most: int
) -> Iterator[tuple[Point, bool, bool]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(min(pdfium.FPDFPath_CountSegments(path), most)):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        starts = pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO
        closes = bool(pdfium.FPDFPathSegment_GetClose(segment))
        yield _moved(x.value, y.value, matrix), starts, closes


def _matrix(item: Handle) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, found):
        return _UNCHANGED
    return found.a, found.b, found.c, found.d, found.e, found.f


def _moved(x: float, y: float, matrix: Matrix) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _times(one: Matrix, two: Matrix) -> Matrix:
    """Return the matrix that does first one, then two."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (
        *(a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j),
        *(e * g + f * i + k, e * h + f * j + m),
    )

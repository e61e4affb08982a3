"""The formats of a workbook: one font, the colours of `palette`."""

from typing import Any, Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from itadash import palette

FONT: Final = {"font_name": "TH Sarabun New", "font_size": 16}
TARGET_NAME: Final = "Target"
LINE: Final = 24  # points of height that a line of this font takes

_POINTS: Final = "0.00"
# For a number that two decimals would lift onto a bar (84.995).
_EXACT: Final = "0.00######"
# Day, month and Buddhist year in Thai.
_DATE: Final = "[$-107041E]d mmm yyyy"
_HATCHED: Final = 14  # Excel's number for thin rising lines
_TOP: Final = {"valign": "top"}
_WORDS: Final = {"text_wrap": True, "align": "left", "indent": 1, **_TOP}


class Styles:
    """Formats by use, each made once in its workbook."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self.heading = self._made(
            bold=True,
            text_wrap=True,
            valign="vcenter",
            font_color=palette.HEADING_TINT.ink,
            bg_color=palette.HEADING_TINT.ground,
            bottom=1,
            bottom_color=palette.TARGET,
        )
        self.text = self._made(**_WORDS)
        # The sign keeps it a text when a person edits the cell.
        self.quoted = self._made(
            text_wrap=True, align="left", indent=1, quote_prefix=True, **_TOP
        )
        # A text that goes on where the highest row ends.
        self.going_on = self._made(**_WORDS, bottom=3, bottom_color=palette.TARGET)
        self.whole = self._made(num_format="0", align="center", **_TOP)
        self.points = self._made(num_format=_POINTS, **_TOP)
        self.exact = self._made(num_format=_EXACT, **_TOP)
        self.date = self._made(num_format=_DATE, align="left", **_TOP)
        self.share = self._made(num_format="0.0%", align="center", **_TOP)
        self.number = self._made(num_format="#,##0", align="center", **_TOP)
        self.mean = self._made(num_format=_POINTS, align="center", **_TOP)
        self.for_charts = self._made(num_format=_POINTS, font_color=palette.NO_DATA)
        self.title = self._made(bold=True, font_size=22, font_color=palette.INK)
        self.label = self._made(bold=True, font_color=palette.QUIET_INK, **_TOP)
        self.warning = self._made(
            bold=True,
            font_color=palette.WEAK_TINT.ink,
            bg_color=palette.WEAK_TINT.ground,
        )
        self.target = self._made(
            bold=True,
            num_format="0.##",
            align="left",
            border=2,
            border_color=palette.TARGET,
            font_color=palette.TARGET,
        )

    def mark_states(self, sheet: Worksheet, block: tuple[int, int, int, int]) -> None:
        """Colour a block of scores against the target cell, whatever it holds.

        Empty cells are hatched. The shape stands before the number; a number that
        two decimals would lift onto a whole bar is shown with all of them.
        """
        cell = xlsxwriter.utility.xl_rowcol_to_cell(block[0], block[1])
        lifted = f"ROUND({cell},2)>{cell},MOD(ROUND({cell},2),1)=0"
        weak, passing = f"{cell}<{TARGET_NAME}", f"{cell}>={TARGET_NAME}"
        no_data = self._book.add_format(
            {"pattern": _HATCHED, "fg_color": palette.NO_DATA}
        )
        rules: list[tuple[str, Format]] = [
            (f"NOT(ISNUMBER({cell}))", no_data),
            (f"AND({weak},{lifted})", self._weak(_EXACT)),
            (f"AND({passing},{lifted})", self._passing(_EXACT)),
            (weak, self._weak(_POINTS)),
            (passing, self._passing(_POINTS)),
        ]
        for criteria, look in rules:
            options: dict[str, Any] = {
                "type": "formula",
                "criteria": f"={criteria}",
                "format": look,
                "stop_if_true": True,
            }
            sheet.conditional_format(*block, options)

    def _weak(self, number: str) -> Format:
        return self._state(palette.WEAK_MARK, palette.WEAK_TINT, number)

    def _passing(self, number: str) -> Format:
        return self._state(palette.PASSING_MARK, palette.PASSING_TINT, number)

    def _state(self, mark: str, tint: palette.Tint, number: str) -> Format:
        return self._book.add_format(
            {
                "font_color": tint.ink,
                "bg_color": tint.ground,
                "num_format": f'"{mark} "{number}',
            }
        )

    def _made(self, **properties: Any) -> Format:  # noqa: ANN401
        return self._book.add_format({**FONT, **properties})

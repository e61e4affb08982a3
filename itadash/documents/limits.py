"""How much of a file is read before it is refused."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds of time and memory; real reports are a hundred times smaller."""

    file_bytes: int = 20_000_000
    line_characters: int = 200_000
    lines: int = 200_000
    rows: int = 50_000
    cells: int = 500_000
    columns: int = 2_000  # of a sheet; the agencies of a province side by side are 300
    tags: int = 2_000_000  # of XML or HTML; each takes 100 bytes and more when read
    pages: int = 500
    page_letters: int = 50_000
    page_strokes: int = 40_000  # over that no ruled tables are looked for
    # A file inside a ZIP, all of them together, their number, how far they unpack.
    part_bytes: int = 60_000_000
    unpacked_bytes: int = 300_000_000
    parts: int = 5_000
    unpacked_ratio: int = 200
    seconds: float = 60.0
    memory_bytes: int = 3_000_000_000


DEFAULT_LIMITS = Limits()

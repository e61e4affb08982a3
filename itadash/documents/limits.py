"""How much of a file is read before it is refused."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds of time and memory; real reports are a hundred times smaller."""

    file_bytes: int = 20_000_000
    line_characters: int = 200_000
    lines: int = 200_000
    rows: int = 50_000
    pages: int = 500
    page_letters: int = 50_000
    page_strokes: int = 40_000  # over that no ruled tables are looked for
    unpacked_bytes: int = 100_000_000
    seconds: float = 60.0


DEFAULT_LIMITS = Limits()

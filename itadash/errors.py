"""The errors a user can cause; each says in one sentence how to mend it.

The sentence comes from `labels` ("error.<code>"), so that wording is data. Raise
the most telling class; catch `ItadashError` at the edge (cli, ui) and show it.
"""

from itadash.labels import retold, text

# Where the words come from that parameters may be: what a file is, how large, why.
_WORDS = ("format.", "extent.", "reason.", "store.")


class ItadashError(Exception):
    """Base of every error that a user can cause.

    `str()` is its sentence in the language that is spoken when it is shown; the
    process that raised it may have spoken another.
    """

    code = "unknown"

    def __init__(self, **parameters: object) -> None:
        super().__init__(parameters)
        self.parameters = parameters

    def __str__(self) -> str:
        """Return the sentence."""
        said = {
            name: retold(value, *_WORDS) if isinstance(value, str) else value
            for name, value in self.parameters.items()
        }
        return text(f"error.{self.code}", **said)

    def __reduce__(self) -> tuple[object, ...]:
        """Let an error go from one process to another as what it is."""
        return _made_again, (type(self), self.parameters)


def _made_again(
    kind: type[ItadashError], parameters: dict[str, object]
) -> ItadashError:
    return kind(**parameters)


class EmptyFileError(ItadashError, ValueError):
    """A file without a single character in it (parameter: name)."""

    code = "empty_file"


class NotThaiTextError(ItadashError, ValueError):
    """Bytes that are text in no encoding Thai is written in (parameter: name)."""

    code = "not_thai_text"


class NotAsNamedError(ItadashError, ValueError):
    """Bytes of no known format under a name that promises one (name, found)."""

    code = "not_as_named"


class UnsupportedFormatError(ItadashError, ValueError):
    """A format nobody here can read (parameters: name, found, supported)."""

    code = "unsupported_format"


class TooLargeError(ItadashError, ValueError):
    """A file over a limit (parameters: name, size, limit)."""

    code = "too_large"


class TooDenseError(TooLargeError):
    """A file packed so densely that it may be a bomb (parameters: name, size)."""

    code = "too_dense"


class EncryptedFileError(ItadashError, ValueError):
    """A file that opens with a password only (parameter: name)."""

    code = "encrypted_file"


class NoConverterError(ItadashError):
    """An old Word file where LibreOffice is not installed (parameter: name)."""

    code = "no_converter"


class NestedArchiveError(ItadashError, ValueError):
    """A ZIP inside a ZIP (parameter: name)."""

    code = "nested_archive"


class DamagedFileError(ItadashError, ValueError):
    """A known format with content that breaks its rules (parameters: name, found)."""

    code = "damaged_file"


class NoTextLayerError(ItadashError, ValueError):
    """A PDF of pictures only, as a scanner makes it (parameter: name)."""

    code = "no_text_layer"


class UnreadableLettersError(ItadashError, ValueError):
    """A PDF that does not tell which letters its shapes are (parameter: name)."""

    code = "unreadable_letters"


class LineTooLongError(ItadashError, ValueError):
    """A line no report has (parameters: name, line, limit)."""

    code = "line_too_long"


class NoItaContentError(ItadashError, ValueError):
    """A readable text that is no ITA report (parameter: name)."""

    code = "no_ita_content"


class UnreadScoresError(NoItaContentError):
    """A text with names of indicators and numbers, none certain (parameter: name)."""

    code = "unread_scores"


class UnreadableContentError(ItadashError, ValueError):
    """Content that a library could not read (parameters: name, reason)."""

    code = "unreadable_content"


class StoppedReadingError(ItadashError):
    """A file beyond the bounds of time or memory (parameters: name, limit in s)."""

    code = "stopped_reading"


class UnreadableFileError(ItadashError, OSError):
    """A path that is not there or may not be opened (parameters: name, reason)."""

    code = "unreadable_file"


class StoreError(ItadashError, RuntimeError):
    """A store that can't be opened or written (parameters: store, reason)."""

    code = "store"


class NewerStoreError(ItadashError, RuntimeError):
    """A store that a newer itadash made (parameters: store, revision)."""

    code = "newer_store"


class ReportNotStorableError(ItadashError, ValueError):
    """A report with a value that no store can hold (parameter: reason)."""

    code = "report_not_storable"


class InvalidCorrectionError(ItadashError, ValueError):
    """A value that a field can't take (parameters: field, rule)."""

    code = "invalid_correction"


class SameReportError(ItadashError, ValueError):
    """A change to the agency, year and kind of another report (parameter: name)."""

    code = "same_report"


class UndoTooLateError(ItadashError, RuntimeError):
    """An undo of what was changed by something else meanwhile (parameter: name)."""

    code = "undo_too_late"


class WorkersLostError(ItadashError, RuntimeError):
    """A worker process that was killed while it read files (no parameters)."""

    code = "workers_lost"


class TooManyWordsError(ItadashError, ValueError):
    """A search for more words than anybody types (parameters: words, most)."""

    code = "too_many_words"

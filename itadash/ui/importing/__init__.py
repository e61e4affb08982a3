"""The import page: files are read, looked at, mended and only then stored."""

from itadash.ui.importing.review import review
from itadash.ui.importing.stored import imports_made, stored_reports
from itadash.ui.importing.typing import typing_form
from itadash.ui.importing.upload import upload

__all__ = ["imports_made", "review", "stored_reports", "typing_form", "upload"]

"""Read PDFs that hold their text: paragraphs, ruled tables, columns parted by white.

PDFium gives letters and drawn lines with their places, the rest is done here: nothing
is drawn, nothing is guessed from a picture. A scan is refused. Where `pdftotext` is
installed, a number that it reads otherwise is not told (see `second`).

Kept: pages, paragraphs, tables with merged cells, rows that a page break cut. Lost:
type, colour, pictures, notes. A place is the number of a page.
"""

from itadash.documents.limits import Limits
from itadash.documents.model import Document
from itadash.documents.pdf.reader import read_pages
from itadash.documents.pdf.second import compared


def read(content: bytes, name: str, limits: Limits) -> Document:
    """Read a PDF.

    Raises EncryptedFileError, DamagedFileError, TooLargeError, StoppedReadingError,
    NoTextLayerError and UnreadableLettersError.
    """
    pages = read_pages(content, name, limits)
    return Document(name, compared(pages, content))

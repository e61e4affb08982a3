"""The samples, written out as Word, HTML and Markdown, read as the same records."""

from pathlib import Path

import pytest
from same_records import differences
from writers import docx, html, md

from itadash import documents
from itadash.reading import read_reports
from itadash.records import report_record

SAMPLES = sorted((Path(__file__).parent.parent / "data" / "reports").glob("*.txt"))
WRITERS = {"docx": docx.written, "html": html.written, "md": md.written}


def records(content, name):
    return [report_record(report) for report in read_reports(content, name)]


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_reads_alike_as_text_and_written_in_the_format(path, suffix):
    content = path.read_bytes()
    written = WRITERS[suffix](documents.read(content, path.name))

    found = differences(
        records(content, path.name), records(written, f"{path.stem}.{suffix}")
    )

    assert not found, "\n".join(found)

"""The five samples, printed to PDF, are read back as the records of their texts."""

import pytest

from itadash import documents
from itadash.reading import read_reports
from itadash.records import report_record
from tests.same_records import differences
from tests.test_golden import SAMPLES
from tests.writers.pdf import printed, report_html

TEXTS = sorted(SAMPLES.glob("*.txt"))
# Sheets of A4 that agencies print: upright and across, in two fonts.
LAYOUTS = {
    "upright in Loma": ({"font": "Loma", "size": 13}, {}),
    "across in Norasi": ({"font": "Norasi", "size": 15}, {"landscape": True}),
}
# A space at the end of a wrapped line is in no PDF, so what a finding quotes may run on
# to the end of the phrase.
WITHOUT = ("text",)
# Here a name at the end of a line runs on into the next word.
ALSO_WITHOUT = {("002_nonthong_2568", "upright in Loma"): ("findings",)}


@pytest.fixture(scope="session")
def printed_samples():
    """Print every sample in every layout once."""
    samples = [documents.read(path.read_bytes(), path.name) for path in TEXTS]
    return {
        (path.stem, name): content
        for name, (style, options) in LAYOUTS.items()
        for path, content in zip(
            TEXTS,
            printed((report_html(one, **style) for one in samples), **options),
            strict=True,
        )
    }


def records(content, name):
    return [report_record(report) for report in read_reports(content, name)]


@pytest.mark.browser
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_printed_sample_has_the_records_of_its_text(path, layout, printed_samples):
    content = printed_samples[path.stem, layout]
    text = path.read_bytes()
    without = (*WITHOUT, *ALSO_WITHOUT.get((path.stem, layout), ()))

    found = differences(
        records(text, "report"), records(content, "report"), without=without
    )

    assert not found, "\n".join(found)

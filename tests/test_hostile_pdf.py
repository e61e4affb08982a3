"""Broken and hostile PDFs end in one sentence, soon, and never in a traceback."""

import time
import zlib
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itadash import documents
from itadash.documents.limits import DEFAULT_LIMITS
from itadash.errors import (
    DamagedFileError,
    EncryptedFileError,
    ItadashError,
    StoppedReadingError,
    TooLargeError,
)
from tests.test_golden import FILES
from tests.writers.pdf import shown_text, written_pdf

GOLDEN = (FILES / "pdf_columns_without_lines" / "report.pdf").read_bytes()
TEXT = shown_text([(50, 700, "Words of a page that is long enough")])
SOON = 5.0  # seconds; the machine may be busy


def outcome(content, limits=DEFAULT_LIMITS):
    """Read a file; only a document or one of our sentences may come out, and soon."""
    start = time.monotonic()
    try:
        return documents.read(content, "a.pdf", limits)
    except ItadashError as error:
        return error
    finally:
        assert time.monotonic() - start < SOON


@pytest.mark.parametrize("share", range(0, 100, 4))
def test_a_truncated_file_is_read_or_refused(share):
    outcome(GOLDEN[: len(GOLDEN) * share // 100])


def test_a_file_cut_behind_its_first_line_is_called_damaged():
    assert isinstance(outcome(b"%PDF-1.7\n"), DamagedFileError)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(st.integers(8, len(GOLDEN) - 1), st.integers(0, 255)),
        min_size=1,
        max_size=40,
    )
)
def test_a_file_with_flipped_bytes_is_read_or_refused(flips):
    content = bytearray(GOLDEN)
    for at, value in flips:
        content[at] = value

    outcome(bytes(content))


@settings(max_examples=100)
@given(st.binary(max_size=400))
def test_any_drawing_commands_are_read_or_refused(content):
    outcome(written_pdf(TEXT + b"\n" + content))


def test_a_file_with_a_password_is_refused_with_the_cure():
    key = "<" + "00" * 32 + ">"
    crypt = f"<< /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4 >>".encode()

    found = outcome(
        written_pdf(TEXT, extra=[crypt], trailer="/Encrypt 10 0 R /ID [<00><00>]")
    )

    assert isinstance(found, EncryptedFileError)
    assert "รหัสผ่าน" in str(found)


def test_more_pages_than_a_report_has_are_refused():
    found = outcome(written_pdf(*[TEXT] * 2000))

    assert isinstance(found, TooLargeError)
    assert "2,000 หน้า" in str(found)


def test_a_page_count_that_is_a_lie_is_read_or_refused():
    outcome(written_pdf(TEXT).replace(b"/Count 1 ", b"/Count 9 "))
    outcome(written_pdf(TEXT).replace(b"/Count 1 ", b"/Count -1 "))


def test_a_stream_that_unpacks_to_a_flood_is_refused():
    limits = replace(DEFAULT_LIMITS, unpacked_bytes=1_000_000)

    found = outcome(written_pdf(TEXT + b" " * 3_000_000, packed=True), limits)

    assert isinstance(found, TooLargeError)


def test_a_stream_within_the_bound_is_read():
    assert outcome(written_pdf(TEXT, packed=True)).paragraphs


def test_a_page_with_a_flood_of_letters_is_refused():
    line = shown_text([(50, 700, "a" * 100)])

    assert isinstance(outcome(written_pdf(line * 600)), TooLargeError)


def test_a_page_with_a_flood_of_lines_is_read_without_its_tables():
    grid = b"".join(b"%d 0 m %d 800 l S\n" % (x, x) for x in range(20_000))

    assert outcome(written_pdf(TEXT + b"\n" + grid)).paragraphs


def test_a_page_of_very_many_short_lines_in_two_columns_is_read_soon():
    lines = [(x + y % 3, y / 12, "aa") for y in range(9000) for x in (20, 60)]

    outcome(written_pdf(shown_text(lines, size=0.05)))


def test_a_page_of_very_many_lines_that_never_meet_is_read_soon():
    apart = b"".join(b"%d 0 m %d 800 l S\n" % (x, x) for x in range(0, 300_000, 10))

    assert outcome(written_pdf(TEXT + b"\n" + apart)).paragraphs


def test_a_page_of_very_many_small_grids_is_read_soon():
    grids = (
        b"%d %d 20 10 re S %d %d m %d %d l S\n" % (x, y, x + 10, y, x + 10, y + 10)
        for x in range(0, 580, 24)
        for y in range(0, 820, 14)
    )

    assert outcome(written_pdf(TEXT * 100 + b"\n" + b"".join(grids))).paragraphs


def test_a_page_of_one_letter_over_and_over_is_read_soon():
    found = [(x * 0.4, 500, "a") for x in range(1400)] * 20

    outcome(written_pdf(shown_text(found)))


def test_a_file_that_takes_too_long_is_refused():
    limits = replace(DEFAULT_LIMITS, seconds=-1.0)

    assert isinstance(outcome(written_pdf(TEXT), limits), StoppedReadingError)


@pytest.mark.parametrize(
    "box",
    [
        "0 0 1e30 1e30",
        "0 0 0 0",
        "0 0 -5 -5",
        "9 9 nan inf",
        "0 0",
        "-1e9 -1e9 1e9 1e9",
    ],
)
def test_a_page_of_any_size_is_read_or_refused(box):
    outcome(written_pdf(TEXT, box=box))


@pytest.mark.parametrize("scale", ["1e30", "1e-30", "0", "-1"])
def test_text_of_any_size_is_read_or_refused(scale):
    outcome(written_pdf(f"{scale} 0 0 {scale} 0 0 cm ".encode() + TEXT))


def test_pages_that_hold_themselves_are_refused():
    loop = written_pdf(TEXT).replace(b"[20 0 R]", b"[ 2 0 R]")

    assert isinstance(outcome(loop), ItadashError)


def test_deeply_nested_objects_are_read_or_refused():
    outcome(written_pdf(TEXT, extra=[b"[" * 50_000 + b"]" * 50_000]))
    outcome(written_pdf(b"q " * 50_000 + TEXT))


def test_forms_that_draw_themselves_end():
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 4"
        b" /Resources << /XObject << /F 10 0 R >> >> >>\nstream\n/F Do\nendstream"
    )
    content = written_pdf(TEXT + b" /F Do", extra=[form]).replace(
        b"/Resources << /Font", b"/Resources << /XObject << /F 10 0 R >> /Font"
    )

    outcome(content)


def test_a_stream_packed_many_times_is_read_or_refused():
    packed = TEXT
    for _ in range(3):
        packed = zlib.compress(packed)

    outcome(written_pdf(packed))


def test_two_threads_may_read_at_once():
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(outcome, [GOLDEN] * 8))

    assert len({document.blocks for document in found}) == 1

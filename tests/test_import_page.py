"""Journeys of the import page: read, look, mend, accept, undo, delete, type in."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from streamlit.runtime.pages_manager import PagesManager

from itadash.labels import text
from itadash.store import open_store
from tests.builders import build_agency, build_report
from tests.test_pages import choose, keys, on, opened, table, words

SAMPLES = Path(__file__).parents[1] / "data" / "reports"
PLAN = (SAMPLES / "001_phohak_2564.txt").read_bytes()
OTHER = (SAMPLES / "003_nongmueang_2564.txt").read_bytes()
TABLE = (SAMPLES / "published_scores.csv").read_bytes()
PAGE = "import"


@pytest.fixture(autouse=True)
def a_server_that_runs(monkeypatch):
    """AppTest takes every run for a server's first, which loses a click."""
    begin = PagesManager.__init__

    def begun(self, *args, **kwargs):
        begin(self, *args, **kwargs)
        PagesManager.uses_pages_directory = False

    monkeypatch.setattr(PagesManager, "__init__", begun)


@pytest.fixture
def empty_url(store_url):
    open_store(store_url).close()
    return store_url


def upload(app, *files):
    uploader = app.file_uploader[0]
    app = uploader.set_value([(n, c, "application/octet-stream") for n, c in files])
    return app.run().button(key="import_read").click().run()


def zipped(**files):
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def asked_to_forget(app):
    return next(one for one in app.checkbox if one.key.startswith("forget_sure_"))


def toasts(app):
    return [one.value for one in app.toast]


def reports(url):
    store = open_store(url)
    found = store.documents()
    store.close()
    return found


def edit(app, key, path, value, why="ตรวจกับต้นฉบับแล้ว"):
    app = app.selectbox(key=f"{key}_field").set_value(path).run()
    app.text_input(key=f"{key}_value_{path}").set_value(value)
    app.text_input(key=f"{key}_why_{path}").set_value(why)
    return app.button(key=f"{key}_save").click().run()


def test_an_empty_store_lets_reports_in(empty_url):
    app = opened(PAGE)

    assert not app.exception
    assert app.title[0].value == text("import.title")
    assert text("import.local") in words(app)
    assert "blank_scores" in keys(app)


def test_nothing_is_stored_before_it_is_accepted(empty_url):
    app = upload(opened(PAGE), ("plan.txt", PLAN))

    assert not app.exception
    assert text("import.waiting", n=1) in words(app)
    assert text("import.outcome.new") in words(app)
    assert reports(empty_url).empty
    shown = table(app, "import_fields")
    assert shown.set_index("field").loc["การใช้ทรัพย์สินของราชการ", "value"] == "80.03"
    assert "๘๐.๐๓" in shown["text"].dropna().str.cat()


def test_good_bad_twice_zip_and_table_are_read_side_by_side(empty_url):
    files = (
        ("plan.txt", PLAN),
        ("again.txt", PLAN),
        ("bad.txt", b"\x00\x01\x02"),
        ("two.zip", zipped(**{"other.txt": OTHER})),
        ("scores.csv", TABLE),
    )
    app = upload(opened(PAGE), *files)

    assert not app.exception
    assert [("again.txt" in e.value, "bad.txt" in e.value) for e in app.error] == [
        (True, False),
        (False, True),
    ]
    assert text("import.waiting", n=5) in words(app)
    assert any("other.txt" in one for one in app.selectbox(key="review_file").options)

    app = app.button(key="accept_all").click().run()

    assert not app.exception
    stored = reports(empty_url)
    assert {"plan.txt", "two.zip/other.txt", "scores.csv"} == set(stored["source"])
    assert set(stored["state"]) == {"confirmed"}

    app = app.button(key="undo_import").click().run()

    assert not app.exception
    assert reports(empty_url).empty


def test_a_score_table_says_how_its_columns_were_understood(empty_url):
    app = upload(opened(PAGE), ("scores.csv", TABLE))

    assert not app.exception
    taken = table(app, "import_columns")["taken_for"].str.cat(sep=" ")
    assert text("import.field.agency") in taken
    assert "การปฏิบัติหน้าที่" in taken
    assert len(table(app, "import_rows")) > 1


def test_a_file_known_already_is_said_to_be(sample_url):
    store = open_store(sample_url)
    store.remove_samples()
    store.close()
    app = upload(opened(PAGE), ("plan.txt", PLAN))
    app = app.button(key="accept_one").click().run()
    app = upload(app, ("renamed.txt", PLAN))

    assert text("import.outcome.unchanged") in words(app)


def test_an_edit_before_accepting_becomes_a_correction(empty_url):
    app = upload(opened(PAGE), ("plan.txt", PLAN))
    app = edit(app, "import_edit", "scores.10.score", "๒๕.๕๐")
    assert not app.exception
    assert reports(empty_url).empty
    assert text("import.changed") in table(app, "import_fields")["changed"].tolist()

    app = app.button(key="accept_one").click().run()

    store = open_store(empty_url)
    made = store.corrections().iloc[0]
    assert (made["path"], made["old"], made["new"]) == ("scores.10.score", 25.0, 25.5)
    assert store.assessments()["state"].item() == "corrected"


@pytest.mark.parametrize("value", ["100.01", "-1", "abc", "nan", "1e2"])
def test_a_value_that_is_no_score_is_refused_with_a_sentence(empty_url, value):
    app = upload(opened(PAGE), ("plan.txt", PLAN))

    app = edit(app, "import_edit", "scores.10.score", value)

    assert not app.exception
    assert text("correction.rule.points") in app.error[0].value


def test_a_change_without_a_reason_is_refused(empty_url):
    app = upload(opened(PAGE), ("plan.txt", PLAN))

    app = edit(app, "import_edit", "scores.10.score", "30", why=" ")

    assert text("correction.why") in app.error[0].value


HOSTILE = {
    "empty.txt": b"",
    "picture.png": b"\x89PNG\r\n\x1a\n" + b"0" * 50,
    "torn.docx": b"PK\x03\x04" + b"x" * 60,
    "torn.pdf": b"%PDF-1.4\n garbage",
    "menu.txt": "รายการอาหารกลางวัน".encode(),
    "name<b>*x*.csv": b"\xff\xfe\x00",
    "zip_in.zip": zipped(**{"inner.zip": zipped(a=b"b")}),
}


def test_hostile_files_give_a_sentence_each_and_nothing_else(empty_url):
    app = upload(opened(PAGE), *HOSTILE.items())

    assert not app.exception
    assert len(app.error) == len(HOSTILE)
    assert all("โปรด" in one.value for one in app.error)
    assert app.button(key="accept_all").disabled
    assert reports(empty_url).empty
    app = app.button(key="discard_all").click().run()
    assert text("import.nothing") in words(app)


def test_another_session_does_not_see_the_preview(empty_url):
    upload(opened(PAGE), ("plan.txt", PLAN))

    assert text("import.nothing") in words(opened(PAGE))


def test_an_import_undone_by_somebody_else_is_said_to_be_gone(empty_url):
    app = upload(opened(PAGE), ("plan.txt", PLAN))
    app = app.button(key="accept_one").click().run()
    store = open_store(empty_url)
    batch = int(store.batches()["batch_id"].item())
    store.save(store.load_report(1), content=b"newer")
    store.close()

    app = app.button(key="undo_import").click().run()

    assert not app.exception
    assert "โปรด" in app.error[0].value
    assert batch == 1


def test_a_report_is_deleted_after_a_second_thought_and_comes_back(sample_url):
    before = reports(sample_url)
    number = int(before["document_id"].iloc[-1])
    app = opened(PAGE)
    app = app.selectbox(key="delete_which").set_value(number).run()
    assert app.button(key="delete").disabled

    app = app.checkbox(key=f"sure_{number}").check().run()
    app = app.button(key="delete").click().run()
    assert number not in reports(sample_url)["document_id"].tolist()

    app = app.button(key="restore").click().run()

    assert not app.exception
    assert reports(sample_url).equals(before)


def test_a_report_goes_for_good_after_a_second_thought_and_that_is_said(empty_url):
    app = upload(opened(PAGE), ("plan.txt", PLAN))
    app = app.button(key="accept_one").click().run()
    app = app.selectbox(key="delete_which").set_value(1).run()
    app = app.checkbox(key="sure_1").check().run()
    app = app.button(key="delete").click().run()
    assert app.button(key="forget").disabled

    app = asked_to_forget(app).check().run()
    app = app.button(key="forget").click().run()

    assert not app.exception
    assert toasts(app) == [text("import.forgotten", name="plan.txt")]
    assert "restore" not in keys(app)

    app = app.button(key="undo_import").click().run()

    assert toasts(app) == [text("import.undone_nothing")]


def test_a_second_thought_is_of_one_report_not_of_all_from_its_file(empty_url):
    app = upload(opened(PAGE), ("scores.csv", TABLE))
    app = app.button(key="accept_one").click().run()
    for number in reports(empty_url)["document_id"].tolist()[:2]:
        app = app.selectbox(key="delete_which").set_value(number).run()
        app = app.checkbox(key=f"sure_{number}").check().run()
        app = app.button(key="delete").click().run()
        assert not asked_to_forget(app).value
        app = asked_to_forget(app).check().run()


def test_reports_of_agencies_with_one_name_are_told_apart(empty_url):
    store = open_store(empty_url)
    for at, province in enumerate(("ลพบุรี", "สระบุรี")):
        agency = build_agency("เทศบาลตำบลหนองแค", province=province)
        store.save(build_report(agency=agency), content=bytes([at]))
    store.close()

    app = opened(PAGE)

    assert set(table(app, "stored_reports")["province"]) == {"ลพบุรี", "สระบุรี"}
    assert len(set(app.selectbox(key="delete_which").options)) == 2


def typed(app, agency=None, **fields):
    if agency is not None:
        app = app.selectbox(key="typed_agency").set_value(agency).run()
    for key, value in fields.items():
        app.text_input(key=f"typed_{key}").set_value(value)
    return app.button(key="typed_save").click().run()


def test_a_score_typed_by_hand_is_marked_with_its_source(empty_url):
    app = typed(
        opened(PAGE),
        **{"name": "เทศบาลตำบลทดลอง", "year": "2564", "1": "๘๘.๕", "2": "79"},
        source="หนังสือแจ้งผล ที่ ปช 0001/1",
    )

    assert not app.exception
    assert not app.error
    row = reports(empty_url).iloc[0]
    assert (row["kind"], row["state"]) == ("score_table", "confirmed")
    assert "พิมพ์โดยเจ้าหน้าที่" in row["source"]
    store = open_store(empty_url)
    assert store.scores()["score"].tolist() == [88.5, 79.0]
    assert "หนังสือแจ้งผล" in store.scores()["text"].iloc[0]
    raw = store.raw_file(row["sha256"]).decode("utf-8-sig")
    assert "หนังสือแจ้งผล ที่ ปช 0001/1" in raw
    page = choose(on(app, "agency"), agency="เทศบาลตำบลทดลอง")
    assert "พิมพ์โดยเจ้าหน้าที่" in words(page)


def test_a_typed_score_belongs_to_the_agency_that_was_chosen(sample_url):
    store = open_store(sample_url)
    known = store.assessments().iloc[0]
    app = typed(
        opened(PAGE), int(known["agency_id"]), year="2561", total="70", source="เว็บ"
    )

    assert not app.error
    mine = store.assessments().query("assessed_year == 2561").iloc[0]
    assert (mine["agency_id"], mine["total"]) == (known["agency_id"], 70.0)


@pytest.mark.parametrize("left_out", ["name", "year", "1", "source"])
def test_a_typed_score_needs_agency_year_score_and_source(empty_url, left_out):
    fields = {"name": "เทศบาลตำบลทดลอง", "year": "2564", "1": "88", "source": "เว็บ"}

    app = typed(opened(PAGE), **(fields | {left_out: ""}))

    assert not app.exception
    assert "โปรด" in app.error[0].value
    assert reports(empty_url).empty

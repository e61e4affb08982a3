"""Journeys through the screens, without a browser."""

import json
from base64 import b64decode
from io import BytesIO
from pathlib import Path

import docx
import numpy as np
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.testing.v1 import AppTest

from itadash import analysis
from itadash.analysis.findings import all_findings
from itadash.labels import text
from itadash.model import Finding, Link, Place
from itadash.store import open_store
from tests.builders import (
    TEN_SCORES,
    build_agency,
    build_measure,
    build_report,
    build_scores,
)
from tests.navigation import OF_REPORTS, PAGES

DASHBOARD = Path(__file__).parents[1] / "dashboard.py"
PHO_HAK = "เทศบาลตำบลโพหัก"
NONG_MUEANG = "องค์การบริหารส่วนตำบลหนองเมือง"
NON_THONG = "เทศบาลตำบลโนนทอง"
PHO_HAK_SCORES = [88.76, 83, 86.45, 80.03, 86.43, 85.59, 87.68, 80.2, 68.79, 25]
EXAMPLE = "เทศบาลตำบลตัวอย่าง"


@pytest.fixture
def files(monkeypatch):
    """Give the bytes behind a download button of the last run, by its key."""
    builders = {}
    register = MediaFileManager.add_deferred

    def noted(self, data, *args, element_id, **kwargs):
        builders[element_id] = data
        return register(self, data, *args, element_id=element_id, **kwargs)

    monkeypatch.setattr(MediaFileManager, "add_deferred", noted)
    return lambda app, key: builders[app.download_button(key=key).proto.id]()


def opened(page="overview", **query):
    app = AppTest.from_file(DASHBOARD, default_timeout=60)
    app.query_params.update(query)
    return app.run() if page == "overview" else on(app, page)


@pytest.fixture
def linked_url(store_url):
    """Store a report that answers indicator 9, which is weak, and 1, which is not."""
    idle = build_measure("บริการประชาชน", indicators=(Link(1, 0.9, "บริการ"),))
    save(store_url, build_report(measures=(build_measure(), idle)))
    return store_url


def on(app, page):
    return app.switch_page(f"pages/{page}.py").run()


def choose(app, **filters):
    for key, value in filters.items():
        app = app.selectbox(key=key).set_value(value).run()
    return app


def filters_of(app):
    return {one.key: one.value for one in app.selectbox}


def tiles(app):
    return {tile.label: tile.value for tile in app.metric}


def words(app):
    kinds = (app.title, app.subheader, app.markdown, app.caption, app.info, app.warning)
    alerts = (app.success, app.error, app.code)
    return "\n".join(one.value for kind in (*kinds, *alerts) for one in kind)


def keys(app):
    return {one.key for one in (*app.button, *app.download_button)}


def table(app, key):
    """Tables bear no key of their own; the button under each does."""
    buttons = [one.key for one in app.download_button if one.key.endswith("_excel")]
    return app.dataframe[buttons.index(f"{key}_excel")].value


def figure(app, key):
    charts = app.get("plotly_chart")
    found = next(one for one in charts if one.proto.id.endswith(f"-{key}"))
    return json.loads(found.proto.spec)


def numbers(values):
    if isinstance(values, dict):
        return np.frombuffer(b64decode(values["bdata"]), values["dtype"]).tolist()
    return values


def bars(app):
    bar = next(
        one for one in figure(app, "indicator_bars")["data"] if "bar" in one["type"]
    )
    found = zip(numbers(bar["y"]), numbers(bar["x"]), strict=True)
    return [score for _, score in sorted(found)]


def sheet_rows(content, sheet=0):
    book = openpyxl.load_workbook(BytesIO(content))
    return [list(row) for row in book.worksheets[sheet].iter_rows(values_only=True)]


def save(url, *reports):
    store = open_store(url)
    for at, report in enumerate(reports):
        store.save(report, content=f"report {at}".encode())
    store.close()


def measures_only(**fields):
    usual = {"overall_score": None, "level": None, "scores": ()}
    return build_report(**(usual | fields))


def test_the_first_start_shows_the_samples_and_marks_them(store_url):
    app = opened()

    assert not app.exception
    assert text("sample.notice") in words(app)
    assert tiles(app)[text("tile.agencies")] == "2"
    assert "69.58" in words(app)
    assert "92.65" in words(app)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_on_the_samples(sample_url, page):
    app = opened(page)

    assert not app.exception
    assert not app.error
    assert app.title


@pytest.mark.parametrize("page", OF_REPORTS)
def test_an_empty_store_says_what_to_do_on_every_page(store_url, page):
    open_store(store_url).close()

    app = opened(page)

    assert not app.exception
    assert app.title[0].value == text("empty.title")
    assert text("empty.next") in words(app)
    assert "python -m itadash ingest" in words(app)
    assert keys(app) == {"restore_samples"}
    assert app.get("page_link")[0].proto.label == text("empty.import")


def test_the_empty_screen_puts_samples_in_by_one_click(store_url):
    open_store(store_url).close()

    app = opened().button(key="restore_samples").click().run()

    assert not app.exception
    assert tiles(app)[text("tile.agencies")] == "2"


def test_samples_go_by_one_click_and_come_back_by_one_click(sample_url):
    app = opened().button(key="remove_samples").click().run()

    assert app.title[0].value == text("empty.title")
    assert open_store(sample_url).is_empty()

    app = app.button(key="restore_samples").click().run()

    assert not app.exception
    assert tiles(app)[text("tile.agencies")] == "2"
    assert open_store(sample_url).count_reports() == 18


def test_removing_the_samples_keeps_the_reports_of_the_user(sample_url):
    save(sample_url, build_report())

    app = opened().button(key="remove_samples").click().run()

    assert not app.exception
    assert "remove_samples" not in keys(app)
    assert list(table(app, "score_table")["agency"]) == [EXAMPLE]


def test_samples_beside_a_real_report_count_in_no_mean(sample_url):
    save(sample_url, build_report())

    app = opened()

    assert tiles(app)[text("tile.agencies")] == "1"
    assert bars(app) == list(TEN_SCORES.values())


def test_the_ten_bars_of_an_agency_carry_its_printed_scores(sample_url):
    app = choose(opened("agency"), agency=PHO_HAK)

    assert bars(app) == PHO_HAK_SCORES
    title = figure(app, "indicator_bars")["layout"]["title"]["text"]
    assert "5 จาก 10 ตัวชี้วัดต่ำกว่าเป้า 85" in title


def test_pho_hak_shows_total_level_and_weak_indicators(sample_url):
    app = choose(opened("agency"), agency=PHO_HAK)

    assert app.title[0].value == PHO_HAK
    shown = tiles(app)
    assert shown[text("tile.total")] == "69.58"
    assert shown[text("tile.level")] == "C"
    assert shown[text("tile.weak", target=85)] == "5 จาก 10"
    assert "69.585" in words(app)


def test_pho_hak_has_a_card_for_each_weak_indicator_widest_gap_first(sample_url):
    app = choose(opened("agency"), agency=PHO_HAK)

    cards = [one.value for one in app.markdown if "▼" in one.value]
    assert [int(card[2:].split(".")[0]) for card in cards] == [10, 9, 4, 8, 2]


def test_nong_mueang_shows_that_its_printed_total_differs(sample_url):
    app = choose(opened("agency"), agency=NONG_MUEANG)

    said = app.warning[0].value
    assert "92.65" in said
    assert "92.676" in said
    assert tiles(app)[text("tile.weak", target=85)] == "2 จาก 10"


def test_every_printed_score_stands_beside_its_printed_words(sample_url):
    app = choose(opened("agency"), agency=PHO_HAK)

    printed = table(app, "printed_scores")
    assert printed["score"].tolist() == PHO_HAK_SCORES
    assert printed["text"].tolist()[3] == "๘๐.๐๓ คะแนน"
    assert printed["line"].notna().all()


@pytest.mark.parametrize(
    ("agency", "measures"),
    [
        ("องค์การบริหารส่วนตำบลรางจรเข้", 6),
        (NON_THONG, 8),
        ("องค์การบริหารส่วนตำบลห้วยยางขาม", 4),
    ],
)
def test_an_agency_with_measures_only_is_shown_in_full(sample_url, agency, measures):
    app = choose(opened("agency"), agency=agency)

    assert not app.exception
    assert text("agency.measures_only") in words(app)
    assert tiles(app)[text("tile.measures")] == str(measures)
    assert len(table(app, "measure_table")) == measures
    assert not app.get("plotly_chart")


@pytest.mark.parametrize("page", ["overview", "weak"])
def test_a_year_without_scores_says_what_is_there_instead(sample_url, page):
    app = choose(opened(page), year=2567)

    assert not app.exception
    assert text("state.measures_only", n=2, measures=14) in words(app)
    assert NON_THONG in words(app)


@pytest.mark.parametrize("page", OF_REPORTS)
def test_filters_that_let_nothing_through_say_so(sample_url, page):
    app = choose(opened(page), year=2563, type="เทศบาลตำบล", province="พะเยา")

    assert not app.exception
    said = "measures.none" if page == "measures" else "state.nothing_found"
    assert text(said) in words(app)
    assert "download_workbook" not in keys(app)


def test_the_filters_survive_a_change_of_page(sample_url):
    app = choose(opened(), province="ลพบุรี", type="องค์การบริหารส่วนตำบล")
    before = filters_of(app)

    for page in (*PAGES[1:], "overview"):
        app = on(app, page)

        now = filters_of(app)
        assert {name: now[name] for name in before} == before


@pytest.mark.parametrize("page", PAGES)
def test_an_address_opens_the_view_that_the_filters_give(sample_url, page):
    chosen = choose(opened(page), year=2564, province="พะเยา")

    app = opened(page, year="2564", province="พะเยา")

    assert filters_of(app) == filters_of(chosen)
    assert words(app) == words(chosen)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asked_for_first_of_all_stands_in_the_frame(sample_url, page):
    app = on(AppTest.from_file(DASHBOARD, default_timeout=60), page)

    assert not app.exception
    in_bar = [one.key for one in app.sidebar.selectbox]
    assert in_bar == ["year", "province", "type", "agency"]
    assert "remove_samples" in keys(app)


def test_an_address_of_an_agency_opens_its_page(sample_url):
    app = opened("agency", agency=PHO_HAK, year="2563")

    assert app.title[0].value == PHO_HAK


def test_an_address_with_nonsense_opens_the_usual_view(sample_url):
    usual = filters_of(opened())

    app = opened(year="ก", province="ดาวอังคาร", agency="ไม่มี", type="<b>")

    assert not app.exception
    assert filters_of(app) == usual


def test_without_a_choice_the_page_of_an_agency_offers_some(sample_url):
    app = opened("agency")
    assert text("agency.choose") in words(app)

    app = next(one for one in app.button if one.label == PHO_HAK).click().run()

    assert app.title[0].value == PHO_HAK
    assert filters_of(app)["agency"] == PHO_HAK


def test_a_store_of_one_agency_opens_its_page_without_asking(store_url):
    save(store_url, build_report())

    app = opened("agency")

    assert app.title[0].value == EXAMPLE
    assert bars(app) == list(TEN_SCORES.values())


def test_a_real_report_bears_no_mark_of_a_sample(store_url):
    save(store_url, build_report())

    for page in PAGES:
        app = opened(page)

        assert "remove_samples" not in keys(app)
        assert f"badge[{text('sample.mark')}]" not in words(app)


def test_an_agency_of_several_years_shows_them_as_lines(store_url):
    years = (2563, 2564, 2565)
    reports = [build_report(fiscal_year=y + 1, assessed_year=y) for y in years]
    save(store_url, *reports)

    app = opened("agency")

    assert not app.exception
    assert figure(app, "year_lines")["data"]
    assert filters_of(app)["year"] == 2565


def test_an_agency_outside_the_chosen_province_is_not_found(sample_url):
    app = opened("agency", agency=PHO_HAK, province="ลพบุรี")

    assert not app.exception
    assert text("state.nothing_found") in words(app)


def test_an_agency_without_the_chosen_year_is_shown_in_its_newest(store_url):
    other = build_agency("เทศบาลตำบลอื่น")
    save(store_url, build_report(), build_report(agency=other, assessed_year=2565))

    app = choose(opened("agency"), year=2565, agency=EXAMPLE)

    assert app.title[0].value == EXAMPLE
    assert bars(app) == list(TEN_SCORES.values())


def test_a_report_with_nine_scores_has_no_total_of_its_own(store_url):
    nine = {number: score for number, score in TEN_SCORES.items() if number != 4}
    save(store_url, measures_only(scores=build_scores(nine)))

    app = opened("agency")

    assert not app.exception
    assert tiles(app)[text("tile.total")] == text("framework.no_score")


def test_a_report_without_name_year_or_measures_is_shown(store_url):
    agency = build_agency(None, type=None)
    save(store_url, build_report(agency=agency, fiscal_year=None, assessed_year=None))

    for page in PAGES:
        assert not opened(page).exception

    assert text("agency.unnamed") in words(opened("agency"))


def test_words_of_a_report_are_shown_letter_by_letter(store_url):
    name = "เทศบาล*ตำบล*[ก](http://x) :red[ข] $a$ <b>"
    save(store_url, build_report(agency=build_agency(name)))

    app = opened("agency")

    title = app.title[0].value
    assert title.replace("\\", "") == name
    assert "\\*" in title
    assert "\\[" in title


def test_the_three_lists_part_what_measures_answer_from_what_none_does(linked_url):
    app = opened("weak")

    assert sorted(table(app, "unanswered")["score"]) == [50.0, 78.25, 80.0, 84.99]
    assert table(app, "answered")["score"].tolist() == [60.0]
    assert table(app, "idle")["title"].tolist() == ["บริการประชาชน"]
    assert [tab.label[-3:] for tab in app.tabs] == ["(4)", "(1)", "(1)"]


@pytest.mark.parametrize("by", ["by_agency", "by_indicator", "by_unit"])
def test_weak_indicators_are_counted_three_ways(linked_url, by):
    app = opened("weak")

    app = app.button_group(key="weak_by").set_value(by).run()

    assert not app.exception
    assert len(table(app, "weak_counts")) > 0


@pytest.mark.parametrize(
    ("page", "key"),
    [
        ("overview", "score_table"),
        ("agency", "measure_table"),
        ("weak", "unanswered"),
        ("weak", "answered"),
        ("weak", "idle"),
        ("weak", "weak_counts"),
    ],
)
def test_the_button_of_a_table_gives_the_rows_on_screen(linked_url, files, page, key):
    app = opened(page)
    shown = table(app, key)

    rows = sheet_rows(files(app, f"{key}_excel"))

    assert len(rows) == len(shown) + 1
    assert [row[0] for row in rows[1:]] == shown.iloc[:, 0].tolist()


def test_the_printed_scores_go_to_excel_as_they_stand(sample_url, files):
    app = opened("agency", agency=PHO_HAK)

    rows = sheet_rows(files(app, "printed_scores_excel"))

    assert [row[2] for row in rows[1:]] == PHO_HAK_SCORES
    assert rows[4][3] == "๘๐.๐๓ คะแนน"


def test_a_filter_narrows_screen_and_excel_alike(sample_url, files):
    app = choose(opened(), province="ลพบุรี")

    rows = sheet_rows(files(app, "score_table_excel"))

    assert [row[0] for row in rows[1:]] == [NONG_MUEANG]
    assert list(table(app, "score_table")["agency"]) == [NONG_MUEANG]


def test_the_workbook_holds_what_the_filters_let_through(sample_url, files):
    app = choose(opened("export"), province="ลพบุรี")

    rows = sheet_rows(files(app, "download_workbook"), sheet=2)

    assert [row[0] for row in rows[1:]] == [NONG_MUEANG]
    assert {92.65, 92.676} <= set(rows[1])


def test_the_workbook_of_every_year_holds_all_agencies(sample_url, files):
    app = opened("export")

    app = app.toggle(key="every_year").set_value(True).run()

    rows = sheet_rows(files(app, "download_workbook"), sheet=2)
    assert len({row[0] for row in rows[1:]}) == 13
    assert text("export.scope", n=13, of=13, rows=13) in words(app)


def test_the_workbook_holds_the_tables_that_are_picked(sample_url, files):
    app = opened("export")

    app = app.button_group(key="export_parts").set_value(["measures"]).run()

    book = openpyxl.load_workbook(BytesIO(files(app, "download_workbook")))
    assert book.sheetnames == ["ปก", "มาตรการ"]


def test_without_a_table_there_is_no_workbook_to_take(sample_url):
    app = opened("export").button_group(key="export_parts").set_value([]).run()

    assert "download_workbook" not in keys(app)
    assert text("export.no_part") in words(app)


def test_a_table_can_be_taken_as_csv(sample_url, files):
    app = opened("export")

    app = app.radio(key="csv_table").set_value("printed").run()

    lines = files(app, "download_csv").decode("utf-8-sig").splitlines()
    assert any("๘๐.๐๓ คะแนน" in line for line in lines)


def test_the_page_of_an_agency_gives_the_form_of_its_year(sample_url, files):
    app = opened("agency", agency=PHO_HAK)

    document = docx.Document(BytesIO(files(app, "download_form")))

    assert PHO_HAK in document.paragraphs[0].text
    assert len(document.tables[1].rows) == 9


def test_a_large_workbook_is_prepared_first_and_stays_ready(sample_url, monkeypatch):
    monkeypatch.setattr("itadash.ui.export.LARGE", 0)
    app = opened("export")
    assert "download_workbook" not in keys(app)

    app = app.button(key="download_workbook_prepare").click().run()

    assert "download_workbook" in keys(app)
    app = app.run()
    assert "download_workbook" in keys(app)
    assert "download_workbook_prepare" not in keys(app)


@pytest.mark.parametrize("key", ["download_workbook", "download_csv"])
def test_a_download_that_fails_gives_a_file_that_says_so(
    sample_url, files, monkeypatch, key
):
    app = opened("export")
    monkeypatch.setattr("itadash.exports.stored", broken)

    content = files(app, key)

    said = sheet_rows(content)[1][0] if key == "download_workbook" else content.decode()
    assert "สร้างไฟล์นี้ไม่ได้" in said


def test_a_form_that_fails_gives_a_document_that_says_so(
    sample_url, files, monkeypatch
):
    app = opened("agency", agency=PHO_HAK)
    monkeypatch.setattr("itadash.exports.form_of", broken)

    document = docx.Document(BytesIO(files(app, "download_form")))

    assert "สร้างไฟล์นี้ไม่ได้" in document.paragraphs[0].text


def broken(*_):
    raise RuntimeError("ดิสก์หาย")


def test_a_change_by_another_process_shows_at_the_next_rerun(sample_url):
    app = opened()

    save(sample_url, build_report())

    assert tiles(app.run())[text("tile.agencies")] == "1"


def test_a_store_that_is_no_database_gives_a_sentence(store_url):
    Path(store_url.removeprefix("sqlite:///")).write_bytes(b"no database" * 200)

    app = opened()

    assert not app.exception
    assert text("store.no_database") in app.error[0].value


def test_a_store_in_an_impossible_place_gives_a_sentence(store_url, monkeypatch):
    monkeypatch.setenv("ITADASH_STORE", "sqlite:////dev/null/store.sqlite")

    app = opened()

    assert not app.exception
    assert "/dev/null/store.sqlite" in app.error[0].value


OPTIONS = {
    "year": [2563, 2564, 2567],
    "province": [None, "ชัยภูมิ", "พระนครศรีอยุธยา", "พะเยา", "ลพบุรี"],
    "type": [None, "เทศบาลตำบล", "องค์การบริหารส่วนตำบล"],
    "agency": [None, PHO_HAK, NONG_MUEANG, NON_THONG],
}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    query=st.fixed_dictionaries(
        {name: st.sampled_from(options) for name, options in OPTIONS.items()}
    ),
    page=st.sampled_from(PAGES),
)
def test_no_combination_of_filters_breaks_a_page(sample_url, query, page):
    asked = {name: str(value) for name, value in query.items() if value is not None}

    app = opened(page, **asked)

    assert not app.exception
    assert not app.error
    assert app.title


def test_the_checks_page_lists_what_to_look_at_and_keeps_the_chosen_severities(
    store_url,
):
    error = Finding(
        "score_out_of_range",
        "error",
        (("name", "การใช้งบประมาณ"), ("score", 870.0)),
        place=Place(16, "๘๗๐.๐๐ คะแนน"),
    )
    info = Finding("no_indicator_scores", "info")
    save(store_url, build_report(findings=(error, info)))

    app = opened("checks")
    every = len(table(app, "findings"))
    app.get("button_group")[0].set_value(["error"]).run()

    assert table(app, "findings")["text"].tolist() == ["๘๗๐.๐๐ คะแนน"]
    assert every > 1


def test_findings_are_chosen_by_kind_and_those_looked_at_can_be_hidden(store_url):
    info = Finding("no_indicator_scores", "info")
    save(store_url, build_report(findings=(info,)))
    store = open_store(store_url)
    key = next(iter(_keys_of(store, "no_indicator_scores")))
    store.set_looked_at(int(store.documents()["document_id"].item()), key, seen=True)

    app = opened("checks")
    every = table(app, "findings")
    app.multiselect(key="finding_kind").set_value(["no_indicator_scores"]).run()
    of_kind = table(app, "findings")
    app.toggle(key="hide_seen").set_value(True).run()

    assert len(every) > 1
    assert of_kind["look"].tolist() == [text("checks.seen")]
    assert text("checks.none") in words(app)


def _keys_of(store, code):
    weak = analysis.weak_indicators(analysis.tall_scores(store.assessments()))
    answered = analysis.answer(weak, store.links(), store.measures())
    rows = all_findings(store.findings(), answered, store.scores())
    return rows[rows["code"] == code]["finding_key"]

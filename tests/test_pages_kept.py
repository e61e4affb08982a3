"""What is kept for a screen is never shown once the store says something else."""

import pytest
from streamlit.runtime.context import ContextProxy, StreamlitTheme

from itadash import charts
from itadash.analysis import carried, choosing, plans
from itadash.labels import speaking, text
from itadash.store import open_store
from tests.builders import build_agency, build_measure, build_report
from tests.test_pages import choose, figure, opened, table, tiles, words
from tests.test_pages_measures import titles
from tests.test_pages_measures import two_years_url as two_years_url  # a fixture


@pytest.fixture
def elsewhere(two_years_url):
    """Give the store as another process has it open."""
    store = open_store(two_years_url)
    yield store
    store.close()


@pytest.fixture
def theme(monkeypatch):
    """Choose the theme that the browser says it has."""

    def choose_theme(name):
        said = property(lambda _: StreamlitTheme({"type": name}))
        monkeypatch.setattr(ContextProxy, "theme", said)

    choose_theme("light")
    return choose_theme


def fates(app):
    shown = table(app, "carried")
    return dict(zip(shown["title"], shown["fate_word"], strict=True))


def alt(app):
    return figure(app, "calendar")["layout"]["meta"]["alt"]


def calendar_title(n, year):
    return text("measures.calendar", n=n, of=n, year=year)


def of_year(store, year):
    found = store.documents()
    return int(found.loc[found["fiscal_year"] == year, "document_id"].iloc[0])


@pytest.fixture
def counted(monkeypatch):
    """Count the calls of a function, given by its module and name."""

    def count(module, name):
        made = []
        function = getattr(module, name)

        def noted(*args, **kwargs):
            made.append(name)
            return function(*args, **kwargs)

        monkeypatch.setattr(module, name, noted)
        return made

    return count


def test_another_run_of_the_same_search_makes_nothing_anew(two_years_url, counted):
    made = [
        counted(module, name)
        for module, name in (
            (plans, "completeness"),
            (plans, "unit_counts"),
            (plans, "calendar"),
            (charts, "unit_calendar"),
            (carried, "against_year_before"),
        )
    ]
    app = opened("measures", plan_year="2564")
    before = [list(calls) for calls in made]
    assert all(before)

    app.run()

    assert made == before


def test_a_deletion_shows_at_once_in_all_that_is_counted(elsewhere):
    app = opened("measures", plan_year="2564")
    assert len(titles(app)) == 3
    assert calendar_title(3, 2564) in alt(app)

    elsewhere.delete_report(of_year(elsewhere, 2564))
    app = app.run()

    assert titles(app) == ["ปลูกต้นไม้"]
    assert tiles(app)[text("measures.has_unit")] == text("tile.n_of", n=1, of=1)
    assert calendar_title(1, 2564) in alt(app)

    elsewhere.restore_deleted()
    app = app.run()

    assert len(titles(app)) == 3
    assert calendar_title(3, 2564) in alt(app)


def test_without_the_year_before_nothing_is_compared_any_more(elsewhere):
    app = opened("measures")
    assert len(fates(app)) == 3

    elsewhere.delete_report(of_year(elsewhere, 2564))
    app = app.run()

    assert text("carried.nothing", year=2565, before=2564) in words(app)


def test_a_correction_and_its_undo_show_at_once(elsewhere):
    app = opened("measures")
    before = titles(app)
    document, path = of_year(elsewhere, 2565), "measures.0.title"

    elsewhere.correct(document, path, "ปลูกป่าชุมชน", "ตรวจกับต้นฉบับ")
    app = app.run()

    assert titles(app)[0] == "ปลูกป่าชุมชน"
    assert fates(app)["ปลูกป่าชุมชน"].endswith(text("carried.new"))
    assert fates(app)[before[0]].endswith(text("carried.dropped"))

    elsewhere.undo_correction(int(elsewhere.corrections()["correction_id"].iloc[0]))
    app = app.run()

    assert titles(app) == before
    assert fates(app)[before[0]].endswith(text("carried.carried"))


def test_an_import_and_its_undo_show_at_once(elsewhere):
    app = opened("measures")
    unit = build_measure("จัดซื้อด้วยวิธีใหม่", units=("กองช่าง",))
    results = build_report(
        kind="results", fiscal_year=2565, assessed_year=2564, measures=(unit,)
    )

    batch = elsewhere.begin_batch("ผล.txt")
    elsewhere.save(results, content=b"results", batch_id=batch)
    app = app.run()

    assert "จัดซื้อด้วยวิธีใหม่" in titles(app)
    assert "กองช่าง" in app.selectbox(key="unit").options
    assert fates(app)["จัดซื้อด้วยวิธีใหม่"].endswith(text("carried.new"))

    elsewhere.undo_batch(batch)
    app = app.run()

    assert "จัดซื้อด้วยวิธีใหม่" not in titles(app)
    assert "กองช่าง" not in app.selectbox(key="unit").options
    assert "จัดซื้อด้วยวิธีใหม่" not in fates(app)


def test_each_search_has_its_own_figures_and_the_first_comes_back(two_years_url):
    app = opened("measures", plan_year="2564")

    app = app.text_input(key="q").set_value("ปลูกต้นไม้").run()
    assert calendar_title(1, 2564) in alt(app)
    assert tiles(app)[text("measures.has_unit")] == text("tile.n_of", n=1, of=1)
    app = app.text_input(key="q").set_value("").run()
    assert calendar_title(3, 2564) in alt(app)

    app = choose(app, province="ลพบุรี")
    assert calendar_title(1, 2564) in alt(app)
    app = choose(app, province=None)
    assert calendar_title(3, 2564) in alt(app)


def test_a_unit_of_the_address_is_offered_to_nobody_else(two_years_url):
    app = opened("measures", unit="กองที่ไม่มี")
    assert "กองที่ไม่มี" in app.selectbox(key="unit").options

    assert "กองที่ไม่มี" not in opened("measures").selectbox(key="unit").options


def test_one_comparison_is_said_in_the_language_of_each_reader(two_years_url):
    thai = fates(opened("measures"))
    english = opened("measures", lang="en")

    assert f"+ {text('carried.new')}" in thai.values()
    with speaking("en"):
        assert f"+ {text('carried.new')}" in fates(english).values()
        assert text("measures.has_unit") in tiles(english)
    assert fates(opened("measures")) == thai


def test_one_calendar_is_drawn_in_the_language_of_each_reader(two_years_url):
    thai = alt(opened("measures", plan_year="2564"))
    english = alt(opened("measures", plan_year="2564", lang="en"))

    assert calendar_title(3, 2564) in thai
    with speaking("en"):
        assert calendar_title(3, 2564) in english
    assert alt(opened("measures", plan_year="2564")) == thai


def test_one_calendar_is_drawn_in_the_colours_of_each_screen(two_years_url, theme):
    light = figure(opened("measures", plan_year="2564"), "calendar")
    theme("dark")
    dark = figure(opened("measures", plan_year="2564"), "calendar")
    theme("light")
    again = figure(opened("measures", plan_year="2564"), "calendar")

    assert light == again != dark


def listed(app):
    """The reports of the import page, with their number as its heading says it."""
    shown = list(table(app, "stored_reports")["source"])
    assert text("import.reports", n=len(shown)) in words(app)
    assert len(app.selectbox(key="delete_which").options) == len(shown)
    return shown


@pytest.fixture
def named_reports(store_url):
    """Store two reports of two agencies, each in a file of its own name."""
    store = open_store(store_url)
    for name in ("หนองแค", "บ้านหมอ"):
        report = build_report(source=f"{name}.txt", agency=build_agency(name))
        store.save(report, content=name.encode())
    yield store
    store.close()


def test_a_report_deleted_elsewhere_leaves_the_list_at_once(named_reports):
    app = opened("import")
    assert listed(app) == ["บ้านหมอ.txt", "หนองแค.txt"]

    named_reports.delete_report(1)
    app = app.run()

    assert listed(app) == ["บ้านหมอ.txt"]
    assert "หนองแค" not in "".join(app.selectbox(key="typed_agency").options)
    assert text("import.in_trash", name="หนองแค.txt") in words(app)

    named_reports.forget_deleted()  # changes no frame, hence no revision
    app = app.run()

    assert listed(app) == ["บ้านหมอ.txt"]
    assert text("import.in_trash", name="หนองแค.txt") not in words(app)


def test_a_report_brought_back_elsewhere_is_listed_at_once(named_reports):
    named_reports.delete_report(1)
    app = opened("import")
    assert listed(app) == ["บ้านหมอ.txt"]

    named_reports.restore_deleted()
    app = app.run()

    assert listed(app) == ["บ้านหมอ.txt", "หนองแค.txt"]
    assert "หนองแค" in "".join(app.selectbox(key="typed_agency").options)


def test_an_import_and_its_undo_are_listed_at_once(named_reports):
    app = opened("import")
    assert "undo_which" not in {one.key for one in app.selectbox}
    report = build_report(source="ใหม่.txt", agency=build_agency("ใหม่"))

    batch = named_reports.begin_batch("ใหม่.txt")
    named_reports.save(report, content=b"new", batch_id=batch)
    app = app.run()

    assert listed(app) == ["ใหม่.txt", "บ้านหมอ.txt", "หนองแค.txt"]
    assert len(app.selectbox(key="undo_which").options) == 1

    named_reports.undo_batch(batch)
    app = app.run()

    assert listed(app) == ["บ้านหมอ.txt", "หนองแค.txt"]
    assert "undo_which" not in {one.key for one in app.selectbox}


def test_a_corrected_name_is_listed_at_once(named_reports):
    app = opened("import")

    named_reports.correct(1, "agency.name", "หนองแก", "ตรวจกับต้นฉบับ")
    app = app.run()

    assert list(table(app, "stored_reports")["agency"]) == ["บ้านหมอ", "หนองแก"]
    assert "หนองแก" in "".join(app.selectbox(key="typed_agency").options)
    assert "หนองแก" in "".join(app.selectbox(key="delete_which").options)


def test_each_search_lists_its_own_reports(named_reports):
    app = opened("import")

    app = app.text_input(key="stored_search").set_value("หมอ").run()
    assert list(table(app, "stored_reports")["source"]) == ["บ้านหมอ.txt"]
    app = app.text_input(key="stored_search").set_value("ไม่มี").run()
    assert text("import.found", shown=0, n=0) in words(app)
    app = app.text_input(key="stored_search").set_value("").run()
    assert listed(app) == ["บ้านหมอ.txt", "หนองแค.txt"]

    app = app.text_input(key="typed_search").set_value("หมอ").run()
    assert app.selectbox(key="typed_agency").options == ["บ้านหมอ"]


def test_one_list_is_said_in_the_language_of_each_reader(named_reports):
    thai = table(opened("import"), "stored_reports")
    english = table(opened("import", lang="en"), "stored_reports")

    assert set(thai["kind"]) == {text("workbook.kind.plan")}
    with speaking("en"):
        assert set(english["kind"]) == {text("workbook.kind.plan")}
    assert table(opened("import"), "stored_reports").equals(thai)


def test_another_run_of_the_import_page_searches_nothing_anew(named_reports, counted):
    made = counted(choosing, "documents_named")
    app = opened("import")
    assert made == ["documents_named"]

    app = app.run()

    assert made == ["documents_named"]
    assert len(listed(app)) == 2

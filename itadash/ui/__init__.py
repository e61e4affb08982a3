"""Everything of ours that speaks Streamlit; pages call it and nothing else does.

A module is loaded when a page first asks for a name of it: all of them together
would take the first page longer than its figures do.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from itadash.late import from_homes

if TYPE_CHECKING:
    from itadash.ui.addresses import keep_on_return
    from itadash.ui.agency import (
        agency_head,
        issues,
        one_agency,
        peers,
        printed_scores,
        years_chart,
    )
    from itadash.ui.agency_tiles import agency_tiles
    from itadash.ui.cards import measure_cards, more_weak_cards, weak_cards
    from itadash.ui.checks import (
        finding_filter,
        finding_list,
        finding_table,
        finding_totals,
        found,
    )
    from itadash.ui.compare import compared
    from itadash.ui.compare_parts import (
        compare_distribution,
        compare_figure,
        compare_ranking,
        compare_sentences,
    )
    from itadash.ui.compare_years import compare_around, compare_changes
    from itadash.ui.coverage import coverage_table
    from itadash.ui.export import (
        csv_button,
        export_of,
        export_scope,
        form_button,
        workbook_button,
    )
    from itadash.ui.filters import current_filters, filter_bar
    from itadash.ui.frame import (
        configure,
        errors_shown,
        pages,
        sample_mark,
        stand_in_frame,
        stop_if_empty,
    )
    from itadash.ui.importing.review import review
    from itadash.ui.importing.stored import imports_made, stored_reports
    from itadash.ui.importing.typing import typing_form
    from itadash.ui.importing.upload import upload
    from itadash.ui.language import language_switch
    from itadash.ui.lists import (
        answered_table,
        measure_table,
        needs_a_look,
        score_table,
        unanswered_table,
        weak_counts,
        weak_tabs,
    )
    from itadash.ui.marks import demo_hint
    from itadash.ui.measures import (
        found_measures,
        measure_calendar,
        measure_completeness,
        measure_search,
        year_before,
    )
    from itadash.ui.mending import correction_history
    from itadash.ui.method import method_sections
    from itadash.ui.paging import in_detail
    from itadash.ui.printing import print_button
    from itadash.ui.route import (
        cheapest_routes,
        levels_above,
        route_outcome,
        route_plan,
        route_sliders,
        route_source,
    )
    from itadash.ui.tables import chart
    from itadash.ui.tiles import overview_tiles
    from itadash.ui.views import view
    from itadash.ui.weak import weak_chart, weak_tiles
    from itadash.ui.without_scores import stop_without_scores
    from itadash.ui.words import (
        scope,
        source_note,
        stop_if_nothing,
        year_of_measures,
    )

_HOMES: Final[Mapping[str, tuple[str, ...]]] = {
    "addresses": ("keep_on_return",),
    "agency": (
        "agency_head",
        "issues",
        "one_agency",
        "peers",
        "printed_scores",
        "years_chart",
    ),
    "agency_tiles": ("agency_tiles",),
    "cards": (
        "measure_cards",
        "more_weak_cards",
        "weak_cards",
    ),
    "checks": (
        "finding_filter",
        "finding_list",
        "finding_table",
        "finding_totals",
        "found",
    ),
    "compare": ("compared",),
    "compare_parts": (
        "compare_distribution",
        "compare_figure",
        "compare_ranking",
        "compare_sentences",
    ),
    "compare_years": (
        "compare_around",
        "compare_changes",
    ),
    "coverage": ("coverage_table",),
    "export": (
        "csv_button",
        "export_of",
        "export_scope",
        "form_button",
        "workbook_button",
    ),
    "filters": (
        "current_filters",
        "filter_bar",
    ),
    "frame": (
        "configure",
        "errors_shown",
        "pages",
        "sample_mark",
        "stand_in_frame",
        "stop_if_empty",
    ),
    "importing.review": ("review",),
    "importing.stored": ("imports_made", "stored_reports"),
    "importing.typing": ("typing_form",),
    "importing.upload": ("upload",),
    "language": ("language_switch",),
    "lists": (
        "answered_table",
        "measure_table",
        "needs_a_look",
        "score_table",
        "unanswered_table",
        "weak_counts",
        "weak_tabs",
    ),
    "marks": ("demo_hint",),
    "measures": (
        "found_measures",
        "measure_calendar",
        "measure_completeness",
        "measure_search",
        "year_before",
    ),
    "mending": ("correction_history",),
    "method": ("method_sections",),
    "paging": ("in_detail",),
    "printing": ("print_button",),
    "route": (
        "cheapest_routes",
        "levels_above",
        "route_outcome",
        "route_plan",
        "route_sliders",
        "route_source",
    ),
    "tables": ("chart",),
    "tiles": ("overview_tiles",),
    "views": ("view",),
    "weak": (
        "weak_chart",
        "weak_tiles",
    ),
    "without_scores": ("stop_without_scores",),
    "words": (
        "scope",
        "source_note",
        "stop_if_nothing",
        "year_of_measures",
    ),
}

__getattr__ = from_homes(__name__, _HOMES)

__all__ = [
    "agency_head",
    "agency_tiles",
    "answered_table",
    "chart",
    "cheapest_routes",
    "compare_around",
    "compare_changes",
    "compare_distribution",
    "compare_figure",
    "compare_ranking",
    "compare_sentences",
    "compared",
    "configure",
    "correction_history",
    "coverage_table",
    "csv_button",
    "current_filters",
    "demo_hint",
    "errors_shown",
    "export_of",
    "export_scope",
    "filter_bar",
    "finding_filter",
    "finding_list",
    "finding_table",
    "finding_totals",
    "form_button",
    "found",
    "found_measures",
    "imports_made",
    "in_detail",
    "issues",
    "keep_on_return",
    "language_switch",
    "levels_above",
    "measure_calendar",
    "measure_cards",
    "measure_completeness",
    "measure_search",
    "measure_table",
    "method_sections",
    "more_weak_cards",
    "needs_a_look",
    "one_agency",
    "overview_tiles",
    "pages",
    "peers",
    "print_button",
    "printed_scores",
    "review",
    "route_outcome",
    "route_plan",
    "route_sliders",
    "route_source",
    "sample_mark",
    "scope",
    "score_table",
    "source_note",
    "stand_in_frame",
    "stop_if_empty",
    "stop_if_nothing",
    "stop_without_scores",
    "stored_reports",
    "typing_form",
    "unanswered_table",
    "upload",
    "view",
    "weak_cards",
    "weak_chart",
    "weak_counts",
    "weak_tabs",
    "weak_tiles",
    "workbook_button",
    "year_before",
    "year_of_measures",
    "years_chart",
]

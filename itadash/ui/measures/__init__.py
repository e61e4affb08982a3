"""The parts of the page of all measures: what is asked for, found and counted."""

from itadash.ui.measures.asked import Asked, measure_search
from itadash.ui.measures.found import found_measures
from itadash.ui.measures.sections import measure_calendar, measure_completeness
from itadash.ui.measures.years import year_before

__all__ = [
    "Asked",
    "found_measures",
    "measure_calendar",
    "measure_completeness",
    "measure_search",
    "year_before",
]

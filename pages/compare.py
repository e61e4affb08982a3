"""Agencies beside each other, or one beside its peers; what is picked decides how."""

from itadash import ui

what = ui.compared(ui.current_filters())

shown = ui.compare_figure(what)
ui.compare_sentences(what)
ui.compare_ranking(what, shown)
ui.compare_distribution(what)
ui.compare_changes(what, shown)
ui.compare_around(what)

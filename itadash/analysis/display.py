"""Numbers as screens show them: two decimals that never lift a score to a bar."""

import pandas as pd

from itadash import framework


def shown_scores(scores: "pd.Series[float]") -> "pd.Series[float]":
    """Round a column to two decimals with the promise of `framework.shown`.

    Only what rounding raises can be lifted onto a bar; printed scores, which have
    two decimals, cost nothing.
    """
    rounded = scores.round(2)
    raised = scores[rounded > scores]
    return rounded.where(
        ~scores.index.isin(raised.index),
        raised.map(lambda score: float(framework.shown(score))),
    )

"""Numbers as screens show them: two decimals that never lift a score to a bar."""

import pandas as pd

from itadash import framework

_DUST = 6  # places of hundredths that are kept: 69.585 is 6958.5, not 6958.4999


def shown_scores(scores: "pd.Series[float]") -> "pd.Series[float]":
    """Round a column to two decimals exactly as `framework.shown` does.

    Only what rounding raises can be lifted onto a bar; printed scores, which have
    two decimals, cost nothing.
    """
    rounded = ((scores * 100).round(_DUST) + 0.5) // 1 / 100
    raised = (rounded > scores).to_numpy()
    exact = scores[raised].map(lambda score: float(framework.shown(score)))
    rounded[raised] = exact.to_numpy()
    return rounded

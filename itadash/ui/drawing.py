"""Figures ready to be sent: what Streamlit does to one on every rerun, done once."""

import json

import plotly.graph_objects as go
import plotly.io


def ready(figure: go.Figure) -> go.Figure:
    """Return the figure with its plain form at hand; it must not change any more.

    Streamlit copies a figure deeply and cleans the copy before it writes it. Of
    forty agencies that takes as long as all the rest of a page.
    """
    plain = json.loads(plotly.io.to_json(figure, validate=False))
    figure.to_dict = lambda: plain
    return figure

"""Stored scores and measures in, a .docx out as agencies have to publish it.

Three parts: the analysis of the scores with their weak points, the measures, the
report of results. What is not known is marked, never filled in.
"""

from itadash.forms.content import FormInput, filled
from itadash.forms.document import apology, form_bytes, write_form

__all__ = ["FormInput", "apology", "filled", "form_bytes", "write_form"]

"""What a person changed in a report, applied after parsing; the raw stays raw."""

from itadash.corrections.applying import corrected, field_name, fits
from itadash.corrections.entering import entered, reason, written
from itadash.corrections.fields import HEADER, MEASURE_FIELDS, value_at, with_value
from itadash.corrections.model import Correction, Value

__all__ = [
    "HEADER",
    "MEASURE_FIELDS",
    "Correction",
    "Value",
    "corrected",
    "entered",
    "field_name",
    "fits",
    "reason",
    "value_at",
    "with_value",
    "written",
]

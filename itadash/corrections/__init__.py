"""What a person changed in a report, applied after parsing; the raw stays raw.

The store knows the record of a change; what applies one needs all that reads
reports, and is loaded when it is first asked for.
"""

from typing import TYPE_CHECKING

from itadash.corrections.fields import HEADER, MEASURE_FIELDS, value_at, with_value
from itadash.corrections.model import Correction, Value
from itadash.late import from_homes

if TYPE_CHECKING:
    from itadash.corrections.applying import corrected, field_name, fits
    from itadash.corrections.entering import entered, reason, written

__getattr__ = from_homes(
    __name__,
    {
        "applying": ("corrected", "field_name", "fits"),
        "entering": ("entered", "reason", "written"),
    },
)

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

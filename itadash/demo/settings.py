"""What a demo country is made from, and the years that it may have."""

from dataclasses import dataclass
from typing import Final

from itadash import framework

AGENCIES: Final = 8_325  # of FY2567, see national_results.csv
SEED: Final = 1
YEARS: Final = 8
# The round after the last published one, whose national mean is carried on.
_AHEAD: Final = 1


def first_year() -> int:
    """Return the first year (B.E.) with ten indicators and a national mean."""
    means = [r.year for r in framework.national_results() if r.mean is not None]
    return min(year for year in means if framework.weights(year))


def last_year() -> int:
    """Return the last year (B.E.) that a demo country may have."""
    return max(one.year for one in framework.national_results()) + _AHEAD


def default_years() -> tuple[int, ...]:
    """Return the newest eight years that the national results allow."""
    return tuple(range(first_year(), last_year() + 1))[-YEARS:]


@dataclass(frozen=True)
class Settings:
    """How many agencies, which assessed years (B.E., ascending), which seed."""

    agencies: int
    years: tuple[int, ...]
    seed: int = SEED

    @property
    def key(self) -> str:
        """The settings in a few signs; every made-up file bears them."""
        return f"{self.agencies}-{self.years[0]}-{self.years[-1]}-{self.seed}"

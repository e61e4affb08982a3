"""A made-up country: synthetic agencies with plausible scores, measures, findings.

Real are only the provinces, the types and the rules; names of places and every
word are our own. All of it follows from the settings: the same settings give the
same reports, to the byte. Links and findings come from the real linker and the
real checks; what the checks would read in running text is not asked, as with a
row in a table of many agencies.
"""

# `country` is imported where reports are made: the checks take their time.
from itadash.demo.settings import Settings, default_years, first_year, last_year

__all__ = ["Settings", "default_years", "first_year", "last_year"]

"""Thai ITA reports, read into tables, linked, checked and shown."""

__version__ = "0.1.0"

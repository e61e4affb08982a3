"""Reports in SQLite or PostgreSQL: the only package that knows SQL.

One transaction a report; the file it came from is kept byte for byte. What
becomes of a second version is decided in `keeping`, what a store is made of in
`schema`, and the frames for the screens come from `frames`.
"""

from itadash.store.keeping import Outcome
from itadash.store.opening import create_with, default_url, exists, open_store
from itadash.store.search import Found, Wanted
from itadash.store.store import Store

__all__ = [
    "Found",
    "Outcome",
    "Store",
    "Wanted",
    "create_with",
    "default_url",
    "exists",
    "open_store",
]

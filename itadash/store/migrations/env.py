"""Run by Alembic: applies the revisions on the connection `migrate` hands in.

The transaction is the caller's, on every database: either a store arrives at
the newest revision or it stays as it was.
"""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()

"""Alembic's scripts; `versions` holds one file a revision, oldest first."""

"""The tables of what persons changed, and of what stood before a change."""

from sqlalchemy import (
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
)

from itadash.store.columns import Json, Words
from itadash.store.schema import key_column, metadata, of_document

# One field a row; of one path at most one row is not undone. `old` is what was read.
corrections = Table(
    "corrections",
    metadata,
    key_column(),
    of_document(),
    Column("path", String(40), nullable=False),
    Column("old", Json),
    Column("new", Json),
    Column("why", Words, nullable=False),
    Column("anchor", Words),
    Column("made_at", DateTime, nullable=False),
    Column("undone_at", DateTime),
)

# The report as parsed and its state before, while a correction bears on it.
parsed_reports = Table(
    "parsed_reports",
    metadata,
    Column(
        "document_id",
        Integer,
        ForeignKey("documents.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("report", Json, nullable=False),
    Column("state", String(20), nullable=False),
)

batches = Table(
    "batches",
    metadata,
    key_column(),
    Column("label", Words, nullable=False),
    Column("made_at", DateTime, nullable=False),
)

# What stood before a change: `contents` is the document with all that hangs on it,
# NULL where there was none. Without a batch it is what was deleted last.
# `stored_at` is that of the version that came: another one has no undo any more.
snapshots = Table(
    "snapshots",
    metadata,
    key_column(),
    Column(
        "batch_id", Integer, ForeignKey("batches.id", ondelete="CASCADE"), index=True
    ),
    Column("document_id", Integer, nullable=False),
    Column("stored_at", DateTime),
    Column("contents", Json),
)

# The files that snapshots need.
snapshot_files = Table(
    "snapshot_files",
    metadata,
    Column(
        "snapshot_id",
        Integer,
        ForeignKey("snapshots.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("sha256", String(64), ForeignKey("files.sha256"), primary_key=True),
    Index("ix_snapshot_files_sha256", "sha256"),
)

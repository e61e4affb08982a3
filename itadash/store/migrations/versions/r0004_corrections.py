"""Corrections with the report as parsed; what an import and a deletion can undo."""

from alembic import op
from sqlalchemy import Column, DateTime, ForeignKey, Integer, String, Text

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_corrections()
    op.create_table(
        "batches",
        Column("id", Integer, primary_key=True, autoincrement=True),
        Column("label", Text, nullable=False),
        Column("made_at", DateTime, nullable=False),
    )
    batch = ForeignKey("batches.id", ondelete="CASCADE")
    op.create_table(
        "snapshots",
        Column("id", Integer, primary_key=True, autoincrement=True),
        Column("batch_id", Integer, batch),
        Column("document_id", Integer, nullable=False),
        Column("stored_at", DateTime),
        Column("contents", Text),
    )
    op.create_index("ix_snapshots_batch_id", "snapshots", ["batch_id"])
    snapshot = ForeignKey("snapshots.id", ondelete="CASCADE")
    op.create_table(
        "snapshot_files",
        Column("snapshot_id", Integer, snapshot, primary_key=True),
        Column("sha256", String(64), ForeignKey("files.sha256"), primary_key=True),
    )
    op.create_index("ix_snapshot_files_sha256", "snapshot_files", ["sha256"])


def _create_corrections() -> None:
    op.create_table(
        "corrections",
        Column("id", Integer, primary_key=True, autoincrement=True),
        Column("document_id", Integer, _document(), nullable=False),
        Column("path", String(40), nullable=False),
        Column("old", Text),
        Column("new", Text),
        Column("why", Text, nullable=False),
        Column("anchor", Text),
        Column("made_at", DateTime, nullable=False),
        Column("undone_at", DateTime),
    )
    op.create_index("ix_corrections_document_id", "corrections", ["document_id"])
    op.create_table(
        "parsed_reports",
        Column("document_id", Integer, _document(), primary_key=True),
        Column("report", Text, nullable=False),
        Column("state", String(20), nullable=False),
    )


def _document() -> ForeignKey:
    return ForeignKey("documents.id", ondelete="CASCADE")


def downgrade() -> None:
    for table in (
        *("snapshot_files", "snapshots", "batches"),
        *("parsed_reports", "corrections"),
    ):
        op.drop_table(table)

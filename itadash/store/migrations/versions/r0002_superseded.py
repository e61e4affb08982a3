"""Files that a newer version replaced, and files that are stored to the end.

Until here a folder holding two versions of one report swapped them at every
ingest, and a table of agencies stopped half-way looked finished. Which of the
older files are whole nobody knows, so `read_by` stays NULL: they are read again.
"""

from alembic import op
from sqlalchemy import Column, Date, DateTime, ForeignKey, Integer, String

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    document = ForeignKey("documents.id", ondelete="CASCADE")
    op.create_table(
        "superseded",
        Column("document_id", Integer, document, primary_key=True),
        Column("sha256", String(64), ForeignKey("files.sha256"), primary_key=True),
        Column("report_date", Date),
        Column("superseded_at", DateTime, nullable=False),
    )
    op.create_index("ix_superseded_sha256", "superseded", ["sha256"])
    op.add_column("files", Column("read_by", String(40)))


def downgrade() -> None:
    op.drop_column("files", "read_by")
    op.drop_table("superseded")

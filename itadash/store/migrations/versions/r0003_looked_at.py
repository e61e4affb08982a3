"""Findings that a person has looked at."""

from alembic import op
from sqlalchemy import Column, DateTime, ForeignKey, Integer, String

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    document = ForeignKey("documents.id", ondelete="CASCADE")
    op.create_table(
        "looked_at",
        Column("document_id", Integer, document, primary_key=True),
        Column("finding_key", String(64), primary_key=True),
        Column("looked_at", DateTime, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("looked_at")

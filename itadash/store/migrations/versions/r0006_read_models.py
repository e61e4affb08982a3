"""Frames of the whole country, kept as they were made."""

from alembic import op
from sqlalchemy import Column, LargeBinary, String

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "read_models",
        Column("name", String(80), primary_key=True),
        Column("made_from", String(120), nullable=False),
        Column("content", LargeBinary, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("read_models")

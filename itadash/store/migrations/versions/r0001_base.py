"""Agencies, files, documents and everything a report says."""

from alembic import op
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Double,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    insert,
)

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_revision()
    _create_agencies()
    _create_files()
    _create_documents()
    _create_assessments()
    _create_scores()
    _create_measures()
    _create_links()
    _create_findings()


def downgrade() -> None:
    for name in (
        "findings",
        "links",
        "measures",
        "scores",
        "assessments",
        "documents",
        "files",
        "agencies",
        "revision",
    ):
        op.drop_table(name)


def _create_revision() -> None:
    table = op.create_table(
        "revision",
        Column("id", Integer, primary_key=True),
        Column("number", BigInteger, nullable=False),
    )
    op.execute(insert(table).values(id=1, number=0))


def _create_agencies() -> None:
    op.create_table(
        "agencies",
        _key(),
        Column("identity", Text, nullable=False, unique=True),
        Column("name", Text),
        Column("type", Text),
        Column("district", Text),
        Column("province", Text),
        sqlite_autoincrement=True,
    )


def _create_files() -> None:
    op.create_table(
        "files",
        Column("sha256", String(64), primary_key=True),
        Column("name", Text, nullable=False),
        Column("content", LargeBinary, nullable=False),
        Column("size", BigInteger, nullable=False),
    )


def _create_documents() -> None:
    op.create_table(
        "documents",
        _key(),
        Column("agency_id", Integer, ForeignKey("agencies.id"), nullable=False),
        Column("year_key", String(80), nullable=False),
        Column("kind", String(20), nullable=False),
        Column("fiscal_year", BigInteger),
        Column("assessed_year", BigInteger),
        Column("report_date", Date),
        Column("overall_score", Double),
        Column("level", Text),
        Column("level_other", Text),
        Column("computed_score", Double),
        Column("computed_level", Text),
        Column("overall_line", Text),
        Column("overall_text", Text, nullable=False),
        Column("source", Text, nullable=False),
        Column("state", String(20), nullable=False),
        Column("sample", Boolean, nullable=False),
        Column("synthetic", Boolean, nullable=False),
        Column("sha256", String(64), ForeignKey("files.sha256"), nullable=False),
        Column("parser_version", String(40), nullable=False),
        Column("stored_at", DateTime, nullable=False),
        UniqueConstraint("agency_id", "year_key", "kind", name="one_current_document"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_documents_sha256", "documents", ["sha256"])


def _create_assessments() -> None:
    op.create_table(
        "assessments",
        Column("document_id", Integer, _document(), primary_key=True),
        Column("agency_id", Integer, ForeignKey("agencies.id"), nullable=False),
        Column("assessed_year", BigInteger),
        *(Column(f"i{number}", Double) for number in range(1, 11)),
        Column("total", Double),
        Column("computed_total", Double),
        Column("level", Text),
        Column("level_other", Text),
        Column("computed_level", Text),
    )
    for name in ("agency_id", "assessed_year"):
        op.create_index(f"ix_assessments_{name}", "assessments", [name])


def _create_scores() -> None:
    op.create_table(
        "scores",
        _key(),
        Column("document_id", Integer, _document(), nullable=False),
        Column("position", Integer, nullable=False),
        Column("indicator", BigInteger, nullable=False),
        Column("instrument", String(3), nullable=False),
        Column("name", Text, nullable=False),
        Column("score", Double),
        Column("issue", Text),
        Column("line", Text),
        Column("text", Text, nullable=False),
    )
    op.create_index("ix_scores_document_id", "scores", ["document_id"])


def _create_measures() -> None:
    op.create_table(
        "measures",
        _key(),
        Column("document_id", Integer, _document(), nullable=False),
        Column("position", Integer, nullable=False),
        Column("no", BigInteger),
        Column("title", Text, nullable=False),
        Column("description", Text),
        Column("instrument", String(3)),
        Column("group_heading", Text),
        Column("steps", Text),
        Column("responsible", Text),
        Column("units", Text, nullable=False),
        Column("period", Text),
        Column("period_start", Date),
        Column("period_end", Date),
        Column("result", Text),
        Column("outcome", Text),
        Column("follow_up", Text),
        Column("recommendation", Text),
        Column("line", Text),
        Column("text", Text, nullable=False),
    )
    op.create_index("ix_measures_document_id", "measures", ["document_id"])


def _create_links() -> None:
    measure = ForeignKey("measures.id", ondelete="CASCADE")
    op.create_table(
        "links",
        Column("measure_id", Integer, measure, primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("indicator", BigInteger, nullable=False),
        Column("strength", Double, nullable=False),
        Column("reason", Text, nullable=False),
    )


def _create_findings() -> None:
    op.create_table(
        "findings",
        _key(),
        Column("document_id", Integer, _document(), nullable=False),
        Column("position", Integer, nullable=False),
        Column("code", String(60), nullable=False),
        Column("severity", String(20), nullable=False),
        Column("parameters", Text, nullable=False),
        Column("indicator", BigInteger),
        Column("measure", BigInteger),
        Column("suggestion", Text),
        Column("line", Text),
        Column("text", Text, nullable=False),
    )
    op.create_index("ix_findings_document_id", "findings", ["document_id"])


def _key() -> "Column[int]":
    return Column("id", Integer, primary_key=True, autoincrement=True)


def _document() -> ForeignKey:
    return ForeignKey("documents.id", ondelete="CASCADE")

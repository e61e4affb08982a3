"""The tables of the store; `migrations` brings every older store to this shape.

A document is one report on one agency and year; a file may hold several. What
its person or parser changes is replaced as a whole, so the child tables hang on
their document with ON DELETE CASCADE. `position` keeps the order of the report.
"""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

from itadash.store.columns import Json, Words

# The newest revision in `migrations/versions`; a test holds the two together.
HEAD: Final = "0006"

INDICATOR_COLUMNS: Final = tuple(f"i{number}" for number in range(1, 11))

metadata = MetaData()


def key_column() -> "Column[int]":
    """Return the column of a row's own number."""
    return Column("id", Integer, primary_key=True, autoincrement=True)


def of_document() -> "Column[int]":
    """Return the column of the document that a row goes with."""
    owner = ForeignKey("documents.id", ondelete="CASCADE")
    return Column("document_id", Integer, owner, nullable=False, index=True)


revision = Table(
    "revision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", BigInteger, nullable=False),
)

# `identity` is type, name, district and province as one JSON list: in it null
# equals null, so that an unknown part matches only an unknown one.
agencies = Table(
    "agencies",
    metadata,
    key_column(),
    Column("identity", Words, nullable=False, unique=True),
    Column("name", Words),
    Column("type", Words),
    Column("district", Words),
    Column("province", Words),
    sqlite_autoincrement=True,
)

# `read_by` is the parser that has read the whole file and seen it all stored.
files = Table(
    "files",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("name", Words, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("read_by", String(40)),
)

documents = Table(
    "documents",
    metadata,
    key_column(),
    Column("agency_id", Integer, ForeignKey("agencies.id"), nullable=False),
    Column("year_key", String(80), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("fiscal_year", BigInteger),
    Column("assessed_year", BigInteger),
    Column("report_date", Date),
    Column("overall_score", Double),
    Column("level", Words),
    Column("level_other", Words),
    Column("computed_score", Double),
    Column("computed_level", Words),
    Column("overall_line", Json),
    Column("overall_text", Words, nullable=False),
    Column("source", Words, nullable=False),
    Column("state", String(20), nullable=False),
    Column("sample", Boolean, nullable=False),
    Column("synthetic", Boolean, nullable=False),
    Column("sha256", String(64), ForeignKey("files.sha256"), nullable=False),
    Column("parser_version", String(40), nullable=False),
    Column("stored_at", DateTime, nullable=False),
    UniqueConstraint("agency_id", "year_key", "kind", name="one_current_document"),
    Index("ix_documents_sha256", "sha256"),
    sqlite_autoincrement=True,
)

superseded = Table(
    "superseded",
    metadata,
    Column(
        "document_id",
        Integer,
        ForeignKey("documents.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("sha256", String(64), ForeignKey("files.sha256"), primary_key=True),
    Column("report_date", Date),
    Column("superseded_at", DateTime, nullable=False),
    Index("ix_superseded_sha256", "sha256"),
)

# One row a document, wide, for the screens that show the whole country. A score
# outside 0 to 100 is NULL here and stands in `scores` as printed.
assessments = Table(
    "assessments",
    metadata,
    Column(
        "document_id",
        Integer,
        ForeignKey("documents.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("agency_id", Integer, ForeignKey("agencies.id"), nullable=False, index=True),
    Column("assessed_year", BigInteger, index=True),
    *(Column(name, Double) for name in INDICATOR_COLUMNS),
    Column("total", Double),
    Column("computed_total", Double),
    Column("level", Words),
    Column("level_other", Words),
    Column("computed_level", Words),
)

scores = Table(
    "scores",
    metadata,
    key_column(),
    of_document(),
    Column("position", Integer, nullable=False),
    Column("indicator", BigInteger, nullable=False),
    Column("instrument", String(3), nullable=False),
    Column("name", Words, nullable=False),
    Column("score", Double),
    Column("issue", Words),
    Column("line", Json),
    Column("text", Words, nullable=False),
)

measures = Table(
    "measures",
    metadata,
    key_column(),
    of_document(),
    Column("position", Integer, nullable=False),
    Column("no", BigInteger),
    Column("title", Words, nullable=False),
    Column("description", Words),
    Column("instrument", String(3)),
    Column("group_heading", Words),
    Column("steps", Words),
    Column("responsible", Words),
    Column("units", Json, nullable=False),
    Column("period", Words),
    Column("period_start", Date),
    Column("period_end", Date),
    Column("result", Words),
    Column("outcome", Words),
    Column("follow_up", Words),
    Column("recommendation", Words),
    Column("line", Json),
    Column("text", Words, nullable=False),
)

# What a search compares: a measure's words folded; triggers keep them in step.
measure_words = Table(
    "measure_words",
    metadata,
    Column(
        "measure_id",
        Integer,
        ForeignKey("measures.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("words", Words, nullable=False),
)

links = Table(
    "links",
    metadata,
    Column(
        "measure_id",
        Integer,
        ForeignKey("measures.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("position", Integer, primary_key=True),
    Column("indicator", BigInteger, nullable=False),
    Column("strength", Double, nullable=False),
    Column("reason", Words, nullable=False),
)

findings = Table(
    "findings",
    metadata,
    key_column(),
    of_document(),
    Column("position", Integer, nullable=False),
    Column("code", String(60), nullable=False),
    Column("severity", String(20), nullable=False),
    Column("parameters", Json, nullable=False),
    Column("indicator", BigInteger),
    Column("measure", BigInteger),
    Column("suggestion", Words),
    Column("line", Json),
    Column("text", Words, nullable=False),
)

# What a person looked at stays looked at while a newer version says the same.
looked_at = Table(
    "looked_at",
    metadata,
    Column(
        "document_id",
        Integer,
        ForeignKey("documents.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("finding_key", String(64), primary_key=True),
    Column("looked_at", DateTime, nullable=False),
)

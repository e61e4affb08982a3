"""The words of every measure in the form that a search compares.

Triggers keep them in step with whatever writes measures. In SQLite a trigram index
stands over them, in PostgreSQL one of pg_trgm where the server has that extension.
"""

import sqlite3

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, Text, text
from sqlalchemy.exc import DBAPIError

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

FIELDS = (
    "title",
    "description",
    "group_heading",
    "steps",
    "responsible",
    "period",
    "result",
    "outcome",
    "follow_up",
    "recommendation",
)
DROPPED = (32, 10, 13, 9, 0xA0, 0x200B, 0xFEFF, 0xAD)
REPLACED = (("\u0e4d\u0e32", "\u0e33"), ("\u0e40\u0e40", "\u0e41"))
BETWEEN_FIELDS = "\x1f"
THAI_ZERO = 0x0E50


def upgrade() -> None:
    measure = ForeignKey("measures.id", ondelete="CASCADE")
    op.create_table(
        "measure_words",
        Column("measure_id", Integer, measure, primary_key=True),
        Column("words", Text, nullable=False),
    )
    if op.get_bind().dialect.name == "postgresql":
        _index_in_postgres()
        _keep_in_step_in_postgres()
    else:
        _index_in_sqlite()
        _keep_in_step_in_sqlite()
    op.execute(
        "INSERT INTO measure_words (measure_id, words)"
        f" SELECT id, {_folded('measures')} FROM measures"
    )


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP TRIGGER keep_measure_words ON measures")
        op.execute("DROP FUNCTION keep_measure_words()")
    else:
        op.execute("DROP TRIGGER measure_words_of_new")
        op.execute("DROP TRIGGER measure_words_of_changed")
        op.execute("DROP TABLE IF EXISTS measure_search")
    op.drop_table("measure_words")


def _folded(row: str) -> str:
    """Return the SQL expression for the words of a row, folded."""
    between = f" || {_letters(BETWEEN_FIELDS)} || "
    folded = between.join(f"coalesce({row}.{name}, '')" for name in FIELDS)
    for code in DROPPED:
        folded = f"replace({folded}, {_letters(chr(code))}, '')"
    for digit in range(10):
        folded = f"replace({folded}, {_letters(chr(THAI_ZERO + digit))}, '{digit}')"
    for said, meant in REPLACED:
        folded = f"replace({folded}, {_letters(said)}, {_letters(meant)})"
    return f"lower({folded})" if _is_sqlite() else _lower_ascii(folded)


def _lower_ascii(expression: str) -> str:
    """Lower Latin letters only, as SQLite's own `lower` does."""
    upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return f"translate({expression}, '{upper}', '{upper.lower()}')"


def _letters(letters: str) -> str:
    """Write letters by their codes: some of them cannot be seen."""
    name = "char" if _is_sqlite() else "chr"
    return " || ".join(f"{name}({ord(letter)})" for letter in letters)


def _is_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def _index_in_sqlite() -> None:
    """Make the trigram index; a library older than 3.34 knows none and does without."""
    if sqlite3.sqlite_version_info < (3, 34):
        return
    op.execute(
        "CREATE VIRTUAL TABLE measure_search USING fts5(words,"
        " content='measure_words', content_rowid='measure_id', tokenize='trigram')"
    )
    add = "INSERT INTO measure_search (rowid, words) VALUES (new.measure_id, new.words)"
    remove = (
        "INSERT INTO measure_search (measure_search, rowid, words)"
        " VALUES ('delete', old.measure_id, old.words)"
    )
    for name, event, does in (
        ("added", "INSERT", add),
        ("removed", "DELETE", remove),
        ("changed", "UPDATE", f"{remove}; {add}"),
    ):
        op.execute(
            f"CREATE TRIGGER measure_search_{name} AFTER {event} ON measure_words"
            f" BEGIN {does}; END"
        )


def _keep_in_step_in_sqlite() -> None:
    op.execute(
        "CREATE TRIGGER measure_words_of_new AFTER INSERT ON measures BEGIN"
        " INSERT INTO measure_words (measure_id, words)"
        f" VALUES (new.id, {_folded('new')}); END"
    )
    op.execute(
        f"CREATE TRIGGER measure_words_of_changed AFTER UPDATE OF {', '.join(FIELDS)}"
        f" ON measures BEGIN UPDATE measure_words SET words = {_folded('new')}"
        " WHERE measure_id = new.id; END"
    )


def _index_in_postgres() -> None:
    """Index trigrams where the server lets us; without, a search reads all words."""
    try:
        with op.get_bind().begin_nested():
            op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            op.execute(
                "CREATE INDEX ix_measure_words_trigrams ON measure_words"
                " USING gin (words gin_trgm_ops)"
            )
    except DBAPIError:
        return


def _keep_in_step_in_postgres() -> None:
    op.execute(
        text(
            "CREATE FUNCTION keep_measure_words() RETURNS trigger AS $body$ BEGIN"
            " INSERT INTO measure_words (measure_id, words)"
            f" VALUES (NEW.id, {_folded('NEW')})"
            " ON CONFLICT (measure_id) DO UPDATE SET words = excluded.words;"
            " RETURN NULL; END $body$ LANGUAGE plpgsql"
        )
    )
    op.execute(
        "CREATE TRIGGER keep_measure_words AFTER INSERT OR UPDATE ON measures"
        " FOR EACH ROW EXECUTE FUNCTION keep_measure_words()"
    )

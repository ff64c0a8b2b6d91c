"""The schema of the database, step by step.

A migration is never edited once it is released, and imports nothing of ours but what is frozen with
it: it must do tomorrow what it did on the day it was written.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from assess.store.database.identity_m007 import identity_then
from assess.store.database.record.migration_m012 import make_entries
from assess.store.database.record.schema_m012 import REPLACED, SPELLS, TABLES, VIEWS
from assess.store.database.record.schema_m014 import STATEMENTS as ERASURE

migrations = Migrations("assess")


@migrations()
def m001_cases_and_answers(db: Database) -> None:
    """Begin: organisations, cases, their details and answers, decisions, the register, drafts."""
    for statement in _FIRST_SCHEMA:
        db.execute(statement)
    for table in ("details", "answer", "decision", "register"):
        for event, word in (("UPDATE", "changed"), ("DELETE", "removed")):
            db.execute(
                f"CREATE TRIGGER {table}_is_never_{word} BEFORE {event} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is only ever added to'); END"
            )


_FIRST_SCHEMA = (
    """
    CREATE TABLE organisation (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        country TEXT NOT NULL,
        region TEXT,
        website TEXT,
        UNIQUE (name_key, country)
    ) STRICT
    """,
    """
    CREATE TABLE cases (
        id TEXT PRIMARY KEY,
        organisation INTEGER NOT NULL REFERENCES organisation (id),
        catalogue TEXT NOT NULL,
        synthetic INTEGER NOT NULL DEFAULT 0 CHECK (synthetic IN (0, 1)),
        created_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE details (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id TEXT NOT NULL REFERENCES cases (id),
        body TEXT NOT NULL,
        by TEXT,
        at TEXT NOT NULL,
        hash_before TEXT NOT NULL,
        hash TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX details_of_case ON details (case_id, seq)",
    """
    CREATE TABLE answer (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id TEXT NOT NULL REFERENCES cases (id),
        question TEXT NOT NULL,
        body TEXT NOT NULL,
        by TEXT,
        at TEXT NOT NULL,
        hash_before TEXT NOT NULL,
        hash TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX answer_of_case ON answer (case_id, seq)",
    "CREATE INDEX answer_of_question ON answer (case_id, question, seq)",
    """
    CREATE VIEW newest_answer AS
    SELECT * FROM answer AS one
    WHERE seq = (
        SELECT max(seq) FROM answer
        WHERE case_id = one.case_id AND question = one.question
    )
    """,
    """
    CREATE TABLE decision (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id TEXT NOT NULL REFERENCES cases (id),
        kind TEXT NOT NULL CHECK (kind IN ('state', 'verdict', 'edit')),
        subject TEXT NOT NULL,
        body TEXT NOT NULL,
        by TEXT,
        at TEXT NOT NULL,
        hash_before TEXT NOT NULL,
        hash TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX decision_of_case ON decision (case_id, kind, subject, seq)",
    """
    CREATE TABLE register (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id TEXT NOT NULL,
        body TEXT NOT NULL,
        by TEXT,
        at TEXT NOT NULL,
        hash_before TEXT NOT NULL,
        hash TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX register_of_case ON register (case_id, seq)",
    """
    CREATE TABLE draft (
        case_id TEXT NOT NULL REFERENCES cases (id),
        question TEXT NOT NULL,
        body TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (case_id, question)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE place (
        case_id TEXT PRIMARY KEY REFERENCES cases (id),
        question TEXT NOT NULL,
        at TEXT NOT NULL,
        is_open INTEGER NOT NULL CHECK (is_open IN (0, 1))
    ) STRICT, WITHOUT ROWID
    """,
)


@migrations()
def m002_capture(db: Database) -> None:
    """Add what an interview needs: working time, proposals, copies of files, windows, forms."""
    for statement in _CAPTURE:
        db.execute(statement)


_CAPTURE = (
    """
    CREATE TABLE spell (
        id INTEGER PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        question TEXT NOT NULL,
        started_at TEXT NOT NULL,
        ended_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX spell_of_case ON spell (case_id, id)",
    """
    CREATE TABLE proposal (
        id INTEGER PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        question TEXT NOT NULL,
        body TEXT NOT NULL,
        at TEXT NOT NULL,
        decision TEXT CHECK (decision IN ('taken', 'declined')),
        decided_at TEXT,
        decided_by TEXT
    ) STRICT
    """,
    "CREATE INDEX proposal_of_case ON proposal (case_id, question, id)",
    """
    CREATE TABLE stored_file (
        sha256 TEXT PRIMARY KEY,
        content BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE presence (
        window TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        question TEXT NOT NULL,
        who TEXT NOT NULL,
        machine TEXT NOT NULL,
        at TEXT NOT NULL,
        typing_at TEXT
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE form (
        name TEXT PRIMARY KEY,
        body TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)


@migrations()
def m004_pool(db: Database) -> None:
    """Add the pool: records of peers by their source, and what reports showed of them."""
    for statement in _POOL:
        db.execute(statement)
    for event, word in (("UPDATE", "changed"), ("DELETE", "removed")):
        db.execute(
            f"CREATE TRIGGER peers_shown_is_never_{word} BEFORE {event} ON peers_shown "
            "BEGIN SELECT RAISE(ABORT, 'peers_shown is only ever added to'); END"
        )


_POOL = (
    """
    CREATE TABLE peer_source (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('case', 'file')),
        name TEXT NOT NULL,
        version TEXT NOT NULL,
        synthetic INTEGER NOT NULL CHECK (synthetic IN (0, 1)),
        at TEXT NOT NULL,
        UNIQUE (kind, name)
    ) STRICT
    """,
    """
    CREATE TABLE peer_layout (
        digest TEXT PRIMARY KEY,
        body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE peer (
        id INTEGER PRIMARY KEY,
        source INTEGER NOT NULL REFERENCES peer_source (id),
        ref TEXT NOT NULL,
        portfolio TEXT,
        country TEXT,
        age_group TEXT,
        level TEXT,
        year INTEGER,
        layout TEXT NOT NULL REFERENCES peer_layout (digest),
        cells BLOB NOT NULL,
        UNIQUE (source, ref)
    ) STRICT
    """,
    """
    CREATE TABLE peer_pool (
        synthetic INTEGER NOT NULL CHECK (synthetic IN (0, 1)),
        layout TEXT NOT NULL,
        byte_order TEXT NOT NULL,
        parts TEXT NOT NULL,
        PRIMARY KEY (synthetic, layout)
    ) STRICT
    """,
    """
    CREATE TABLE peer_column (
        id INTEGER PRIMARY KEY,
        synthetic INTEGER NOT NULL,
        layout TEXT NOT NULL,
        name TEXT NOT NULL,
        numbers BLOB NOT NULL,
        places BLOB NOT NULL,
        FOREIGN KEY (synthetic, layout) REFERENCES peer_pool (synthetic, layout)
    ) STRICT
    """,
    """
    CREATE TABLE peer_setting (
        name TEXT PRIMARY KEY CHECK (name IN ('key', 'stamp')),
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE peer_snapshot (
        digest TEXT PRIMARY KEY,
        body BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE peers_shown (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id TEXT NOT NULL REFERENCES cases (id),
        pool TEXT NOT NULL REFERENCES peer_snapshot (digest),
        head TEXT NOT NULL,
        day TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX peers_shown_of_case ON peers_shown (case_id, id)",
)


@migrations()
def m006_editions(db: Database) -> None:
    """Add the editions of reports: issued once, never changed or removed."""
    for statement in _EDITIONS:
        db.execute(statement)
    for event, word in (("UPDATE", "changed"), ("DELETE", "removed")):
        db.execute(
            f"CREATE TRIGGER edition_is_never_{word} BEFORE {event} ON edition "
            "BEGIN SELECT RAISE(ABORT, 'edition is only ever added to'); END"
        )


_EDITIONS = (
    """
    CREATE TABLE edition (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id TEXT NOT NULL REFERENCES cases (id),
        number TEXT NOT NULL,
        body TEXT NOT NULL,
        by TEXT,
        at TEXT NOT NULL,
        hash_before TEXT NOT NULL,
        hash TEXT NOT NULL,
        UNIQUE (case_id, number)
    ) STRICT
    """,
    "CREATE INDEX edition_of_case ON edition (case_id, seq)",
)


@migrations()
def m007_identity(db: Database) -> None:
    """Know an organisation by the key of today; those that it makes one stay two.

    The oldest of them has the key, the others have it with a line break, which no key holds, and
    their number behind it.
    """
    rows = db.execute("SELECT id, name, country FROM organisation ORDER BY id").fetchall()
    db.execute("UPDATE organisation SET name_key = char(10) || id")  # so that none is in the way
    known: set[tuple[str, str]] = set()
    for number, name, country in rows:
        identity = identity_then(name)
        key = f"{identity}\n{number}" if (identity, country) in known else identity
        known.add((identity, country))
        db.execute("UPDATE organisation SET name_key = ? WHERE id = ?", (key, number))


@migrations()
def m008_codes(_: Database) -> None:
    """Let older versions refuse what they cannot read; no row and no table is changed.

    From here on the program keeps what it says itself as codes with values: rules and warnings of
    labels, where proposals come from, why a case was begun.
    """


@migrations()
def m009_draft_windows(db: Database) -> None:
    """Let a draft belong to the window in which it is typed; those that are there have none.

    A form belongs to its program, and all forms lie together: those about a case did so apart.
    """
    for statement in _DRAFT_WINDOWS:
        db.execute(statement)


_DRAFT_WINDOWS = (
    "ALTER TABLE presence ADD COLUMN process TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE draft RENAME TO draft_before",
    """
    CREATE TABLE draft (
        case_id TEXT NOT NULL REFERENCES cases (id),
        question TEXT NOT NULL,
        window TEXT NOT NULL,
        body TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (case_id, question, window)
    ) STRICT, WITHOUT ROWID
    """,
    """
    INSERT INTO draft (case_id, question, window, body, at)
    SELECT case_id, question, '', body, at FROM draft_before
    """,
    "DROP TABLE draft_before",
    "ALTER TABLE form RENAME TO form_before",
    """
    CREATE TABLE form (
        name TEXT NOT NULL,
        process TEXT NOT NULL,
        body TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (name, process)
    ) STRICT, WITHOUT ROWID
    """,
    "INSERT INTO form (name, process, body, at) SELECT name, '', body, at FROM form_before",
    "DROP TABLE form_before",
    """
    INSERT INTO form (name, process, body, at)
    SELECT case_id || ' ' || substr(question, 6), '', body, at FROM draft
    WHERE question LIKE 'form.%'
    """,
    "DELETE FROM draft WHERE question LIKE 'form.%'",
)


@migrations()
def m010_catalogue_editions(db: Database) -> None:
    """Add with which edition of the catalogue each case was begun, and editions that do not ship.

    Of older cases only the id of the edition is known, which their row states.
    """
    for statement in _CATALOGUE_EDITIONS:
        db.execute(statement)
    for table in ("catalogue_edition", "case_edition"):
        for event, word in (("UPDATE", "changed"), ("DELETE", "removed")):
            db.execute(
                f"CREATE TRIGGER {table}_is_never_{word} BEFORE {event} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is only ever added to'); END"
            )


_CATALOGUE_EDITIONS = (
    """
    CREATE TABLE catalogue_edition (
        hash TEXT PRIMARY KEY,
        id TEXT NOT NULL,
        body TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE case_edition (
        case_id TEXT PRIMARY KEY REFERENCES cases (id),
        hash TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)


@migrations()
def m011_action_plan(db: Database) -> None:
    """Add what was agreed on recommendations, entry by entry: only ever added to."""
    for statement in _ACTION_PLAN:
        db.execute(statement)
    for event, word in (("UPDATE", "changed"), ("DELETE", "removed")):
        db.execute(
            f"CREATE TRIGGER plan_is_never_{word} BEFORE {event} ON plan "
            "BEGIN SELECT RAISE(ABORT, 'plan is only ever added to'); END"
        )


_ACTION_PLAN = (
    """
    CREATE TABLE plan (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id TEXT NOT NULL REFERENCES cases (id),
        subject TEXT NOT NULL,
        body TEXT NOT NULL,
        by TEXT,
        at TEXT NOT NULL,
        hash_before TEXT NOT NULL,
        hash TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX plan_of_case ON plan (case_id, seq)",
)


@migrations()
def m012_record(db: Database) -> None:
    """Make one record of everything that states a fact: entries, chained by case and by arrival.

    What was a table of its own is a view of them now. Of the chains of before the last heads stay:
    the hash of an old row, without a salt, would confirm guesses of a text that was erased.
    """
    for statement in TABLES:
        db.execute(statement)
    make_entries(db)
    for name in REPLACED:
        kind = "VIEW" if name == "newest_answer" else "TABLE"
        db.execute(f"DROP {kind} {name}")
    for statement in (*SPELLS, *VIEWS):
        db.execute(statement)


@migrations()
def m013_secretariat(db: Database) -> None:
    """Add what is kept of the secretariat: the connection, what goes and what came back."""
    for statement in _SECRETARIAT:
        db.execute(statement)


_SECRETARIAT = (
    "CREATE TABLE secretariat (id INTEGER PRIMARY KEY CHECK (id = 1), body TEXT NOT NULL) STRICT",
    """
    CREATE TABLE submission (
        revision TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        body TEXT NOT NULL,
        document BLOB,
        at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE inbox_item (
        number INTEGER PRIMARY KEY,
        case_id TEXT NOT NULL,
        body TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE waiting_answer (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        body TEXT NOT NULL
    ) STRICT
    """,
)


@migrations()
def m014_erasure(db: Database) -> None:
    """Let the views say what is read in the place of what was erased."""
    for statement in ERASURE:
        db.execute(statement)


@migrations()
def m015_peer_table(db: Database) -> None:
    """Add tables of peers, which are the same for every reader; what each case was shown goes.

    Where reports showed peers before, the day of the last one is kept: a table does not take them
    into account, and says so. Records know who contributed them; until now that was nobody else.
    """
    shown = db.execute("SELECT max(day) FROM peers_shown").fetchone()[0]
    for statement in _PEER_TABLE:
        db.execute(statement)
    if shown is not None:
        db.execute("INSERT INTO peer_setting (name, value) VALUES ('shown_until', ?)", (shown,))
    db.execute("DELETE FROM peer_setting WHERE name = 'stamp'")


_PEER_TABLE = (
    "DROP VIEW peers_shown",
    "DROP TABLE peer_snapshot",
    "DROP TABLE peer_column",
    "DROP TABLE peer_pool",
    "ALTER TABLE peer_source ADD COLUMN contributor TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE peer_setting RENAME TO peer_setting_before",
    """
    CREATE TABLE peer_setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    "INSERT INTO peer_setting (name, value) SELECT name, value FROM peer_setting_before",
    "DROP TABLE peer_setting_before",
    """
    CREATE TABLE peer_table (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind IN ('local', 'common')),
        synthetic INTEGER NOT NULL CHECK (synthetic IN (0, 1)),
        number INTEGER NOT NULL,
        hash TEXT NOT NULL,
        head TEXT NOT NULL,
        stamp TEXT NOT NULL,
        publisher TEXT NOT NULL,
        at TEXT NOT NULL,
        left_at TEXT
    ) STRICT
    """,
    """
    CREATE TABLE peer_table_group (
        id INTEGER PRIMARY KEY,
        peer_table INTEGER NOT NULL REFERENCES peer_table (id),
        name TEXT NOT NULL,
        body TEXT NOT NULL,
        UNIQUE (peer_table, name)
    ) STRICT
    """,
    """
    CREATE TABLE peer_table_row (
        id INTEGER PRIMARY KEY,
        peer_table INTEGER NOT NULL REFERENCES peer_table (id),
        ref TEXT NOT NULL,
        portfolio TEXT,
        country TEXT,
        age_group TEXT,
        level TEXT,
        year INTEGER,
        layout TEXT NOT NULL REFERENCES peer_layout (digest),
        cells BLOB NOT NULL,
        contributors TEXT NOT NULL,
        UNIQUE (peer_table, ref)
    ) STRICT
    """,
)

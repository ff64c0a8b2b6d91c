"""The tables and views of the record as migration m012 makes them; never edited."""

from __future__ import annotations

_NAME = """(
    SELECT coalesce(json_extract(p.body, '$.name'), '(erased)')
    FROM entry AS p WHERE p.seq = entry.person
)"""
"""Who made an entry."""

_AT = """(SELECT CASE WHEN json_type(entry.body, '$.at') IS NULL THEN entry.at
    ELSE json_extract(entry.body, '$.at') END)"""
"""When it was made, as its body says it; null: nobody knows."""

_OPEN = """(SELECT CASE WHEN json_type(entry.parts, '$.closed.note') IS NULL
    OR json_type(entry.parts, '$.closed.for_report') IS NULL THEN entry.body
    ELSE json_set(entry.body, '$.note_withheld', json('true')) END)"""
"""A body; where its note and the mark of that are closed, it says that a note is withheld."""

TABLES = (
    """
    CREATE TABLE entry (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        subject TEXT,
        person INTEGER REFERENCES entry (seq),
        at TEXT NOT NULL,
        day TEXT,
        body TEXT NOT NULL,
        seed TEXT,
        parts TEXT,
        side INTEGER NOT NULL DEFAULT 0 CHECK (side IN (0, 1)),
        hash_before TEXT NOT NULL,
        hash TEXT NOT NULL,
        link TEXT NOT NULL,
        CHECK ((seed IS NULL) != (parts IS NULL))
    ) STRICT
    """,
    "CREATE INDEX entry_of_case ON entry (case_id, kind, subject, seq) WHERE side = 0",
    "CREATE INDEX entry_of_line ON entry (case_id, seq) WHERE side = 0",
    *(
        f"CREATE INDEX entry_of_{kind} ON entry (seq) WHERE kind = '{kind}' AND side = 0"
        for kind in ("register", "state", "details")
    ),
    """
    CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
    BEGIN SELECT RAISE(ABORT, 'entry is only ever added to'); END
    """,
    """
    CREATE TRIGGER entry_is_never_changed
    BEFORE UPDATE OF seq, case_id, kind, at, hash_before, hash, link ON entry
    BEGIN SELECT RAISE(ABORT, 'entry is only ever added to'); END
    """,
    """
    CREATE TRIGGER entry_is_only_ever_closed
    BEFORE UPDATE OF subject, person, day, body, seed, parts ON entry WHEN NEW.seed IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'entry is only ever added to'); END
    """,
    """
    CREATE TABLE checkpoint (
        number INTEGER PRIMARY KEY,
        entries INTEGER NOT NULL,
        head TEXT NOT NULL,
        at TEXT NOT NULL,
        key TEXT NOT NULL,
        signature TEXT NOT NULL
    ) STRICT
    """,
)

_VIEWS = (
    """
    CREATE VIEW details AS
    SELECT seq, case_id, body, {name} AS by, at FROM entry WHERE kind = 'details' AND side = 0
    """,
    """
    CREATE VIEW answer AS
    SELECT seq, case_id, subject AS question,
        json_set({open}, '$.question', subject, '$.by', {name}, '$.at', {at}) AS body,
        {name} AS by, at
    FROM entry WHERE kind = 'answer' AND side = 0
    """,
    """
    CREATE VIEW decision AS
    SELECT seq, case_id, kind, subject,
        CASE kind WHEN 'state' THEN body
        WHEN 'verdict'
            THEN json_set(body, '$.criterion', subject, '$.by', {name}, '$.at', {at})
        ELSE json_set(body, '$.key', subject, '$.by', {name}, '$.at', {at}) END AS body,
        {name} AS by, at
    FROM entry WHERE kind IN ('state', 'verdict', 'edit') AND side = 0
    """,
    """
    CREATE VIEW register AS
    SELECT seq, case_id, json_set(body, '$.by', {name}) AS body, {name} AS by, at
    FROM entry WHERE kind = 'register' AND side = 0
    """,
    """
    CREATE VIEW edition AS
    SELECT seq, case_id, subject AS number, body, {name} AS by, at
    FROM entry WHERE kind = 'edition' AND side = 0
    """,
    """
    CREATE VIEW plan AS
    SELECT seq, case_id, subject,
        json_set(body, '$.key', subject, '$.by', {name}, '$.at', {at}) AS body, {name} AS by, at
    FROM entry WHERE kind = 'plan' AND side = 0
    """,
    """
    CREATE VIEW case_edition AS
    SELECT case_id, json_extract(body, '$.hash') AS hash
    FROM entry WHERE kind = 'catalogue' AND side = 0
    """,
    """
    CREATE VIEW peers_shown AS
    SELECT seq AS id, subject AS case_id, json_extract(body, '$.pool') AS pool,
        json_extract(body, '$.head') AS head, json_extract(body, '$.day') AS day, at
    FROM entry WHERE case_id = 'pool' AND kind = 'peers_shown' AND side = 0
    """,
    """
    CREATE VIEW settled AS
    SELECT seq, case_id, subject AS proposal, json_extract(body, '$.decision') AS decision,
        {name} AS by, at
    FROM entry WHERE kind = 'settled' AND side = 0
    """,
    """
    CREATE VIEW proposal AS
    SELECT entry.seq AS id, entry.case_id, entry.subject AS question,
        json_set({open}, '$.question', entry.subject) AS body, entry.at, settled.decision,
        CASE WHEN settled.decision IS NULL THEN NULL ELSE settled.at END AS decided_at,
        CASE WHEN settled.decision IS NULL THEN NULL ELSE settled.by END AS decided_by
    FROM entry LEFT JOIN settled ON settled.seq = (
        SELECT last.seq FROM entry AS last
        WHERE last.case_id = entry.case_id AND last.kind = 'settled'
            AND last.subject = entry.hash AND last.side = 0
        ORDER BY last.seq DESC LIMIT 1
    )
    WHERE entry.kind = 'proposal' AND entry.side = 0
    """,
)

VIEWS = tuple(view.format(name=_NAME, at=_AT, open=_OPEN) for view in _VIEWS)

REPLACED = (
    *("newest_answer", "details", "answer", "decision", "register", "edition", "plan"),
    *("case_edition", "peers_shown", "proposal", "spell"),
)
"""Tables and a view of before, whose rows are entries now."""

SPELLS = (
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
)
"""The spells that run: one that has ended is an entry."""

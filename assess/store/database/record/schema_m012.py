"""The tables and views of the record as migration m012 makes them; never edited."""

from __future__ import annotations

_NAME = (
    "(SELECT coalesce(json_extract(p.body, '$.name'), '(erased)') "
    "FROM entry AS p WHERE p.seq = entry.person)"
)
_AT = (
    "CASE WHEN json_type(entry.body, '$.at') IS NULL THEN entry.at "
    "ELSE json_extract(entry.body, '$.at') END"
)
_OPEN = (
    "CASE WHEN json_type(entry.parts, '$.closed.note') IS NULL "
    "OR json_type(entry.parts, '$.closed.for_report') IS NULL THEN entry.body "
    "ELSE json_set(entry.body, '$.note_withheld', json('true')) END"
)


def _view(name: str, columns: str, kinds: str) -> str:
    return f"CREATE VIEW {name} AS SELECT {columns} FROM entry WHERE {kinds} AND side = 0"  # noqa: S608  our own words


def _stamped(subject: str, body: str = "entry.body") -> str:
    return f"json_set({body}, '$.{subject}', entry.subject, '$.by', {_NAME}, '$.at', {_AT}) AS body"


_LINE = "seq, case_id"
_WHO = f"{_NAME} AS by, at"

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

VIEWS = (
    _view("details", f"{_LINE}, body, {_WHO}", "kind = 'details'"),
    _view(
        "answer",
        f"{_LINE}, subject AS question, {_stamped('question', _OPEN)}, {_WHO}",
        "kind = 'answer'",
    ),
    _view(
        "decision",
        f"{_LINE}, kind, subject, CASE kind WHEN 'state' THEN body "
        f"WHEN 'verdict' THEN {_stamped('criterion').removesuffix(' AS body')} "
        f"ELSE {_stamped('key').removesuffix(' AS body')} END AS body, {_WHO}",
        "kind IN ('state', 'verdict', 'edit')",
    ),
    _view(
        "register", f"{_LINE}, json_set(body, '$.by', {_NAME}) AS body, {_WHO}", "kind = 'register'"
    ),
    _view("edition", f"{_LINE}, subject AS number, body, {_WHO}", "kind = 'edition'"),
    _view("plan", f"{_LINE}, subject, {_stamped('key')}, {_WHO}", "kind = 'plan'"),
    _view("case_edition", "case_id, json_extract(body, '$.hash') AS hash", "kind = 'catalogue'"),
    _view(
        "peers_shown",
        "seq AS id, subject AS case_id, json_extract(body, '$.pool') AS pool, "
        "json_extract(body, '$.head') AS head, json_extract(body, '$.day') AS day, at",
        "kind = 'peers_shown'",
    ),
    """
    CREATE VIEW settled AS
    SELECT seq, case_id, subject AS proposal, json_extract(body, '$.decision') AS decision, at,
        (SELECT coalesce(json_extract(p.body, '$.name'), '(erased)')
         FROM entry AS p WHERE p.seq = entry.person) AS by
    FROM entry WHERE kind = 'settled' AND side = 0
    """,
    f"""
    CREATE VIEW proposal AS
    SELECT offered.seq AS id, offered.case_id, offered.subject AS question,
        json_set({_OPEN.replace("entry.", "offered.")}, '$.question', offered.subject) AS body,
        offered.at, settled.decision,
        CASE WHEN settled.decision IS NULL THEN NULL ELSE settled.at END AS decided_at,
        CASE WHEN settled.decision IS NULL THEN NULL ELSE settled.by END AS decided_by
    FROM entry AS offered LEFT JOIN settled ON settled.seq = (
        SELECT seq FROM entry AS last
        WHERE last.case_id = offered.case_id AND last.kind = 'settled'
            AND last.subject = offered.hash AND last.side = 0
        ORDER BY seq DESC LIMIT 1
    )
    WHERE offered.kind = 'proposal' AND offered.side = 0
    """,  # noqa: S608  our own words
)

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

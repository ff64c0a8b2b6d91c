"""The views of the record as migration m014 makes them, which know erased fields; never edited."""

from __future__ import annotations

_NAME = """(
    SELECT coalesce(json_extract(p.body, '$.name'), '(erased)')
    FROM entry AS p WHERE p.seq = entry.person
)"""
"""Who made an entry."""

_AT = """(SELECT CASE WHEN json_type(entry.body, '$.at') IS NULL THEN entry.at
    ELSE json_extract(entry.body, '$.at') END)"""
"""When it was made, as its body says it; null: nobody knows."""

_BODY = """(SELECT CASE WHEN json_type(entry.parts, '$.instead') IS NULL THEN entry.body
    ELSE json_patch(entry.body, json_extract(entry.parts, '$.instead')) END)"""
"""A body; of erased fields with what is read in their place."""

_OPEN = """(SELECT CASE WHEN json_type(entry.parts, '$.closed.note') IS NULL
    OR json_type(entry.parts, '$.closed.for_report') IS NULL
    OR json_type(entry.parts, '$.instead.note') IS NOT NULL THEN {body}
    ELSE json_set({body}, '$.note_withheld', json('true')) END)"""
"""The same; where its note and the mark of that are closed, it says that a note is withheld."""

_VIEWS = (
    """
    CREATE VIEW details AS
    SELECT seq, case_id, {body} AS body, {name} AS by, at FROM entry
    WHERE kind = 'details' AND side = 0
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
        CASE kind WHEN 'state' THEN {body}
        WHEN 'verdict'
            THEN json_set({body}, '$.criterion', subject, '$.by', {name}, '$.at', {at})
        ELSE json_set({body}, '$.key', subject, '$.by', {name}, '$.at', {at}) END AS body,
        {name} AS by, at
    FROM entry WHERE kind IN ('state', 'verdict', 'edit') AND side = 0
    """,
    """
    CREATE VIEW register AS
    SELECT seq, case_id, json_set({body}, '$.by', {name}) AS body, {name} AS by, at
    FROM entry WHERE kind = 'register' AND side = 0
        AND json_type(entry.body, '$.kind') IS NOT NULL
    """,
    """
    CREATE VIEW edition AS
    SELECT seq, case_id, subject AS number, {body} AS body, {name} AS by, at
    FROM entry WHERE kind = 'edition' AND side = 0
    """,
    """
    CREATE VIEW plan AS
    SELECT seq, case_id, subject,
        json_set({body}, '$.key', subject, '$.by', {name}, '$.at', {at}) AS body, {name} AS by, at
    FROM entry WHERE kind = 'plan' AND side = 0
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
"""A decision of which everything was erased is none of the register any more."""

_CHANGED = ("details", "answer", "decision", "register", "edition", "plan", "proposal")

STATEMENTS = (
    *(f"DROP VIEW {name}" for name in _CHANGED),
    *(
        view.format(name=_NAME, at=_AT, body=_BODY, open=_OPEN.format(body=_BODY))
        for view in _VIEWS
    ),
    "CREATE INDEX entry_of_erased ON entry (seq) WHERE kind = 'erased'",
)

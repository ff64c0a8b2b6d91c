"""Publishing from the secretariat: one register, one pool, made of what was accepted and decided.

What was accepted is collected in a database beside the keys, in which the publisher's tables of
peers and pages go on from those before; nothing else is kept there.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, cast

from assess.core.catalogue.level import Level
from assess.core.label.decision import DecisionKind
from assess.core.submission.revision import read_revision
from assess.core.submission.role import Role
from assess.errors import AssessError
from assess.exchange.case import case_file
from assess.languages import gettext
from assess.secretariat import keeping
from assess.secretariat.installation import Installation
from assess.signature import load_or_make_key
from assess.workflow.desk.desk import Desk
from assess.workflow.label.labelling import enter_decided
from assess.workflow.peers import peer_table, table_publishing
from assess.workflow.peers.pooling import gather
from assess.workflow.program.file_import import import_files
from assess.workflow.register import publishing
from assess.workflow.register.site_folder import DATA

COLLECTED = "published.db"
KEY = "register-key.pem"


class Published(NamedTuple):
    """What was published."""

    cases: int
    labels: int
    register: int
    """The number of the register's snapshot."""
    peers: int | None
    """The number of the snapshot of peers; None: there is none."""
    remarks: tuple[str, ...]
    """What could not be published, each a sentence."""


def publish(
    installation: Installation,
    open_desk: Callable[[Path], Desk],
    folder: Path,
    templates: Path,
    *,
    force: bool = False,
) -> Published:
    """Write the public pages to a folder, and keep snapshots of register and peers for laptops.

    `open_desk` opens the database in which is collected what was accepted.
    """
    with (
        keeping.office(installation.database, Role.STEWARD) as rows,
        open_desk(installation.folder / COLLECTED) as desk,
    ):
        remarks = _collect(rows, desk)
        entered, refused = _enter_decisions(rows, desk)
        remarks += refused
        site = publishing.publish(desk, folder, templates, installation.folder / KEY, force=force)
        register = _keep(rows, installation, "register", (folder / DATA).read_bytes())
        rows.execute("SELECT mark_published(%s)", (entered,))
        peers = None
        try:
            table = _table(installation, desk)
        except AssessError as error:
            remarks.append(str(error))
        else:
            peers = _keep(rows, installation, "peers", table)
        keeping.note(rows, "publish", str(register))
        return Published(len(desk.store.cases.all()), site.labels, register, peers, tuple(remarks))


def _collect(rows: keeping.Rows, desk: Desk) -> list[str]:
    """Take in what was accepted and is not here yet; give what could not be taken."""
    remarks = []
    known = {case.id for case in desk.store.cases.all()}
    with tempfile.TemporaryDirectory() as place:
        for row in rows.execute("SELECT * FROM accepted_cases()"):
            revision = read_revision(bytes(row["document"]))
            case = revision.case
            if case in known and desk.store.submissions.record(case)[-1].hash == revision.head:
                continue
            path = Path(place) / f"{case}.json"
            path.write_text(case_file.written(revision.file), encoding="utf-8")
            try:
                import_files(desk, [path])
            except AssessError as error:
                remarks.append(_said(case, error))
    return remarks


def _enter_decisions(rows: keeping.Rows, desk: Desk) -> tuple[list[str], list[str]]:
    """Enter what the board decided; give the cases of it, and what could not be entered."""
    entered, remarks = [], []
    known = {case.id for case in desk.store.cases.all()}
    for row in rows.execute("SELECT * FROM board_decisions()"):
        case = row["case_id"]
        if case not in known:
            continue
        kind = DecisionKind.AWARDED if row["kind"] == "awarded" else DecisionKind.REFUSED
        level = cast("Level", row["level"] or "Bronze")
        day = row["at"].astimezone().date()
        try:
            with desk.store.writing():
                enter_decided(
                    desk,
                    desk.store.assessment(case),
                    kind,
                    level,
                    by=row["by"],
                    on=day,
                    reason=row["reason"],
                )
        except AssessError as error:
            remarks.append(_said(case, error))
        else:
            entered.append(case)
    return entered, remarks


def _said(case: str, error: AssessError) -> str:
    return gettext("Case {case}: {reason}", case=case, reason=error)


def _table(installation: Installation, desk: Desk) -> bytes:
    """Give the table of peers, renewed where enough has changed."""
    gather(desk)
    found = peer_table.renewal_of(desk, synthetic=False)
    if found.table is not None and found.changed and not found.needed:
        peer_table.renew(desk, synthetic=False)
    key, _ = load_or_make_key(installation.folder / KEY)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "peers.json"
        table_publishing.publish(desk, path, key, synthetic=False)
        return path.read_bytes()


def _keep(rows: keeping.Rows, installation: Installation, kind: str, content: bytes) -> int:
    row = rows.execute(
        "SELECT publish_snapshot(%s, %s, %s) AS number",
        (kind, content, installation.key.sign(content)),
    ).fetchone()
    if row is None or row["number"] is None:
        raise RuntimeError(kind)
    return int(row["number"])

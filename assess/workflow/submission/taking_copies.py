"""Copies of a case at the secretariat, taken in here: this is how a fork ends.

A case that is not here comes as it is, a copy that went on is followed, and where both were worked
on, the answers of the other copy are proposed and its past is kept: the next revision extends both.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from assess.core.record.past import Relation
from assess.core.submission.exchanged import ItemKind
from assess.core.submission.kept import Submission, SubmissionState
from assess.core.submission.revision import CaseRevision
from assess.errors import AssessError, NotFound
from assess.exchange.case import case_file
from assess.exchange.submission.service_client import ServiceClient
from assess.languages import gettext
from assess.workflow.case.case_finding import find
from assess.workflow.case.case_transfer import read_case
from assess.workflow.case.record.continuing import relation
from assess.workflow.desk.desk import Desk
from assess.workflow.desk.incoming_file import Arrived, Incoming
from assess.workflow.peers.pooling import gather
from assess.workflow.submission.connecting import device_key, reached


def fetch_copies(desk: Desk, wanted: str, key_file: Path) -> tuple[Arrived, ...]:
    """Fetch the copies of a case that are not here, and take them in; nothing: all are here.

    Raises Unreachable where the secretariat does not answer.
    """
    connection = reached(desk)
    case = case_of(desk, wanted)
    client = ServiceClient(connection.url, device_key(key_file))
    try:
        heads = client.case(case).heads
        here = {entry.hash for entry in desk.store.entries.of(case)}
        copies = [client.revision(case, head.revision) for head in heads if head.head not in here]
    finally:
        client.close()
    return take_copies(desk, case, copies)


def case_of(desk: Desk, wanted: str) -> str:
    """Find a case that is here or came up in the inbox; give its id."""
    told = {item.case for item in desk.store.submissions.items()}
    begun = sorted(case for case in told if wanted and case.startswith(wanted))
    try:
        return find(desk, wanted).case.id
    except NotFound:
        if len(begun) != 1:
            raise
        return begun[0]


def cases_elsewhere(desk: Desk) -> tuple[str, ...]:
    """Give the cases of which the secretariat has work that is not here, as far as it told.

    Those are cases that are here and went on elsewhere, and cases that were assigned to this
    account; who sees many cases without having them is told of none.
    """
    items = desk.store.submissions.items()
    connection = desk.store.submissions.connection()
    here = {case.id for case in desk.store.cases.all()}
    found: dict[str, None] = {}
    for item in items:
        if item.case not in here:
            is_mine = connection is not None and item.body.get("expert") == connection.name
            if item.kind is ItemKind.ASSIGNED and is_mine:
                found[item.case] = None
    heads = {
        (item.case, str(item.body["head"]))
        for item in items
        if item.case in here and "head" in item.body
    }
    for case in sorted({case for case, _ in heads}):
        known = {step.hash for step in desk.store.submissions.record(case)}
        if any(head not in known for of, head in heads if of == case):
            found[case] = None
    return tuple(found)


def take_copies(desk: Desk, case: str, copies: Iterable[CaseRevision]) -> tuple[Arrived, ...]:
    """Take copies of a case in, all or none; AssessError where a copy is of another case."""
    with desk.store.writing():
        arrived = tuple(_take(desk, case, copy) for copy in copies)
    gather(desk)
    return arrived


def _take(desk: Desk, case: str, copy: CaseRevision) -> Arrived:
    if copy.case != case or copy.file.get("case", {}).get("id") != case:
        raise AssessError(
            gettext("The secretariat gave a copy of another case; nothing of it was taken.")
        )
    path = Path(gettext("the copy at the secretariat"))
    content = case_file.written(copy.file).encode()
    stands = _standing(desk, case, copy, content)
    is_here = any(each.id == case for each in desk.store.cases.all())
    is_merge = is_here and stands not in (Relation.NEWER, Relation.SAME, Relation.OLDER)
    incoming = Incoming(path, content, None, as_proposals=is_merge, known={})
    arrived = read_case(desk, incoming)()
    if stands in (None, Relation.NEWER, Relation.SAME) and arrived.assessment is not None:
        known = Submission(
            revision=copy.name,
            case=case,
            head=copy.head,
            at=desk.now,
            state=SubmissionState.RECEIVED,
        )
        desk.store.submissions.note(known)
    return arrived


def _standing(desk: Desk, case: str, copy: CaseRevision, content: bytes) -> Relation | None:
    """Tell how a copy stands to the case here; None: the case is not here, or has no record."""
    brought = case_file.read(
        content,
        copy.name,
        desk.newest,
        now=desk.now,
        new_id=case,
        called=desk.editions.find,
    )
    return relation(desk, brought)

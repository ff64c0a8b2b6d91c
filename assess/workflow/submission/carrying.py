"""Sending and receiving by files, where the secretariat has no address or there is no network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assess.core.case.assessment import Assessment
from assess.core.submission.exchanged import Enrolment
from assess.core.submission.kept import SecretariatConnection, SubmissionState
from assess.core.submission.revision import CaseRevision, read_revision
from assess.errors import AssessError
from assess.exchange.submission.age_identity import load_or_make_identity
from assess.exchange.submission.sealed_file import (
    MOST_BYTES,
    ReturnFile,
    SealedFile,
    SealedRevision,
    SecretariatCard,
    demand_signed,
    seal,
    unseal,
)
from assess.files import content_of, text_of, write_whole
from assess.languages import gettext
from assess.workflow.desk.desk import Desk
from assess.workflow.submission.connecting import (
    IDENTITY,
    connection_of,
    device_key,
    device_name,
)
from assess.workflow.submission.receiving import Arrivals, take_items
from assess.workflow.submission.sending import queue, settled_by


def connect_by_card(desk: Desk, card: Path, code: str, key_file: Path) -> SecretariatConnection:
    """Keep the connection with a secretariat that is reached by files; the code goes with them."""
    try:
        found = SecretariatCard.model_validate_json(text_of(card))
    except OSError as error:
        raise AssessError(
            gettext("{path} cannot be read: {reason}.", path=card, reason=error.strerror or error)
        ) from error
    except ValueError as error:
        raise AssessError(gettext("{path} is not the card of a secretariat.", path=card)) from error
    made = SecretariatConnection(
        url="",
        account="",
        device="",
        name="",
        service_key=found.service_key,
        recipient=found.recipient,
        key_file=str(key_file),
        code=code.strip().lower(),
    )
    desk.store.submissions.connect(made)
    return made


def write_sealed(desk: Desk, assessment: Assessment, target: Path, key_file: Path) -> int:
    """Write everything that waits to a file for the secretariat; give how many cases are in it.

    It waits until the file that comes back says that it was taken.
    """
    connection = connection_of(desk)
    key = device_key(key_file)
    queue(desk, assessment)
    revisions = []
    for submission, document in desk.store.submissions.waiting():
        revision = read_revision(document)
        revisions.append(
            SealedRevision(
                case=submission.case,
                revision=submission.revision,
                document=document.decode(),
                signature=key.sign(revision.content).hex(),
            )
        )
    identity = load_or_make_identity(key_file.with_name(IDENTITY))
    said = SealedFile(
        key=key.public.hex(),
        to=connection.service_key,
        cursor=connection.cursor,
        enrolment=Enrolment(code=connection.code, name=device_name(), recipient=identity.recipient)
        if connection.code
        else None,
        revisions=tuple(revisions),
        answers=desk.store.submissions.waiting_answers(),
    )
    write_whole(target, seal(said, key, connection.recipient), is_private=True)
    return len(revisions)


def read_return(desk: Desk, path: Path, key_file: Path) -> Arrivals:
    """Take in what came back in a file; AssessError where it is for another, or not signed."""
    connection = connection_of(desk)
    identity = load_or_make_identity(key_file.with_name(IDENTITY))
    try:
        content = content_of(path, MOST_BYTES + 1)
    except OSError as error:
        raise AssessError(
            gettext("{path} cannot be read: {reason}.", path=path, reason=error.strerror or error)
        ) from error
    said, signed, signature = unseal(ReturnFile, content, identity.secret, path.name)
    demand_signed(signed, signature, connection.service_key, path.name)
    if said.to != device_key(key_file).public.hex():
        raise AssessError(gettext("{name} is meant for another device.", name=path.name))
    with desk.store.writing():
        waiting = {each.revision: each for each, _ in desk.store.submissions.waiting()}
        for taken in said.revisions:
            submission = waiting.get(taken.revision)
            if submission is None:
                continue
            if taken.received is not None:
                settled = settled_by(desk, submission, taken.received)
            else:
                refusal = {"state": SubmissionState.REFUSED, "told": taken.refusal}
                settled = submission.model_copy(update=refusal)
            desk.store.submissions.settle(settled)
        for answer in said.answers:
            desk.store.submissions.answered(answer)
        arrivals = take_items(desk, said.items)
        known = said.enrolled
        if known is not None:
            connection = connection.model_copy(
                update={
                    "account": str(known.account),
                    "device": str(known.device),
                    "name": known.name,
                    "code": None,
                }
            )
        cursor = max(connection.cursor, said.cursor)
        desk.store.submissions.connect(connection.model_copy(update={"cursor": cursor}))
    return arrivals._replace(copies=tuple(_new_copies(desk, said, path.name)))


def _new_copies(desk: Desk, said: ReturnFile, name: str) -> Iterator[CaseRevision]:
    """Give the copies in a file whose work is not here yet."""
    for document in said.copies:
        try:
            copy = read_revision(document.encode())
        except (ValueError, RecursionError) as error:
            raise AssessError(
                gettext(
                    "{name} has a copy of a case that this program cannot read: {reason}.",
                    name=name,
                    reason=error,
                )
            ) from error
        if copy.head not in {entry.hash for entry in desk.store.entries.of(copy.case)}:
            yield copy

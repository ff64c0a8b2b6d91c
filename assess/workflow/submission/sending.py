"""Sending cases: kept in a queue first, sent when the secretariat can be reached.

What was queued is never lost: it goes once the secretariat answers, and stays until it does.
"""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from assess.core.case.assessment import Assessment
from assess.core.record.canonical import canonical
from assess.core.submission.exchanged import Answered, Received, RevisionStanding
from assess.core.submission.kept import Submission, SubmissionState
from assess.core.submission.revision import CaseRevision, read_revision, revision_of
from assess.errors import AssessError
from assess.exchange.case import case_file
from assess.exchange.submission.service_client import RefusedByService, ServiceClient
from assess.languages import gettext
from assess.languages.language import ENGLISH
from assess.signature import is_signed
from assess.workflow.case.record.gathering import carried, without_private_notes
from assess.workflow.desk.desk import Desk
from assess.workflow.submission.connecting import connection_of, device_key, reached


def revision_for(desk: Desk, assessment: Assessment) -> CaseRevision:
    """Make the revision of a case as it is now.

    Copies of files, what is being typed and the texts of private notes stay on the laptop.
    """
    given = without_private_notes(carried(desk, assessment, with_files=False))
    given = given.model_copy(update={"drafts": {}})
    plain = case_file.plain(given, desk.catalogue_of(assessment.case))
    steps = desk.store.submissions.record(assessment.case.id)
    language = assessment.case.details.asked_in or ENGLISH
    return revision_of(assessment.case.id, steps, language, plain)


def queue(desk: Desk, assessment: Assessment) -> Submission:
    """Put a case as it is now into the queue; what the secretariat has already stays as it was."""
    if assessment.case.synthetic:
        raise AssessError(
            gettext("A synthetic case is not sent: the secretariat takes real cases only.")
        )
    connection_of(desk)
    made = revision_for(desk, assessment)
    last = desk.store.submissions.newest().get(assessment.case.id)
    if last is not None and last.head == made.head and last.state is SubmissionState.RECEIVED:
        return last
    waiting = Submission(revision=made.name, case=assessment.case.id, head=made.head, at=desk.now)
    desk.store.submissions.queue(waiting, made.content)
    return waiting


def deliver(desk: Desk, key_file: Path) -> tuple[Submission, ...]:
    """Send everything that waits, oldest first; give what became of it.

    Raises Unreachable where the secretariat does not answer: the rest waits on.
    """
    connection = reached(desk)
    client = ServiceClient(connection.url, device_key(key_file))
    try:
        done = tuple(
            _deliver(desk, client, submission, document)
            for submission, document in desk.store.submissions.waiting()
        )
        _deliver_answers(desk, client)
    finally:
        client.close()
    return done


def _deliver(
    desk: Desk, client: ServiceClient, submission: Submission, document: bytes
) -> Submission:
    try:
        received = client.send(read_revision(document))
    except RefusedByService as refused:
        settled = submission.model_copy(
            update={"state": SubmissionState.REFUSED, "told": str(refused)}
        )
    else:
        settled = settled_by(desk, submission, received)
    desk.store.submissions.settle(settled)
    return settled


_STATES = {
    RevisionStanding.FIRST: SubmissionState.RECEIVED,
    RevisionStanding.EXTENDS: SubmissionState.RECEIVED,
    RevisionStanding.KNOWN: SubmissionState.RECEIVED,
    RevisionStanding.BEHIND: SubmissionState.BEHIND,
    RevisionStanding.FORKED: SubmissionState.FORKED,
}


def settled_by(desk: Desk, submission: Submission, received: Received) -> Submission:
    """Give what became of a revision, after the answer; AssessError where its receipt is wrong."""
    receipt = received.receipt
    if receipt is not None:
        said = receipt.model_dump(exclude={"signature"})
        service_key = bytes.fromhex(connection_of(desk).service_key)
        is_ours = receipt.revision == submission.revision and receipt.case == submission.case
        if not is_ours or not is_signed(
            canonical(said), bytes.fromhex(receipt.signature), service_key
        ):
            raise AssessError(
                gettext(
                    "The receipt is not signed by the secretariat that this database is connected "
                    "with. Ask the secretariat before you send again."
                )
            )
    return submission.model_copy(
        update={
            "state": _STATES[received.standing],
            "told": received.state,
            "receipt": receipt,
            "other": tuple(
                head.revision for head in received.heads if head.revision != submission.revision
            ),
        }
    )


def _deliver_answers(desk: Desk, client: ServiceClient) -> None:
    for answer in desk.store.submissions.waiting_answers():
        said = Answered(revision=answer.revision, text=answer.text)
        try:
            client.answer_question(answer.case, UUID(answer.question), UUID(answer.id), said)
        except RefusedByService as refused:
            if refused.code != "closed":
                raise
        desk.store.submissions.answered(answer.id)

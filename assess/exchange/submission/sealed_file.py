"""The file carrier: what a laptop and the secretariat say to each other where there is no network.

A file is signed by who wrote it and encrypted with age for who reads it. It carries the same things
as the service's requests and answers.
"""

from __future__ import annotations

import json
from typing import TypeVar

from pydantic import Field, ValidationError

from assess.core.record.canonical import canonical, canonical_document
from assess.core.submission.exchanged import (
    CaseId,
    Digest,
    Enrolled,
    Enrolment,
    InboxItem,
    PublicKey,
    Received,
    SignatureText,
)
from assess.core.submission.kept import WaitingAnswer
from assess.core.text.value import Value
from assess.errors import Refused
from assess.exchange.container.age_file import decrypt_for, encrypt_for, is_encrypted
from assess.languages import gettext
from assess.signature import SigningKey, is_signed

V = TypeVar("V", bound=Value)

MOST_BYTES = 64 * 2**20


class SecretariatCard(Value):
    """What a laptop needs to know of a secretariat that it reaches by files."""

    format: str = "assess-secretariat"
    service_key: PublicKey
    recipient: str


class SealedRevision(Value):
    """A revision with its signature."""

    case: CaseId
    revision: Digest
    document: str
    """The document as it is sent over the line: canonical JSON."""
    signature: SignatureText


class SealedFile(Value):
    """What goes to the secretariat."""

    format: str = "assess-sealed"
    key: PublicKey
    """Of the device that signs."""
    to: PublicKey
    """The key of the service that it is meant for."""
    cursor: int = 0
    """The number of the last item that the device has."""
    enrolment: Enrolment | None = None
    revisions: tuple[SealedRevision, ...] = ()
    answers: tuple[WaitingAnswer, ...] = ()


class TakenRevision(Value):
    """What became of a revision: taken, or why not."""

    case: str
    revision: Digest
    received: Received | None = None
    refusal: str | None = None


class ReturnFile(Value):
    """What comes back from the secretariat."""

    format: str = "assess-inbox"
    to: PublicKey
    """The key of the device that it is meant for."""
    enrolled: Enrolled | None = None
    revisions: tuple[TakenRevision, ...] = ()
    answers: tuple[str, ...] = Field(default=())
    """The ids of the answers that are kept."""
    items: tuple[InboxItem, ...] = ()
    cursor: int = 0
    copies: tuple[str, ...] = ()
    """The documents of revisions that others sent of the cases that this file is about."""


def seal(content: Value, key: SigningKey, recipient: str) -> bytes:
    """Sign what a file says, and encrypt it for who reads it."""
    said = json.loads(content.model_dump_json(exclude_none=True))
    sealed = {"content": said, "signature": key.sign(canonical(said)).hex()}
    return encrypt_for(canonical(sealed), [recipient])


def unseal(model: type[V], sealed: bytes, secret: str, name: str) -> tuple[V, bytes, bytes]:
    """Open a file; give what it says, that as it was signed, and the signature.

    Raises Refused for what is no such file, or is encrypted for another.
    """
    if not is_encrypted(sealed):
        raise _no_such_file(name)
    opened = decrypt_for(sealed, [secret], name)
    try:
        read = json.loads(canonical_document(opened))
        content = canonical(read["content"])
        return model.model_validate(read["content"]), content, bytes.fromhex(read["signature"])
    except (ValidationError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise _no_such_file(name) from error


def demand_signed(content: bytes, signature: bytes, key: str, name: str) -> None:
    """Refuse a file that is not signed by the key it should be."""
    if not is_signed(content, signature, bytes.fromhex(key)):
        raise Refused(
            gettext(
                "{name} is not signed by its expected sender; nothing was imported.", name=name
            ),
            (),
        )


def _no_such_file(name: str) -> Refused:
    return Refused(
        gettext("{name} is no file between a laptop and its secretariat.", name=name), ()
    )

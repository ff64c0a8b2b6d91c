"""Labels as Open Badges 3.0 credentials: signed tokens that any verifier of badges reads."""

from __future__ import annotations

import base64
import hashlib
import json
import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from typing import Any, NamedTuple

from assess import signature
from assess.core.register.public_label import PublicLabel
from assess.languages import gettext, speaking
from assess.languages.language import ENGLISH
from assess.signature import SigningKey

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:assess:credential")


class Issuing(NamedTuple):
    """Who issues credentials, and what levels are called."""

    publisher: str
    base: str
    """The address of the site, ending in a slash; empty where it is not known."""
    titles: dict[str, str]
    key: SigningKey
    revocations: str
    """The address of the list of revoked credentials; empty where it is not known."""
    at: datetime


def issuer_id(key: SigningKey) -> str:
    """Give the id of the issuer: a did:jwk, which is the public key itself."""
    from openbadgeslib.ob3 import did_jwk_from_jwk

    header = _header(key)
    jwk = json.loads(base64.urlsafe_b64decode(header + b"=" * (-len(header) % 4)))["jwk"]
    return str(did_jwk_from_jwk(jwk))


def _header(key: SigningKey) -> bytes:
    """Give the first part of every token that is signed: it names the key."""
    from openbadgeslib.ob3 import OB3Signer

    signer = OB3Signer(signature.private_pem(key.private), algorithm="EdDSA")
    return signer.sign_payload({"iss": "x"}).partition(".")[0].encode("ascii")


def has_credential(label: PublicLabel) -> bool:
    """Tell whether a label can be a credential: it has both its days and was not revoked."""
    return bool(label.valid_from and label.valid_until) and label.status != "revoked"


def credentials(labels: Iterable[PublicLabel], issuing: Issuing) -> Iterator[tuple[str, str]]:
    """Give the token of each label that can be a credential, by the id of the label."""
    from openbadgeslib.ob3 import Achievement, Issuer, OpenBadgeCredential
    from openbadgeslib.ob3.status_list import status_entry

    header = _header(issuing.key)
    with speaking(ENGLISH):  # what is signed does not change with the language of the pages
        named = issuing.publisher or gettext("Register of labels")
        narrative = gettext(
            "The register records that the organisation was awarded this label, or "
            "that a published list of awarded labels names it."
        )
        described = {
            level: gettext(
                "{title}. Recorded in a register of labels of cluster organisations.", title=title
            )
            for level, title in issuing.titles.items()
        }
    issuer = Issuer(id=issuer_id(issuing.key), name=named, url=issuing.base or None)
    achievements = {
        level: Achievement(
            id=_urn("achievement", level),
            name=title,
            description=described[level],
            criteria_narrative=narrative,
            achievement_type="Certification",
        )
        for level, title in issuing.titles.items()
    }
    for label in filter(has_credential, labels):
        subject = f"{issuing.base}label/{label.id}.html" if issuing.base else _urn(label.id)
        credential = OpenBadgeCredential(
            issuer=issuer,
            recipient_id=subject,
            achievement=achievements[label.level],
            id=_urn("credential", label.id, label.valid_until),
            name=f"{issuing.titles[label.level]}: {label.name}",
            issuance_date=_moment(label.valid_from),
            expiration_date=_moment(label.valid_until, last=True),
            credential_status=(
                [status_entry(issuing.revocations, "revocation", label.ordinal)]
                if issuing.revocations
                else []
            ),
        )
        yield label.id, _token(header, credential.to_jwt_payload(), issuing.key)


def revocation_list(labels: Iterable[PublicLabel], issuing: Issuing, until: date) -> bytes:
    """Give the Bitstring status list in which a bit stands for each revoked label, signed."""
    from openbadgeslib.ob3.status_list import DEFAULT_SIZE_BITS, build_status_list_credential

    every = tuple(labels)
    last = max((label.ordinal for label in every), default=0)
    said = build_status_list_credential(
        issuer_id(issuing.key),
        issuing.revocations,
        "revocation",
        [label.ordinal for label in every if label.status == "revoked"],
        size_bits=DEFAULT_SIZE_BITS * (last // DEFAULT_SIZE_BITS + 1),
        issued=issuing.at,
        valid_until=_moment(str(until), last=True),
    )
    registered = {
        "iss": said["issuer"],
        "jti": said["id"],
        "nbf": int(issuing.at.timestamp()),
    }
    return _token(_header(issuing.key), said | registered, issuing.key).encode("ascii")


_COMPACT = json.JSONEncoder(separators=(",", ":"))


def _token(header: bytes, payload: dict[str, Any], key: SigningKey) -> str:
    """Sign what a credential says (RFC 7515, compact), with a header that all have in common.

    The library writes and checks the header of each again, which takes as long as signing it.
    """
    body = _COMPACT.encode(payload).encode("utf-8")
    signed = b".".join((header, _part(body)))
    return b".".join((signed, _part(key.sign(signed)))).decode("ascii")


def _part(content: bytes) -> bytes:
    return base64.urlsafe_b64encode(content).rstrip(b"=")


def _urn(*parts: str) -> str:
    """Give a name by what it names: a UUID of version 5 (RFC 9562), without an object for each."""
    digits = hashlib.sha1(_NAMESPACE.bytes + " ".join(parts).encode(), usedforsecurity=False)
    found = digits.hexdigest()
    variant = f"{int(found[16], 16) & 0b0011 | 0b1000:x}"
    return (
        f"urn:uuid:{found[:8]}-{found[8:12]}-5{found[13:16]}-{variant}{found[17:20]}-{found[20:32]}"
    )


def _moment(day: str, *, last: bool = False) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(23, 59, 59) if last else time(), UTC)

"""How a request is signed: over method, host, path, body and a nonce that the server gave.

A nonce is good for one request. Who has none, or an old one, gets a fresh one with the answer 401;
every other answer brings the next one too, so that asking first is the exception.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from assess.signature import SigningKey, is_signed

SCHEME = "Assess-Device"
NONCE_HEADER = "Assess-Nonce"
_PARTS = re.compile(
    rf"{SCHEME} key=(?P<key>[0-9a-f]{{64}}), nonce=(?P<nonce>[A-Za-z0-9_-]{{1,100}}), "
    r"signature=(?P<signature>[0-9a-f]{128})"
)


@dataclass(frozen=True)
class RequestSignature:
    """What the header of a signed request says."""

    key: bytes
    nonce: str
    signature: bytes

    @property
    def header(self) -> str:
        """The value of the header `Authorization`."""
        parts = {"key": self.key.hex(), "nonce": self.nonce, "signature": self.signature.hex()}
        return " ".join((SCHEME, ", ".join("=".join(part) for part in parts.items())))


def signed_text(method: str, host: str, path: str, body: bytes, nonce: str) -> bytes:
    """Give what is signed; `path` with its query, as it stands in the request."""
    lines = ("assess-request-1", method, host, path, sha256(body).hexdigest(), nonce)
    return "\n".join(lines).encode()


def sign_request(
    key: SigningKey, method: str, host: str, path: str, body: bytes, nonce: str
) -> RequestSignature:
    """Sign a request with the key of a device."""
    text = signed_text(method, host, path, body, nonce)
    return RequestSignature(key.public, nonce, key.sign(text))


def read_header(header: str) -> RequestSignature | None:
    """Read the header `Authorization`; None: it is not one of ours."""
    found = _PARTS.fullmatch(header)
    if found is None:
        return None
    return RequestSignature(
        bytes.fromhex(found["key"]), found["nonce"], bytes.fromhex(found["signature"])
    )


def is_signed_request(
    said: RequestSignature, method: str, host: str, path: str, body: bytes
) -> bool:
    """Tell whether a request is the one that was signed."""
    return is_signed(signed_text(method, host, path, body, said.nonce), said.signature, said.key)

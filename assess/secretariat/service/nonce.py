"""Nonces: each is good for one request and some minutes, by the server's clock alone.

A nonce carries when it was made and a proof that this service made it, so nothing is kept of those
that are never used; those that were used are kept in the database until they would be too old.
"""

from __future__ import annotations

import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from hashlib import sha256

from assess.signature import SigningKey

LIFETIME = 600
"""For how many seconds a nonce is good."""

_RANDOM, _PROOF, _TIME = 10, 16, 6


class NonceMint:
    """Makes nonces and tells its own; every process with the same key makes the same kind."""

    def __init__(self, key: SigningKey, clock: Callable[[], float]) -> None:
        """Take the key of the service, and a clock that gives seconds."""
        self._secret = sha256(key.sign(b"assess-nonces-1")).digest()
        self._clock = clock

    def make(self) -> str:
        """Give a fresh one."""
        head = int(self._clock()).to_bytes(_TIME, "big") + secrets.token_bytes(_RANDOM)
        return urlsafe_b64encode(head + self._proof(head)).rstrip(b"=").decode()

    def raw(self, text: str) -> bytes | None:
        """Give the bytes of a nonce of ours that is still good; None: it is another one."""
        try:
            found = urlsafe_b64decode(text + "=" * (-len(text) % 4))
        except ValueError:
            return None
        head, proof = found[:-_PROOF], found[-_PROOF:]
        if len(head) != _TIME + _RANDOM or not hmac.compare_digest(proof, self._proof(head)):
            return None
        age = int(self._clock()) - int.from_bytes(head[:_TIME], "big")
        return head if -LIFETIME <= age <= LIFETIME else None

    def _proof(self, head: bytes) -> bytes:
        return hmac.digest(self._secret, head, "sha256")[:_PROOF]

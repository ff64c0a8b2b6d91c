"""Ed25519 keys in files that only their owner reads, what they sign, and whether it is theirs."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assess.errors import AssessError
from assess.files import create_whole, secret_in
from assess.languages import gettext

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
        Ed25519PublicKey,
    )


@dataclass(frozen=True)
class SigningKey:
    """A private key; its public half goes where its signatures go."""

    private: Ed25519PrivateKey

    @property
    def public(self) -> bytes:
        """The 32 bytes of the public key."""
        return raw_public(self.private.public_key())

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the public key, whole."""
        return fingerprint_of(self.public)

    def sign(self, content: bytes) -> bytes:
        """Give the signature over a content: 64 bytes."""
        return self.private.sign(content)


def load_or_make_key(path: Path) -> tuple[SigningKey, bool]:
    """Give the private key of a file, made where there is none; and whether it was made now.

    Nobody is asked anything. Of two programs that make it at once, both get the key of the first.
    AssessError where the file is no key, or others can read it.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    if path.exists():
        return load_key(path), False
    key = Ed25519PrivateKey.generate()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        is_made = create_whole(path, private_pem(key))
    except OSError as error:
        raise AssessError(
            gettext(
                "The key {path} cannot be written: {reason}.",
                path=path,
                reason=error.strerror or error,
            )
        ) from error
    return (SigningKey(key), True) if is_made else (load_key(path), False)


def load_key(path: Path) -> SigningKey:
    """Give the private key of a file; AssessError where it is none, or others can read it."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(secret_in(path).encode(), password=None)
    except (OSError, ValueError, TypeError) as error:
        raise AssessError(
            gettext("The key {path} cannot be read: it is not a private key.", path=path)
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise AssessError(gettext("The key {path} is not an Ed25519 key.", path=path))
    return SigningKey(key)


def private_pem(key: Ed25519PrivateKey) -> bytes:
    """Give a private key as PEM."""
    from cryptography.hazmat.primitives import serialization

    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def public_pem(public: bytes) -> bytes:
    """Give the 32 bytes of a public key as PEM."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    return Ed25519PublicKey.from_public_bytes(public).public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def read_public(content: bytes) -> bytes:
    """Give the 32 bytes of a public key that is written as PEM."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    try:
        key = load_pem_public_key(content)
    except (ValueError, TypeError) as error:
        raise AssessError(
            gettext("The public key cannot be read: it is not a PEM file of a public key.")
        ) from error
    if not isinstance(key, Ed25519PublicKey):
        raise AssessError(gettext("The public key is not an Ed25519 key."))
    return raw_public(key)


def raw_public(key: Ed25519PublicKey) -> bytes:
    """Give the 32 bytes of a public key."""
    from cryptography.hazmat.primitives import serialization

    return key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)


def fingerprint_of(public: bytes) -> str:
    """Give the SHA-256 of the 32 bytes of a public key, by which people compare it."""
    return hashlib.sha256(public).hexdigest()


def is_signed(content: bytes, signature: bytes, public: bytes) -> bool:
    """Tell whether a signature over a content is that of the key with these 32 public bytes."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True

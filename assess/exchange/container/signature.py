"""Signatures: an Ed25519 key of the register's publisher, and what it signs."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from assess.errors import AssessError
from assess.files import secret_in
from assess.languages import gettext

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
        Ed25519PublicKey,
    )


def load_or_make_key(path: Path) -> tuple[Ed25519PrivateKey, bool]:
    """Give the private key of a file, made where there is none; and whether it was made now."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    if path.exists():
        return _private(path), False
    key = Ed25519PrivateKey.generate()
    content = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise AssessError(
            gettext(
                "The key {path} cannot be written: {reason}.",
                path=path,
                reason=error.strerror or error,
            )
        ) from error
    return key, True


def _private(path: Path) -> Ed25519PrivateKey:
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
    return key


def private_pem(key: Ed25519PrivateKey) -> bytes:
    """Give a private key as PEM."""
    from cryptography.hazmat.primitives import serialization

    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def public_pem(key: Ed25519PrivateKey) -> bytes:
    """Give the public key of a private one as PEM."""
    from cryptography.hazmat.primitives import serialization

    return key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def read_public(content: bytes) -> Ed25519PublicKey:
    """Read a public key from PEM."""
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
    return key


def fingerprint(key: Ed25519PublicKey) -> str:
    """Give the SHA-256 of the 32 bytes of a public key, by which people compare it."""
    from cryptography.hazmat.primitives import serialization

    raw = key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    return hashlib.sha256(raw).hexdigest()


def is_signed(content: bytes, signature: bytes, key: Ed25519PublicKey) -> bool:
    """Tell whether a signature over a content is that of a key."""
    from cryptography.exceptions import InvalidSignature

    try:
        key.verify(signature, content)
    except InvalidSignature:
        return False
    return True

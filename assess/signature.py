"""Ed25519 keys in files that only their owner reads, what they sign, and whether it is theirs."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from assess.errors import AssessError
from assess.files import create_whole, secret_in, write_whole
from assess.languages import gettext
from assess.system_keyring import AT_ONCE, forget_secret, keep_secret, secret_called

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


def new_key() -> SigningKey:
    """Give a new key, which is nowhere yet."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return SigningKey(Ed25519PrivateKey.generate())


def load_or_make_key(path: Path, *, patience: float = AT_ONCE) -> tuple[SigningKey, bool]:
    """Give the private key of a file, made where there is none; and whether it was made now.

    Of two programs that make it at once, both get the key of the first.
    AssessError where the file is no key, others can read it, or the keyring does not answer in so
    many seconds.
    """
    if path.exists():
        return load_key(path, patience=patience), False
    key = new_key()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        is_made = create_whole(path, private_pem(key.private))
    except OSError as error:
        raise AssessError(
            gettext(
                "The key {path} cannot be written: {reason}.",
                path=path,
                reason=error.strerror or error,
            )
        ) from error
    return (key, True) if is_made else (load_key(path), False)


def load_key(path: Path, *, patience: float = AT_ONCE) -> SigningKey:
    """Give the private key of a file, or of the keyring that the file names.

    AssessError where it is none, others can read the file, or the keyring does not answer in so
    many seconds.
    """
    text = _text_of(path)
    kept = _kept_in_keyring(text, path)
    if kept is None:
        return _read_private(text, path)
    secret = secret_called(kept.name, patience)
    if secret is None:
        raise AssessError(
            gettext(
                "The key {fingerprint}, which {path} names, is no longer in the keyring of the "
                "system. If there is a copy of the key, put it in the place of that file.",
                fingerprint=fingerprint_of(kept.public),
                path=path,
            )
        )
    key = _read_private(secret, path)
    if key.public != kept.public:
        raise AssessError(
            gettext("The keyring of the system holds another key than {path} names.", path=path)
        )
    return key


def public_key_of(path: Path) -> tuple[bytes, bool]:
    """Give the public key of a key file, and whether the keyring holds the private one."""
    text = _text_of(path)
    kept = _kept_in_keyring(text, path)
    return (_read_private(text, path).public, False) if kept is None else (kept.public, True)


def write_key(key: SigningKey, path: Path) -> None:
    """Put a private key in the place of what a key file holds, or names in the keyring."""
    former = _kept_in_keyring(_text_of(path), path) if path.exists() else None
    if former is None:
        write_whole(path, private_pem(key.private), is_private=True)
        return
    _keep_in_keyring(key, path)
    forget_secret(former.name, UNLOCKING)


def move_into_keyring(path: Path) -> None:
    """Move a private key from its file into the keyring; the file then names it."""
    _keep_in_keyring(load_key(path), path)


def move_out_of_keyring(path: Path) -> None:
    """Move a private key from the keyring back into its file."""
    kept = _kept_in_keyring(_text_of(path), path)
    write_whole(path, private_pem(load_key(path, patience=UNLOCKING).private), is_private=True)
    if kept is not None:
        forget_secret(kept.name, UNLOCKING)


UNLOCKING: Final = 120.0
"""Seconds that a person has to unlock a keyring."""

_FORMAT: Final = "assess-key-in-keyring"


class _KeptKey(NamedTuple):
    """What a key file says of a key that the keyring holds."""

    name: str
    public: bytes


def _keep_in_keyring(key: SigningKey, path: Path) -> None:
    """Keep a private key in the keyring, and name it in its file once it can be read there."""
    name = f"{path.stem} {key.fingerprint}"
    keep_secret(name, private_pem(key.private).decode("ascii"), UNLOCKING)
    told = {"format": _FORMAT, "name": name, "public": key.public.hex()}
    write_whole(path, json.dumps(told, indent=1).encode("ascii") + b"\n", is_private=True)


def _kept_in_keyring(text: str, path: Path) -> _KeptKey | None:
    """Read what a file says of a key in the keyring; None where it holds the key itself."""
    if not text.lstrip().startswith("{"):
        return None
    try:
        told = json.loads(text)
        kept = _KeptKey(str(told["name"]), bytes.fromhex(told["public"]))
        is_kept = told["format"] == _FORMAT and len(kept.public) == 32
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _no_key(path) from error
    if not is_kept:
        raise _no_key(path)
    return kept


def _text_of(path: Path) -> str:
    try:
        return secret_in(path)
    except (OSError, UnicodeDecodeError) as error:
        raise _no_key(path) from error


def _read_private(text: str, path: Path) -> SigningKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(text.encode(), password=None)
    except (ValueError, TypeError) as error:
        raise _no_key(path) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise AssessError(gettext("The key {path} is not an Ed25519 key.", path=path))
    return SigningKey(key)


def _no_key(path: Path) -> AssessError:
    return AssessError(
        gettext("The key {path} cannot be read: it is not a private key.", path=path)
    )


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

"""Files encrypted with age (https://age-encryption.org): any program of age opens them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assess.errors import AssessError, Refused
from assess.languages import gettext

_MARK = b"age-encryption.org/v1\n"
_ARMOUR = b"-----BEGIN AGE ENCRYPTED FILE-----"
_ARMOUR_END = b"-----END AGE ENCRYPTED FILE-----"
_FIRST = 2**16
"""Within how many bytes of a text an armoured file begins."""
_FOR_A_PASSPHRASE = b"-> scrypt "
_HEAD = 4096

_ROUNDS = re.compile(rb"-> scrypt \S{1,60} (\d{1,6})\n")
_MOST_ROUNDS = 20
"""The exponent of the work factor, which takes 2^10 bytes of memory for each round: a gigabyte."""


def is_encrypted(content: bytes) -> bool:
    """Tell whether a file is one of age."""
    return content.startswith(_MARK) or armoured(content) is not None


def armoured(content: bytes) -> bytes | None:
    """Give the armoured file in a text, such as a message around it; None: there is none."""
    start = content.find(_ARMOUR) if _ARMOUR in content[:_FIRST] else -1
    end = content.find(_ARMOUR_END, start)
    if start < 0 or end < 0 or (start and content[start - 1 : start] not in (b"\n", b" ", b">")):
        return None
    lines = content[start : end + len(_ARMOUR_END)].splitlines()
    return b"\n".join(line.strip(b" \t>") for line in lines) + b"\n"


def wants_passphrase(content: bytes) -> bool:
    """Tell whether a passphrase opens a file, and not a key; of armoured text nobody can tell."""
    return _FOR_A_PASSPHRASE in content[:_HEAD]


def encrypt_for(content: bytes, recipients: Iterable[str]) -> bytes:
    """Encrypt for the holders of keys: `age1…`, or a public key of SSH.

    Raises AssessError for what is no key.
    """
    import pyrage

    return bytes(pyrage.encrypt(content, [_recipient(recipient) for recipient in recipients]))


def encrypt_with(content: bytes, passphrase: str) -> bytes:
    """Encrypt with a passphrase; working it out takes about a second, on purpose."""
    import pyrage

    return bytes(pyrage.passphrase.encrypt(content, passphrase))


def decrypt_with(content: bytes, passphrase: str, name: str) -> bytes:
    """Open a file with a passphrase; raises Refused where it is not the right one."""
    import pyrage

    rounds = _ROUNDS.search(content[:_HEAD])
    if rounds and int(rounds[1]) > _MOST_ROUNDS:
        raise Refused(
            gettext(
                "{name} needs 2^{rounds} rounds to try a passphrase; no program for age "
                "uses more than 2^{most}. It was not opened.",
                name=name,
                rounds=int(rounds[1]),
                most=_MOST_ROUNDS,
            ),
            (),
        )
    try:
        return bytes(pyrage.passphrase.decrypt(armoured(content) or content, passphrase))
    except (pyrage.DecryptError, ValueError, OSError) as error:
        raise Refused(
            gettext("{name} cannot be opened: {error}.", name=name, error=_why(error)), ()
        ) from error


def decrypt_for(content: bytes, keys: Iterable[str], name: str) -> bytes:
    """Open a file with secret keys, each the text of a key file; raises Refused if none fits."""
    import pyrage

    identities = [identity for text in keys for identity in _identities(text)]
    if not identities:
        raise AssessError(
            gettext("The key file holds no secret key of age (AGE-SECRET-KEY-…) or SSH.")
        )
    try:
        return bytes(pyrage.decrypt(armoured(content) or content, identities))
    except (pyrage.DecryptError, ValueError, OSError) as error:
        raise Refused(
            gettext("{name} cannot be opened: {error}.", name=name, error=_why(error)), ()
        ) from error


def _why(error: Exception) -> str:
    text = str(error).split("\n")[0].strip().rstrip(".")
    return text[:1].lower() + text[1:120] if text else gettext("it is damaged")


def _recipient(text: str) -> object:
    from pyrage import RecipientError, ssh, x25519

    said = text.strip()
    kind = ssh.Recipient if said.startswith("ssh-") else x25519.Recipient
    try:
        return kind.from_str(said)
    except (RecipientError, ValueError) as error:
        raise AssessError(
            gettext(
                "{text} is not a key for encryption; a key begins with age1, ssh-ed25519 "
                "or ssh-rsa.",
                text=repr(said[:60]),
            )
        ) from error


def _identities(text: str) -> list[object]:
    from pyrage import IdentityError, ssh, x25519

    if "-----BEGIN" in text:
        try:
            return [ssh.Identity.from_buffer(text.encode())]
        except (IdentityError, ValueError) as error:
            raise AssessError(
                gettext("The key file cannot be read: {error}.", error=_why(error))
            ) from error
    found: list[object] = []
    for line in text.splitlines():
        said = line.strip()
        if said.startswith("AGE-SECRET-KEY-"):
            try:
                found.append(x25519.Identity.from_str(said))
            except (IdentityError, ValueError) as error:
                raise AssessError(
                    gettext("The key file cannot be read: {error}.", error=_why(error))
                ) from error
    return found

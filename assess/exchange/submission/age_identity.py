"""A key of age in a file that only its owner reads: who has it opens what is sealed for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assess.errors import AssessError
from assess.files import create_whole, secret_in
from assess.languages import gettext


@dataclass(frozen=True)
class AgeIdentity:
    """A secret key, and for whom others encrypt what it opens."""

    secret: str
    recipient: str


def load_or_make_identity(path: Path) -> AgeIdentity:
    """Give the key of a file, made where there is none; AssessError where the file has none."""
    from pyrage import IdentityError, x25519

    if not path.exists():
        made = x25519.Identity.generate()
        text = "\n".join((f"# {made.to_public()}", str(made), ""))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            create_whole(path, text.encode())
        except OSError as error:
            raise AssessError(
                gettext(
                    "The key {path} cannot be written: {reason}.",
                    path=path,
                    reason=error.strerror or error,
                )
            ) from error
    try:
        lines = secret_in(path).splitlines()
        secret = next(line.strip() for line in lines if line.startswith("AGE-SECRET-KEY-"))
        return AgeIdentity(secret, str(x25519.Identity.from_str(secret).to_public()))
    except (OSError, ValueError, StopIteration, IdentityError) as error:
        raise AssessError(
            gettext("The key {path} cannot be read: it is no secret key of age.", path=path)
        ) from error

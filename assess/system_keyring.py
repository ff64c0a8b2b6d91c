"""The keyring of the system, where secrets lie that no file should hold."""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Final

from assess.errors import AssessError
from assess.languages import gettext

SERVICE: Final = "assess"
"""Under what the keyring lists the secrets of this program."""

AT_ONCE: Final = 3.0
"""Seconds after which nobody waits for a keyring that may be asking the user something."""


def secret_called(name: str, patience: float = AT_ONCE) -> str | None:
    """Give a secret of the keyring, or None; AssessError where it does not answer in time."""
    return _asked(lambda keyring: keyring.get_password(SERVICE, name), patience)


def keep_secret(name: str, secret: str, patience: float) -> None:
    """Keep a secret in the keyring; AssessError where it cannot be read back as it was kept."""
    _asked(lambda keyring: keyring.set_password(SERVICE, name, secret), patience)
    if secret_called(name, patience) != secret:
        raise AssessError(
            gettext("The keyring of the system does not keep what it is given; nothing was moved.")
        )


def forget_secret(name: str, patience: float) -> None:
    """Remove a secret from the keyring."""
    _asked(lambda keyring: keyring.delete_password(SERVICE, name), patience)


def _asked(question: Callable[[Any], str | None], patience: float) -> str | None:
    """Ask the keyring in a thread of its own: a locked one may ask the user, and wait for ever."""
    try:
        import keyring
        import keyring.errors
    except ImportError as error:
        raise AssessError(
            gettext(
                "This installation cannot reach the keyring of the system; install what it lacks "
                'with pip install "cluster-assess[keyring]".'
            )
        ) from error
    answers: SimpleQueue[str | Exception | None] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put(question(keyring))
        except Exception as error:  # noqa: BLE001  raised again where somebody waits for it
            answers.put(error)

    Thread(target=ask, daemon=True, name="keyring").start()
    try:
        answer = answers.get(timeout=patience)
    except Empty:
        raise AssessError(
            gettext(
                "The keyring of the system does not answer; it may be locked. Unlock it and "
                "try again."
            )
        ) from None
    if isinstance(answer, keyring.errors.NoKeyringError):
        raise AssessError(gettext("This system has no keyring that can be used.")) from answer
    if isinstance(answer, keyring.errors.KeyringError):
        reason = str(answer).strip().rstrip(".") or type(answer).__name__
        raise AssessError(
            gettext("The keyring of the system refused: {reason}.", reason=reason)
        ) from answer
    if isinstance(answer, Exception):
        raise answer
    return answer

"""The labels of the register that are published today, and those that are left out."""

from __future__ import annotations

from assess.core.register.public_label import PublicRegister
from assess.core.register.public_view import public_register
from assess.core.register.register import Register
from assess.core.text.name import plain_words
from assess.workflow.desk.desk import Desk
from assess.workflow.desk.garbage_pause import undisturbed
from assess.workflow.register.register import register_of


def published_today(desk: Desk) -> tuple[PublicRegister, tuple[str, ...]]:
    """Give what is published today, and the organisations whose synthetic labels are left out."""
    with undisturbed():
        held = register_of(desk)
        return public_register(held.without_synthetic(), desk.today), _left_out(held)


def left_out_of(desk: Desk) -> tuple[str, ...]:
    """Name the organisations whose synthetic labels would be left out of what is published."""
    return _left_out(register_of(desk))


def _left_out(register: Register) -> tuple[str, ...]:
    if register.without_synthetic() is register:
        return ()
    names = {label.name for label in register.labels if label.synthetic and label.given}
    return tuple(sorted(names, key=plain_words))

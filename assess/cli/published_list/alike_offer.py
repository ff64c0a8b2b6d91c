"""Organisations that may be one, as commands offer them to somebody who decides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assess.cli.command.output import plain, say, wrapped
from assess.languages import gettext, ngettext
from assess.languages.message import say as spoken

if TYPE_CHECKING:
    from assess.core.register.likeness import Alike

_ALIKE = "assess register alike"
_LINK = "assess register link NAME OTHER --how same"


def say_alike(pairs: Sequence[Alike], count: int) -> None:
    """Offer organisations that may be one."""
    say(
        "\n"
        + gettext(
            "These may be the same organisation ({number}); nothing was merged:", number=count
        )
    )
    for pair in pairs:
        say(
            wrapped(
                f"{pair.country}  {plain(pair.name)} / {plain(pair.other)}: {spoken(pair.why)}",
                5,
                first="  ",
            )
        )
    if count > len(pairs):
        more = ngettext("{count} more", "{count} more", count - len(pairs))
        say(f"  ... {more}: {_ALIKE}")
    say(
        wrapped(
            gettext(
                "If they are the same: {command} (or {different})",
                command=_LINK,
                different="different",
            )
        )
    )

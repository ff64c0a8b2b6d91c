"""What a case is, and how its interview is held, in words."""

from __future__ import annotations

from assess.languages import gettext


def state_words(state: str) -> str:
    """Say how far a case is: `in_progress` or `finished`."""
    return gettext("finished") if state == "finished" else gettext("in progress")


def mode_words(mode: str) -> str:
    """Say how an interview is held: `onsite` or `video`."""
    return gettext("video") if mode == "video" else gettext("on site")

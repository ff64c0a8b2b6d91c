"""What a case is, and how its interview is held, in words."""

from __future__ import annotations

from assess.core.case.assessment import Mode, State
from assess.languages import gettext


def state_words(state: State) -> str:
    """Say how far a case is."""
    match state:
        case State.IN_PROGRESS:
            return gettext("in progress")
        case State.FINISHED:
            return gettext("finished")


def mode_words(mode: Mode) -> str:
    """Say how an interview is held."""
    match mode:
        case "onsite":
            return gettext("on site")
        case "video":
            return gettext("video")

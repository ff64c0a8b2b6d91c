"""The views of the results: which there are, what heads them, and how each is introduced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, get_args

from rich.cells import cell_len
from textual.content import Content

from assess.core.advice.review import Reviewed
from assess.core.peers.position import PeerComparison
from assess.core.scoring.measure_change import TwoRounds
from assess.languages import gettext, ngettext
from assess.languages.message import say
from assess.tui.advice.changes import CHANGES
from assess.tui.advice.message_view import MESSAGE
from assess.tui.advice.plan_view import PLAN
from assess.tui.advice.reviewed import REVIEWED, SCORES
from assess.workflow import Results

View = Literal["values", "recommendation", "strength", "plan", "message", "rounds"]
VIEWS: tuple[View, ...] = get_args(View)
COLUMNS = {
    "values": SCORES,
    "recommendation": REVIEWED,
    "strength": REVIEWED,
    "plan": PLAN,
    "message": MESSAGE,
    "rounds": CHANGES,
}
NO_PEERS = gettext("No comparison group yet: values are shown without a position among peers.")


def view_names(found: Results, rounds: TwoRounds | None, here: View, width: int) -> Content:
    """Name the views with their digits, the one that is shown in brackets, in lines of a width."""
    names = {
        "values": gettext("Values"),
        "recommendation": gettext("Recommendations"),
        "strength": gettext("Strengths"),
        "plan": gettext("Plan"),
        "message": gettext("Message"),
        "rounds": gettext("Changes"),
    }
    counts = {
        "recommendation": f" ({kept(found.recommendations)})",
        "strength": f" ({kept(found.strengths)})",
        "plan": f" ({sum(line.agreed for line in found.plan)}/{len(found.plan)})",
        "rounds": f" ({len(rounds.changes)})" if rounds else "",
    }
    pieces = []
    for number, view in enumerate(VIEWS if rounds else VIEWS[:-1], 1):
        text = f"{number} {names[view]}{counts.get(view, '')}"
        pieces.append((f"[{text}]", "bold") if view == here else (f" {text} ", "$text-muted"))
    return Content("\n").join(_lines(pieces, width))


def _lines(pieces: Sequence[tuple[str, str]], width: int) -> Iterator[Content]:
    """Put so many pieces in a line as it holds whole."""
    line, used = Content(""), 0
    for text, look in pieces:
        if used and used + cell_len(text) > width:
            yield line
            line, used = Content(""), 0
        line += Content.styled(text, look)
        used += cell_len(text)
    yield line


def kept(reviewed: Sequence[Reviewed]) -> int:
    """Count what is not dropped."""
    return sum(review.state != "dropped" for review in reviewed)


def cards_in_words(reviewed: Sequence[Reviewed]) -> str:
    """Say how many of them have a card, or stand on the summary page."""
    count = kept(reviewed)
    if not reviewed:
        return gettext("None yet. Many rules need a comparison group; + adds an entry of your own.")
    noticed = sum(each.noticed for each in reviewed)
    if noticed:
        return ngettext(
            "The first {first} of {count} has a card, the others have one line each.",
            "The first {first} of {count} have a card, the others have one line each.",
            count,
            first=count - noticed,
        )
    return ngettext(
        "The summary page shows all {count}; it is best to have three to five.",
        "The summary page shows all {count}; it is best to have three to five.",
        count,
    )


def peers_in_words(comparison: PeerComparison) -> str:
    """Name the groups that may be shown; what is invented is called so."""
    shown = [say(group.title) for group in comparison.groups if not group.hidden]
    if not shown:
        return NO_PEERS
    groups = " · ".join(shown)
    if comparison.synthetic:
        return gettext("Synthetic peers: {groups}", groups=groups)
    return gettext("Peers: {groups}", groups=groups)

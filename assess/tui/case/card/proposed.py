"""What is proposed for a question, beside what is there; it counts once it is taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from assess.core.case.history.proposal import Proposal, Stance, stance
from assess.core.case.history.side_by_side import Pair, side_by_side
from assess.core.case.question_state import QuestionState
from assess.core.text.visible import visible
from assess.core.text.words import shortened
from assess.languages import gettext
from assess.languages.message import say
from assess.tui.frame.text import filled, labelled
from assess.tui.widgets.wrapping import hanging, wrapped

SHOWN = 300
"""How many characters of one side of an answer are shown; the answer itself has them all."""

MARK = "┆ "


class Proposed(Widget):
    """The proposals for one question, the one to which the keys apply first."""

    def __init__(self, posed: QuestionState) -> None:
        """Show what is proposed."""
        super().__init__()
        self._posed = posed

    def show(self, posed: QuestionState) -> None:
        """Show what is proposed now."""
        before = (self._posed.proposals, self._posed.answer)
        self._posed = posed
        if (posed.proposals, posed.answer) != before:
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Give how many lines there are."""
        return len(self._lines(width))

    def render(self) -> RenderResult:
        """Draw the proposals."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        inner = width - len(MARK)
        found = [
            line
            for place, proposal in enumerate(self._posed.proposals)
            for line in self._drawn(proposal, inner, is_first=place == 0)
        ]
        return [Content.styled(MARK, "$warning") + line for line in found]

    def _drawn(self, proposal: Proposal, width: int, *, is_first: bool) -> Iterator[Content]:
        posed = self._posed
        pairs = side_by_side(posed.question, posed.answer, proposal, posed.catalogue)
        is_blank = stance(proposal, posed.assessment) is Stance.BLANK
        how = (
            gettext("proposed answer") if is_blank else gettext("differs from the proposed answer")
        )
        yield from wrapped(
            Content.assemble(
                (how, "bold $warning"), (f" · {visible(say(proposal.source))}", "$text-muted")
            ),
            width,
        )
        if is_blank:
            for pair in pairs:
                head = labelled(say(pair.label), "") if pair.label else Content("")
                yield from _told(head, say(pair.there), width)
        else:
            yield from _beside([pair for pair in pairs if pair.differs], width)
        if is_first:
            yield from wrapped(_keys(), width)


def _keys() -> Content:
    """Say which keys take and decline what is proposed."""
    takes = filled(gettext("{key} accepts it"), "$text-muted", key=_key("c"))
    declines = filled(gettext("{key} declines it"), "$text-muted", key=_key("d"))
    typing = f"  · {gettext('while you type, press Esc first')}"
    return Content.assemble(takes, "  ", declines, (typing, "$text-muted"))


def _key(name: str) -> Content:
    return Content.styled(name, "$accent bold")


def _told(head: Content, text: str, width: int) -> Iterator[Content]:
    said = visible(shortened(text, SHOWN)) or "–"
    yield from hanging(head, Content(said), width).split("\n")


def _beside(pairs: Sequence[Pair], width: int) -> Iterator[Content]:
    """Give what is here and what is proposed in two columns, what is too long in lines."""
    column = (width - 2) // 2
    short = [pair for pair in pairs if _fits(pair, column)]
    if short:
        yield _row(_quiet(gettext("here")), _quiet(gettext("proposed")), column)
    for pair in short:
        if pair.label:
            yield from wrapped(_quiet(say(pair.label)), width)
        here, there = visible(say(pair.here)) or "–", visible(say(pair.there)) or "–"
        yield _row(Content(here), Content.styled(there, "bold"), column)
    for pair in pairs:
        if pair not in short:
            if pair.here or not pair.label:
                yield from _told(_quiet(f"{_here(pair)}  "), say(pair.here), width)
            yield from _told(_quiet(f"{_proposed(pair)}  "), say(pair.there), width)


def _here(pair: Pair) -> str:
    return gettext("{part}: here", part=say(pair.label)) if pair.label else gettext("here")


def _proposed(pair: Pair) -> str:
    return gettext("{part}: proposed", part=say(pair.label)) if pair.label else gettext("proposed")


def _fits(pair: Pair, column: int) -> bool:
    return bool(pair.here or not pair.label) and all(
        Content(side).cell_length <= column and "\n" not in side
        for side in (say(pair.here), say(pair.there))
    )


def _quiet(words: str) -> Content:
    return Content.styled(words, "$text-muted")


def _row(left: Content, right: Content, column: int) -> Content:
    return left.truncate(column, ellipsis=True, pad=True) + "  " + right

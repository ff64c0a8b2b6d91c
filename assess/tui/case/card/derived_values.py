"""What follows from the answers of an indicator, a line for each value."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from assess.core.catalogue.answer_status import Status
from assess.core.scoring.score import Score
from assess.languages import gettext
from assess.languages.message import say
from assess.tui.widgets.wrapping import side_by_side, wrapped


class DerivedValues(Widget):
    """Labels on the left and values on the right; a long value has lines of its own."""

    def __init__(self) -> None:
        """Begin without values."""
        super().__init__()
        self._scores: tuple[Score, ...] = ()

    def bind(self, scores: Sequence[Score]) -> None:
        """Show values."""
        if tuple(scores) != self._scores:
            self._scores = tuple(scores)
            self.display = bool(scores)
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Give how many lines the values take."""
        return len(self._lines(width))

    def render(self) -> RenderResult:
        """Draw the values."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        return [line for score in self._scores for line in _drawn(score, width)]


def _drawn(score: Score, width: int) -> list[Content]:
    label = Content.styled(say(score.label), "$text-muted")
    if score.status is Status.NOT_REACHED:
        value = Content.styled("–", "$text-muted")
    elif score.value is None:
        value = Content.styled(
            gettext("no value: {reason}", reason=say(score.reason or score.shown)), "$text-muted"
        )
    else:
        value = Content.styled(say(score.shown), "bold $accent")
    if label.cell_length + 2 + value.cell_length <= width:
        return [side_by_side(label, value, width)]
    own = wrapped(value, width - 2)
    return [*wrapped(label, width), *(side_by_side(Content(""), line, width) for line in own)]

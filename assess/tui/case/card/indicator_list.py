"""The list of areas and indicators, with a sign for how far each one is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import ComposeResult, RenderResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from assess.core.case.assessment import Progress
from assess.languages import gettext
from assess.tui.frame.keys import bound
from assess.tui.widgets.wrapping import with_end

SIGNS = {
    Progress.COMPLETE: ("✓", "$accent"),
    Progress.PART: ("◐", ""),
    Progress.OPEN: ("·", "$text-muted"),
    Progress.FLAGGED: ("⚑", "bold $warning"),
    Progress.UNFINISHED: ("!", "bold $warning"),
}
"""How progress is shown: a sign, and a colour that says the same again."""


class Listed(NamedTuple):
    """An indicator in the list."""

    number: int
    title: str
    progress: Progress

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to ask."""
        return self.progress is Progress.COMPLETE


class Section(NamedTuple):
    """An area in the list with its indicators."""

    letter: str
    title: str
    indicators: tuple[Listed, ...]

    @property
    def progress(self) -> Progress:
        """How far the area is as a whole."""
        kinds = {indicator.progress for indicator in self.indicators}
        if kinds == {Progress.COMPLETE}:
            return Progress.COMPLETE
        for urgent in (Progress.UNFINISHED, Progress.FLAGGED):
            if urgent in kinds:
                return urgent
        return Progress.OPEN if kinds == {Progress.OPEN} else Progress.PART


class IndicatorRows(Widget, can_focus=True):
    """The rows themselves; only the area under the cursor is unfolded."""

    BINDINGS = [
        bound("up", "move(-1)"),
        bound("down", "move(1)"),
        bound("left", "leap(-1)", gettext("Area before")),
        bound("page_up", "leap(-1)", gettext("Area before")),
        bound("right", "leap(1)", gettext("Area after")),
        bound("page_down", "leap(1)", gettext("Area after")),
        bound("open", "choose"),
        bound("mark", "choose"),
    ]

    class Chosen(Message):
        """An indicator was chosen."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._sections: Sequence[Section] = ()
        self._here = 1
        self._cursor = 1

    def bind(self, sections: Sequence[Section], here: int) -> None:
        """Show how far the indicators are, and at which one the interview is."""
        if (sections, here) == (self._sections, self._here):
            return
        moved = here != self._here or not self._sections
        self._sections, self._here = sections, here
        if moved and not self.has_focus:
            self._cursor = here
        self.refresh(layout=moved)

    def on_focus(self) -> None:
        """Begin at the indicator of the card."""
        self._go(self._here)

    def on_blur(self) -> None:
        """Fold back to the indicator of the card."""
        self._go(self._here)

    def on_click(self, event: Click) -> None:
        """Open what was clicked."""
        number = event.style.meta.get("indicator")
        if isinstance(number, int):
            self.post_message(self.Chosen(number))

    def action_move(self, by: int) -> None:
        """Move the cursor by an indicator."""
        numbers = [
            indicator.number for section in self._sections for indicator in section.indicators
        ]
        at = max(0, min(len(numbers) - 1, numbers.index(self._cursor) + by))
        self._go(numbers[at])

    def action_leap(self, by: int) -> None:
        """Move the cursor by an area."""
        at = next(
            at
            for at, section in enumerate(self._sections)
            if any(indicator.number == self._cursor for indicator in section.indicators)
        )
        section = self._sections[max(0, min(len(self._sections) - 1, at + by))]
        self._go(section.indicators[0].number)

    def action_choose(self) -> None:
        """Open the indicator under the cursor."""
        self.post_message(self.Chosen(self._cursor))

    def _go(self, number: int) -> None:
        self._cursor = number
        self.refresh(layout=True)
        if isinstance(self.parent, VerticalScroll):
            self.call_after_refresh(self._keep_in_sight, self.parent)

    def _keep_in_sight(self, pane: VerticalScroll) -> None:
        line = 0
        width = self.content_size.width
        for section, number in self._shown():
            height = self._drawn(section, number, width).plain.count("\n") + 1
            if number == self._cursor:
                pane.scroll_to_region(Region(0, line, 1, height), animate=False)
            line += height

    def _shown(self) -> list[tuple[Section, int | None]]:
        rows: list[tuple[Section, int | None]] = []
        for section in self._sections:
            rows.append((section, None))
            if any(indicator.number == self._cursor for indicator in section.indicators):
                rows += [(section, indicator.number) for indicator in section.indicators]
        return rows

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Give how many lines the rows take; a title that is too long goes on below."""
        return self._all(width).plain.count("\n") + 1

    def render(self) -> RenderResult:
        """Draw the rows."""
        return self._all(self.content_size.width)

    def _all(self, width: int) -> Content:
        return Content("\n").join(
            self._drawn(section, number, width) for section, number in self._shown()
        )

    def _drawn(self, section: Section, number: int | None, width: int) -> Content:
        if number is None:
            return self._area(section, width)
        return self._row(section, number, width)

    def _area(self, section: Section, width: int) -> Content:
        done = sum(indicator.is_complete for indicator in section.indicators)
        sign, style = SIGNS[section.progress]
        is_here = any(indicator.number == self._here for indicator in section.indicators)
        look = "bold" if is_here else ""
        right = Content.assemble(
            (f"{done}/{len(section.indicators)} ", "$text-muted"), (sign, style)
        )
        meta = Style.from_meta({"indicator": section.indicators[0].number})
        head = Content.styled(f"{section.letter}  ", look)
        return with_end(head, Content.styled(section.title, look), right, width).stylize(meta)

    def _row(self, section: Section, number: int, width: int) -> Content:
        indicator = next(
            indicator for indicator in section.indicators if indicator.number == number
        )
        sign, style = SIGNS[indicator.progress]
        is_here = number == self._here
        is_cursor = self.has_focus and number == self._cursor
        mark = "▸" if is_cursor or (is_here and not self.has_focus) else " "
        look = "bold underline" if is_cursor else "bold $accent" if is_here else ""
        head = Content.styled(f"{mark}{number:>3} ", "$accent" if mark != " " else "$text-muted")
        title = Content.styled(indicator.title, look)
        drawn = with_end(head, title, Content.styled(sign, style), width)
        return drawn.stylize(Style.from_meta({"indicator": number}))


class IndicatorList(VerticalScroll, can_focus=False):
    """The pane of areas and indicators."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(id="areas")
        self.rows = IndicatorRows()

    def compose(self) -> ComposeResult:
        """Lay out the rows."""
        yield self.rows

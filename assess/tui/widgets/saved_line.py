"""The line that says when the last thing was saved; trust is the point."""

from __future__ import annotations

from datetime import datetime

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from assess.core.text.visible import visible
from assess.languages import gettext
from assess.tui.frame.text import whole_clauses
from assess.tui.widgets.wrapping import hanging, side_by_side


class SavedLine(Widget):
    """Saved time and the catalogue's notice; above them what an answer made doubtful."""

    def __init__(self) -> None:
        """Begin with nothing saved."""
        super().__init__()
        self._saved_at: datetime | None = None
        self._notice = ""
        self._doubt = ""
        self._failure = ""
        self._said, self._mark = "", ""
        self._beside = ""

    def bind(self, saved_at: datetime | None, notice: str) -> None:
        """Show when something was saved last."""
        if saved_at != self._saved_at and self._failure:
            self._failure = ""
            self.refresh(layout=True)
        if (saved_at, notice) != (self._saved_at, self._notice):
            self._saved_at, self._notice = saved_at, notice
            self.refresh()

    def doubt(self, text: str) -> None:
        """Say which other answers should be looked at; nothing for an empty text."""
        if text != self._doubt:
            self._doubt = text
            self.refresh(layout=True)

    def say(self, text: str, mark: str = "↶") -> None:
        """Say what was just done, behind a mark; nothing for an empty text."""
        if (text, mark) != (self._said, self._mark):
            self._said, self._mark = text, mark
            self.refresh(layout=True)

    def say_beside(self, text: str) -> None:
        """Say who else is there; nothing for an empty text."""
        if text != self._beside:
            self._beside = text
            self.refresh(layout=True)

    def fail(self, text: str) -> None:
        """Say that something could not be saved."""
        self._failure = text
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Give how many lines there are to say."""
        return self._lines(width).plain.count("\n") + 1

    def render(self) -> RenderResult:
        """Draw the lines."""
        return self._lines(self.content_size.width)

    def _lines(self, width: int) -> Content:
        if self._failure:
            saved = Content.styled(gettext("NOT saved"), "bold $warning")
        elif self._saved_at is None:
            saved = Content.styled(gettext("all saved"), "$text-muted")
        else:
            saved = Content.styled(
                gettext("saved {time}", time=f"{self._saved_at.astimezone():%H:%M:%S}"),
                "bold $accent",
            )
        room = max(0, width - saved.cell_length - 2)
        notice = Content.styled(whole_clauses(self._notice, room), "$text-muted")
        last = side_by_side(saved, notice, width)
        told = [
            hanging("! ", Content.styled(visible(text), "$warning"), width)
            for text in (self._failure, self._doubt)
            if text
        ]
        told += [
            hanging(head, Content.styled(visible(text), "$text-muted"), width)
            for head, text in (("• ", self._beside), (f"{self._mark} ", self._said))
            if text
        ]
        return Content("\n").join([*told, last])

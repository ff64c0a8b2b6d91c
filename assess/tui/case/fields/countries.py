"""The field of countries: search as you type, the chosen ones as a list."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from assess.core.case.answer import AnswerValue
from assess.core.case.question_state import QuestionState
from assess.core.case.reading.outcome import Reading
from assess.core.case.search import countries_like
from assess.core.text.country import Country
from assess.core.text.visible import visible
from assess.languages import gettext
from assess.languages.message import asked, say
from assess.tui.case.fields.field import Field
from assess.tui.frame.keys import bound
from assess.tui.widgets.text_input import Line

SHOWN = 5
"""How many countries that match are shown."""


class Search(Line):
    """A line to search in; Backspace in the empty line is told."""

    class Emptied(Message):
        """Backspace was pressed, and there was nothing to delete."""

    def action_delete_left(self) -> None:
        """Delete the character to the left."""
        if self.value:
            super().action_delete_left()
        else:
            self.post_message(self.Emptied())


class CountriesField(Field):
    """Any number of countries; none at all is an answer too."""

    BINDINGS = [
        bound("up", "move(-1)", gettext("Country above")),
        bound("down", "move(1)", gettext("Country below")),
    ]

    def __init__(self, posed: QuestionState) -> None:
        """Show a question as it stands."""
        super().__init__(posed)
        self._line = Search(posed.draft or "", placeholder=gettext("type to search; 0 for none"))
        self._matches = Static(classes="matches", markup=False)
        self._chosen = Static(classes="chosen", markup=False)
        self._found: tuple[Country, ...] = ()
        self._cursor = 0
        self._told = self.text
        self._show_chosen()
        self._search()

    def compose(self) -> ComposeResult:
        """Lay out chosen countries, search and matches."""
        yield self._chosen
        yield self._line
        yield self._matches

    @property
    def entrance(self) -> Search:
        """Where the focus goes first."""
        return self._line

    @property
    def text(self) -> str:
        """What is being searched for."""
        return self._line.value if self._line.value.strip() else ""

    def meaning(self) -> Reading:
        """A country that is only searched for is none yet."""
        if self._found or self.text.strip() == "0":
            return Reading(fault=gettext("not chosen yet: Enter chooses the country"))
        return Reading(
            fault=gettext("no country is called {text}", text=repr(self.text.strip()[:40]))
        )

    def show(self, posed: QuestionState) -> None:
        """Show the question as it stands now."""
        self.posed = posed
        self._show_chosen()

    def pending(self, *, is_confirmed: bool = False) -> Field.Misread | None:
        """Give what is searched for and not chosen yet."""
        if not self.text:
            return None
        return self.Misread(self.posed.name, self.text, say(self.meaning().fault or ""))

    def action_move(self, by: int) -> None:
        """Move among the matches."""
        self._cursor = max(0, min(len(self._found) - 1, self._cursor + by))
        self._show_matches()

    def enter(self) -> bool:
        """Take the country that is searched for."""
        if self.text.strip() == "0":
            self._give([])
        elif self._found:
            code = self._found[self._cursor].code
            self._give([*self._codes, code] if code not in self._codes else self._codes)
        else:
            return False
        return True

    @property
    def _codes(self) -> list[AnswerValue]:
        return self.posed.value if isinstance(self.posed.value, list) else []

    @on(Search.Changed)
    def _typed(self, event: Search.Changed) -> None:
        event.stop()
        self._search()
        self.told_typing()

    @on(Search.Emptied)
    def _took_back(self, event: Search.Emptied) -> None:
        event.stop()
        if len(self._codes) > 1:
            self._give(self._codes[:-1])
        elif self.posed.value is not None:
            self.post_message(self.Cleared(self.posed.name))

    def _give(self, codes: list[AnswerValue]) -> None:
        with self.prevent(Search.Changed):
            self._line.value = ""
        self._told, self._is_untold = "", False
        self._search()
        self.post_message(self.Given(self.posed.name, codes, ""))

    def _search(self) -> None:
        typed = self.text.strip()
        self._cursor = 0
        searches = bool(typed) and typed != "0"
        self._found = countries_like(typed, self.posed.catalogue)[:SHOWN] if searches else ()
        self._show_matches()

    def _show_matches(self) -> None:
        lines = [
            Content.styled(f"▸ {asked(country.name)}", "bold $accent")
            if at == self._cursor
            else Content.styled(f"  {asked(country.name)}", "$text-muted")
            for at, country in enumerate(self._found)
        ]
        if self.text.strip() == "0":
            lines = [Content.styled(f"▸ {gettext('no country')}", "bold $accent")]
        self._matches.update(Content("\n").join(lines))
        self._matches.display = bool(lines)

    def _show_chosen(self) -> None:
        names = [asked(self.posed.catalogue.country_name(str(code))) for code in self._codes]
        if names:
            content = Content.styled(visible(" · ".join(names)), "bold $accent")
            how = gettext("Backspace removes the last country")
            content += Content.styled(f"   {how}", "$text-muted")
        else:
            content = Content.styled(gettext("no country"), "bold $accent")
        self._chosen.update(content)
        self._chosen.display = isinstance(self.posed.value, list)

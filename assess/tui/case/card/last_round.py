"""The last round beside the card: what was said then, and whether it is the same now."""

from __future__ import annotations

from typing import NamedTuple

from textual.content import Content

from assess.core.text.visible import visible
from assess.languages import gettext
from assess.tui.widgets.side_pane import SideSection


class LastSaid(NamedTuple):
    """What was said to a question in the last round."""

    year: int
    lines: tuple[str, ...]
    """Empty where it was not answered."""
    standing: str
    """How the answer of this round stands to it, in a word or two."""
    note: str
    key: str
    """What a key would do, or empty."""


class LastRoundSection(SideSection):
    """What was said in the last round to the question at which the interview is."""

    _said: LastSaid | None = None

    def bind(self, said: LastSaid | None) -> None:
        """Show what was said; nothing where there was no last round."""
        if said == self._said:
            return
        self._said = said
        if said is None:
            self.show()
            return
        lines = [Content(visible(line)) for line in said.lines]
        if said.standing:
            lines.append(Content.styled(said.standing, "bold"))
        if said.note:
            lines.append(
                Content.styled(
                    gettext("note in the last round: {note}", note=visible(said.note)),
                    "$text-muted",
                )
            )
        if said.key:
            lines.append(Content.styled(said.key, "$accent"))
        self.show((gettext("Last round {year}", year=said.year), Content("\n").join(lines)))

"""What is typed into a form, on the disk before a second has passed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from textual.screen import Screen
from textual.timer import Timer

from assess.languages import gettext
from assess.tui.frame.host import host
from assess.workflow.case.interview import form_drafts

KEEP_AFTER = 0.4
"""Seconds from the first key to the disk; what is typed in between is kept with it."""

OFFERED = gettext("This is what you typed before but did not save. Ctrl+R begins again.")


class KeptForm:
    """Keeps the lines of a form that differ from how it began, and gives them back."""

    def __init__(
        self,
        screen: Screen[Any],
        form: str,
        case_id: str | None,
        values: Callable[[], Mapping[str, str]],
    ) -> None:
        """Keep the form of a screen under a name; without a name nothing is kept."""
        self._screen = screen
        self._form = form
        self._case_id = case_id
        self._values = values
        self._begun: dict[str, str] = {}
        self._timer: Timer | None = None
        self._on_disk: dict[str, str] = {}

    def begin(self, begun: Mapping[str, str]) -> dict[str, str]:
        """Take how the form begins; give what was typed before and never saved."""
        self._begun = dict(begun)
        if self._form:
            self._on_disk = form_drafts.kept_form(
                host(self._screen).desk, self._form, self._case_id
            )
        return dict(self._on_disk)

    @property
    def is_offered(self) -> bool:
        """Whether something typed and not saved is kept."""
        return bool(self._on_disk)

    @property
    def is_as_offered(self) -> bool:
        """Whether exactly what is kept stands in the form."""
        return self.is_offered and self._typed_texts() == self._on_disk

    def _typed_texts(self) -> dict[str, str]:
        return {
            key: text for key, text in self._values().items() if text != self._begun.get(key, "")
        }

    def typed(self) -> None:
        """Keep what is typed, soon."""
        if self._form and self._timer is None:
            self._timer = self._screen.set_timer(KEEP_AFTER, self.flush)

    def flush(self) -> None:
        """Keep what is typed, now."""
        self._stop()
        if not self._form:
            return
        texts = self._typed_texts()
        if texts == self._on_disk:
            return
        if not texts:
            self.drop()
            return
        desk = host(self._screen).desk
        self._on_disk = texts
        host(self._screen).attempt(
            lambda: form_drafts.keep_form(desk, self._form, texts, self._case_id),
        )

    def drop(self) -> None:
        """Forget what was typed, because it was saved or taken back."""
        self._stop()
        if self._form and self._on_disk:
            self._on_disk = {}
            desk = host(self._screen).desk
            host(self._screen).attempt(
                lambda: form_drafts.drop_form(desk, self._form, self._case_id)
            )

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

"""A screen over another one, which gives its result once."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

Given = TypeVar("Given")


class Dialog(ModalScreen[Given]):
    """A dialog; a second Enter that comes before it is gone must not close what lies below it."""

    def dismiss(self, result: Given | None = None) -> AwaitComplete:
        """Give the result and go, unless that was done already."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

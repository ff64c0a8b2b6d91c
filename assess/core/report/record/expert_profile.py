"""The expert's own profile: the organisation and contact that each of their reports names."""

from __future__ import annotations

from pydantic import Field

from assess.core.text.value import Said, Value


class ExpertProfile(Value):
    """Who hands reports over, by the expert's own settings."""

    name: Said | None = None
    """The expert it is of; none: whoever works with this program."""
    organisation: Said
    contact: tuple[Said, ...] = Field(default=(), max_length=6)
    """Lines: an address, a telephone number, an address for mail."""
    next_steps: Said | None = None
    """What the reader is asked to do next, where it is not what each report says."""

    def is_of(self, expert: str) -> bool:
        """Tell whether it is the profile of an expert, by the name in a case."""
        return self.name is None or self.name.casefold() == expert.casefold()

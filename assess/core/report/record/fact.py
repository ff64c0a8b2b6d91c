"""Facts: the smallest thing that a report says, a text with a name."""

from __future__ import annotations

from assess.core.text.value import Value


class Fact(Value):
    """Something with a name."""

    label: str
    text: str

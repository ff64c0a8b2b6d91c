"""Where an interview is."""

from __future__ import annotations

from dataclasses import dataclass

from assess.core.catalogue.indicator import Indicator


@dataclass
class CurrentPlace:
    """The indicator and the question at which an interview is; the parts of it share one."""

    indicator: Indicator | None = None
    """The indicator whose card is laid."""
    question: str | None = None
    """The question to which single keys apply."""

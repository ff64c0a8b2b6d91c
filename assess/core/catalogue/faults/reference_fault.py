"""Faults of references: names of questions, parts and measures that lead nowhere."""

from __future__ import annotations

from typing import NamedTuple

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.message import CatalogueMessage
from assess.core.text.message import Message, message


class Fault(NamedTuple):
    """What is wrong in a catalogue, and where."""

    owner: str
    """The id of the indicator, or the name of the file."""
    place: str
    """The field, as the file writes it; empty for the file as a whole."""
    text: Message


def no_question(name: str) -> Message:
    """Say that there is no question of a name."""
    return message(CatalogueMessage.NO_QUESTION, question=repr(name))


def no_indicator(identifier: str) -> Message:
    """Say that there is no indicator of an id."""
    return message(CatalogueMessage.NO_INDICATOR, indicator=repr(identifier))


def no_measure(indicator: str, name: str) -> Message:
    """Say that an indicator has no measure of a name."""
    return message(
        CatalogueMessage.NO_MEASURE_OF_INDICATOR, indicator=indicator, measure=repr(name)
    )


def no_parts(question: str) -> Message:
    """Say that a question has no parts."""
    return message(CatalogueMessage.NO_PARTS, question=repr(question))


def reference_fault(reference: str, indicator: Indicator, catalogue: Catalogue) -> Message | None:
    """Say why there is nothing under a reference, as measures make it; None: there is."""
    owner, colon, name = reference.partition(":")
    if colon:
        known = {candidate.id: candidate for candidate in catalogue.indicators}
        if owner not in known:
            return no_indicator(owner)
        if name not in {measure.name for measure in known[owner].measures}:
            return no_measure(owner, name)
        return None
    name, dot, part = reference.partition(".")
    question = catalogue.questions.get(name)
    if question is None:
        if not dot and reference in {measure.name for measure in indicator.measures}:
            return None
        return message(CatalogueMessage.NO_QUESTION_AND_NO_MEASURE, name=repr(name))
    if dot and not question.part_names:
        return no_parts(name)
    if dot and part not in (*question.part_names, "*"):
        return message(CatalogueMessage.NO_PART, question=repr(name), part=repr(part))
    return None


def measure_fault(named: str, indicator: Indicator, catalogue: Catalogue) -> Message | None:
    """Say why there is no measure, here or of another indicator, under a name."""
    owner, colon, name = named.partition(":")
    home = indicator
    if colon:
        found = next(
            (candidate for candidate in catalogue.indicators if candidate.id == owner), None
        )
        if found is None:
            return no_indicator(owner)
        home = found
    else:
        name = owner
    base, dot, part = name.partition(".")
    measure = next((candidate for candidate in home.measures if candidate.name == base), None)
    if measure is None or (dot and reference_fault(f"{base}.{part}", home, catalogue)):
        return no_measure(home.id, name)
    return None


def at_place(table: str, name: str, *fields: str) -> str:
    """Name a place in a file of the catalogue: its table, the name in it, and a field."""
    return ".".join((f"{table} {name}", *fields))

"""What a catalogue that can be used still lacks: to be read aloud, listed, drawn and advised on.

A catalogue of one's own may be as it is; the one that ships has nothing of this.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.condition import Trigger
from assess.core.catalogue.faults.reference_fault import Fault, at_place
from assess.core.catalogue.indicator import Indicator, Module
from assess.core.catalogue.measure import PartsMeasure
from assess.core.catalogue.message import CatalogueWarning
from assess.core.catalogue.question import Question
from assess.core.text.message import message, series
from assess.core.text.value import Wording

LONGEST_TITLE = 55
"""Characters of a question's title, which stands in tables and charts."""

_PLACE = re.compile(r"\{[^{}]*\}?")
_LEVEL = re.compile(r"(?i)\b(gold|silver|esca)\b")


def warnings(catalogue: Catalogue) -> Iterator[Fault]:
    """Give everything that the catalogue lacks and can be used without."""
    titles: dict[str, str] = {}
    for indicator in catalogue.asked:
        if not isinstance(indicator, Module):
            yield from _documented(indicator)
        for question in indicator.questions:
            yield from _asked(indicator, question, titles)
            yield from _repeated(indicator, question)
        yield from _parts(indicator)
        yield from _units(indicator, catalogue.edition.units)
        yield from _advice(indicator)


def _documented(indicator: Indicator) -> Iterator[Fault]:
    if indicator.guidance is None:
        yield Fault(indicator.id, "guidance", message(CatalogueWarning.NO_GUIDANCE))
    if not indicator.source and indicator.evidence != "proposed":
        text = message(CatalogueWarning.NO_SOURCE, proposed='"proposed"')
        yield Fault(indicator.id, "source", text)
    if not indicator.recommendations:
        yield Fault(indicator.id, "recommendation", message(CatalogueWarning.NO_RECOMMENDATION))


def _asked(indicator: Indicator, question: Question, titles: dict[str, str]) -> Iterator[Fault]:
    place = at_place("question", question.name)
    if question.short is None:
        text = message(CatalogueWarning.NO_SHORT_TITLE)
        yield Fault(indicator.id, f"{place}.short", text)
    else:
        if len(question.short.english) > LONGEST_TITLE:
            text = message(CatalogueWarning.LONG_TITLE, count=LONGEST_TITLE)
            yield Fault(indicator.id, f"{place}.short", text)
        other = titles.setdefault(question.short.english.casefold(), question.name)
        if other != question.name:
            text = message(CatalogueWarning.TITLE_TAKEN, question=repr(other))
            yield Fault(indicator.id, f"{place}.short", text)
    if not question.label.english.endswith(("?", ".")):
        text = message(CatalogueWarning.LABEL_IS_NO_SENTENCE)
        yield Fault(indicator.id, f"{place}.label", text)
    if question.guidance_hint is None:
        text = message(CatalogueWarning.NO_HINT_FOR_EXPERT)
        yield Fault(indicator.id, f"{place}.guidance_hint", text)


def _repeated(indicator: Indicator, question: Question) -> Iterator[Fault]:
    """Find choices, parts and anchors that nobody can tell apart."""
    anchors: Sequence[Wording] = getattr(question, "anchors", ())
    for what, wordings in (
        ("anchors", anchors),
        ("choices", [choice.label for choice in getattr(question, "choices", ())]),
        ("parts", [part.label for part in getattr(question, "parts", ())]),
    ):
        counted = Counter(wording.english.casefold() for wording in wordings)
        for english in (english for english, count in counted.items() if count > 1):
            text = message(CatalogueWarning.TEXT_REPEATED, text=repr(english))
            yield Fault(indicator.id, at_place("question", question.name, what), text)


def _parts(indicator: Indicator) -> Iterator[Fault]:
    """Find questions of parts that no measure shows; those of a module are never measured."""
    measured = {measure.of for measure in indicator.measures if isinstance(measure, PartsMeasure)}
    for question in () if isinstance(indicator, Module) else indicator.questions:
        if question.part_names and question.name not in measured:
            text = message(CatalogueWarning.PARTS_NOT_MEASURED)
            yield Fault(indicator.id, at_place("question", question.name), text)


def _units(indicator: Indicator, known: Sequence[str]) -> Iterator[Fault]:
    questions = ((at_place("question", each.name, "unit"), each) for each in indicator.questions)
    measures = ((at_place("measure", each.name, "unit"), each) for each in indicator.measures)
    for place, bearer in (*questions, *measures):
        unit = getattr(bearer, "unit", "")
        if known and unit and unit not in known:
            text = message(
                CatalogueWarning.UNIT_UNKNOWN, unit=repr(str(unit)), units=series(known, "comma")
            )
            yield Fault(indicator.id, place, text)


def _advice(indicator: Indicator) -> Iterator[Fault]:
    for rule in indicator.recommendations:
        place = at_place("recommendation", rule.id)
        yield from _filled(indicator.id, f"{place}.finding", rule.finding, rule.when)
        for field in ("meaning", "action", "first_step"):
            yield from _filled(indicator.id, f"{place}.{field}", getattr(rule, field), ())
    for strength in indicator.strengths:
        place = at_place("strength", strength.id, "text")
        yield from _filled(indicator.id, place, strength.text, strength.when)


def _filled(owner: str, place: str, wording: Wording, when: Sequence[Trigger]) -> Iterator[Fault]:
    """Find what no value is put at, and levels of the label; `when` is what gives the values."""
    of_measure = any(trigger.measure is not None for trigger in when)
    offered = dict.fromkeys(("{value}", "{before}", "{peers}"), of_measure)
    offered["{missing}"] = any(trigger.missing for trigger in when)
    for found in _PLACE.findall(wording.english):
        if not when or found not in offered:
            places = series([*offered], "comma")
            text = message(CatalogueWarning.NO_PLACE, place=found, places=places)
            yield Fault(owner, place, text)
        elif not offered[found]:
            yield Fault(owner, place, message(CatalogueWarning.PLACE_STAYS_EMPTY, place=found))
    for word in _LEVEL.findall(wording.english):
        yield Fault(owner, place, message(CatalogueWarning.LABEL_IN_ADVICE, word=repr(word)))

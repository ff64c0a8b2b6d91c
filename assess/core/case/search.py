"""Looking things up by a few typed letters: countries, and what a case asks and holds."""

from __future__ import annotations

from collections.abc import Iterator

from assess.core.case.answer_text import answer_lines
from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.text.country import Country
from assess.core.text.message import Say
from assess.core.text.name import finds, search_fold, searchable
from assess.core.text.value import Value

_BEGINS, _HOLDS, _OWN = 2, 4, 5
"""Ranks of a country: a name of it begins so, holds it, or begins so in a language of its own."""


class SearchHit(Value):
    """A place in a case where the words that were looked for stand."""

    number: int
    question: str
    where: str
    """`question`, `hint`, `guidance`, `answer` or `note`."""
    text: str


def countries_like(text: str, catalogue: Catalogue) -> tuple[Country, ...]:
    """Give the countries that a typed text can mean, the likeliest first; all for no text."""
    wanted = search_fold(text)
    ranked = (
        (rank, place, country)
        for place, country in enumerate(catalogue.countries)
        if (rank := _rank(wanted, country)) is not None
    )
    return tuple(country for _, _, country in sorted(ranked, key=lambda entry: entry[:2]))


def country_meant(text: str, catalogue: Catalogue) -> Country | None:
    """Give the one country that a code, a name or a clear part of one means; None if there is none.

    `Congo` is no clear part: two countries begin so. What is clear among the English names stays
    so, whatever begins alike in other languages.
    """
    wanted = search_fold(text)
    exact = catalogue.countries_called.get(wanted) or catalogue.countries_at_home.get(wanted, ())
    if exact or not wanted:
        return exact[0] if len(exact) == 1 else None
    ranked = [(_rank(wanted, country), country) for country in catalogue.countries]
    found = [(rank, country) for rank, country in ranked if rank is not None]
    for worst in (_BEGINS, _HOLDS, _OWN):
        narrowed = [country for rank, country in found if rank <= worst]
        if narrowed:
            return narrowed[0] if len(narrowed) == 1 else None
    return None


def _rank(wanted: str, country: Country) -> int | None:
    names = country.names
    if wanted in country.codes or wanted in names or wanted in country.own_names:
        return 0
    if names[0].startswith(wanted):
        return 1
    if any(name.startswith(wanted) for name in names):
        return _BEGINS
    if any(word.startswith(wanted) for name in names for word in name.split()):
        return 3
    if any(wanted in name for name in names):
        return _HOLDS
    return _OWN if any(name.startswith(wanted) for name in country.own_names) else None


def find_in_case(
    text: str,
    assessment: Assessment,
    catalogue: Catalogue,
    say: Say,
    most: int = 200,
    *,
    is_shared: bool = False,
) -> tuple[SearchHit, ...]:
    """Give the questions, hints, guidance, answers and notes in which every typed word stands.

    While others look at the screen (`is_shared`), guidance and notes are left out.
    What is looked through are the words that `say` gives, in the language of whoever searches.
    """
    found: list[SearchHit] = []
    if not search_fold(text):
        return ()
    for hit in _everything(assessment, catalogue, say):
        if is_shared and hit.where in ("guidance", "note"):
            continue
        if finds(text, searchable((str(hit.number), hit.question, hit.text))):
            found.append(hit)
            if len(found) >= most:
                break
    return tuple(found)


def _everything(assessment: Assessment, catalogue: Catalogue, say: Say) -> Iterator[SearchHit]:
    for indicator in catalogue.asked:
        for question in indicator.questions:
            answer = assessment.answer(question.name)
            said = " · ".join(
                say(line.whole) for line in answer_lines(question, answer.value, catalogue)
            )
            texts = {
                "question": f"{say(indicator.title)} – {say(question.label)}",
                "hint": say(question.hint) if question.hint else "",
                "guidance": say(question.guidance_hint) if question.guidance_hint else "",
                "answer": said,
                "note": " · ".join(filter(None, (answer.note, answer.reason))),
            }
            for where, held in texts.items():
                if held:
                    yield SearchHit(
                        number=indicator.number, question=question.name, where=where, text=held
                    )

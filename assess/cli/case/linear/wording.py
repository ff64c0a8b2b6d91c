"""How a question, its form and what the case holds on it are said in plain lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from assess.cli.case.linear.entry.part_reader import level_in_words
from assess.cli.case.linear.listener import as_typed
from assess.core.case.answer_text import in_words
from assess.core.case.assessment import Progress
from assess.core.case.history.last_round import Since, since
from assess.core.case.history.proposal import Proposal
from assess.core.case.history.side_by_side import side_by_side
from assess.core.case.message import CaseMessage
from assess.core.case.reading.question_parts import kept_texts
from assess.core.case.value_form import Finding
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.question import (
    CountsQuestion,
    DecimalQuestion,
    GridQuestion,
    IntegerQuestion,
    MonthQuestion,
    Question,
    ScaleQuestion,
    SelectMultipleQuestion,
    SelectOneQuestion,
    SharesQuestion,
    StoriesQuestion,
    UrlQuestion,
    YesPartlyNoQuestion,
)
from assess.core.peers.position import PeerComparison
from assess.core.peers.position_text import position_sentence
from assess.core.scoring.score import Score
from assess.core.text.message import Message, message
from assess.core.text.words import sentence
from assess.languages import gettext, ngettext, pgettext, spoken_language
from assess.languages.message import asked as asked_text
from assess.languages.message import say
from assess.languages.speech import with_label
from assess.workflow.case.interview.session import Session
from assess.workflow.case.proposing import proposals


def progress_text(progress: Progress) -> str:
    """Say how far an indicator is."""
    match progress:
        case Progress.COMPLETE:
            return pgettext("indicator", "complete")
        case Progress.PART:
            return pgettext("indicator", "begun")
        case Progress.OPEN:
            return pgettext("indicator", "open")
        case Progress.FLAGGED:
            return pgettext("indicator", "marked for later")
        case Progress.UNFINISHED:
            return pgettext("indicator", "typed, but not an answer yet")


def place(name: str, catalogue: Catalogue) -> str:
    """Give the number of a question: 14.2 is the second of indicator 14."""
    indicator = catalogue.indicator_of(name)
    names = [question.name for question in indicator.questions]
    return f"{indicator.number}.{names.index(name) + 1}"


def named(name: str, catalogue: Catalogue) -> str:
    """Give the number of a question and how it is called; one of another edition by its name."""
    if name not in catalogue.questions:
        return name
    return f"{place(name, catalogue)} {say(catalogue.questions[name].title)}"


def heading(indicator: Indicator, catalogue: Catalogue) -> Iterator[str]:
    """Say which indicator begins."""
    area = catalogue.area(indicator.area)
    if indicator in catalogue.modules:
        yield gettext(
            "Module {number}, beside the {last} indicators: {title}",
            number=indicator.number,
            last=len(catalogue.indicators),
            title=asked_text(indicator.title),
        )
        yield asked_text(indicator.why)
        return
    yield gettext(
        "Indicator {number} of {last}, area {letter}: {title}",
        number=indicator.number,
        last=len(catalogue.indicators),
        letter=area.letter,
        title=asked_text(indicator.title),
    )
    yield asked_text(indicator.why)


def asked(session: Session, name: str) -> Iterator[str]:
    """Say what is asked, in which form, and what the case holds on it."""
    question = session.catalogue.questions[name]
    label = asked_text(question.label)
    if not question.required:
        label = gettext("{question} (optional)", question=label)
    yield f"{place(name, session.catalogue)}  {label}"
    if question.hint is not None:
        yield asked_text(question.hint)
    yield from form(question)
    yield from beside(session, name)
    yield from stands(session, name)


def form(question: Question) -> Iterator[str]:
    """Say in which form the answer is given, and the options by number."""
    match question:
        case SelectOneQuestion() | SelectMultipleQuestion():
            yield from _numbered([asked_text(choice.label) for choice in question.choices], 1)
        case ScaleQuestion() | GridQuestion():
            yield from _numbered([asked_text(anchor) for anchor in question.anchors], 0)
        case _:
            pass
    yield _form(question)


def _form(question: Question) -> str:  # noqa: C901, PLR0912  one arm for each type
    match question:
        case IntegerQuestion():
            return gettext("A whole number ({unit}).", unit=asked_text(question.unit))
        case DecimalQuestion():
            return gettext("A number ({unit}).", unit=asked_text(question.unit))
        case MonthQuestion():
            return gettext("A month such as 2009-05, or the year alone.")
        case SelectOneQuestion():
            return gettext("The number of one choice.")
        case SelectMultipleQuestion(choices_from="countries"):
            return gettext(
                "Countries, with commas; 0 for none. +Norway adds a country, -Norway removes it."
            )
        case SelectMultipleQuestion():
            return gettext(
                "The numbers of all choices that apply, with commas; 0 for none. +2 adds "
                "a choice, -2 removes it."
            )
        case ScaleQuestion():
            return gettext("The number of a level.")
        case YesPartlyNoQuestion():
            return gettext("{y} for yes, {p} for partly, {n} for no.", y="y", p="p", n="n")
        case SharesQuestion():
            return ngettext(
                "{count} part in per cent; it makes 100.",
                "{count} parts in per cent, one after the other; together they make 100.",
                len(question.parts),
            )
        case CountsQuestion():
            return ngettext(
                "{count} number ({unit}).",
                "{count} numbers ({unit}), one after the other.",
                len(question.parts),
                unit=asked_text(question.unit),
            )
        case GridQuestion():
            return ngettext(
                "A level for {count} item.",
                "A level for each of {count} items, one after the other; several digits "
                "rate several items at once.",
                len(question.parts),
            )
        case StoriesQuestion():
            return ngettext(
                "Up to {count} story, line by line.",
                "Up to {count} stories, line by line.",
                question.most,
            )
        case UrlQuestion():
            return gettext("The address of a page.")
        case _:
            return gettext(
                "A line of text; {long} begins a text of several lines.", long=as_typed("long")
            )


def _numbered(words: list[str], first: int) -> Iterator[str]:
    for number, text in enumerate(words, start=first):
        yield f"{number:>4}  {text}"


def beside(session: Session, name: str) -> Iterator[str]:
    """Say what was said in the last round, and what is proposed."""
    question = session.catalogue.questions[name]
    last = session.offers.last
    if last is not None and not session.is_shared:
        before = last.answer(name)
        if before.status not in (Status.NOT_REACHED, Status.SKIPPED):
            yield _last_round(
                since(name, session.assessment, last),
                spoken_language().day(last.case.details.interview_date, in_words=True),
                say(in_words(question, before, session.catalogue)),
            )
    for number, proposal in enumerate(proposals_for(name, session), start=1):
        which = f" {number}" if number > 1 else ""
        yield gettext(
            "Proposed answer: {answer}, from {source}. {take} accepts it, {decline} declines it.",
            answer=proposed_answer(proposal, session),
            source=say(proposal.source),
            take=as_typed(f"take{which}"),
            decline=as_typed(f"decline{which}"),
        )


def _last_round(how: Since, day: str, answer: str) -> str:
    match how:
        case Since.OPEN:
            return gettext(
                "Last round, {day}: {answer} ({same} gives the same answer).",
                day=day,
                answer=answer,
                same=as_typed("same"),
            )
        case Since.UNCHANGED:
            return gettext("Last round, {day}: {answer} (unchanged).", day=day, answer=answer)
        case Since.CHANGED:
            return gettext("Last round, {day}: {answer} (changed).", day=day, answer=answer)
        case Since.NEW:
            return gettext("Last round, {day}: {answer} (new).", day=day, answer=answer)


def proposals_for(name: str, session: Session) -> tuple[Proposal, ...]:
    """Give the proposals for a question that wait for a decision, as the database has them now."""
    return proposals(session.desk, session.assessment).get(name, ())


def proposed_answer(proposal: Proposal, session: Session) -> str:
    """Say what is proposed."""
    question = session.catalogue.questions[proposal.question]
    pairs = side_by_side(
        question,
        session.assessment.answer(proposal.question),
        session.as_shown(proposal),
        session.catalogue,
    )
    return "; ".join(
        with_label(say(pair.label), say(pair.there)) if pair.label else say(pair.there)
        for pair in pairs
        if pair.there
    )


def stands(session: Session, name: str) -> Iterator[str]:
    """Say how a question stands: its answer, what is typed, remarks, what the checks find."""
    answer, question = session.assessment.answer(name), session.catalogue.questions[name]
    said = say(in_words(question, answer, session.catalogue))
    if answer.status is Status.NOT_REACHED:
        yield gettext("No answer yet.")
    elif answer.status is Status.ANSWERED:
        yield gettext("Answer: {answer}.", answer=said)
    else:
        yield gettext("This answer does not count: {answer}.", answer=said)
    if (typed := session.typed.drafts.get(name)) is not None:
        yield gettext(
            "This text was typed before, but it is not an answer yet: {text}",
            text=drafted(question, typed),
        )
    posed = session.posed(question)
    if posed.note_draft:
        yield gettext("This note was typed but not saved yet: {text}", text=posed.note_draft)
    if posed.reason_draft:
        yield gettext("This reason was typed but not saved yet: {text}", text=posed.reason_draft)
    if answer.flag:
        yield gettext("Marked for later.")
    if answer.note and not session.is_shared:
        if answer.for_report is False:
            yield gettext("Private note: {note}", note=answer.note)
        else:
            yield gettext("Note: {note}", note=answer.note)
    if answer.evidence and not session.is_shared:
        yield gettext(
            "Evidence: {number}; {evidence} lists it.",
            number=len(answer.evidence),
            evidence=as_typed("evidence"),
        )
    yield from doubtful(posed.findings, answer.reason)


def not_asked(name: str, why: Message, catalogue: Catalogue) -> str:
    """Say why a question is not asked, away from it."""
    told = message(CaseMessage.PLACE_NOT_ASKED_BECAUSE, place=place(name, catalogue), **why.values)
    return f"{say(told)}."


def drafted(question: Question, draft: str) -> str:
    """Say what was typed and is no answer yet, part by part where it has parts."""
    if isinstance(question, StoriesQuestion):
        try:
            held = json.loads(draft)
        except (ValueError, RecursionError):
            return draft
        titles = [
            str(story.get("title") or gettext("no title"))
            for story in held
            if isinstance(story, dict)
        ]
        return spoken_language().joined(titles, "and") if titles else draft
    if not question.part_names:
        return draft
    labels = {part.name: say(part.label) for part in question.parts}  # type: ignore[union-attr]  # it has parts, as just seen
    texts = kept_texts(draft, question.part_names)
    return "; ".join(
        with_label(labels[name], level_in_words(question, text)) for name, text in texts.items()
    )


def doubtful(findings: Iterable[Finding], reason: str | None) -> Iterator[str]:
    """Say what the checks find in an answer, and why it is right all the same."""
    for finding in findings:
        if finding.kind != "soft":
            yield gettext("This contradicts another answer: {fault}.", fault=say(finding.text))
        elif reason:
            yield gettext(
                "Unusual: {fault}. The reason: {reason}", fault=say(finding.text), reason=reason
            )
        else:
            yield gettext("Please check: {fault}.", fault=say(finding.text))


def among_peers(comparison: PeerComparison, score: Score, *, every: bool) -> Iterator[str]:
    """Say where a value lies among its peers: in the group that counts, or in every one."""
    reference = comparison.reference(score.key)
    standings = comparison.of(score.key) if every else [reference] if reference else []
    for standing in standings:
        if said := position_sentence(standing, score):
            yield say(said)


def results(scores: tuple[Score, ...]) -> Iterator[str]:
    """Say what follows from the answers of an indicator."""
    for score in scores:
        if score.value is not None:
            yield with_label(say(score.label), say(score.shown))
        elif score.status is not Status.NOT_REACHED:
            yield gettext(
                "{measure}: no value ({reason})",
                measure=say(score.label),
                reason=sentence(say(score.reason or score.shown)),
            )
        else:
            yield gettext("{measure}: no value yet", measure=say(score.label))

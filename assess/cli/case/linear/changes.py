"""What has changed, in the words of the screen: the history, and what an answer made doubtful."""

from __future__ import annotations

from collections.abc import Iterator

from assess.cli.case.linear.wording import named
from assess.cli.command.output import moment, plain
from assess.core.case.assessment import Assessment
from assess.core.case.consequence import doubts, rerouted
from assess.core.case.history.change import AnswerChange
from assess.core.case.history.change_text import change_lines
from assess.core.catalogue.catalogue import Catalogue
from assess.languages import gettext
from assess.languages.message import say
from assess.languages.speech import with_label


def consequences(
    name: str, before: Assessment, after: Assessment, catalogue: Catalogue
) -> Iterator[str]:
    """Say what a change of an answer made doubtful, and which questions it hides or brings up."""
    for doubt in doubts(name, after, catalogue):
        yield gettext(
            "Please check {question} again: {finding}.",
            question=named(doubt.question, catalogue),
            finding=say(doubt.finding.text),
        )
    changed = rerouted(before, after, catalogue)
    for other in changed.hidden:
        said = gettext(
            "This question is no longer asked: {question}.", question=named(other, catalogue)
        )
        kept = gettext("Its answer is kept, but it no longer counts.")
        yield f"{said} {kept}" if not after.answer(other).says_nothing else said
    for other in changed.asked:
        said = gettext("This question is now asked: {question}.", question=named(other, catalogue))
        kept = gettext("Its answer counts again.")
        yield f"{said} {kept}" if not after.answer(other).says_nothing else said


def changes(
    found: tuple[AnswerChange, ...],
    catalogue: Catalogue,
    *,
    numbered: bool,
    is_shared: bool = False,
) -> Iterator[str]:
    """Say each change in one line: when, by whom and where, then what of the answer changed.

    While others look on (`is_shared`), notes and evidence are told of, but not said.
    """
    for number, change in enumerate(found, start=1):
        after = change.after
        when = moment(after.at) if after.at is not None else gettext("at an unknown time")
        if after.by:
            when = gettext("{moment}, {person}", moment=when, person=plain(after.by))
        what = named(change.question, catalogue)
        if after.undo:
            what = gettext("{question}, a change undone", question=what)
        which = f"{number}.  " if numbered else ""
        said = "; ".join(map(say, change_lines(change, catalogue, is_shared=is_shared)))
        yield f"{which}{with_label(when, with_label(what, said))}"

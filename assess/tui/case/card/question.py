"""One question on the card: what is asked, the field, and what is to say about the answer."""

from __future__ import annotations

from collections import Counter

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import DescendantFocus
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from assess.core.case.answer import Answer
from assess.core.case.answer_text import in_words
from assess.core.case.question_state import QuestionState
from assess.core.catalogue.answer_status import Status
from assess.core.text.visible import visible
from assess.core.text.words import shortened
from assess.languages import gettext, ngettext
from assess.languages.message import asked, say
from assess.tui.case.card.proposed import Proposed
from assess.tui.case.fields.field import Field
from assess.tui.case.fields.field_for import field_for
from assess.tui.frame.text import day_in_words, labelled
from assess.tui.widgets.revealing import reveal

NOTE_SHOWN = 240
"""How many characters of a note the card shows; the note itself has them all."""


class Question(Vertical):
    """A question that is put, with everything the case holds on it."""

    class Entered(Message):
        """The focus came to a question."""

        def __init__(self, question: str) -> None:
            super().__init__()
            self.question = question

    def __init__(self, posed: QuestionState, *, is_current: bool = False) -> None:
        """Put a question as it stands."""
        classes = ["-current"] if is_current else []
        super().__init__(classes=" ".join([*classes, *(["-not-asked"] * bool(posed.not_asked))]))
        self.posed = posed
        self.fault: str | None = None
        self.field = field_for(posed)
        self._explain_draft()
        said = self._said()
        self._head = Static(self._asked(), classes="asked", markup=False)
        self._foot = Static(Content("\n").join(said), classes="said", markup=False)
        self._foot.display = bool(said)
        self._held_at = ""
        """What stood in the field when Enter stayed here, because it cannot be the answer."""
        self._proposed: Proposed | None = None

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        yield self._head
        yield self.field
        yield self._foot

    def on_mount(self) -> None:
        """Show what is proposed."""
        self._show_proposed()

    @property
    def entrance(self) -> Widget:
        """Where the focus goes first."""
        return self.field.entrance

    @property
    def is_asked(self) -> bool:
        """Whether the routing asks the question."""
        return self.posed.not_asked is None

    def show(self, posed: QuestionState) -> None:
        """Show the question as it stands now."""
        self.posed = posed
        self.field.show(posed)
        if posed.draft is None:
            self.fault = None
        elif self.fault is None and not self.field.has_untold:
            self._explain_draft()
        self._show_rest()

    def show_fault(self, fault: str) -> None:
        """Say what is wrong with what was typed."""
        self.fault = fault
        self._show_rest()

    def step(self, *, by_enter: bool) -> bool:
        """Do what Enter or Tab does in here; tells whether there was something to do."""
        return self.field.enter() if by_enter else self.field.step()

    def holds(self) -> bool:
        """Tell whether what stands in the field cannot be the answer, the first time it is asked.

        Enter then stays here with what is wrong in sight; the next one goes on.
        """
        text = self.field.text
        if not self.fault or not text or text == self._held_at:
            self._held_at = ""
            return False
        self._held_at = text
        self.show_words()
        return True

    def show_words(self) -> None:
        """Bring what is said about the answer into sight, below the field as far as that fits."""
        reveal(self._foot)

    def _explain_draft(self) -> None:
        """Say why what was typed earlier is no answer yet."""
        if self.posed.draft is None or not self.field.text:
            return
        reading = self.field.meaning()
        if reading.value is None:
            self.fault = say(reading.fault) if reading.fault else None
            return
        hard = [
            say(finding.text)
            for finding in self.posed.check(reading.value)
            if finding.kind == "hard"
        ]
        self.fault = "; ".join(hard) or self._offered()

    def _offered(self) -> str:
        """Say that what stands in the field is offered, beside the answer that is there."""
        posed = self.posed
        if posed.answer.status is Status.NOT_REACHED:
            return gettext("typed, but not an answer yet: Enter gives it")
        return gettext(
            "typed, but not an answer yet: Enter replaces {answer}",
            answer=say(in_words(posed.question, posed.answer, posed.catalogue)),
        )

    def _show_rest(self) -> None:
        lines = self._said()
        _update(self._head, self._asked())
        _update(self._foot, Content("\n").join(lines))
        self._foot.display = bool(lines)
        self.field.disabled = not self.is_asked
        self.set_class(not self.is_asked, "-not-asked")
        self._show_proposed()

    def _asked(self) -> Content:
        question, answer = self.posed.question, self.posed.answer
        parts: list[tuple[str, str]] = []
        if answer.flag:
            parts.append((f"⚑ {gettext('for later')}  ", "bold $warning"))
        parts.append((asked(question.label), ""))
        if not question.required:
            parts.append((f"  {gettext('(optional)')}", "$text-muted"))
        if question.hint is not None and self.is_asked:
            parts.append((f"\n{asked(question.hint)}", "$text-muted"))
        return Content.assemble(*parts)

    def _said(self) -> list[Content]:
        posed, answer = self.posed, self.posed.answer
        lines: list[Content] = []
        if posed.not_asked is not None:
            lines.append(Content.styled(f"– {visible(say(posed.not_asked))}", "$text-muted"))
        elif answer.status not in (Status.ANSWERED, Status.NOT_REACHED):
            lines.append(Content.styled(f"– {self._status()}", "bold"))
        if posed.elsewhere is not None:
            lines.append(
                Content.styled(f"! {visible(self._elsewhere(posed.elsewhere))}", "$warning")
            )
        if self.fault and self.is_asked:
            lines.append(Content.styled(f"! {visible(self.fault)}", "$warning"))
        elif self.is_asked:
            lines += [
                Content.styled(f"! {visible(warning)}", "$warning") for warning in self._warnings()
            ]
        lines += [Content.styled(f"? {visible(say(asked))}", "$warning") for asked in posed.asked]
        if answer.evidence:
            lines.append(labelled(gettext("evidence"), _counted(answer)))
        if answer.note:
            note = visible(shortened(answer.note, NOTE_SHOWN))
            is_private = answer.for_report is False
            lines.append(labelled(gettext("private note") if is_private else gettext("note"), note))
        elif answer.note_withheld:
            lines.append(labelled(gettext("note"), gettext("withheld in this copy of the case")))
        if posed.reason_draft and posed.reason_draft != answer.reason:
            reason = visible(shortened(posed.reason_draft, NOTE_SHOWN))
            lines.append(labelled(gettext("reason, typed but not saved yet"), reason))
        if posed.note_draft and posed.note_draft != answer.note:
            note = visible(shortened(posed.note_draft, NOTE_SHOWN))
            lines.append(labelled(gettext("note, typed but not saved yet"), note))
        return lines

    def _warnings(self) -> list[str]:
        soft = [say(finding.text) for finding in self.posed.findings if finding.kind == "soft"]
        hard = [say(finding.text) for finding in self.posed.findings if finding.kind != "soft"]
        if not soft:
            return hard
        unusual = "; ".join(soft)
        if self.posed.answer.reason:
            reason = shortened(self.posed.answer.reason, NOTE_SHOWN)
            said = gettext(
                "{what_is_unusual}, because: {reason}", what_is_unusual=unusual, reason=reason
            )
        else:
            said = gettext(
                "{what_is_unusual}. If it is right, press F4 and write why", what_is_unusual=unusual
            )
        return [*hard, said]

    def _elsewhere(self, other: Answer) -> str:
        said = say(in_words(self.posed.question, other, self.posed.catalogue))
        if other.by:
            return gettext(
                "{who} has answered in another window: {answer}", who=other.by, answer=said
            )
        return gettext("somebody has answered in another window: {answer}", answer=said)

    def _status(self) -> str:
        answer = self.posed.answer
        words = say(self.posed.catalogue.edition.statuses[answer.status.value])
        if answer.follow_up_by is not None:
            words = gettext(
                "{status}, by {day}", status=words, day=day_in_words(answer.follow_up_by)
            )
        if not answer.reason:
            return words
        reason = visible(shortened(answer.reason, 200))
        return gettext("{status}: {reason}", status=words, reason=reason)

    def _show_proposed(self) -> None:
        """Show what is proposed, beside what is there."""
        if self._proposed is not None:
            self._proposed.show(self.posed)
            self._proposed.display = bool(self.posed.proposals)
        elif self.posed.proposals:
            self._proposed = Proposed(self.posed)
            self.mount(self._proposed, after=self._head)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Tell where the interview is."""
        self.post_message(self.Entered(self.posed.name))

    def on_field_typed(self, event: Field.Typed) -> None:
        """Say no longer what was wrong before."""
        if self.fault:
            self.fault = None
            self._show_rest()


def _counted(answer: Answer) -> str:
    """Count the links and files that back an answer."""
    counts = Counter(item.kind for item in answer.evidence)
    said = []
    if count := counts["file"]:
        said.append(ngettext("{count} file", "{count} files", count))
    if count := counts["link"]:
        said.append(ngettext("{count} link", "{count} links", count))
    return ", ".join(said)


def _update(line: Static, content: Content) -> None:
    """Show other content, only if it is other: each change lays the card out anew."""
    shown = line.content
    if not (isinstance(shown, Content) and content.is_same(shown)):
        line.update(content)

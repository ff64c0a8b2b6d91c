"""The imprint: whose report it is, from which case and catalogue it was made, and by what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assess.core.case.assessment import Assessment, State
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.definition import edition_definition, wording_digest
from assess.core.label.impartiality import interest_text
from assess.core.label.label_check import LabelCheck
from assess.core.report.record.expert_profile import ExpertProfile
from assess.core.report.record.fact import Fact
from assess.core.report.record.theme import Theme
from assess.core.report.sentence.interview import interview_text
from assess.core.report.sentence.message import ReportExplanationMessage as Explanation
from assess.core.text.message import Day, MessageValue, Say, Sentence, message, series
from assess.core.text.text_message import TextMessage
from assess.core.text.words import runs


def imprint(  # noqa: PLR0913  all that it names
    assessment: Assessment,
    catalogue: Catalogue,
    check: LabelCheck,
    software: str,
    today: date,
    theme: Theme | None = None,
    profile: ExpertProfile | None = None,
    *,
    done: str = "",
    say: Say,
) -> Iterator[Fact]:
    """Give the imprint, line by line; whose report it is comes first, `done` is what was done."""

    def fact(label: Explanation, text: MessageValue) -> Fact:
        return Fact(label=say(message(label)), text=say(text))

    if theme is not None and theme.imprint:
        yield fact(Explanation.IMPRINT_HANDED_OVER, "\n".join(theme.imprint))
    details = assessment.case.details
    organisation = assessment.case.organisation
    place = catalogue.country_name(organisation.country)
    named = [part for part in (organisation.name, organisation.region, place) if part]
    yield fact(Explanation.IMPRINT_ORGANISATION, series(named, "comma"))
    if organisation.website:
        yield fact(Explanation.IMPRINT_WEB_SITE, organisation.website)
    yield fact(Explanation.IMPRINT_PORTFOLIO, details.portfolio)
    if profile is not None and not profile.is_of(details.expert):
        profile = None
    expert = [details.expert, *([profile.organisation] if profile else [])]
    yield fact(Explanation.IMPRINT_EXPERT, series(expert, "comma"))
    if profile is not None and profile.contact:
        yield fact(Explanation.IMPRINT_EXPERT_CONTACT, "\n".join(profile.contact))
    held = interview_text(details.interview_date, details.mode)
    yield fact(Explanation.IMPRINT_INTERVIEW, held)
    if done and assessment.case.state is State.FINISHED:
        yield fact(Explanation.IMPRINT_PROCESS, done)
    yield fact(Explanation.IMPRINT_IMPARTIALITY, Sentence(interest_text(assessment)))
    if details.contact:
        yield fact(Explanation.IMPRINT_CONTACT, details.contact)
    own_steps = profile.next_steps if profile else None
    next_steps = own_steps or message(Explanation.IMPRINT_WHAT_NEXT)
    yield fact(Explanation.IMPRINT_NEXT_STEPS, next_steps)
    if details.project_code:
        yield fact(Explanation.IMPRINT_PROJECT_CODE, details.project_code)
    edition = catalogue.edition
    notice = say(Sentence(edition.notice))
    yield fact(Explanation.IMPRINT_CATALOGUE, f"{say(edition.title)}. {notice}")
    yield fact(
        Explanation.IMPRINT_DIGESTS,
        message(
            Explanation.IMPRINT_DIGESTS_ARE,
            edition=edition.id,
            definition=edition_definition(catalogue)[:12],
            wording=wording_digest(catalogue),
        ),
    )
    yield from _evidence(catalogue, say)
    policy = next(
        (policy for policy in catalogue.label.policies if policy.id == check.policy), None
    )
    yield fact(
        Explanation.IMPRINT_POLICY,
        message(TextMessage.LABELLED, label=policy.id, text=policy.title)
        if policy
        else message(Explanation.IMPRINT_NO_POLICY),
    )
    yield fact(Explanation.IMPRINT_CASE, assessment.case.id)
    yield fact(Explanation.IMPRINT_DAY, Day(today, in_words=True))
    yield fact(Explanation.IMPRINT_SOFTWARE, software)


def _evidence(catalogue: Catalogue, say: Say) -> Iterator[Fact]:
    """Say what each mark of evidence means, and which indicators bear it."""
    for mark in dict.fromkeys(indicator.evidence for indicator in catalogue.indicators):
        numbers = [
            indicator.number for indicator in catalogue.indicators if indicator.evidence == mark
        ]
        meaning = say(Sentence(catalogue.edition.evidence[mark]))
        indicators = say(
            message(
                Explanation.IMPRINT_INDICATORS,
                numbers=runs(numbers),
                count=len(numbers),
            )
        )
        yield Fact(
            label=say(message(Explanation.IMPRINT_EVIDENCE)),
            text=f"{meaning} {indicators}",
        )

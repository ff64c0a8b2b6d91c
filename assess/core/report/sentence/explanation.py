"""Explanations: how to read the report, what would come next, and the imprint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from assess.core.case.assessment import Assessment
from assess.core.catalogue.answer_status import OUT_OF_DENOMINATOR, Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.label.label_check import LabelCheck
from assess.core.peers.position import PeerComparison
from assess.core.report.page.gain import AreaGain
from assess.core.report.record.fact import Fact
from assess.core.report.record.report import Passage
from assess.core.report.record.theme import Theme
from assess.core.report.sentence.peer_text import groups_passage
from assess.core.report.sentence.score_text import missing_word
from assess.core.text.message import Say
from assess.core.text.words import MODES, day_text, listed, sentence

LEARNING = (
    "The indicators describe how a cluster is built, led, financed and used. They are no "
    "examination: there is no total score, no pass mark and no ranking, and none can be worked out "
    "from them. Where nothing is better or worse, they only describe."
)

PUBLISHED = (
    "Where a published value says something about the same subject, it stands beside the indicator "
    "with its source, population and year. It comes from other populations, so it gives "
    "orientation and is no yardstick. Where none stands, none is known."
)

CHARTS = (
    "A filled diamond with its number is the value of this cluster. A hollow circle is a published "
    "value. Scales that have ends of their own (0 to 100 %, the levels 0 to 4) are drawn from end "
    "to end; other numbers are drawn from zero to a round number where there is a value to compare "
    "them with, and stand as figures alone where there is none."
)

NO_ANSWER = "A missing answer is a finding of its own: it stands as a word, never as a zero."

LEFT_OUT = "Left out: shares and means are worked out without it."
NO_VALUE = "What is derived from it has no value."

SILVER = (
    "{title} is the next level. It asks for a second benchmarking one and a half to two years "
    "after the first, for improvement shown in three areas, for a visit by an auditor, and for "
    "every minimum requirement of the Gold level."
)

CANDIDATES = (
    "The first recommendations are good candidates for the three areas: choose them now, note "
    "where each stands today, and keep evidence of what changes."
)

MOST_TITLES = 3
"""So many quality-label items are named with their titles; more stand by their numbers."""

GAINED = (
    "Between the last round and this one, these areas gained most, each measured on its own "
    "scales. What has no evidence linked to its answers would still have to be shown."
)


def how_to_read(catalogue: Catalogue, comparison: PeerComparison, say: Say) -> Iterator[Passage]:
    """Give the page that explains the report."""
    yield Passage(title="Learning, not ranking", paragraphs=(LEARNING,))
    yield groups_passage(comparison, say)
    yield Passage(title="Published values and charts", paragraphs=(PUBLISHED, CHARTS))
    yield Passage(
        title="When there is no answer",
        paragraphs=(NO_ANSWER,),
        items=tuple(_status_facts(catalogue, say)),
    )


def _status_facts(catalogue: Catalogue, say: Say) -> Iterator[Fact]:
    """Give the words that stand for a missing answer, once for each thing they do."""
    for text, is_left_out in ((LEFT_OUT, True), (NO_VALUE, False)):
        words = [
            missing_word(status, catalogue, say)
            for status in Status
            if status is not Status.ANSWERED and (status in OUT_OF_DENOMINATOR) is is_left_out
        ]
        yield Fact(label=sentence("; ".join(words)).rstrip("."), text=text)


def silver_outlook(catalogue: Catalogue, gains: Sequence[AreaGain], say: Say) -> Passage:
    """Say what the next level of the label would ask, and where the last round led furthest."""
    titles = {str(level.id): str(level.full_title) for level in catalogue.label.levels}
    text = SILVER.format(title=titles.get("Silver", "Silver"))
    if not gains:
        return Passage(title="What Silver would ask next", paragraphs=(text, CANDIDATES))
    return Passage(
        title="What Silver would ask next",
        paragraphs=(text, GAINED),
        items=tuple(
            Fact(label=area_gain.title, text=_gain_text(area_gain, catalogue, say))
            for area_gain in gains
        ),
    )


def _gain_text(area: AreaGain, catalogue: Catalogue, say: Say) -> str:
    said = [
        f"{gain.change.number} {say(gain.change.label)}: "
        f"from {say(gain.change.before)} to {say(gain.change.now)}"
        for gain in area.gains
    ]
    bare = [
        str(n) for n in sorted(gain.change.number for gain in area.gains if not gain.has_evidence)
    ]
    evidence = f" No evidence is linked yet to {listed(bare)}." if bare else ""
    items = [_quality(item, area, catalogue, say) for item in area.quality_items]
    serves = f" Quality label: {'; '.join(items)}." if items else ""
    return f"{'; '.join(said)}.{serves}{evidence}"


def _quality(item: str, area: AreaGain, catalogue: Catalogue, say: Say) -> str:
    """Give a quality-label item with its title; by its number alone where there are many."""
    if len(area.quality_items) > MOST_TITLES:
        return item
    title = str(catalogue.quality_item(item).title)
    return f"{item} {title}"


def imprint(
    assessment: Assessment,
    catalogue: Catalogue,
    check: LabelCheck,
    software: str,
    today: date,
    theme: Theme | None = None,
    *,
    say: Say,
) -> Iterator[Fact]:
    """Give the imprint, line by line; whose report it is comes first."""
    if theme is not None and theme.imprint:
        yield Fact(label="Handed over by", text="\n".join(theme.imprint))
    details = assessment.case.details
    edition = catalogue.edition
    organisation = assessment.case.organisation
    place = say(catalogue.country_name(organisation.country))
    region = f", {organisation.region}" if organisation.region else ""
    yield Fact(label="Organisation", text=f"{organisation.name}{region}, {place}")
    if organisation.website:
        yield Fact(label="Web site", text=organisation.website)
    yield Fact(label="Comparative portfolio", text=details.portfolio)
    yield Fact(label="Expert", text=details.expert)
    yield Fact(label="Interview", text=f"{day_text(details.interview_date)}, {MODES[details.mode]}")
    if details.impartiality:
        given = details.impartiality
        text = f"{sentence(given.statement)} {given.by}, {day_text(given.on)}."
    else:
        text = "No statement is recorded."
    yield Fact(label="Impartiality", text=text)
    if details.contact:
        yield Fact(label="Contact", text=details.contact)
    if details.project_code:
        yield Fact(label="Project code", text=details.project_code)
    yield Fact(label="Catalogue", text=f"{edition.title}. {sentence(str(edition.notice))}")
    used = dict.fromkeys(indicator.evidence for indicator in catalogue.indicators)
    for mark in used:
        numbers = [
            str(indicator.number)
            for indicator in catalogue.indicators
            if indicator.evidence == mark
        ]
        text = f"{sentence(str(edition.evidence[mark]))} Indicators {', '.join(numbers)}."
        yield Fact(label=f"Evidence: {mark}", text=text)
    policy = next(
        (policy for policy in catalogue.label.policies if policy.id == check.policy), None
    )
    yield Fact(label="Policy", text=f"{policy.id}: {policy.title}" if policy else "None in force.")
    yield Fact(label="Case", text=assessment.case.id)
    yield Fact(label="Put together", text=day_text(today))
    yield Fact(label="Software", text=software)

"""The report as a value: everything is in it, and nothing that is not known is drawn as zero."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from assess.core.advice.review import Reviewed
from assess.core.case.answer import Answer
from assess.core.case.assessment import Assessment, State
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.measure import AnswerMeasure, PartsMeasure
from assess.core.label.eligibility import Verdict
from assess.core.label.label_check import check_label
from assess.core.report.figure.picture import (
    BandPicture,
    ClassesPicture,
    MatrixPicture,
    OverviewPicture,
    Picture,
    PictureRow,
    PositionPicture,
    ProfilePicture,
    RadarPicture,
    StackedPicture,
    TrendPicture,
)
from assess.core.report.page.assembly import assemble
from assess.core.report.record.report import IndicatorPart, Report, canonical_json, fingerprint
from assess.core.scoring.score import score, shown_inputs
from assess.languages.message import say
from tests.cases import (
    NOTES,
    SOFTWARE,
    TODAY,
    full_case,
    organisation_case,
    report_of,
    reviewed,
)


@pytest.fixture(scope="module")
def full(catalogue: Catalogue) -> Assessment:
    return full_case(catalogue)


@pytest.fixture(scope="module")
def report(full: Assessment, catalogue: Catalogue) -> Report:
    return report_of(full, catalogue)


def with_status(case: Assessment, question: str, status: Status) -> Assessment:
    reason = "It does not apply here." if status is Status.NOT_APPLICABLE else None
    return case.with_answer(Answer(question=question, status=status, reason=reason))


def parts(report: Report) -> Iterator[IndicatorPart]:
    for area in report.areas:
        yield from area.indicators


def part(report: Report, number: int) -> IndicatorPart:
    return next(one for one in parts(report) if one.number == number)


def pictures(report: Report) -> Iterator[Picture]:
    yield report.summary.position
    for area in report.areas:
        yield area.picture
        for one in area.indicators:
            yield from one.pictures


def texts(record: Any) -> Iterator[str]:
    """Give every text within a record."""
    if isinstance(record, str):
        yield record
    elif isinstance(record, dict):
        for one in record.values():
            yield from texts(one)
    elif isinstance(record, list):
        for one in record:
            yield from texts(one)


def test_every_indicator_has_its_part_in_the_order_of_the_catalogue(
    report: Report, catalogue: Catalogue
) -> None:
    assert [one.number for one in parts(report)] == [one.number for one in catalogue.indicators]
    assert [one.title for one in parts(report)] == [say(one.title) for one in catalogue.indicators]
    assert all(one.why for one in parts(report))
    assert all(one.pictures for one in parts(report) if not one.missing)


def test_every_question_stands_in_the_annex_with_its_answer_or_a_word(
    report: Report, catalogue: Catalogue, full: Assessment
) -> None:
    assert report.modules is not None
    groups = (*report.annex.answers, *report.modules.groups)
    answers = {one.question: one for group in groups for one in group.answers}
    assert list(answers) == list(catalogue.questions)
    for name, one in answers.items():
        if full.answer(name).status is Status.ANSWERED:
            assert one.answered, name
            assert one.lines, name
        else:
            assert not one.answered, name
            assert one.status, name


def test_every_note_reason_and_piece_of_evidence_is_in_the_record(
    report: Report, full: Assessment
) -> None:
    said = set(texts(report.model_dump(mode="json")))
    for answer in full.answers.values():
        for text in (answer.note, answer.reason):
            assert text is None or text in said
        for evidence in answer.evidence:
            assert evidence.location in said
    assert set(NOTES.values()) <= said


def test_a_record_is_the_same_after_json(report: Report) -> None:
    again = Report.model_validate(json.loads(canonical_json(report)))
    assert again == report
    assert canonical_json(again) == canonical_json(report)


def test_the_hash_is_that_of_the_record_without_itself(
    report: Report, full: Assessment, catalogue: Catalogue
) -> None:
    assert report.sha256 == fingerprint(report)
    changed = full.with_answer(full.answer("staff_fte").changed(note="Another note."))
    assert report_of(changed, catalogue).sha256 != report.sha256
    assert report_of(full, catalogue).sha256 == report.sha256


def test_the_definitions_tell_the_formula_of_every_measure_or_where_it_stands(
    report: Report, catalogue: Catalogue
) -> None:
    told = {
        one.number: " ".join(each.text for each in one.measures) for one in report.annex.definitions
    }
    first: dict[str, int] = {}
    for indicator in catalogue.indicators:
        for measure in indicator.measures:
            formula = say(measure.formula).rstrip(".")
            number = first.setdefault(formula, indicator.number)
            assert formula in told[number], measure.name
            if number != indicator.number and not isinstance(measure, PartsMeasure):
                assert f"Same formula as in {number}." in told[indicator.number], measure.name


def test_the_definitions_name_every_input_of_a_derived_value(
    report: Report, full: Assessment, catalogue: Catalogue
) -> None:
    scores = score(full, catalogue)
    # the levels of items are the answers themselves, which stand in full before the definitions
    answered = " ".join(
        line.text
        for group in report.annex.answers
        for part in group.answers
        for line in part.lines
        if line.label
    )
    for definition, indicator in zip(report.annex.definitions, catalogue.indicators, strict=True):
        told = " ".join(each.text for each in definition.measures).replace(" = ", " ")
        for measure in indicator.measures:
            if not isinstance(measure, AnswerMeasure | PartsMeasure):
                found = scores.get(indicator.id, measure.name)
                assert found is not None
                for one in shown_inputs(found):
                    text = say(one).replace(" = ", " ")
                    item = text.rpartition(" ")[0]
                    assert text in told or item in answered, (indicator.number, one)


def test_every_picture_has_a_text_alternative_of_its_own(report: Report) -> None:
    alternatives = [one.alternative for one in pictures(report)]
    assert all(len(one) > 20 for one in alternatives)
    assert len(set(alternatives)) == len(alternatives)


def test_a_synthetic_case_says_so_and_a_real_one_does_not(
    report: Report, full: Assessment, catalogue: Catalogue
) -> None:
    assert report.marks == ("Draft", "Synthetic demonstration data")
    real = full.model_copy(update={"case": organisation_case(synthetic=False)})
    assert report_of(real, catalogue).marks == ("Draft",)


def test_without_peers_nothing_is_drawn_or_said_of_peers(report: Report) -> None:
    for picture in pictures(report):
        if isinstance(picture, BandPicture):
            rows = [row for panel in picture.panels for row in panel.rows]
            assert all(row.band is None and row.kind != "peers" for row in rows)
    assert report.summary.position.middle == ""
    assert "no comparison group" in report.summary.reading
    assert any("No comparison group" in passage.title for passage in report.how_to_read)
    assert "no comparison group" in report.summary.position.title


def test_each_indicator_has_a_published_value_or_none_that_is_listed(
    report: Report, catalogue: Catalogue
) -> None:
    for indicator in catalogue.indicators:
        expected = [one.id for one in catalogue.references_for(indicator)]
        assert [one.id for one in part(report, indicator.number).published] == expected
    for one in report.annex.published:
        assert one.origin
        assert one.source


def test_a_dropped_recommendation_and_strength_are_not_in_the_record(
    full: Assessment, catalogue: Catalogue
) -> None:
    scores = score(full, catalogue)
    advice, good = reviewed(full, catalogue)
    good = (Reviewed(about="strength", key="own.1", number=1, finding="It is well known."), *good)
    dropped = [one.model_copy(update={"state": "dropped"}) for one in (*advice[:1], *good[:1])]
    report = assemble(
        full,
        catalogue,
        scores,
        (*advice[1:], dropped[0]),
        (*good[1:], dropped[1]),
        check_label(scores, full, catalogue, {}, None),
        None,
        today=TODAY,
        software=SOFTWARE,
        say=say,
        language="en",
    )
    assert len(report.recommendations) + len(report.noticed) == len(advice) - 1
    assert say(good[0].finding) not in list(texts(report.model_dump(mode="json")))
    assert [one.rank for one in report.recommendations] == list(
        range(1, len(report.recommendations) + 1)
    )


def test_an_outdated_text_stands_with_the_finding_of_now(
    full: Assessment, catalogue: Catalogue
) -> None:
    advice, _ = reviewed(full, catalogue)
    edited = advice[0].model_copy(update={"outdated": "Now it is another.", "action": "Mine."})
    own = Reviewed(
        about="recommendation", key="own.1", number=None, finding="Seen on site.", own=True
    )
    scores = score(full, catalogue)
    report = assemble(
        full,
        catalogue,
        scores,
        (edited, own),
        (),
        check_label(scores, full, catalogue, {}, None),
        None,
        today=TODAY,
        software=SOFTWARE,
        say=say,
        language="en",
    )
    first, second = report.recommendations
    assert first.action == "Mine."
    assert "Now it is another." in first.remarks[0]
    assert second.title == "The cluster as a whole"


def test_open_criteria_are_named_in_the_label_result(
    full: Assessment, catalogue: Catalogue
) -> None:
    scores = score(full, catalogue)
    check = check_label(scores, full, catalogue, {}, None)
    report = assemble(
        full,
        catalogue,
        scores,
        (),
        (),
        check,
        None,
        today=TODAY,
        software=SOFTWARE,
        say=say,
        language="en",
    )
    label = report.summary.label
    assert label.headline == "Not judged yet: 8 criteria are open"
    assert [one.verdict for one in label.criteria] == ["not judged"] * len(catalogue.label.criteria)
    assert any(one.startswith("E1 is still open") for one in label.sentences)


def test_the_annex_has_every_reason_of_a_verdict_whole(
    full: Assessment, catalogue: Catalogue
) -> None:
    long = "The minutes name the partners, the focus and the work that was done together. " * 6
    verdicts = {
        "E1": Verdict(criterion="E1", verdict="met", reason=long, by="Ada Lindqvist"),
        "E5": Verdict(criterion="E5", verdict="not_met", reason=f"Not yet. {long}", by="Ada"),
    }
    scores = score(full, catalogue)
    check = check_label(scores, full, catalogue, verdicts, None)
    report = assemble(
        full,
        catalogue,
        scores,
        (),
        (),
        check,
        None,
        today=TODAY,
        software=SOFTWARE,
        say=say,
        language="en",
    )
    short = {one.id: one.remark for one in report.summary.label.criteria}
    assert short["E1"].endswith("…")
    whole = {one.id: one for one in report.annex.eligibility}
    assert list(whole) == ["E1", "E5"], "of the others nobody has said anything"
    assert whole["E1"].remarks[0].text == long
    assert whole["E5"].remarks[0].text == f"Not yet. {long}"
    assert whole["E5"].verdict == "not met"
    for reason in map(say, check.eligibility.reasons):
        assert any(reason[1:].rstrip(". ") in one for one in report.annex.label_sentences), reason


@pytest.mark.parametrize(
    ("state", "answered", "says"),
    [
        (State.IN_PROGRESS, 12, "is not finished: "),
        (State.IN_PROGRESS, 0, "is not finished: 0 of 36 indicators are complete"),
        (State.FINISHED, 999, ""),
    ],
)
def test_the_summary_says_whether_the_interview_is_finished(
    state: State, answered: int, says: str, full: Assessment, catalogue: Catalogue
) -> None:
    case = Assessment(case=organisation_case(state=state))
    for name in list(full.answers)[:answered]:
        case = case.with_answer(full.answer(name))
    report = report_of(case, catalogue)
    paragraph = report.summary.paragraph
    assert says in paragraph
    assert bool(says) == bool(paragraph)
    done = [fact.text for fact in report.imprint if fact.label == "What was done"]
    assert ["was benchmarked on 12 March 2026" in text for text in done] == [True] * len(done)
    assert bool(done) == (state is State.FINISHED)


def test_a_number_with_nothing_beside_it_has_no_axis(report: Report) -> None:
    without = [
        (one.number, panel)
        for one in parts(report)
        for picture in one.pictures
        if isinstance(picture, BandPicture)
        for panel in picture.panels
        if panel.axis is None
    ]
    assert {1, 12, 29, 31} <= {number for number, _ in without}
    assert all(len(panel.rows) == 1 for _, panel in without)
    for picture in pictures(report):
        if isinstance(picture, BandPicture):
            axes = [panel for panel in picture.panels if panel.axis and not panel.axis.natural]
            assert all(len(panel.rows) > 1 for panel in axes)


def test_the_strip_of_services_compares_intensities(report: Report) -> None:
    (strip,) = (one for one in report.summary.position.strips if one.letter == "D")
    assert [mark.number for mark in strip.marks] == list(range(18, 26))
    shares = [mark.share for mark in strip.marks]
    assert shares[-1] == pytest.approx(sum(shares[:-1]) / 7, abs=0.01)
    assert "without a fixed scale are not shown" in report.summary.position.title


def test_a_note_names_its_question_where_there_are_several(
    report: Report, catalogue: Catalogue
) -> None:
    (note,) = part(report, 5).notes
    assert note.question == say(catalogue.questions["committed_total"].title)
    for indicator in catalogue.indicators:
        if len(indicator.questions) == 1:
            assert all(one.question == "" for one in part(report, indicator.number).notes)


# --- What is not known ------------------------------------------------------------------------


def rows_of(picture: Picture) -> list[PictureRow]:
    match picture:
        case BandPicture():
            return [row for panel in picture.panels for row in panel.rows]
        case ProfilePicture():
            return list(picture.rows)
        case _:
            return []


def drawn_places(picture: Picture) -> list[float]:
    """Give every place at which a picture marks an own value."""
    match picture:
        case BandPicture() | ProfilePicture():
            rows = rows_of(picture)
            return [row.place for row in rows if row.place is not None and row.kind == "own"]
        case StackedPicture():
            return [one.share for bar in picture.bars for one in bar.segments]
        case ClassesPicture():
            return [1.0 for one in picture.classes if one.own]
        case MatrixPicture():
            return [1.0 for one in picture.elements if one.state != "unknown"]
        case RadarPicture():
            return [one.intensity for one in picture.fields if one.intensity is not None]
        case OverviewPicture():
            return [row.place for row in picture.rows if row.place is not None]
        case TrendPicture():
            return [point.place for panel in picture.panels for point in panel.points]
        case PositionPicture():
            return [mark.share for strip in picture.strips for mark in strip.marks]


NO_ANSWERS = [
    Status.NOT_APPLICABLE,
    Status.DONT_KNOW,
    Status.REFUSED,
    Status.FOLLOW_UP,
    Status.ADDED_LATER,
    Status.NOT_REACHED,
]


@pytest.mark.parametrize("status", NO_ANSWERS)
def test_a_case_without_a_single_answer_marks_nothing_anywhere(
    status: Status, catalogue: Catalogue
) -> None:
    case = Assessment(case=organisation_case())
    for name in catalogue.questions:
        case = with_status(case, name, status)
    report = report_of(case, catalogue)
    word = say(catalogue.edition.statuses[status.value])
    for picture in pictures(report):
        assert drawn_places(picture) == [], picture.title
    for one in parts(report):
        assert one.missing, one.title
        assert one.value == "No value"
        assert one.unit == word, one.title
        assert one.pictures == (), one.title
        assert one.sentence == "", one.title
    assert all(one.missing and word in one.reading for one in report.summary.key_figures)
    assert all(one.value == "" for one in report.summary.key_figures)


@pytest.mark.parametrize("status", NO_ANSWERS)
def test_one_missing_answer_leaves_its_own_row_with_its_word(
    status: Status, full: Assessment, catalogue: Catalogue
) -> None:
    word = say(catalogue.edition.statuses[status.value])
    report = report_of(with_status(full, "participants_in_groups", status), catalogue)
    rows = rows_of(part(report, 27).pictures[0])
    assert [row.place is None for row in rows] == [False, True, False]
    assert rows[1].text == rows[1].figure == word


def test_an_answer_of_zero_is_drawn_and_said_as_zero(
    full: Assessment, catalogue: Catalogue
) -> None:
    zero = full.answer("participants_in_groups").changed(value=0)
    row = rows_of(part(report_of(full.with_answer(zero), catalogue), 27).pictures[0])[1]
    assert row.place == 0
    assert row.text.startswith("0")


def test_an_unknown_element_of_a_checklist_is_neither_yes_nor_no(
    full: Assessment, catalogue: Catalogue
) -> None:
    report = report_of(with_status(full, "role_written", Status.DONT_KNOW), catalogue)
    picture = part(report, 10).pictures[0]
    assert isinstance(picture, MatrixPicture)
    first = picture.elements[0]
    assert (first.state, first.text) == ("unknown", "does not know")


def test_an_implausible_value_stands_in_the_annex_and_counts_nowhere(
    full: Assessment, catalogue: Catalogue
) -> None:
    answer = Answer(
        question="staff_fte", status=Status.IMPLAUSIBLE, value=240.0, reason="A lost comma."
    )
    report = report_of(full.with_answer(answer), catalogue)
    assert part(report, 12).missing
    (recorded,) = (
        one
        for group in report.annex.answers
        for one in group.answers
        if one.question == "staff_fte"
    )
    assert recorded.lines[0].text.startswith("240")
    assert recorded.reason == "A lost comma."
    assert not recorded.answered


# --- The two pages for a board ------------------------------------------------------------------


def test_the_summary_keeps_three_to_five_priorities_each_with_its_first_step(
    report: Report,
) -> None:
    assert 3 <= len(report.summary.priorities) <= 5
    assert all(one.first_step for one in report.summary.priorities)
    assert len(report.summary.key_figures) == 10


def test_long_texts_are_cut_on_the_summary_and_whole_in_the_plan(
    full: Assessment, catalogue: Catalogue
) -> None:
    long = "A sentence that does not end " * 200
    advice = tuple(
        Reviewed(
            about="recommendation",
            key=f"own.{n}",
            number=n,
            finding=long,
            action=long,
            first_step=long,
        )
        for n in range(1, 8)
    )
    scores = score(full, catalogue)
    check = check_label(scores, full, catalogue, {}, None)
    report = assemble(
        full,
        catalogue,
        scores,
        advice,
        (),
        check,
        None,
        today=TODAY,
        software=SOFTWARE,
        say=say,
        language="en",
    )
    assert 3 <= len(report.summary.priorities) < 5
    assert all(len(one.text) <= 140 and one.text.endswith("…") for one in report.summary.priorities)
    assert all(one.action == long for one in report.recommendations)
    assert report.summary.more_priorities.startswith(str(7 - len(report.summary.priorities)))


def test_an_unusual_value_is_in_the_annex_with_its_reason_and_without_one(
    catalogue: Catalogue,
) -> None:
    case = full_case(catalogue)
    unusual = Answer(question="committed_total", status=Status.ANSWERED, value=700)
    case = case.with_answer(unusual)
    said = {one.finding: one.reason for one in report_of(case, catalogue).annex.passed}
    assert said["700 is unusually high: usually it is at most 500."] == "No reason was given."
    case = case.with_answer(unusual.changed(reason="A national cluster"))
    said = {one.finding: one.reason for one in report_of(case, catalogue).annex.passed}
    assert said["700 is unusually high: usually it is at most 500."] == "A national cluster"


def test_what_nobody_answered_is_a_table_and_no_block(catalogue: Catalogue) -> None:
    full = full_case(catalogue)
    first = {question.name for one in catalogue.indicators[:3] for question in one.questions}
    answers = {name: answer for name, answer in full.answers.items() if name in first}
    report = report_of(full.model_copy(update={"answers": answers}), catalogue)
    assert [one.number for one in parts(report)] == [1, 2, 3]
    assert [one.number for one in report.unanswered] == list(range(4, 37))
    assert [one.number for one in report.annex.answers] == [1, 2, 3]
    assert [one.number for one in report.annex.definitions] == [1, 2, 3]
    assert report.modules is None
    assert "33 indicators have no answer" in report.unanswered_note
    later = Answer(question="staff_fte", status=Status.DONT_KNOW, note="The manager asks.")
    noted = answers | {"staff_fte": later}
    again = report_of(full.model_copy(update={"answers": noted}), catalogue)
    assert 12 in [one.number for one in parts(again)], "what was noted has its block"


def test_a_published_value_is_a_line_beside_its_chart_and_whole_in_the_annex(
    report: Report,
) -> None:
    for one in parts(report):
        for value in one.published:
            assert len(value.short) < 110, value.short
            assert value in report.annex.published
    sources = " ".join(one.source for one in report.annex.published)
    assert not re.search(r"yumpu|studfiles|portalspozywczy", sources), "no address of a copy"


def test_what_the_summary_promises_of_the_label_is_in_the_annex(catalogue: Catalogue) -> None:
    """Without a decision the annex repeats no verdicts, unless the summary refers to it."""
    for count in (3, 19, 36):
        names = {
            question.name
            for indicator in catalogue.indicators[:count]
            for question in indicator.questions
        }
        full = full_case(catalogue)
        answers = {name: given for name, given in full.answers.items() if name in names}
        report = report_of(full.model_copy(update={"answers": answers}), catalogue)
        promised = any("annex" in sentence for sentence in report.summary.label.sentences)
        assert not promised or report.annex.label_sentences or report.annex.eligibility

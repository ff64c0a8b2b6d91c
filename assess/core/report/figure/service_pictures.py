"""Services: the fields of a service overview, how often and how wide each is."""

from __future__ import annotations

from collections.abc import Sequence

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.measure import Measure, references
from assess.core.peers.position import PeerComparison
from assess.core.report.figure.axis import natural_axis, open_axis
from assess.core.report.figure.message import ReportFigureMessage
from assess.core.report.figure.picture import Picture, RadarPicture, ServiceField
from assess.core.report.sentence.score_text import clauses, number_text
from assess.core.scoring.score import Score, Scores
from assess.core.text.message import MessageValue, Number, Say, message


def radar_picture(
    title: str,
    indicator: Indicator,
    shown: Sequence[Score],
    scores: Scores,
    catalogue: Catalogue,
    comparison: PeerComparison,
    say: Say,
) -> Picture:
    """Draw the fields of which the measure of the chart is the mean, with the share beside it."""
    level = next(measure for measure in indicator.measures if measure.name == shown[0].measure)
    share = next(
        (
            measure
            for measure in indicator.measures
            if measure.unit == "%" and ":" in references(measure)[0]
        ),
        level,
    )
    fields = tuple(
        _service_field(reference, scores, catalogue, share, comparison, say)
        for reference in references(level)
        if ":" in reference
    )
    axis = natural_axis(indicator, level.name, catalogue, say) or open_axis(
        [field.intensity for field in fields if field.intensity is not None], say
    )
    words = clauses(_field_text(field, level, share, say) for field in fields)
    peers = (comparison.reference(reference) for reference in references(level) if ":" in reference)
    group = next(
        (
            say(standing.title)
            for standing in peers
            if standing is not None and standing.median is not None
        ),
        "",
    )
    if group:
        words += " " + say(message(ReportFigureMessage.PEERS_ARE, group=group))
    return RadarPicture(
        title=title,
        alternative=f"{title}. {words}",
        axis=axis,
        group=group,
        intensity_label=say(level.label),
        spectrum_label=say(share.label),
        fields=fields,
    )


def _field_text(field: ServiceField, level: Measure, share: Measure, say: Say) -> str:
    """Say how often and how wide a field is, and the median of the peers where there are any."""
    values: dict[str, MessageValue] = {
        "field": field.label,
        "level": level.label,
        "intensity": field.intensity_text,
        "share": share.label,
        "spectrum": field.spectrum_text,
    }
    if field.median is None:
        return say(message(ReportFigureMessage.FIELD, **values))
    median = Number(field.median, 1)
    return say(message(ReportFigureMessage.FIELD_AMONG, **values, median=median))


def _service_field(
    reference: str,
    scores: Scores,
    catalogue: Catalogue,
    share: Measure,
    comparison: PeerComparison,
    say: Say,
) -> ServiceField:
    owner, _, name = reference.partition(":")
    level = scores.get(owner, name)
    others = (key.partition(":") for key in references(share))
    width = next((scores.get(each, other) for each, _, other in others if each == owner), None)
    indicator = catalogue.indicator(owner)
    peers = comparison.reference(reference)
    peers_width = comparison.reference(width.key) if width else None
    not_asked = say(message(ReportFigureMessage.NOT_ASKED))
    return ServiceField(
        number=indicator.number,
        label=say(indicator.title),
        intensity=level.number if level else None,
        intensity_text=number_text(level, catalogue, say) if level else not_asked,
        spectrum=width.number if width else None,
        spectrum_text=number_text(width, catalogue, say) if width else not_asked,
        median=peers.median if peers else None,
        spectrum_median=peers_width.median if peers_width else None,
    )

"""Services: the fields of a service overview, how often and how wide each is."""

from __future__ import annotations

from collections.abc import Sequence

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.measure import Measure, references
from assess.core.peers.position import PeerComparison
from assess.core.report.figure.axis import natural_axis, open_axis
from assess.core.report.figure.picture import Picture, RadarPicture, ServiceField
from assess.core.report.sentence.score_text import clauses, number_text
from assess.core.scoring.score import Score, Scores
from assess.core.text.message import Say
from assess.core.text.number_text import show_number


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
    words = clauses(
        f"{field.label}: {level.label} {field.intensity_text}, {share.label} {field.spectrum_text}"
        + (f", peers {show_number(field.median, 1)}" if field.median is not None else "")
        for field in fields
    )
    peers = (comparison.reference(reference) for reference in references(level) if ":" in reference)
    group = next(
        (
            standing.title
            for standing in peers
            if standing is not None and standing.median is not None
        ),
        "",
    )
    return RadarPicture(
        title=title,
        alternative=f"{title}. {words}" + (f" The peers are {group}." if group else ""),
        axis=axis,
        group=group,
        intensity_label=str(level.label),
        spectrum_label=str(share.label),
        fields=fields,
    )


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
    return ServiceField(
        number=indicator.number,
        label=str(indicator.title),
        intensity=level.number if level else None,
        intensity_text=number_text(level, catalogue, say) if level else "not asked",
        spectrum=width.number if width else None,
        spectrum_text=number_text(width, catalogue, say) if width else "not asked",
        median=peers.median if peers else None,
        spectrum_median=peers_width.median if peers_width else None,
    )

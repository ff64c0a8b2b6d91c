"""Pictures of an indicator: from the scores of an indicator to the data of its pictures."""

from __future__ import annotations

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Chart, Indicator
from assess.core.peers.position import NO_COMPARISON, PeerComparison
from assess.core.report.figure.picture import (
    BandPicture,
    ClassesPicture,
    MatrixPicture,
    OverviewPicture,
    Picture,
    PositionPicture,
    ProfilePicture,
    RadarPicture,
    StackedPicture,
    TrendPicture,
)
from assess.core.report.figure.scale_pictures import band_picture, profile_picture
from assess.core.report.figure.service_pictures import radar_picture
from assess.core.report.figure.share_pictures import (
    classes_picture,
    matrix_picture,
    stacked_picture,
)
from assess.core.scoring.score import Score, Scores
from assess.core.text.message import Say


def depicted_measures(chart: Chart, indicator: Indicator, scores: Scores) -> tuple[Score, ...]:
    """Give the scores that a chart shows; a parts measure stands for all its parts."""
    wanted = chart.measures
    return tuple(
        score
        for name in wanted
        for score in scores.of(indicator.id)
        if score.measure == name or score.measure.startswith(f"{name}.")
    )


def depict(
    chart: Chart,
    indicator: Indicator,
    scores: Scores,
    assessment: Assessment,
    catalogue: Catalogue,
    comparison: PeerComparison = NO_COMPARISON,
    *,
    say: Say,
) -> Picture:
    """Give the picture of a chart of the catalogue for one case, with its groups of peers."""
    title = say(chart.title)
    shown = depicted_measures(chart, indicator, scores)
    match chart.kind:
        case "band":
            return band_picture(title, indicator, shown, catalogue, comparison, say)
        case "stacked":
            return stacked_picture(title, shown, catalogue, comparison, say)
        case "classes":
            return classes_picture(title, indicator, shown, catalogue, comparison, say)
        case "matrix":
            return matrix_picture(title, chart, indicator, assessment, catalogue, comparison, say)
        case "profile":
            return profile_picture(title, indicator, shown, catalogue, comparison, say)
        case "radar":
            return radar_picture(title, indicator, shown, scores, catalogue, comparison, say)


def is_empty(picture: Picture) -> bool:
    """Tell whether a picture of an indicator shows no value of this cluster at all."""
    match picture:
        case BandPicture():
            rows = [row for panel in picture.panels for row in panel.rows]
            return all(row.place is None for row in rows if row.kind != "published")
        case StackedPicture():
            return not any(bar.segments for bar in picture.bars)
        case ClassesPicture():
            return bool(picture.missing)
        case MatrixPicture():
            return all(element.state == "unknown" for element in picture.elements)
        case ProfilePicture():
            return all(row.place is None for row in picture.rows)
        case RadarPicture():
            return all(
                field.intensity is None and field.spectrum is None for field in picture.fields
            )
        case OverviewPicture() | PositionPicture() | TrendPicture():
            return False

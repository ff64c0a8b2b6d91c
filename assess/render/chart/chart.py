"""Charts: each kind of picture drawn as SVG with the tokens of the look.

The own value is a filled diamond with its number, a published one a hollow circle; a missing value
is a word where the mark would be. Nothing depends on colour alone.
"""

from __future__ import annotations

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
from assess.core.text.design_tokens import Tokens
from assess.render.chart.band_chart import draw_band
from assess.render.chart.canvas import NARROW, PAGE, WIDTH, Canvas
from assess.render.chart.classes_chart import draw_classes
from assess.render.chart.matrix_chart import draw_matrix
from assess.render.chart.overview_chart import draw_overview
from assess.render.chart.position_chart import draw_position
from assess.render.chart.profile_chart import draw_profile
from assess.render.chart.radar_chart import draw_radar
from assess.render.chart.stacked_chart import draw_stacked
from assess.render.chart.trend_chart import draw_trend


def compose(picture: Picture, tokens: Tokens, *, narrow: bool = False) -> Canvas:
    """Draw a picture on a canvas; `narrow`: for a telephone."""
    wide = PAGE if isinstance(picture, PositionPicture | OverviewPicture | TrendPicture) else WIDTH
    canvas = Canvas(NARROW if narrow else wide, tokens)
    match picture:
        case PositionPicture():
            draw_position(canvas, picture)
        case OverviewPicture():
            draw_overview(canvas, picture)
        case BandPicture():
            draw_band(canvas, picture)
        case StackedPicture():
            draw_stacked(canvas, picture)
        case ClassesPicture():
            draw_classes(canvas, picture)
        case MatrixPicture():
            draw_matrix(canvas, picture)
        case ProfilePicture():
            draw_profile(canvas, picture)
        case RadarPicture():
            draw_radar(canvas, picture)
        case TrendPicture():
            draw_trend(canvas, picture)
    return canvas


def draw(picture: Picture, tokens: Tokens) -> str:
    """Draw a picture with its words as SVG."""
    return compose(picture, tokens).svg(picture.alternative)

"""A code that a telephone reads: an address, drawn as squares."""

from __future__ import annotations

from assess.core.text.value import Value


class QrCode(Value):
    """An address with its QR code, ready to draw."""

    address: str
    size: int
    """Squares on a side."""
    path: str
    """What is dark, as an SVG path of strokes one square high."""

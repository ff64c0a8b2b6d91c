"""Addresses as QR codes."""

from __future__ import annotations

from assess.core.report.record.code import QrCode


def code_of(address: str) -> QrCode:
    """Give the QR code of an address."""
    import segno

    drawn = segno.make(address, error="m", micro=False)
    strokes = []
    for y, row in enumerate(drawn.matrix):
        x = 0
        while x < len(row):
            length = 0
            while x + length < len(row) and row[x + length]:
                length += 1
            if length:
                strokes.append(f"M{x} {y}.5h{length}")
            x += length + 1
    return QrCode(address=address, size=len(drawn.matrix), path=" ".join(strokes))

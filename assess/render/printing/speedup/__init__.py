"""Speed-up: what WeasyPrint 70 does slowly, done quickly from outside. Imported by the worker only.

Except for the words of pictures, which are drawn in runs, what comes of it is the same to the byte
(tests/render/test_swift.py). Only the versions that this was compared with are hastened: any other
prints as it comes, more slowly.
"""

from __future__ import annotations

import pydyf
import weasyprint

COMPARED_WITH = {("70.0", "0.13.0")}
"""Versions of WeasyPrint and pydyf whose ways are known."""


def hasten() -> bool:
    """Put the short ways in the place of the long ones, for this process; tell whether it did."""
    if (weasyprint.__version__, pydyf.__version__) not in COMPARED_WITH:
        return False
    from assess.render.printing.speedup import layouts, letters, pictures, styles, written_file

    for module in (pictures, layouts, letters, styles, written_file):
        module.hasten()
    return True

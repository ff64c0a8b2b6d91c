"""Fills in a workbook with LibreOffice, as a person would, and saves it; run by its own Python.

Arguments: the pipe on which LibreOffice listens, the file, where to save it, and JSON with what to
type into the answer of each line by its key. It prints what LibreOffice thinks of some cells.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import uno  # comes with LibreOffice, for the Python of the system
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def prop(name: str, value: object) -> Any:
    """Give a property of a document."""
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


def connected(pipe: str) -> Any:
    """Wait until LibreOffice answers; give its desktop."""
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", context
    )
    for _ in range(300):
        try:
            remote = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.2)
        else:
            return remote.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", remote
            )
    raise SystemExit("LibreOffice does not answer")


def main(pipe: str, source: str, target: str, typed: str) -> None:
    """Fill in, save, and leave."""
    desktop = connected(pipe)
    address = Path(source).as_uri()
    document = desktop.loadComponentFromURL(address, "_blank", 0, (prop("Hidden", True),))
    said, seen = json.loads(typed), {}
    for sheet in document.Sheets:
        for row in range(200):
            key = sheet.getCellByPosition(0, row).String
            cell = sheet.getCellByPosition(3, row)
            if key in said:
                if isinstance(said[key], str):
                    cell.String = said[key]
                else:
                    cell.Value = said[key]
                seen[key] = [cell.CellProtection.IsLocked, str(cell.Validation.Type.value)]
    document.calculateAll()
    saved = (prop("FilterName", "Calc MS Excel 2007 XML"),)
    document.storeToURL(Path(target).as_uri(), saved)
    document.close(True)
    sys.stdout.write(json.dumps(seen))
    desktop.terminate()


if __name__ == "__main__":
    main(*sys.argv[1:5])

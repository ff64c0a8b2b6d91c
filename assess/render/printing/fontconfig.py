"""Fontconfig: which fonts the printer sees, the same in every folder and for every user.

The bundled ones come first; those of this machine stand in for letters that they lack.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from html import escape
from pathlib import Path

_FILE = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>{folders}
<cachedir>/var/cache/fontconfig</cachedir><cachedir prefix="xdg">fontconfig</cachedir>
<match target="font">
<test name="outline"><bool>false</bool></test>
<edit name="scale_to" mode="assign">
<divide><name target="pattern">pixelsize</name><name target="font">pixelsize</name></divide></edit>
<edit name="matrix" mode="assign"><times><name>matrix</name><matrix>
<name>scale_to</name><double>0</double><double>0</double><name>scale_to</name>
</matrix></times></edit>
<edit name="size" mode="assign"><divide><name>size</name><name>scale_to</name></divide></edit>
</match>
</fontconfig>
"""
"""A font of pictures, such as one of emoji, has one size, and is brought to that of the text here.
The systems' own files, which say so too, are not read."""


def write_configuration(templates: Path, folder: Path) -> Path:
    """Write the configuration of fonts to a folder, and give its file."""
    folders = (str((templates / "fonts").resolve()), *_of_this_machine())
    path = folder / "fonts.conf"
    listed = "".join(f"<dir>{escape(name)}</dir>" for name in folders)
    path.write_text(_FILE.format(folders=listed), encoding="utf-8")
    return path


def _of_this_machine() -> Iterator[str]:
    """Give where fonts are: those of the system, then the user's own."""
    of_all = (
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "/System/Library/Fonts",
        "/Library/Fonts",
        "C:/Windows/Fonts",
    )
    data = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    own = [f"{data}/fonts", "~/.fonts", "~/Library/Fonts"]
    if windows := os.environ.get("LOCALAPPDATA"):
        own.append(f"{windows}/Microsoft/Windows/Fonts")
    for folder in (*of_all, *own):
        path = Path(folder).expanduser()
        if path.is_dir():
            yield str(path)

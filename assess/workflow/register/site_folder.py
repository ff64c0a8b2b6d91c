"""The folder of a public register: what is in it, and how it is replaced whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from assess.errors import AssessError, Way
from assess.exchange.register.site_manifest import read_manifest
from assess.files import content_of
from assess.languages import gettext

DATA: Final = "labels.json"
TABLE: Final = "labels.csv"
SIGNATURE: Final = "labels.json.sig"
KEY: Final = "register-key.pem"
KEY_HISTORY: Final = "register-key-history.json"
MANIFEST: Final = "manifest.json"
MANIFEST_SIGNATURE: Final = "manifest.json.sig"
REVOCATIONS: Final = "credential/revocation.jwt"

BELIEVED: Final = 90
"""Days for which pages are to be believed, where nothing else is said."""

PAGE_FOLDERS = ("country", "portfolio", "label", "badge")
"""What each language has."""

SHARED_FOLDERS = ("credential",)


def holds_site(folder: Path) -> bool:
    """Tell whether a folder holds a public register."""
    return (folder / DATA).is_file() and (folder / SIGNATURE).is_file()


def next_number(last: int, folder: Path, at: datetime) -> int:
    """Give the number of the next pages: the moment, or what follows the last number.

    A publisher who lost the last number so still has greater ones than anybody saw.
    """
    return max(int(f"{at:%Y%m%d%H%M%S}"), max(last, _number_in(folder)) + 1)


def _number_in(folder: Path) -> int:
    """Give the number of the pages that stand in a folder; 0: none that can be read."""
    path = folder / MANIFEST
    if not path.exists():
        return 0
    try:
        return read_manifest(content_of(path), str(path)).number
    except (OSError, AssessError):
        return 0


def demand_ours(folder: Path, *, force: bool) -> None:
    """Refuse a folder that is not free for the pages; a register is replaced only with `force`."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise AssessError(gettext("{folder} is a file; give a folder.", folder=folder))
    if not any(folder.iterdir()):
        return
    if not holds_site(folder):
        raise AssessError(
            gettext("{folder} has other files; give an empty folder for the pages.", folder=folder)
        )
    if not force:
        raise AssessError(gettext("{folder} has a register already.", folder=folder)).helped_by(
            Way.FORCE
        )


@contextmanager
def replaced_whole(folder: Path) -> Iterator[Path]:
    """Give a new folder to write in, which then takes the place of the other."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        building = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as error:
        raise _unwritable(folder, error) from error
    try:
        yield building
        _exchange(building, folder)
    except OSError as error:
        raise _unwritable(folder, error) from error
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _unwritable(folder: Path, error: OSError) -> AssessError:
    return AssessError(
        gettext(
            "{folder} cannot be written: {strerror}.",
            folder=folder,
            strerror=error.strerror or error,
        )
    )


def _exchange(building: Path, folder: Path) -> None:
    """Put the new folder in the place of the old one."""
    if not folder.exists():
        building.rename(folder)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}.old.", dir=folder.parent))
    folder.rename(old / folder.name)
    building.rename(folder)
    shutil.rmtree(old, ignore_errors=True)

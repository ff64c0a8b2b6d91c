"""Verifying a published register: that its data are as they were signed, and its pages fit them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assess import signature
from assess.errors import AssessError, NotFound
from assess.exchange.container.strict_json import parsed
from assess.exchange.register import public_data
from assess.files import content_of
from assess.languages import gettext
from assess.workflow.register.site_folder import DATA, KEY, SIGNATURE, TABLE


@dataclass(frozen=True)
class VerifiedSite:
    """What a published register says of itself, and everything that is not as it was signed."""

    fingerprint: str
    labels: int
    on: str
    faults: tuple[str, ...]


def verify_published(folder: Path, *, fingerprint: str | None = None) -> VerifiedSite:
    """Verify a published register: signature and key, and that table and pages fit the data."""
    data, signed, public = (_read(folder / name) for name in (DATA, SIGNATURE, KEY))
    key = signature.read_public(public)
    found = signature.fingerprint_of(key)
    faults: list[str] = []
    if fingerprint and not found.startswith(fingerprint.strip().lower().replace(":", "")):
        faults.append(
            gettext(
                "{key}: its fingerprint is {found}, not the stated one",
                key=KEY,
                found=found,
            )
        )
    if not signature.is_signed(data, signed, key):
        faults.append(
            gettext(
                "{data}: it was altered after it was signed, or signed with another key", data=DATA
            )
        )
        return VerifiedSite(found, 0, "", tuple(faults))
    document = parsed(data, DATA, "public register")
    if document.get("format") != public_data.FORMAT:
        raise AssessError(gettext("{folder} is not a public register.", folder=folder / DATA))
    labels = document["labels"]
    if _read(folder / TABLE) != public_data.register_csv(labels):
        faults.append(gettext("{table}: it is not the table of {data}", table=TABLE, data=DATA))
    faults += _page_faults(folder, labels)
    return VerifiedSite(found, len(labels), str(document["on"]), tuple(faults))


def _page_faults(folder: Path, labels: list[dict[str, Any]]) -> list[str]:
    from assess.render.register.site import page_shows

    expected = {f"{label['id']}.html" for label in labels}
    there = {path.name for path in (folder / "label").glob("*.html")}
    faults = [
        gettext("label/{name}: it belongs to no label of {data}", name=name, data=DATA)
        for name in sorted(there - expected)
    ]
    faults += [
        gettext("label/{name}: it is missing", name=name) for name in sorted(expected - there)
    ]
    for label in labels:
        path = folder / "label" / f"{label['id']}.html"
        if path.name in there and not page_shows(
            content_of(path).decode("utf-8", "replace"), label
        ):
            faults.append(
                gettext(
                    "label/{path_name}: it differs from {data}",
                    path_name=path.name,
                    data=DATA,
                )
            )
    return faults


def _read(path: Path) -> bytes:
    try:
        return content_of(path)
    except OSError as error:
        raise NotFound(
            gettext(
                "{path} cannot be read: {strerror}.", path=path, strerror=error.strerror or error
            )
        ) from error

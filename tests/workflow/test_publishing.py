"""The public register: what is in it, that its links hold, and that a change is found."""

from __future__ import annotations

import base64
import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from assess.core.label.decision import LabelDecision
from assess.core.published_list.row import ListedRow
from assess.errors import AssessError
from assess.languages.message import say
from assess.workflow import Desk
from assess.workflow.register.publication_details import (
    publication,
    register_title,
    set_publication,
)
from assess.workflow.register.publishing import PublishedSite, publish
from assess.workflow.register.register import record_label, revoke_listed
from tests.page_links import dead_links

SECRET = "Nobody may read this"
ATOM = "{http://www.w3.org/2005/Atom}"


def told(name: str, **more: object) -> ListedRow:
    stated = {
        "place": "told",
        "text": name,
        "name": name,
        "country": "MLT",
        "portfolio": "Maritime technologies, water resources",
        "website": "https://told.example",
        "level": "Bronze",
        "valid_until": date(2028, 5, 31),
        **more,
    }
    return ListedRow.model_validate(stated)


@pytest.fixture
def site(desk: Desk, templates: Path, tmp_path: Path) -> PublishedSite:
    """A published register with every kind of label."""
    on = date(2026, 5, 4)
    record_label(desk, told('=Alfa & "Söhne" <script>'), on=on, by=SECRET)
    days = {"valid_from": date(2001, 1, 1), "valid_until": date(2099, 5, 31)}  # whenever it is read
    gold = {"level": "Gold", "serial": "MLT001202605ABC0001", **days}
    record_label(desk, told("Beta", **gold), on=on, by=SECRET)
    record_label(desk, told("Gamma", portfolio="ICT"), on=on, by=SECRET)
    revoke_listed(desk, "Gamma", by=SECRET, on=date(2026, 10, 1), reason=SECRET)
    shared = {"name": "Delta", "country": "NOR", "portfolio": "ICT", "by": SECRET}
    interview = {"interview_date": "2026-03-02", "case": "case0001", "reason": SECRET}
    for kind, more in (
        ("proposed", {"case": "case0002"}),
        ("awarded", {"valid_from": "2026-03-02", "valid_until": "2028-03-31"}),
    ):
        entry = {"kind": kind, "on": "2026-04-01", **shared, **interview, **more}
        desk.store.register.add([LabelDecision.model_validate(entry)], at=desk.now)
    address = "https://labels.example/of"
    set_publication(desk, by="Ada", publisher="The secretariat", base_address=address)
    return publish(desk, tmp_path / "site", templates, tmp_path / "key.pem")


def _pages(site: PublishedSite) -> Iterator[Path]:
    yield from site.folder.rglob("*.html")


def test_every_link_leads_somewhere_and_nothing_is_asked_elsewhere(site: PublishedSite) -> None:
    assert len(list(_pages(site))) == 4 + 2 + 2 + 7  # labels, countries, portfolios, single pages
    assert list(dead_links(site.folder, "https://labels.example/of/")) == []


def test_only_what_is_public_is_published(site: PublishedSite, desk: Desk) -> None:
    files = [path for path in site.folder.rglob("*") if path.is_file()]
    assert len(files) == site.files
    for path in files:
        content = path.read_bytes()
        for hidden in (SECRET, "case0001", "MLT001202605ABC0001"):
            assert hidden.encode() not in content, f"{path.name} shows {hidden}"
    labels = json.loads((site.folder / "labels.json").read_text())["labels"]
    assert [label["name"] for label in labels] == [
        '=Alfa & "Söhne" <script>',
        "Beta",
        "Delta",
        "Gamma",
    ]
    assert {name for label in labels for name in label} == {
        "id",
        "name",
        "country",
        "country_name",
        "portfolio",
        "website",
        "level",
        "valid_from",
        "valid_until",
        "status",
        "status_reason",
        "decided_on",
        "listed_on",
        "recorded_on",
        "synthetic",
    }
    assert [label["status"] for label in labels] == ["valid", "valid", "valid", "revoked"]
    rows = list(csv.DictReader(io.StringIO((site.folder / "labels.csv").read_text())))
    assert rows[0]["name"] == '\'=Alfa & "Söhne" <script>'
    assert [row["valid_until"] for row in rows] == [label["valid_until"] for label in labels]
    assert publication(desk).publisher == "The secretariat"


def test_text_is_data_on_every_page(site: PublishedSite) -> None:
    for path in site.folder.rglob("*"):
        if path.suffix in (".html", ".svg", ".xml"):
            assert "<script>" not in path.read_text(encoding="utf-8"), path.name
        if path.suffix in (".svg", ".xml"):
            ET.fromstring(path.read_bytes())
    assert "</script" not in (site.folder / "labels.js").read_text(encoding="utf-8")


def test_the_feed_tells_every_change_once(site: PublishedSite) -> None:
    feed = ET.fromstring((site.folder / "feed.xml").read_bytes())
    entries = feed.findall(f"{ATOM}entry")
    titles = [entry.findtext(f"{ATOM}title") for entry in entries]
    assert (titles[0], titles[-1]) == (
        "Gamma: Bronze Label revoked",
        "Delta: Bronze Label awarded, valid 2026-03-02 to 2028-03-31",
    )
    span = "valid 2026-05-04 to 2028-05-31"
    assert set(titles[1:-1]) == {
        f'=Alfa & "Söhne" <script>: Bronze Label awarded, {span}',
        "Beta: Gold Label awarded, valid 2001-01-01 to 2099-05-31",
        f"Gamma: Bronze Label awarded, {span}",
    }
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids) == 5
    for entry in entries:
        assert (entry.findtext(f"{ATOM}updated") or "").endswith("Z")
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert link.attrib["href"].startswith("https://labels.example/of/label/")


def test_a_badge_says_only_what_stays_true(site: PublishedSite) -> None:
    said = sorted(
        ET.fromstring(path.read_bytes()).attrib["aria-label"].rpartition(": ")[2]
        for path in (site.folder / "badge").iterdir()
    )
    assert said == [
        "Bronze Label, revoked",
        "Bronze Label, valid until 2028-03-31",
        "Bronze Label, valid until 2028-05-31",
        "Gold Label, valid until 2099-05-31",
    ]


def _parts(token: str) -> list[bytes]:
    """Give header, content and signature of a token."""
    parts = token.split(".")
    return [base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)) for part in parts]


def _holds(token: str, key: Ed25519PublicKey) -> bool:
    """Tell whether a token is as its publisher signed it: RFC 7515 and 8037, without a library."""
    signed, _, _ = token.rpartition(".")
    try:
        key.verify(_parts(token)[2], signed.encode("ascii"))
    except InvalidSignature:
        return False
    return bool(json.loads(_parts(token)[0])["alg"] == "EdDSA")


def test_each_label_is_a_credential_that_others_can_verify(site: PublishedSite) -> None:
    from openbadgeslib.ob3 import OB3VerificationError, OB3Verifier

    tokens = [path.read_text() for path in sorted((site.folder / "credential").iterdir())]
    assert tokens.pop()  # the list of those that were revoked
    assert len(tokens) == 3  # the revoked one has none
    public = (site.folder / "register-key.pem").read_bytes()
    key = load_pem_public_key(public)
    assert isinstance(key, Ed25519PublicKey)
    assert all(_holds(token, key) for token in tokens)
    by_name = {json.loads(_parts(token)[1])["name"]: token for token in tokens}
    token = next(one for name, one in by_name.items() if "GOLD" in name)
    header, content, signature = token.split(".")
    gold = json.loads(_parts(token)[1])
    assert gold["name"].endswith("Proven for Cluster Excellence: Beta")
    assert gold["validUntil"].startswith("2099-05-31T23:59:59")
    assert gold["issuer"]["name"] == "The secretariat"
    method, _, jwk = gold["issuer"]["id"].rpartition(":")
    raw = base64.urlsafe_b64encode(key.public_bytes_raw()).rstrip(b"=").decode()
    assert (method, json.loads(_parts(jwk)[0])["x"]) == ("did:jwk", raw)
    assert gold["credentialSubject"]["id"].startswith("https://labels.example/of/label/mlt-")
    verifier = OB3Verifier(public)
    assert verifier.verify(token).recipient_id == gold["credentialSubject"]["id"]
    later = json.dumps(gold).replace("2099", "2199").encode()
    longer = base64.urlsafe_b64encode(later).rstrip(b"=").decode()
    other = next(one for one in tokens if one != token)
    stranger = Ed25519PrivateKey.generate().sign(f"{header}.{content}".encode())
    strange = base64.urlsafe_b64encode(stranger).rstrip(b"=").decode()
    for forged in (
        f"{header}.{longer}.{signature}",
        f"{header}.{content}.{other.rpartition('.')[2]}",
        f"{header}.{content}.{strange}",
    ):
        assert not _holds(forged, key)
        with pytest.raises(OB3VerificationError):
            verifier.verify(forged)


def test_a_folder_with_other_files_is_never_replaced(
    site: PublishedSite, desk: Desk, templates: Path, tmp_path: Path
) -> None:
    key = tmp_path / "key.pem"
    other = tmp_path / "other"
    other.mkdir()
    (other / "letter.txt").write_text("mine")
    with pytest.raises(AssessError, match="has other files"):
        publish(desk, other, templates, key, force=True)
    assert (other / "letter.txt").read_text() == "mine"
    with pytest.raises(AssessError, match="has a register already"):
        publish(desk, site.folder, templates, key)
    (site.folder / "label" / "old.html").write_text("old")
    again = publish(desk, site.folder, templates, key, force=True)
    assert (again.fingerprint, again.is_new_key) == (site.fingerprint, False)
    assert not (site.folder / "label" / "old.html").exists()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    assert key.stat().st_mode & 0o077 == 0


def test_a_base_address_is_an_address(desk: Desk) -> None:
    with pytest.raises(AssessError, match="is not the address of a page"):
        set_publication(desk, by="Ada", base_address="labels")
    stated = {"base_address": "https://x.example", "title": "Our register"}
    assert set_publication(desk, by="Ada", **stated).base_address == "https://x.example/"
    assert set_publication(desk, by="Ada", **stated).title == "Our register"
    assert len(desk.store.register.all()) == 1  # said twice, recorded once
    assert set_publication(desk, by="Ada", base_address="", title="").base_address == ""
    assert register_title(publication(desk), say).startswith("Register of")

"""The public pages in several languages: where each stands, and what leads from one to another."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from assess.core.register.publisher_texts import PublisherTexts
from assess.errors import Refused
from assess.exchange.register.publisher_texts_file import read_texts
from assess.languages import speaking
from assess.render.document.templates import environment
from assess.render.register.site_frame import Frame, site_languages
from assess.render.register.sitemap import MOST_ADDRESSES, sitemap_files
from assess.workflow import Desk
from assess.workflow.published_list.list_import import import_list
from assess.workflow.register.publication_details import set_publication
from assess.workflow.register.publishing import PublishedSite, publish
from assess.workflow.register.register import record_label
from assess.workflow.register.site_languages import page_languages
from assess.workflow.register.verifying import verify_published
from tests.page_links import PageLinks, dead_links
from tests.workflow.test_publishing import told

BASE = "https://labels.example/of/"
LANGUAGES = ("de", "en", "pl")
FOLDERS = {"en": "", "de": "de/", "pl": "pl/"}
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
THEME = """
[site]
language = "en"
about = ["The agency gives it."]
contact = ["Write to us."]
[site.de]
about = ["Die Agentur vergibt es."]
"""


@pytest.fixture
def site(desk: Desk, templates: Path, tmp_path: Path) -> PublishedSite:
    """A register of two labels in three languages, with an address and a theme."""
    on = date(2026, 5, 4)
    record_label(desk, told("Alfa"), on=on, by="Ada")
    record_label(desk, told("Beta", country="NOR", portfolio="ICT"), on=on, by="Ada")
    set_publication(desk, by="Ada", publisher="The agency", base_address=BASE)
    theme = tmp_path / "theme.toml"
    theme.write_text(THEME, encoding="utf-8")
    return publish(
        desk, tmp_path / "site", templates, tmp_path / "key.pem", theme=theme, languages=LANGUAGES
    )


def _pages(folder: Path) -> set[str]:
    return {
        str(path.relative_to(folder))
        for path in folder.rglob("*.html")
        if path.relative_to(folder).parts[0] not in LANGUAGES
    }


def test_each_language_has_every_page_and_the_old_addresses_stay(site: PublishedSite) -> None:
    pages = _pages(site.folder)
    assert {"index.html", "about.html", "country/mlt.html", "portfolio/ict.html"} < pages
    for code, folder in FOLDERS.items():
        assert _pages(site.folder / folder) == pages
        for page in pages:
            assert PageLinks(site.folder / folder / page).language == code
        for name in ("feed.xml", "labels.js"):
            assert (site.folder / folder / name).is_file()
    shared = ("style.css", "search.js", "labels.json", "manifest.json", "credential")
    assert [path for name in shared for path in site.folder.rglob(name)] == [
        site.folder / name for name in shared
    ]


def test_every_link_leads_somewhere_in_every_language(site: PublishedSite) -> None:
    assert list(dead_links(site.folder, BASE)) == []


def test_every_page_names_itself_in_every_language(site: PublishedSite) -> None:
    for page in _pages(site.folder):
        for code, folder in FOLDERS.items():
            links = PageLinks(site.folder / folder / page)
            assert links.here == [code], page
            if page == "404.html":  # stands at no address of its own
                assert (links.alternates, links.canonical) == ({}, "")
                continue
            assert links.canonical == f"{BASE}{folder}{page}"
            assert links.alternates == {
                **{other: f"{BASE}{place}{page}" for other, place in FOLDERS.items()},
                "x-default": f"{BASE}{page}",
            }


def test_the_language_of_the_browser_is_offered_in_that_language(site: PublishedSite) -> None:
    page = (site.folder / "pl" / "country" / "nor.html").read_text("utf-8")
    own, *offered = page.split("<switch>")[1].split("</switch>")[0].split("systemLanguage=")[1:]
    assert own.startswith('"pl"></g>')  # whose browser is Polish, reads no offer
    assert [text.split('"')[1::2][:2] for text in offered] == [
        ["en", "../../country/nor.html"],
        ["de", "../../de/country/nor.html"],
    ]
    assert "Deutsch" in offered[1]


def test_pages_in_one_language_have_no_switch(
    desk: Desk, templates: Path, tmp_path: Path, site: PublishedSite
) -> None:
    del site
    with speaking("pl"):
        alone = publish(desk, tmp_path / "alone", templates, tmp_path / "key.pem")
    links = PageLinks(alone.folder / "index.html")
    assert (links.language, links.alternates, links.here) == ("pl", {}, [])
    assert "<switch>" not in (alone.folder / "index.html").read_text("utf-8")
    assert not (alone.folder / "pl").exists()


def test_one_signature_covers_the_pages_of_all_languages(
    site: PublishedSite, tmp_path: Path
) -> None:
    manifest = json.loads((site.folder / "manifest.json").read_text())["files"]
    assert {"de/index.html", "pl/country/nor.html", "de/labels.js"} < manifest.keys()
    seen = tmp_path / "seen.json"
    assert verify_published(site.folder, seen, date(2026, 11, 2)).faults == ()
    (site.folder / "pl" / "about.html").write_text("<title>another page</title>")
    (altered,) = verify_published(site.folder, seen, date(2026, 11, 2)).faults
    assert altered.startswith("pl/about.html: ")


def test_what_is_signed_does_not_change_with_the_languages(
    desk: Desk, templates: Path, tmp_path: Path, site: PublishedSite
) -> None:
    with speaking("de"):
        german = publish(desk, tmp_path / "german", templates, tmp_path / "key.pem")
    names = ["labels.json", "labels.csv", "labels.json.sig"]
    held = {path.name for path in (site.folder / "credential").iterdir()}
    # The list of those that were revoked is packed with the second in which that is done.
    names += [f"credential/{name}" for name in held - {"revocation.jwt"}]
    assert len(names) == 3 + 2
    for name in names:
        assert (german.folder / name).read_bytes() == (site.folder / name).read_bytes(), name


def test_the_publisher_speaks_in_the_language_of_the_page_where_it_can(
    site: PublishedSite,
) -> None:
    about = {
        code: (site.folder / at / "about.html").read_text("utf-8") for code, at in FOLDERS.items()
    }
    assert "<p>The agency gives it.</p>" in about["en"]
    assert "<p>Die Agentur vergibt es.</p>" in about["de"]
    assert '<p lang="en">The agency gives it.</p>' in about["pl"]
    imprint = (site.folder / "de" / "imprint.html").read_text("utf-8")
    assert '<p lang="en">Write to us.</p>' in imprint


def test_the_sitemap_names_each_page_in_each_language(site: PublishedSite) -> None:
    tree = ET.fromstring((site.folder / "sitemap.xml").read_bytes())
    found = [url.findtext(f"{MAP}loc") for url in tree]
    expected = {
        f"{BASE}{folder}{page}"
        for page in _pages(site.folder) - {"404.html"}
        for folder in FOLDERS.values()
    }
    assert set(found) == expected
    assert len(found) == len(expected)
    for url in tree:
        others = {
            link.attrib["hreflang"]: link.attrib["href"] for link in url if "href" in link.attrib
        }
        assert list(others) == ["en", "de", "pl", "x-default"]
        assert url.findtext(f"{MAP}loc") in others.values()


@pytest.mark.parametrize(
    ("asked", "stated", "languages"),
    [
        ((), "", ("en",)),
        ((), "de", ("de",)),
        (("pl",), "", ("pl",)),
        (("pl",), "de", ("pl",)),
        (("de", "en", "pl"), "", ("en", "de", "pl")),
        (("de", "en", "pl"), "pl", ("pl", "de", "en")),
        (("de", "pl", "de"), "", ("de", "pl")),
    ],
)
def test_the_main_language_is_the_themes_or_english(
    asked: tuple[str, ...], stated: str, languages: tuple[str, ...]
) -> None:
    assert page_languages(asked, stated) == languages


@pytest.mark.parametrize(
    ("theme", "fault"),
    [
        ('[site]\nlanguage = "tlh"', "site.language: 'tlh' is not an available language"),
        ("[site]\nlanguage = 4", "site.language: 4 is not an available language"),
        ('[site.de]\nabout = ["Hier."]', "site.language: say in which language"),
        ('[site]\nlanguage = "en"\nde = "Hier."', "site.de: its fields are"),
        ('[site]\nlanguage = "en"\n[site.de]\nimprint = ["x"]', "site.de: its fields are"),
        ('[site]\nlanguage = "en"\n[site.de]\nabout = [" "]', "site.de.about: give at most"),
        ('[site]\n[site.xx]\nabout = ["x"]', "site: its fields are"),
    ],
)
def test_a_theme_says_what_is_wrong_with_its_languages(
    theme: str, fault: str, tmp_path: Path
) -> None:
    path = tmp_path / "theme.toml"
    path.write_text(theme, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        read_texts(path, ())
    assert str(refused.value.faults[0]).startswith(fault)


def test_texts_without_a_stated_language_are_not_marked() -> None:
    texts = PublisherTexts(about=("It is given.",))
    assert texts.read_in("pl") == texts


def test_a_sitemap_of_very_many_pages_is_in_parts(templates: Path) -> None:
    languages = site_languages(["en", "de"], "en")
    frame = Frame(
        title="Register",
        notice="-",
        publisher="",
        base=BASE,
        on="2026-11-02",
        synthetic=False,
        titles={},
        language=languages[0],
        languages=languages,
    )
    filled = environment(templates)
    filled.globals |= {"site": frame, "languages": languages}
    pages = [f"label/{number}.html" for number in range(MOST_ADDRESSES // 2 + 1)]
    files = dict(sitemap_files(filled, frame, pages))
    index = [entry.findtext(f"{MAP}loc") for entry in ET.fromstring(files.pop("sitemap.xml"))]
    assert (
        index
        == [f"{BASE}{name}" for name in files]
        == [
            f"{BASE}sitemap-1.xml",
            f"{BASE}sitemap-2.xml",
        ]
    )
    assert [len(ET.fromstring(text)) for text in files.values()] == [MOST_ADDRESSES, 2]


def test_links_elsewhere_show_a_picture_where_the_pages_have_an_address(
    desk: Desk, templates: Path, tmp_path: Path
) -> None:
    from PIL import Image

    record_label(desk, told("Alfa"), on=date(2026, 5, 4), by="Ada")
    set_publication(desk, by="Ada", base_address=BASE)
    site = publish(
        desk,
        tmp_path / "site",
        templates,
        tmp_path / "key.pem",
        languages=("en", "de"),
        draws_preview=True,
    )
    assert site.preview_fault == ""
    pictures = {}
    for folder in ("", "de/"):
        page = (site.folder / folder / "country" / "mlt.html").read_text("utf-8")
        assert f'<meta property="og:image" content="{BASE}{folder}preview.png">' in page
        assert 'content="summary_large_image"' in page
        pictures[folder] = (site.folder / folder / "preview.png").read_bytes()
        with Image.open(site.folder / folder / "preview.png") as picture:
            assert picture.size == (1200, 630)
            assert len(picture.convert("RGB").getcolors(1 << 20) or []) > 20
    assert pictures[""] != pictures["de/"]  # each says its words in its language
    assert verify_published(site.folder, tmp_path / "seen.json", date(2026, 11, 2)).faults == ()


def test_pages_without_an_address_name_no_picture(
    desk: Desk, templates: Path, tmp_path: Path
) -> None:
    record_label(desk, told("Alfa"), on=date(2026, 5, 4), by="Ada")
    site = publish(desk, tmp_path / "site", templates, tmp_path / "key.pem", draws_preview=True)
    assert not list(site.folder.rglob("*.png"))
    assert "og:image" not in (site.folder / "index.html").read_text("utf-8")


def test_a_picture_that_cannot_be_drawn_is_named_and_stops_nothing(
    desk: Desk, templates: Path, tmp_path: Path
) -> None:
    own = tmp_path / "templates"
    shutil.copytree(templates, own, ignore=shutil.ignore_patterns("preview"))
    record_label(desk, told("Alfa"), on=date(2026, 5, 4), by="Ada")
    set_publication(desk, by="Ada", base_address=BASE)
    site = publish(desk, tmp_path / "site", own, tmp_path / "key.pem", draws_preview=True)
    assert "preview/preview" in site.preview_fault
    assert "og:image" not in (site.folder / "index.html").read_text("utf-8")


def test_days_have_one_form_on_the_pages_of_each_language(site: PublishedSite) -> None:
    for page in site.folder.rglob("*.html"):
        assert not re.search(r"\b\d{1,2}\.\d{1,2}\.\d{4}\b", page.read_text("utf-8")), page


@pytest.mark.slow
def test_letters_that_only_some_languages_have_lead_to_the_index_of_the_others(
    desk: Desk, templates: Path, tmp_path: Path
) -> None:
    names = [*(f"Alfa {number}" for number in range(1500)), "Århus Vandklynge", "Łódź Klaster"]
    rows = [f"{name};ICT;;2027/03/31;Denmark" for name in names]
    source = tmp_path / "list.csv"
    head = "Name;Comparative portfolio;www;Label valid until;Country"
    source.write_text("\n".join([head, *rows]), encoding="utf-8")
    import_list(desk, source, by="Ada")
    languages = ("en", "da", "pl")
    site = publish(desk, tmp_path / "site", templates, tmp_path / "key.pem", languages=languages)
    letters = [
        {path.name for path in (site.folder / folder).glob("organisations-*.html")}
        for folder in ("", "da", "pl")
    ]
    assert len({frozenset(found) for found in letters}) == len(languages)
    assert list(dead_links(site.folder, BASE)) == []

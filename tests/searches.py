"""Sixty searches in the three published lists and a few invented names, and what comes first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from assess.core.catalogue.catalogue import Catalogue
from assess.core.published_list.row import ListedRow
from assess.store import Store
from assess.workflow import Desk
from assess.workflow.published_list.list_import import import_list
from assess.workflow.register.register import record_label

PUBLISHED = Path(__file__).resolve().parent / "published"
NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)

INVENTED = (
    ("Łódzki Klaster Energii", "POL", "ICT"),
    ("Århus Vandklynge", "DNK", "ICT"),
    ("Aabenraa Logistik", "DNK", "ICT"),
    ("Straßenbau Süd", "DEU", "Construction"),
    ("Ærø Solar", "DNK", "Energy and environment"),
    ("North Sea Ports & Shipping", "NLD", "Transportation and mobility"),
    ("Çukurova Tekstil", "TUR", "ICT"),
    ("Žilina Autoklaster", "SVK", "Transportation and mobility"),
    ("Blu Motion", "ITA", "Transportation and mobility"),
    ("Νέα Ενέργεια", "GRC", "Energy and environment"),
)

FIRST: Mapping[str, str] = {
    # letters as people type them who lack the keys
    "oresund food": "Øresund Food",
    "oeresund": "Øresund Food",
    "øresund": "Øresund Food",
    "ØRESUND": "Øresund Food",
    "food oresund": "Øresund Food",
    "aarhus": "Århus Vandklynge",
    "arhus": "Århus Vandklynge",
    "århus vand": "Århus Vandklynge",
    "abenraa": "Aabenraa Logistik",
    "åbenrå": "Aabenraa Logistik",
    "lodzki": "Łódzki Klaster Energii",
    "łódzki": "Łódzki Klaster Energii",
    "klaster energii": "Łódzki Klaster Energii",
    "strassenbau": "Straßenbau Süd",
    "straßenbau sud": "Straßenbau Süd",
    "sued strassenbau": "Straßenbau Süd",
    "STRASSENBAU": "Straßenbau Süd",
    "aero": "Ærø Solar",
    "ærø": "Ærø Solar",
    "aeroe solar": "Ærø Solar",
    "cukurova": "Çukurova Tekstil",
    "zilina": "Žilina Autoklaster",
    "νεα": "Νέα Ενέργεια",
    "elastopole": "Elastopôle",
    "numelink": "Numélink",
    "nordjysk fodevareerhverv": "Nordjysk FødevareErhverv",
    "nordjysk foedevare": "Nordjysk FødevareErhverv",
    "baeredygtig": "Netværk for Bæredygtig Erhvervsudvikling NordDanmark",
    "netvaerk nord": "Netværk for Bæredygtig Erhvervsudvikling NordDanmark",
    "cluster ernaehrung": "Cluster Ernährung",
    "cluster ernahrung": "Cluster Ernährung",
    "fordergesellschaft": "Fördergesellschaft Erneuerbare Energien e.V.",
    "baden wuerttemberg connected": "Baden-Württemberg Connected e.V.",
    # one or two wrong letters
    "robocluter": "RoboCluster",
    "medicn valley": "Medicon Valley",
    "medicon vlaley": "Medicon Valley",
    "biopoeple": "Biopeople",
    "stmartlog": "Smartlog",
    "oslo medtch": "Oslo Medtech",
    "offshroe drilling": "NCE NODE - Norwegian Offshore & Drilling Engineering",
    "aquacultrue": "NCE Aquaculture",
    "cancr oslo": "Oslo Cancer Cluster",
    "elctric mobility": "Electric Mobility Norway",
    # words apart, together, with signs and in another order
    "robo cluster": "RoboCluster",
    "northsea": "North Sea Ports & Shipping",
    "north-sea": "North Sea Ports & Shipping",
    "ports and shipping": "North Sea Ports & Shipping",
    "valley medicon": "Medicon Valley",
    "e mobility": "Insero E-Mobility",
    "ve net": "VE-Net (Renewable Energy Innovation Network)",
    "it forum": "it-forum midtjylland",
    "subsea nce": "NCE Subsea",
    # countries by codes and in other languages, and what else is public
    "norge kongsberg": "NCE Systems Engineering Kongsberg",
    "norwegen raufoss": "NCE Raufoss",
    "norvège subsea valley": "Subsea Valley",
    "dk lev": "Lev Vel",
    "dänemark lighting": "Danish Lighting Innovation Network",
    "danemark vifu": "VIFU",
    "dania smartlog": "Smartlog",
    "nld": "North Sea Ports & Shipping",
    "holland": "North Sea Ports & Shipping",
    "germania straßenbau": "Straßenbau Süd",
    "griechenland energy": "Νέα Ενέργεια",
    "turkey": "Çukurova Tekstil",
    "slowakei": "Žilina Autoklaster",
    "polska lodz": "Łódzki Klaster Energii",
    "www.robocluster.dk": "RoboCluster",
    "2019-03-02": "Smartlog",
}
"""What is typed, and what is found first."""

NOTHING = ("blue motionless", "xqzvw", "%", "2099-01-01", "energy qqqq")
"""What is typed and finds nothing."""


def fill(desk: Desk) -> None:
    """Put the three lists and the invented names into a register."""
    for name, country in (("denmark", "DNK"), ("norway", "NOR"), ("country-overview-2012", None)):
        import_list(desk, PUBLISHED / f"{name}.txt", by="Ada", country=country)
    for name, country, portfolio in INVENTED:
        row = ListedRow(
            place="told",
            text=name,
            name=name,
            country=country,
            portfolio=portfolio,
            website=None,
            level="Bronze",
            valid_until=date(2028, 5, 31),
        )
        record_label(desk, row, on=date(2026, 5, 4), by="Ada")


@contextmanager
def searched_desk(folder: Path, catalogue: Catalogue) -> Iterator[Desk]:
    """Give a desk with such a register."""
    with Desk(
        newest=catalogue,
        store=Store(folder / "searched.db", now=NOW),
        clock=lambda: NOW,
        new_id=lambda: "x",
        stated_day=NOW.date(),
    ) as desk:
        fill(desk)
        yield desk

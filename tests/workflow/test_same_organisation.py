"""Who is the same organisation: every door decides alike, and names those that are only alike."""

from __future__ import annotations

import json
import tempfile
import unicodedata
from collections.abc import Callable
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess.core.case.assessment import State, StateChange
from assess.core.case.organisation import Organisation
from assess.core.catalogue.catalogue import Catalogue
from assess.errors import AssessError
from assess.exchange.case import case_file
from assess.locations import indicators_folder
from assess.store import Store
from assess.workflow import Desk, begin, export_case, find, import_files, similar_organisations
from assess.workflow.case.rounds import newest_of
from assess.workflow.label.labelling import award
from assess.workflow.published_list.list_import import import_list
from assess.workflow.register.likeness import alike_organisations
from assess.workflow.register.register import find_label, organisation_named
from tests.hand_worked import CASE_ID
from tests.hand_worked import case_file as handmade
from tests.notation import NOON, case_of
from tests.workflow.test_returning import pdf_form

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "Südwind Café Ø"
SAME = st.lists(
    st.sampled_from(
        [
            str.upper,
            str.lower,
            lambda name: unicodedata.normalize("NFD", name),
            lambda name: name.replace(" ", "\u00a0 "),
            lambda name: f"{name[:3]}\u00ad{name[3:]}\u200b",
            lambda name: f"„{name}“",
            lambda name: f"{name} .",
        ]
    ),
    max_size=3,
)
ALIKE = st.sampled_from(
    [
        lambda name: name.replace("Ø", "OE"),
        lambda name: name.replace("Ø", "O"),
        lambda name: name.replace("ü", "u"),
        lambda name: name.replace("ü", "ue"),
        lambda name: name.replace("é", "e"),
        lambda name: name.replace("d C", "d-C"),
    ]
)


@contextmanager
def desk_in(folder: Path, catalogue: Catalogue, name: str = "assess.db") -> Iterator[Desk]:
    numbers = count(1)
    with Desk(
        newest=catalogue,
        store=Store(folder / name, now=NOON),
        clock=lambda: NOON,
        new_id=lambda: f"{name[:4]}{next(numbers):04d}",
        shipped_indicators=indicators_folder(),  # the file was made with an earlier edition
    ) as desk:
        yield desk


def begun(desk: Desk, name: str) -> str:
    return begin(desk, Organisation(name=name, country="NOR"), case_of().details).id


def refusal(does: Callable[[], object]) -> str:
    """Give why something is refused; nothing where it is done."""
    try:
        does()
    except AssessError as error:
        return str(error)
    return ""


# The doors: each tells whether it takes a second name for the organisation of the first.


def by_beginning(desk: Desk, first: str, second: str, _: Path) -> bool:
    begun(desk, first)
    begun(desk, second)
    return len(desk.store.cases.organisations()) == 1


def by_the_last_round(desk: Desk, first: str, second: str, _: Path) -> bool:
    begun(desk, first)
    return newest_of(desk, Organisation(name=second, country="NOR")) is not None


def by_finding(desk: Desk, first: str, second: str, _: Path) -> bool:
    case_id = begun(desk, first)
    said = refusal(lambda: find(desk, second))
    assert not said or case_id in said  # it is offered
    return not said


TABLE = "organisation,country,portfolio,interview_date,mode,expert\n"


def row(name: str) -> str:
    quoted = name.replace('"', '""')
    return f'"{quoted}",NOR,ICT,2026-11-02,video,Ada\n'


def by_a_table(desk: Desk, first: str, second: str, folder: Path) -> bool:
    path = folder / "table.csv"
    path.write_text(TABLE + row(first), encoding="utf-8")
    import_files(desk, [path])
    path.write_text(TABLE + row(second), encoding="utf-8")
    (arrived,) = import_files(desk, [path])
    is_same = len(desk.store.cases.all()) == 1
    assert is_same or "may be the same organisation" in " ".join(arrived.left)
    return is_same


def by_rows_of_one_table(desk: Desk, first: str, second: str, folder: Path) -> bool:
    path = folder / "table.csv"
    path.write_text(TABLE + row(first) + row(second), encoding="utf-8")
    if first == second:
        (arrived,) = import_files(desk, [path])
        return "row 3: the same as row 2, and read once" in arrived.left
    said = refusal(lambda: import_files(desk, [path]))
    assert not said or "is already in row 2" in said
    return bool(said) or len(desk.store.cases.all()) == 1  # the same row twice is read once


def by_a_case_file(desk: Desk, first: str, second: str, folder: Path) -> bool:
    begun(desk, first)
    path = folder / "case.json"
    path.write_text(
        json.dumps({**handmade(), "organisation": {"name": second, "country": "NOR"}}),
        encoding="utf-8",
    )
    (arrived,) = import_files(desk, [path])
    is_same = len(desk.store.cases.organisations()) == 1
    assert is_same or "may be the same organisation" in " ".join(arrived.left)
    return is_same


def by_a_copy(desk: Desk, first: str, second: str, folder: Path) -> bool:
    case_id = begun(desk, first)
    path = folder / "case.json"
    with desk_in(folder, desk.newest, "other.db") as other:
        export_case(other, other.store.assessment(begun(other, second)), path)
    into = desk.store.assessment(case_id)
    (arrived,) = import_files(desk, [path], into=into)
    return "the file belongs to" not in " ".join(arrived.left)


def by_a_returned_form(desk: Desk, first: str, second: str, folder: Path) -> bool:
    case_id = begun(desk, first)
    path = folder / "form.pdf"
    texts = {"assess__case": case_id, "assess__organisation": second, "committed_total": "86"}
    path.write_bytes(pdf_form(**texts))
    said = refusal(lambda: import_files(desk, [path]))
    assert not said or "is for" in said
    return not said


def by_an_entry_of_a_case_file(desk: Desk, first: str, second: str, _: Path) -> bool:
    entry = {"kind": "proposed", "case": CASE_ID, "name": second, "country": "NOR"}
    entry |= {"portfolio": "Energy and environment", "interview_date": "2026-11-02"}
    plain = {
        **handmade(),
        "organisation": {"name": first, "country": "NOR"},
        "register": [{**entry, "on": "2026-11-20", "by": "The board"}],
    }
    content = json.dumps(plain).encode()
    said = refusal(
        lambda: case_file.read(content, "case.json", desk.newest, now=NOON, new_id="newid")
    )
    return "is not the name of the organisation" not in said


def by_a_list(desk: Desk, first: str, second: str, folder: Path) -> bool:
    path = folder / "list.csv"
    lines = [f'"{name}";ICT;;2027-11-20' for name in (first, second)]
    path.write_text("Name;Portfolio;www;Valid until\n" + "\n".join(lines), encoding="utf-8")
    taken = import_list(desk, path, by="Ada", country="NOR")
    assert not taken.rejected
    assert bool(taken.alike) == (len(taken.new) == 2)
    return len(taken.new) == 1


def by_naming_one_of_the_register(desk: Desk, first: str, second: str, folder: Path) -> bool:
    path = folder / "list.csv"
    path.write_text(f'Name;Portfolio;Valid until\n"{first}";ICT;2027-11-20', encoding="utf-8")
    import_list(desk, path, by="Ada", country="NOR")
    said = refusal(lambda: find_label(desk, second))
    assert not said or "of similar names" in said
    assert bool(said) == bool(refusal(lambda: organisation_named(desk, second)))
    return not said


def by_what_is_asked(desk: Desk, first: str, second: str, _: Path) -> bool:
    begun(desk, first)
    return not similar_organisations(desk, second, "NOR")


DOORS = [
    by_beginning,
    by_the_last_round,
    by_finding,
    by_a_table,
    by_rows_of_one_table,
    by_a_case_file,
    by_a_copy,
    by_a_returned_form,
    by_an_entry_of_a_case_file,
    by_a_list,
    by_naming_one_of_the_register,
    by_what_is_asked,
]

Way = Callable[[str], str]
Door = Callable[[Desk, str, str, Path], bool]


def written(name: str, ways: list[Way]) -> str:
    for way in ways:
        name = way(name)
    return name


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_every_door_takes_the_same_for_the_same_and_the_alike_for_another(
    door: Door, catalogue: Catalogue
) -> None:
    @settings(max_examples=4, deadline=None)
    @given(SAME, SAME, ALIKE)
    def decides(first: list[Way], second: list[Way], other: Way) -> None:
        given_first = written(NAME, first)
        for name, is_same in (
            (written(NAME, second), True),
            (written(other(NAME), second), False),
        ):
            with tempfile.TemporaryDirectory() as folder, desk_in(Path(folder), catalogue) as desk:
                assert door(desk, given_first, name, Path(folder)) is is_same

    decides()


def test_a_name_is_kept_in_its_normal_form(desk: Desk) -> None:
    begun(desk, "\u200b Su\u0308dwind\u00a0 Cluster ")
    assert [one.name for one in desk.store.cases.organisations()] == ["Südwind Cluster"]
    with pytest.raises(AssessError, match="no visible character"):
        begun(desk, "\u200b")


def test_a_table_taken_in_again_in_other_spellings_begins_no_second_case(
    desk: Desk, tmp_path: Path
) -> None:
    for name in ("Südwind Cluster", "Su\u0308dwind Cluster", "Südwind\u00a0 cluster "):
        path = tmp_path / "members.csv"
        path.write_text(TABLE + row(name), encoding="utf-8")
        import_files(desk, [path])
    assert len(desk.store.cases.all()) == 1


def test_one_list_with_a_name_in_six_spellings_gives_one_label(desk: Desk, tmp_path: Path) -> None:
    names = [
        "Südwind Cluster",
        "Su\u0308dwind Cluster",
        "Südwind Cluster\u00a0",
        "Süd\u00adwind Cluster",
        "\u200eSüdwind Cluster\u200b",
        "SÜDWIND CLUSTER",
    ]
    path = tmp_path / "list.csv"
    lines = "".join(f"{name};ICT;;2027-11-20\n" for name in names)
    path.write_text(f"Name;Portfolio;www;Valid until\n{lines}", encoding="utf-8")
    taken = import_list(desk, path, by="Ada", country="DEU")
    assert (len(taken.new), len(taken.known), taken.alike) == (1, 5, ())
    assert taken.new[0].name == "Südwind Cluster"


def test_who_led_the_interview_decides_alone_in_no_spelling(desk: Desk) -> None:
    pattern = case_of(expert="Jürgen Ode")
    case = desk.store.assessment(begin(desk, pattern.organisation, pattern.details).id)
    finishing = StateChange(state=State.FINISHED, by="x")
    desk.store.states.add(case.case.id, [finishing], at=NOON)
    finished = desk.store.assessment(case.case.id)
    for by in ("JU\u0308RGEN  ODE", "Jürgen\u00a0Ode."):
        with pytest.raises(AssessError, match=r"cannot decide on it alone|cannot be"):
            award(desk, finished, by=by, on=NOON.date())


def test_a_list_is_compared_with_the_organisations_of_cases(desk: Desk, tmp_path: Path) -> None:
    begun(desk, "Øresund Food")
    path = tmp_path / "list.csv"
    path.write_text("Name;Portfolio;Valid until\nOeresund Food;ICT;2027-11-20", encoding="utf-8")
    taken = import_list(desk, path, by="Ada", country="NOR")
    (pair,) = taken.alike
    assert {pair.name, pair.other} == {"Øresund Food", "Oeresund Food"}
    assert alike_organisations(desk) == (pair,)
    assert organisation_named(desk, "øresund food") == Organisation(
        name="Øresund Food", country="NOR"
    )

"""Loads a folder of TOML files into a catalogue, or names every fault in it."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, RootModel, ValidationError

from assess.core.catalogue.catalogue import Catalogue, Edition
from assess.core.catalogue.faults.answer_use import misuses
from assess.core.catalogue.faults.consistency import inconsistencies
from assess.core.catalogue.indicator import Indicator, Module
from assess.core.catalogue.policy import LabelRules, Reference
from assess.core.catalogue.rule.answer_check import AnswerCheck
from assess.core.catalogue.rule.answer_window import AnswerWindow
from assess.core.catalogue.survey import Survey
from assess.errors import CatalogueFault
from assess.files import text_of
from assess.languages import gettext, ngettext
from assess.languages.countries import countries
from assess.languages.message import say
from assess.languages.months import MONTH_WORDS
from assess.languages.translation.wording_paths import placed
from assess.languages.validation import say_flaw
from assess.toml import TOMLDecodeError, read_toml

M = TypeVar("M", bound=BaseModel)

SURVEYS = "survey.toml"
"""The file of what is asked of others than the manager; an edition can do without."""

CHECKS = "checks.toml"
"""The file of checks between answers; an edition can do without."""

_ALWAYS = ("edition.toml", "label.toml", "reference.toml")
"""The files of a catalogue beside those of its indicators."""

_OF_INDICATORS = "[0-9][0-9]_*.toml"


class _Checks(BaseModel):
    model_config = ConfigDict(extra="forbid")
    check: tuple[AnswerCheck, ...] = ()
    window: tuple[AnswerWindow, ...] = ()


class _Surveys(BaseModel):
    model_config = ConfigDict(extra="forbid")
    survey: tuple[Survey, ...] = ()


class _Minimums(BaseModel):
    model_config = ConfigDict(extra="forbid")
    items: tuple[str, ...]


class _Leads(RootModel[dict[str, str]]):
    """Lead measures by the ids of indicators."""


class _References(BaseModel):
    model_config = ConfigDict(extra="forbid")
    reference: tuple[Reference, ...] = ()


EDITIONS = "editions"
"""The folder, within one of indicators, of the editions before it: a folder each, called by its
id."""


MODULES = "modules"
"""The folder, within one of indicators, of the modules that can be switched on."""


def load(folder: Path) -> Catalogue:
    """Load the catalogue of a folder.

    Raises CatalogueFault with every fault of the folder, each with file, field and what would be
    right.
    """
    if not folder.is_dir():
        raise CatalogueFault(
            gettext("There is no folder of indicators at {folder}.", folder=folder), ()
        )
    faults: list[str] = []
    texts = _texts(folder, faults)
    return _catalogue(texts, folder, faults, kept=False)


def load_texts(texts: Mapping[str, str], place: Path) -> Catalogue:
    """Load the catalogue whose files have these texts, by their names; `place` is where they are.

    It was loaded from a folder before, so that only what cannot be used any longer is a fault.
    Raises CatalogueFault as `load` does.
    """
    return _catalogue(texts, place, [], kept=True)


def read_texts(folder: Path) -> dict[str, str]:
    """Give the texts of the files of a catalogue by their names.

    Raises CatalogueFault with every file that cannot be read.
    """
    faults: list[str] = []
    texts = _texts(folder, faults)
    if faults:
        raise CatalogueFault(_headline(folder, faults), faults)
    return texts


REFERENCES = "reference.toml"
"""The file of published values."""

LEADS = "lead.toml"
"""The file, beside the folders of editions, of lead measures for those that name none."""


MINIMUMS = "minimum.toml"
"""The file, beside the folders of editions, of items with a minimum for those that mark none."""


def _texts(folder: Path, faults: list[str]) -> dict[str, str]:
    names = [path.name for path in sorted(folder.glob(_OF_INDICATORS))]
    names += [path.name for own in (CHECKS, SURVEYS) for path in folder.glob(own)]
    names += [f"{MODULES}/{path.name}" for path in sorted((folder / MODULES).glob("*.toml"))]
    found = ((name, _text(folder / name, faults)) for name in (*_ALWAYS, *names))
    texts = {name: text for name, text in found if text is not None}
    if folder.parent.name == EDITIONS:
        texts |= _of_today(folder.parent, faults)
    return texts


def _of_today(editions: Path, faults: list[str]) -> dict[str, str]:
    """Give what an earlier edition takes from today: leads, minimums, citations.

    None of them defines a value; a citation only gets shorter, and names its source better.
    """
    beside = {name: editions / name for name in (LEADS, MINIMUMS)}
    beside[REFERENCES] = editions.parent / REFERENCES
    return {name: _text(path, faults) or "" for name, path in beside.items() if path.is_file()}


def _catalogue(
    texts: Mapping[str, str], folder: Path, faults: list[str], *, kept: bool
) -> Catalogue:
    edition = _read(texts, "edition.toml", Edition, faults)
    rules = _read(texts, "label.toml", LabelRules, faults)
    references = _read(texts, REFERENCES, _References, faults)
    checks = _read(texts, CHECKS, _Checks, faults)
    surveys = _read(texts, SURVEYS, _Surveys, faults)
    leads = _leads(texts, faults)
    indicators: dict[str, Indicator] = {}
    for name in fnmatch.filter(texts, _OF_INDICATORS):
        indicator = _read(texts, name, Indicator, faults)
        if indicator is not None:
            indicators[name] = _led(indicator, leads)
    modules = _modules(texts, edition, faults)
    if not indicators and not faults:
        faults.append(
            gettext('there is no indicator file; indicator files have names such as "01_age.toml"')
        )
    if faults or edition is None or rules is None or references is None:
        raise CatalogueFault(_headline(folder, faults), faults)
    catalogue = Catalogue(
        edition=edition,
        indicators=tuple(sorted(indicators.values(), key=lambda known: known.number)),
        label=_with_minimums(rules, texts, faults),
        references=references.reference,
        checks=checks.check if checks else (),
        windows=checks.window if checks else (),
        surveys=surveys.survey if surveys else (),
        modules=tuple(
            module.model_copy(update={"number": number})
            for number, module in enumerate(modules.values(), start=len(indicators) + 1)
        ),
        countries=countries(),
        month_words=MONTH_WORDS,
    )
    named = {**indicators, **modules}
    file_of = {indicator.id: name for name, indicator in named.items()}
    found = list(inconsistencies(catalogue))
    if not found and not kept:
        found = list(misuses(catalogue))
    faults = [
        _at(file_of.get(fault.owner, fault.owner), _at(fault.place, say(fault.text)))
        for fault in found
    ]
    if faults:
        raise CatalogueFault(_headline(folder, faults), faults)
    return catalogue


def _leads(texts: Mapping[str, str], faults: list[str]) -> dict[str, str]:
    """Read the lead measures of indicators that name none, by the ids of these."""
    read = _read(texts, LEADS, _Leads, faults)
    return read.root if read else {}


def _with_minimums(rules: LabelRules, texts: Mapping[str, str], faults: list[str]) -> LabelRules:
    """Mark the items that may have a minimum requirement, in rules that mark none."""
    read = _read(texts, MINIMUMS, _Minimums, faults)
    if read is None or any(item.minimum for item in rules.quality_items):
        return rules
    items = tuple(
        item.model_copy(update={"minimum": item.id in read.items}) for item in rules.quality_items
    )
    return rules.model_copy(update={"quality_items": items})


def _led(indicator: Indicator, leads: Mapping[str, str]) -> Indicator:
    """Give an indicator that names no lead measure the one that stands beside the editions."""
    lead = leads.get(indicator.id)
    if indicator.lead is not None or lead not in {each.name for each in indicator.measures}:
        return indicator
    return indicator.model_copy(update={"lead": lead})


def _modules(
    texts: Mapping[str, str], edition: Edition | None, faults: list[str]
) -> dict[str, Module]:
    """Read the modules that the edition switches on, by the names of their files."""
    found: dict[str, Module] = {}
    for module in edition.modules if edition else ():
        name = f"{MODULES}/{module}.toml"
        if name not in texts:
            faults.append(_at("edition.toml", _at("modules", _at(name, _missing()))))
        elif (read := _read(texts, name, Module, faults)) is not None:
            found[name] = read
    return found


def _missing() -> str:
    return gettext("the file is missing")


def _at(field: str, fault: str) -> str:
    """Say a fault after the file or field that it is in."""
    return gettext("{field}: {fault}", field=field, fault=fault) if field else fault


def _headline(folder: Path, faults: list[str]) -> str:
    return ngettext(
        "The indicators in {folder} have {count} fault; they were not loaded.",
        "The indicators in {folder} have {count} faults; they were not loaded.",
        len(faults),
        folder=folder,
    )


def _text(path: Path, faults: list[str]) -> str | None:
    """Read one file; why it cannot be read is added to the list."""
    try:
        return text_of(path)
    except FileNotFoundError:
        faults.append(gettext("{file}: the file is missing", file=path.name))
    except OSError as error:
        faults.append(
            gettext(
                "{file}: the file cannot be read ({reason})",
                file=path.name,
                reason=str(error.strerror),
            )
        )
    except UnicodeDecodeError:
        faults.append(gettext("{file}: the file is not written in UTF-8", file=path.name))
    return None


def _read(texts: Mapping[str, str], name: str, model: type[M], faults: list[str]) -> M | None:
    """Read the text of one file; its faults are added to the list."""
    if name not in texts:
        return None
    try:
        content = placed(read_toml(texts[name]), Path(name).stem)
        return model.model_validate(content)
    except TOMLDecodeError as error:
        faults.append(gettext("{file}: not valid TOML: {error}", file=name, error=error))
    except ValidationError as error:
        faults.extend(_at(name, fault) for fault in validation_faults(error, content))
    return None


def validation_faults(error: ValidationError, content: Any) -> Iterator[str]:
    """Give one sentence for each fault that pydantic found, with its place as in the file."""
    for fault in error.errors(include_url=False):
        place = _place(fault["loc"], content)
        match fault["type"]:
            case "missing":
                text = gettext("this field is missing")
            case "extra_forbidden":
                text = gettext("there is no field of this name")
            case "union_tag_not_found":
                field = fault["ctx"]["discriminator"].strip("'")
                place, text = f"{place}.{field}", gettext("this field is missing")
            case "union_tag_invalid":
                text = gettext(
                    "Input tag '{tag}' found using {discriminator} does not match any of "
                    "the expected tags: {expected_tags} - write one of the expected tags",
                    tag=fault["ctx"]["tag"],
                    discriminator=fault["ctx"]["discriminator"],
                    expected_tags=fault["ctx"]["expected_tags"],
                )
            case kind:
                text = say_flaw(kind, fault["msg"], fault.get("ctx", {}))
        yield _at(place, text)


def _place(location: tuple[int | str, ...], content: Any) -> str:
    """Write a place like `question[2].min`; pydantic's names of union arms are left out."""
    text = ""
    here = content
    for step in location:
        if isinstance(step, int):
            text += f"[{step + 1}]"
            here = here[step] if isinstance(here, list) and step < len(here) else None
        elif (
            isinstance(here, dict)
            and step not in here
            and step in (here.get("type"), here.get("kind"))
        ):
            continue
        else:
            text += f".{step}" if text else step
            here = here.get(step) if isinstance(here, dict) else None
    return text

"""Files of answers that a form in a browser wrote: as JSON, or within a saved copy of the form."""

from __future__ import annotations

from html.parser import HTMLParser

from pydantic import ValidationError

from assess.core.questionnaire.browser.answer_file import ANSWERS, VERSION, AnswerFile
from assess.errors import Refused
from assess.exchange.container.strict_json import parsed
from assess.languages import gettext
from assess.languages.validation import say_flaw

HOLDER = "assess-answers"
"""The id of the element of a form that holds its answers."""
MAX_BYTES = 8 * 2**20


def read(content: bytes, name: str) -> AnswerFile:
    """Read a file of answers; raises Refused with what is wrong and where."""
    if len(content) > MAX_BYTES:
        raise Refused(
            gettext(
                "{name} is larger than {megabytes} MB, which is too large for the answers of a "
                "form.",
                name=name,
                megabytes=MAX_BYTES // 2**20,
            ),
            (),
        )
    plain = parsed(content, name, "answers")
    version = plain.get("version")
    if plain.get("format") == ANSWERS and type(version) is int and version > VERSION:
        raise Refused(
            gettext(
                "{name} has answers of a newer version ({version}); this program reads version "
                "{own_version}.",
                name=name,
                version=version,
                own_version=VERSION,
            ),
            (),
        )
    try:
        return AnswerFile.model_validate(plain)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part)[:60] for part in first["loc"])
        fault = say_flaw(first["type"], first["msg"], first.get("ctx", {}))
        raise Refused(
            gettext(
                "{name} does not have the answers of a form: {place}: {fault}.",
                name=name,
                place=place,
                fault=fault,
            ),
            (),
        ) from error


def answers_within(content: bytes) -> bytes | None:
    """Give the file of answers that a saved form holds; None where a page is no form of ours."""
    if f'id="{HOLDER}"'.encode() not in content:
        return None
    finder = _Finder()
    finder.feed(content.decode("utf-8-sig", "replace"))
    return "".join(finder.text).encode() if finder.is_found else None


class _Finder(HTMLParser):
    """Takes the text of the one element that holds the answers; nothing in a page is run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.text: list[str] = []
        self.is_found = False
        self._is_inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_inside = tag == "script" and ("id", HOLDER) in attrs and not self.is_found
        self.is_found = self.is_found or self._is_inside

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._is_inside = False

    def handle_data(self, data: str) -> None:
        if self._is_inside:
            self.text.append(data)

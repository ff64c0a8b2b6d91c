"""Sentences of templates are put in place when a template is compiled, in the language spoken."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from assess.languages import speaking
from assess.languages.language import PSEUDO
from assess.languages.translation.look_up import FOLDER
from assess.render.document.templates import environment

GERMAN = "de"

CASES = [
    ('{{ _("Country") }}', "Country"),
    ("{{ _('Day') }}: {{ _(\"Level\") }}", "Day: Level"),
    ('{{ _("Listed on") if listed else _("Awarded on") }}', "Awarded on"),
    ('{{ _("At %(day)s", day="1 < 2") }}', "At 1 &lt; 2"),
    ('{{ _("100 %% & more") }}', "100 % & more"),
    ('<p title="{{ _("A <b>sign</b>") }}">', '<p title="A <b>sign</b>">'),
    ('{{ _("Country" ~ "") }}', "Country"),
    ("_(\"no call\") {{ '_' }}", '_("no call") _'),
    (
        '{% trans %}Whole{% endtrans %}{{ ngettext("%(num)s row", "%(num)s rows", 2) }}',
        "Whole2 rows",
    ),
]


@pytest.mark.parametrize(("source", "said"), CASES)
def test_a_sentence_is_said(tmp_path: Path, source: str, said: str) -> None:
    assert environment(tmp_path).from_string(source).render(listed=False) == said


def test_a_template_holds_the_language_in_which_it_was_compiled(tmp_path: Path) -> None:
    with speaking(PSEUDO):
        pseudo = environment(tmp_path).from_string('{{ _("Country") }}')
    english = environment(tmp_path).from_string('{{ _("Country") }}')
    assert pseudo.render().startswith("⟦")
    assert english.render() == "Country"


def test_a_sentence_of_a_template_is_found_in_the_translations_of_templates(tmp_path: Path) -> None:
    """Those of the program do not have it."""
    catalog = Catalog(locale="de")
    catalog.add("Key figures", "Wichtige Zahlen")
    catalog.add("First step: %(step)s", "Erster Schritt: %(step)s")
    folder = tmp_path / FOLDER
    folder.mkdir()
    with (folder / f"{GERMAN}.po").open("wb") as file:
        write_po(file, catalog)
    page = (
        '{{ _("Key figures") }} {{ _("First step: %(step)s", step=1) }} {{ _("Not in any file") }}'
    )
    with speaking(GERMAN):
        said = environment(tmp_path).from_string(page).render()
    assert said == "Wichtige Zahlen Erster Schritt: 1 Not in any file"

"""Answers that a form in a browser wrote: they become proposals, like those of every form."""

from __future__ import annotations

from assess.core.questionnaire.browser.form_rules import form_rules, rules_hash
from assess.errors import Refused
from assess.exchange.questionnaire import answer_json
from assess.languages import gettext
from assess.languages.message import say
from assess.workflow.desk.desk import Desk
from assess.workflow.desk.incoming_file import Incoming, Take
from assess.workflow.questionnaire.form_return import edition_for, known_keys, take_returned
from assess.workflow.questionnaire.table_import import read_page as read_table_page


def read_answers(desk: Desk, incoming: Incoming) -> Take:
    """Read a file of answers that a form in a browser wrote; nothing is changed before."""
    path = str(incoming.path)
    answers = answer_json.read(incoming.content, path)
    if answers.kind != "questionnaire":
        raise Refused(
            gettext("{path} has answers of another form than the questionnaire.", path=path), ()
        )
    catalogue = edition_for(desk, incoming, answers.case)
    rules = rules_hash(form_rules(catalogue.questions.values(), catalogue.checks, say))
    returned = answers.returned(frozenset(known_keys(catalogue)), rules)
    return take_returned(desk, incoming, returned)


def read_page(desk: Desk, incoming: Incoming) -> Take:
    """Read a saved web page: a form with answers in it, or a table of organisations."""
    answers = answer_json.answers_within(incoming.content)
    if answers is None:
        return read_table_page(desk, incoming)
    return read_answers(desk, incoming._replace(content=answers))

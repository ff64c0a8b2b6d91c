"""What became of something typed: a value with its echo, or a fault."""

from __future__ import annotations

import json

from assess.core.case.answer import AnswerValue
from assess.core.case.reading.message import ReadingMessage
from assess.core.text.message import Text, message
from assess.core.text.value import Value


class Reading(Value):
    """How something typed was understood: a value with its echo, or a fault."""

    value: AnswerValue = None
    echo: Text = ""
    fault: Text | None = None
    remark: Text | None = None
    """How a mark was understood that could have meant something else; None where none could."""


def quoted(text: str) -> str:
    """Give what was typed in quotation marks, cut to a length."""
    return repr(text if len(text) <= 40 else text[:37] + "...")


def read_json(text: str) -> Reading:
    """Read a value as it would stand in a case file."""
    try:
        value = json.loads(text, parse_constant=_refuse_constant)
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except UnicodeEncodeError:
        return Reading(fault=message(ReadingMessage.HALF_A_CHARACTER))
    except _ConstantError as constant:
        return Reading(fault=message(ReadingMessage.JSON_NOT_NUMBER, word=str(constant)))
    except (ValueError, RecursionError) as error:
        return Reading(fault=message(ReadingMessage.NOT_JSON, fault=str(error)))
    if value is None:
        return Reading(fault=message(ReadingMessage.JSON_NULL))
    return Reading(value=value, echo=message(ReadingMessage.READ_AS_JSON))


class _ConstantError(Exception):
    """JSON holds NaN, or an infinite number."""


def _refuse_constant(name: str) -> None:
    raise _ConstantError(name)

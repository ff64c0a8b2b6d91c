"""Expressions over answers: the small arithmetic in which the catalogue states its rules.

They are written as in Python, `staff_fte > staff_headcount`, and only what is listed here is
understood. A name is a question, `composition.sme` one of its parts, and `country` the country of
the organisation. What is not known makes unknown what hangs on it, never false.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from math import fsum
from statistics import fmean
from typing import Any

from assess.core.catalogue.message import CatalogueMessage
from assess.core.text.flaw import flaw
from assess.core.text.message import series

COUNTRY = "country"
"""The name that is no question: the country of the organisation, by its code."""

Look = Callable[[str], object]
"""Gives what a reference stands for: the value of a question or of a part; None: not known."""

_ARITHMETIC: Mapping[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: lambda left, right: left + right,
    ast.Sub: lambda left, right: left - right,
    ast.Mult: lambda left, right: left * right,
    ast.Div: lambda left, right: left / right if right else None,
}

_COMPARED: Mapping[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Lt: lambda left, right: left < right,
    ast.LtE: lambda left, right: left <= right,
    ast.Gt: lambda left, right: left > right,
    ast.GtE: lambda left, right: left >= right,
    ast.Eq: lambda left, right: left == right,
    ast.NotEq: lambda left, right: left != right,
    ast.In: lambda left, right: left in right,
    ast.NotIn: lambda left, right: left not in right,
}


def _later(first: str, second: str) -> bool:
    """Tell whether a month is after another; a year alone is compared as a year."""
    length = min(len(first), len(second))
    return first[:length] > second[:length]


def _numbers(parts: Mapping[str, Any]) -> list[float]:
    return [part for part in parts.values() if isinstance(part, int | float)]


_FUNCTIONS: Mapping[str, tuple[int, Callable[..., Any]]] = {
    "count": (1, len),
    "total": (1, lambda parts: fsum(_numbers(parts))),
    "mean": (1, lambda parts: fmean(_numbers(parts)) if _numbers(parts) else None),
    "largest": (2, max),
    "outside": (3, lambda number, low, high: not low <= number <= high),
    "within": (3, lambda number, low, high: low <= number <= high),
    "later": (2, _later),
}
"""What can be asked of values, with how many of them: entries of a list, sum and mean of parts,
the larger of two numbers, whether one lies outside or within bounds, which month is later."""

_SPECIAL = {"months": 1, "answered": 1, "classed": 2}
"""`months(founded)`: whole months until the interview; `answered(reach)`: whether there is a value;
`classed(group_meetings, 1, 2, 5, 12)`: how many of these bounds a number has reached."""


@lru_cache(maxsize=1024)
def parsed(text: str) -> ast.expr:
    """Read an expression; a flaw says what is not understood in it."""
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError) as error:
        raise flaw(CatalogueMessage.NO_EXPRESSION, text=text) from error
    for node in ast.walk(tree):
        _demand_understood(node, text)
    return tree


def references_in(text: str) -> tuple[str, ...]:
    """Give the questions and parts that an expression looks at, each once, in order."""
    return tuple(dict.fromkeys(name for name in _references(parsed(text)) if name != COUNTRY))


def evaluated(text: str, look: Look, months: Callable[[str], int]) -> Any:
    """Give what an expression comes to; None where it hangs on what is not known.

    `months` tells how many whole months lie between a month and the interview.
    """
    return _Evaluation(look, months).of(parsed(text))


class _Evaluation:
    """One look at the answers of one case."""

    def __init__(self, look: Look, months: Callable[[str], int]) -> None:
        self._look, self._months = look, months

    def of(self, node: ast.expr) -> Any:
        match node:
            case ast.Constant():
                return node.value
            case ast.Name() | ast.Attribute():
                return self._look(_reference(node))
            case ast.BoolOp():
                return self._joined(node)
            case ast.UnaryOp():
                held = self.of(node.operand)
                if held is None:
                    return None
                return not held if isinstance(node.op, ast.Not) else -held
            case ast.BinOp():
                pair = self.of(node.left), self.of(node.right)
                return None if None in pair else _ARITHMETIC[type(node.op)](*pair)
            case ast.Compare():
                return self._compared(node)
            case ast.Call(func=ast.Name(id=name)):
                return self._called(name, node.args)
            case _:
                raise AssertionError(ast.dump(node))

    def _joined(self, node: ast.BoolOp) -> bool | None:
        """Join by the logic of three values: unknown decides nothing by itself."""
        held = [self.of(value) for value in node.values]
        deciding = isinstance(node.op, ast.Or)
        if any(value is not None and bool(value) is deciding for value in held):
            return deciding
        return None if None in held else not deciding

    def _compared(self, node: ast.Compare) -> bool | None:
        held = [self.of(each) for each in (node.left, *node.comparators)]
        if None in held:
            return None
        steps = zip(node.ops, held, held[1:], strict=False)
        return all(_COMPARED[type(how)](left, right) for how, left, right in steps)

    def _called(self, name: str, arguments: list[ast.expr]) -> Any:
        held = [self.of(argument) for argument in arguments]
        if name == "answered":
            return held[0] is not None
        if None in held:
            return None
        if name == "months":
            return self._months(held[0])
        if name == "classed":
            return sum(bound <= held[0] for bound in held[1:])
        return _FUNCTIONS[name][1](*held)


def _demand_understood(node: ast.AST, text: str) -> None:
    match node:
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
            _demand_function(name, len(arguments), text)
        case ast.Constant(value=value) if isinstance(value, int | float | str):
            return
        case ast.Attribute(value=ast.Name()) | ast.Name() | ast.BoolOp() | ast.Compare():
            return
        case ast.UnaryOp(op=ast.Not() | ast.USub()) | ast.BinOp():
            return
        case ast.expr_context() | ast.boolop() | ast.unaryop():
            return
        case ast.operator() if type(node) in _ARITHMETIC:
            return
        case ast.cmpop() if type(node) in _COMPARED:
            return
        case _:
            raise flaw(CatalogueMessage.NO_EXPRESSION, text=text)


def _demand_function(name: str, given: int, text: str) -> None:
    needed = _FUNCTIONS[name][0] if name in _FUNCTIONS else _SPECIAL.get(name)
    if needed is None:
        known = series(sorted([*_FUNCTIONS, *_SPECIAL]), "comma")
        raise flaw(CatalogueMessage.NO_FUNCTION, name=name, names=known)
    if given != needed and not (name == "classed" and given > needed):
        raise flaw(CatalogueMessage.NO_EXPRESSION, text=text)


def _references(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Name | ast.Attribute):
        yield _reference(node)
        return
    inner = node.args if isinstance(node, ast.Call) else ast.iter_child_nodes(node)
    for child in inner:
        if isinstance(child, ast.expr):
            yield from _references(child)


def _reference(node: ast.Name | ast.Attribute) -> str:
    if isinstance(node, ast.Name):
        return node.id
    owner = node.value
    return f"{owner.id}.{node.attr}" if isinstance(owner, ast.Name) else node.attr

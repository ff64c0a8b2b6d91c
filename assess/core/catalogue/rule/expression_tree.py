"""Expressions of the catalogue as nested lists, for a page that evaluates them by itself."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from pydantic import JsonValue

from assess.core.catalogue.rule.expression import parsed

_SIGNS: Mapping[type[ast.AST], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.In: "in",
    ast.NotIn: "not_in",
    ast.And: "and",
    ast.Or: "or",
    ast.Not: "not",
    ast.USub: "negative",
}


def tree_of(text: str) -> JsonValue:
    """Give an expression as nested lists: what is done, and with what.

    `["value", 5]`, `["answer", "composition.sme"]`, `["compare", ["<"], [left, right]]`,
    `["call", "count", [argument]]`, `["+", left, right]`, `["and", [...]]`, `["not", held]`.
    """
    return _tree(parsed(text))


def _tree(node: ast.expr) -> JsonValue:
    match node:
        case ast.Constant(value=int() | float() | str() as value):
            return ["value", value]
        case ast.Name(id=name):
            return ["answer", name]
        case ast.Attribute(value=ast.Name(id=name), attr=part):
            return ["answer", f"{name}.{part}"]
        case ast.BoolOp(op=op, values=values):
            return [_SIGNS[type(op)], [_tree(value) for value in values]]
        case ast.UnaryOp(op=unary, operand=operand):
            return [_SIGNS[type(unary)], _tree(operand)]
        case ast.BinOp(left=left, op=operator, right=right):
            return [_SIGNS[type(operator)], _tree(left), _tree(right)]
        case ast.Compare(left=left, ops=ops, comparators=others):
            signs: list[JsonValue] = [_SIGNS[type(each)] for each in ops]
            return ["compare", signs, [_tree(each) for each in (left, *others)]]
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return ["call", name, [_tree(each) for each in arguments]]
        case _:
            raise AssertionError(ast.dump(node))

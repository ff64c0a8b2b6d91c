"""Sentences of templates that have no places: looked up once, when the template is compiled."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from typing import cast

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

LOOK_UP = "look_up"
"""The global of an environment that finds a sentence in its language."""

_CALL = ("name", "lparen", "string", "rparen")


class CompiledSentences(Extension):
    """Puts the sentence itself where a template has `_("...")`: a page of 1,300 has dozens of them.

    An environment is made for one language, so its templates may hold what that language says. What
    has values, or depends on a number, is looked up each time by Jinja's own extension.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Give the tokens of a template, each such call as a text that is safe to print."""
        waiting: deque[Token] = deque()
        for token in stream:
            waiting.append(token)
            if token.type != _CALL[len(waiting) - 1]:
                while waiting and not _begins(waiting):
                    yield waiting.popleft()
            elif len(waiting) == len(_CALL):
                yield from self._looked_up(waiting)
                waiting.clear()
            elif not _begins(waiting):
                yield from waiting
                waiting.clear()
        yield from waiting

    def _looked_up(self, call: deque[Token]) -> Iterator[Token]:
        line = call[0].lineno
        look_up = cast("Callable[[str], str]", self.environment.globals[LOOK_UP])
        said = look_up(call[2].value)
        yield Token(line, "string", said % {})  # a sign of percent is written twice, as with places
        yield Token(line, "pipe", "|")
        yield Token(line, "name", "safe")


def _begins(tokens: deque[Token]) -> bool:
    """Say whether tokens may become a call of `_` with a text alone."""
    return tokens[0].test("name:_") and all(
        token.type == kind for token, kind in zip(tokens, _CALL, strict=False)
    )

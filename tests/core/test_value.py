"""A value refuses what it does not know, when it is made and when it is copied."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from assess.core.report.record.fact import Fact


def test_a_copy_has_the_fields_of_its_value_and_no_others() -> None:
    fact = Fact(label="Portfolio", text="ICT")
    assert fact.model_copy(update={"text": "Energy"}) == Fact(label="Portfolio", text="Energy")
    assert fact.model_copy() == fact
    with pytest.raises(TypeError, match="Fact has no field TEXT, size"):
        fact.model_copy(update={"TEXT": "Energy", "size": 3})
    with pytest.raises(ValidationError):
        Fact.model_validate({"label": "Portfolio", "text": "ICT", "size": 3})

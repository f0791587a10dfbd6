"""Cycles are looked for again after large work, whatever became of it."""

import gc

import pytest

from data.edition.collecting import uncollected


def test_nothing_is_looked_for_inside_and_all_of_it_after() -> None:
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_failure_leaves_it_on() -> None:
    with pytest.raises(ValueError, match="broken"), uncollected():
        raise ValueError("broken")
    assert gc.isenabled()

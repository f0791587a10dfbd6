import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.building.osm.levels import levels_of


@pytest.mark.parametrize(
    ("tags", "levels"),
    [
        ({"level": "0"}, (0,)),
        ({"level": "0;1"}, (0, 1)),
        ({"level": " 1 ; 0 "}, (0, 1)),
        ({"level": "0-3"}, (0, 1, 2, 3)),
        ({"level": "-1-3"}, (-1, 0, 1, 2, 3)),
        ({"level": "-3--1"}, (-3, -2, -1)),
        ({"level": "2-0"}, (0, 1, 2)),
        ({"level": "1.5"}, (1.5,)),
        ({"level": "0.5-2"}, (0.5, 1.5, 2)),
        ({"level": "0;2-4"}, (0, 2, 3, 4)),
        ({"level": "-0"}, (0,)),
        ({"level": "1", "repeat_on": "2-3;5"}, (1, 2, 3, 5)),
        ({"repeat_on": "0-1"}, (0, 1)),
        ({"level": "0-5", "non_existent_levels": "1; 3-4"}, (0, 2, 5)),
        ({"min_level": "-1", "max_level": "1"}, (-1, 0, 1)),
        ({"max_level": "1"}, ()),
        ({"level": "-0.5 ; 0.5"}, (-0.5, 0.5)),
        ({"level": ""}, ()),
        ({}, ()),
    ],
)
def test_levels_are_read_as_mappers_write_them(tags: dict[str, str], levels: tuple[float, ...]) -> None:
    assert levels_of(tags) == levels


@pytest.mark.parametrize("text", ["ground", "0-9999", "1e3", "0;x", "١"])
def test_what_is_no_level_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="楼层"):
        levels_of({"level": text})


@given(st.integers(-20, 100), st.integers(0, 60))
def test_a_range_is_every_level_from_end_to_end(low: int, count: int) -> None:
    assert levels_of({"level": f"{low}-{low + count}"}) == tuple(range(low, low + count + 1))

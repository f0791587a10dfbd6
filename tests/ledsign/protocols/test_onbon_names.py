"""Names of programme files: order kept, unchanged files keep theirs, nothing showing is overwritten."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ledsign.protocols.onbon_bx5k.names import named

FIVE = {"P000": "a", "P002": "b", "P004": "c", "P006": "d", "P008": "e"}


@pytest.mark.parametrize(
    ("wanted", "held", "names"),
    [
        ("abcde", {}, "P000 P002 P004 P006 P008"),
        ("abcde", FIVE, "P000 P002 P004 P006 P008"),
        ("abXde", FIVE, "P000 P002 P003 P006 P008"),  # the new third item goes beside the old one
        ("bcde", FIVE, "P002 P004 P006 P008"),
        ("abcdeX", FIVE, "P000 P002 P004 P006 P008 P010"),
        ("aXbcde", FIVE, "P000 P001 P002 P004 P006 P008"),
        ("Xabcde", FIVE, "P010 P012 P014 P016 P018 P020"),  # no room in front: all afresh
        ("VWXYZ", FIVE, "P010 P012 P014 P016 P018"),  # another day: all after the old ones
        ("VWXYZ", {"P010": "a", "P018": "e"}, "P000 P002 P004 P006 P008"),  # and the day after in front again
        ("ab", {"P001": "b", "P002": "a"}, "P002 P004"),  # order decides, not names
        ("", FIVE, ""),
    ],
)
def test_names_for_what_is_wanted_beside_what_is_held(wanted: str, held: dict[str, str], names: str) -> None:
    assert list(named(list(wanted), held)) == names.split()


def test_too_many_programmes_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot take 600"):
        named([f"new {i}" for i in range(600)], {f"P{i:03d}": f"old {i}" for i in range(500)})


@given(
    wanted=st.lists(st.integers(0, 12).map(str), max_size=12),
    held=st.dictionaries(st.integers(0, 40).map(lambda n: f"P{n:03d}"), st.integers(0, 12).map(str), max_size=12),
)
def test_names_are_in_order_and_only_equal_content_keeps_a_held_name(wanted: list[str], held: dict[str, str]) -> None:
    names = named(wanted, held)
    assert list(names) == sorted(set(names))
    assert len(names) == len(wanted)
    assert all(held.get(name, content) == content for name, content in zip(names, wanted, strict=True))


@given(
    wanted=st.lists(st.integers(0, 8).map(str), min_size=1, max_size=8, unique=True),
    held=st.dictionaries(st.integers(0, 12).map(lambda n: f"P{n:03d}"), st.integers(0, 8).map(str), max_size=8),
)
@example(wanted=["4", "9", "8"], held={"P000": "8"})
def test_writing_file_by_file_and_planning_anew_each_time_comes_to_an_end(
    wanted: list[str], held: dict[str, str]
) -> None:
    """A plan that changed its mind after each write would wear the flash out."""
    now, writes = dict(held), 0
    while missing := [(n, c) for n, c in zip(named(wanted, now), wanted, strict=True) if n not in now]:
        now[missing[0][0]] = missing[0][1]
        writes += 1
        assert writes <= len(wanted)

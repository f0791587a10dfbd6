"""Hypothesis's way to any record an office could keep, and short makers for the tests that show theirs."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from data.records import RECORD_TYPES, Kind, Picture, Record

_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
_INTEGER = st.integers(-(2**31) + 1, 2**31 - 1)

for _type, _strategy in (
    (datetime, st.datetimes(datetime(1900, 1, 1), datetime(2999, 1, 1), timezones=st.just(UTC))),  # noqa: DTZ001
    (float, st.floats(allow_nan=False, allow_infinity=False)),
    (str, _TEXT),
    (int, _INTEGER),
    (
        Picture,
        st.builds(Picture, st.from_regex("[0-9a-f]{64}", fullmatch=True), st.integers(1, 9999), st.integers(1, 9999)),
    ),
):
    st.register_type_strategy(_type, _strategy)


def anything(kind: Kind) -> st.SearchStrategy[Record]:
    """Any record of a kind that can be kept: its key says something."""
    return st.from_type(RECORD_TYPES[kind]).filter(lambda record: bool(record.key.strip()))

"""Where lines of Chinese end; a full character counts two here, Latin one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledsign.compose.lines import NEVER_FIRST, NEVER_LAST, broken


def width_of(text: str) -> int:
    return sum(1 if c.isascii() else 2 for c in text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("一二三四五", ["一二三四", "五"]),
        ("一二三四。", ["一二三", "四。"]),  # no 。 at a line's start
        ("一二三《五》", ["一二三", "《五》"]),  # no 《 at a line's end
        ("一二三，”五", ["一二", "三，”五"]),
        ("一二三2027年", ["一二三", "2027年"]),  # no number is cut
        ("一二10.5%以上", ["一二", "10.5%以", "上"]),
        ("一二三——四", ["一二", "三——四"]),
        ("abc def ghi", ["abc def ", "ghi"]),
        ("一二三四 五", ["一二三四", " 五"]),  # nothing is dropped
        ("abcdefghijkl", ["abcdefgh", "ijkl"]),  # longer than a line: cut where it is full
        ("。。。。。", ["。。。。", "。"]),
        ("一", ["一"]),
    ],
)
def test_lines_end_where_a_reader_expects(text: str, lines: list[str]) -> None:
    assert list(broken(text, 8, width_of)) == lines


def test_a_line_narrower_than_a_character_is_refused() -> None:
    with pytest.raises(ValueError, match="放不下“一”"):
        broken("一", 1, width_of)


texts = st.text(st.sampled_from("一二三A7 ，。《》（）—…%"), min_size=1, max_size=60)


@given(texts, st.integers(2, 30))
def test_the_lines_joined_are_the_text_and_none_is_too_wide(text: str, width: int) -> None:
    lines = broken(text, width, width_of)
    assert "".join(lines) == text
    assert all(0 < width_of(line) <= width for line in lines)


@given(st.text(st.sampled_from("一二三四五六，。《》"), min_size=1, max_size=60))
def test_punctuation_keeps_its_place_unless_a_whole_line_is_punctuation(text: str) -> None:
    lines = broken(text, 40, width_of)
    for before, after in pairwise(lines):
        long_run = all(c in NEVER_FIRST | NEVER_LAST for c in before[1:])
        assert after[0] not in NEVER_FIRST or long_run or before[-1] in NEVER_FIRST
        assert before[-1] not in NEVER_LAST or long_run or after[0] in NEVER_LAST

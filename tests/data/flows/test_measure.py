"""Text is broken into lines that fit, as few as there can be, without a lone character on the last if that can be."""

from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.flows.measure import TEXT, lines, width_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("两名以上执法人员调查取证出示证", ["两名以上执", "法人员调查", "取证出示证"]),
        ("填写立案审批表格", ["填写立案", "审批表格"]),
        ("检查举报发现线", ["检查举报发现线"]),
        ("检查举报发现，立案审批", ["检查举报发现，", "立案审批"]),
        ("（发现后 15 日内）", ["（发现后 15", "日内）"]),
    ],
)
def test_no_character_is_left_alone_on_the_last_line(text: str, expected: list[str]) -> None:
    assert lines(text, 7 * TEXT + 0.01) == expected


@given(st.text("审批材料决定书", max_size=80), st.integers(2, 20))
def test_hanzi_take_as_few_lines_as_they_need(text: str, room: int) -> None:
    broken = lines(text, room * TEXT + 0.01)
    assert "".join(broken) == text
    assert len(broken) == max(1, ceil(len(text) / room))


@given(st.text("审批，。15 ab（）", max_size=60), st.integers(2, 20))
def test_no_line_is_wider_than_its_room(text: str, room: int) -> None:
    assert all(width_of(line) <= room * TEXT or len(line) == 1 for line in lines(text, room * TEXT))

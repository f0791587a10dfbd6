"""What a text sign can show, and the rule for the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledsign.compose import Replacement, decode_gb2312, encode_gb2312, in_gb2312, replaced
from ledsign.raster.make_fonts import gb2312_characters


def test_the_whole_of_gb_2312_passes_unchanged() -> None:
    text = "".join(gb2312_characters())
    assert replaced(text)[1] == ()
    assert decode_gb2312(encode_gb2312(text)).encode("gbk") == encode_gb2312(text)


@pytest.mark.parametrize(
    ("character", "instead"),
    [
        ("〇", "○"),  # 二〇二六年 is how documents are dated, and GB 2312 lacks it
        ("財", "财"),
        ("龍", "龙"),
        ("㎡", "m2"),
        ("⑪", "11"),
        ("ﬁ", "fi"),
        ("¥", "￥"),
        ("–", "-"),
        ("•", "·"),
        ("€", "EUR"),
        ("镕", "〓"),
        ("😀", "〓"),
        ("\ue000", "〓"),
    ],
)
def test_a_character_outside_is_replaced_and_reported(character: str, instead: str) -> None:
    text, reported = replaced(f"甲{character}乙")
    assert text == f"甲{instead}乙"
    assert reported == (Replacement(1, character, instead),)
    assert reported[0].is_lost is (instead == "〓")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("甲\u00a0乙\t丙\n丁", "甲 乙 丙 丁"),
        ("甲\u200b乙\x00\x1b\x04", "甲乙"),
        ("  甲 ", "甲"),
        ("·—\u3000。", "·—\u3000。"),
    ],
)
def test_spaces_become_spaces_and_invisibles_vanish_without_a_report(text: str, shown: str) -> None:
    assert replaced(text) == (shown, ())


@pytest.mark.parametrize(("character", "code"), [("·", "a1a4"), ("・", "a1a4"), ("—", "a1aa"), ("―", "a1aa")])
def test_dot_and_dash_have_one_code_whatever_table_they_came_from(character: str, code: str) -> None:
    assert encode_gb2312(character).hex() == code


def test_a_character_outside_is_not_encoded() -> None:
    with pytest.raises(UnicodeEncodeError):
        encode_gb2312("镕")
    assert not in_gb2312("镕")


def test_bytes_that_are_no_character_become_the_geta_mark() -> None:
    assert decode_gb2312(b"\xff\xffA") == "〓〓A"


@given(st.text())
def test_whatever_comes_the_sign_can_show_what_goes(text: str) -> None:
    shown, _ = replaced(text)
    code = encode_gb2312(shown)
    assert all(byte >= 0x20 for byte in code)
    assert replaced(shown) == (shown, ())

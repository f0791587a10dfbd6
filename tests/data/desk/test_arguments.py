"""Whoever mistypes a command is told so in Chinese."""

import pytest

from data.desk.__main__ import main


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "还缺：命令"),
        (["dance"], "命令 不能是 'dance'；可以是："),
        (["rollback"], "还缺：N"),
        (["rollback", "x"], "N 应当是整数，而不是 'x'"),
        (["serve", "--port"], "--port 后面还缺一个值"),
        (["serve", "--prot", "1"], "不认识：--prot 1"),
        (["import"], "还缺：FILE"),
        (["review", "approve", "1"], "还缺：--by"),
        (["user", "add", "x", "--role", "king"], "--role 不能是 'king'"),
        (["editions", "--json=1"], "--json 后面不能有值：'1'"),
    ],
)
def test_what_a_line_lacks_is_said_in_chinese(
    capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    told = capsys.readouterr().err
    assert ended.value.code == 2
    assert sentence in told
    assert told.startswith("用法：desk")


@pytest.mark.parametrize("words", [[], ["publish"], ["review", "approve"]])
def test_help_has_no_english_heading(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit):
        main([*words, "--help"])
    told = capsys.readouterr().out
    assert told.startswith("用法：")
    for heading in ("usage", "options:", "positional", "show this help"):
        assert heading not in told

"""Kiosk and browser understand each other, in whatever pieces the line comes; rubbish is told from messages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.web.messages import FROM_BROWSER, MOST_BYTES, TO_BROWSER, Finger, Go, Lines, Shown, Stop, read, written


@pytest.mark.parametrize("message", [Go("https://a.cn/\n\u2028"), Finger("down", 3, -1, 7), Stop()], ids=repr)
def test_what_is_said_is_heard(message: Go | Finger | Stop) -> None:
    line = written(message)
    assert (line.count(b"\n"), read(line, TO_BROWSER)) == (1, message)


@given(st.text(), st.integers(1, 9))
def test_pieces_come_together(title: str, size: int) -> None:
    said = [
        Shown("https://a.cn/", title, can_go_back=True, loading=False),
        Shown("", "", can_go_back=False, loading=True),
    ]
    stream = b"".join(map(written, said))
    lines = Lines()
    pieces = [stream[start : start + size] for start in range(0, len(stream), size)]
    assert [read(line, FROM_BROWSER) for piece in pieces for line in lines.fed(piece)] == said


def test_a_line_without_end_takes_no_memory() -> None:
    lines = Lines()
    assert [lines.fed(b"x" * MOST_BYTES) for _ in range(9)] == [[]] * 9
    ((rubbish, good),) = [lines.fed(b"\n" + written(Stop()))]
    assert (len(rubbish), read(good, TO_BROWSER)) == (MOST_BYTES, Stop())


@pytest.mark.parametrize(
    "line", [b"", b"{", b"[]", b"1", b'{"say":"Stop"}', b'{"say":"Shown"}', b'{"url":"x"}', b"\xff"]
)
def test_what_is_no_message_is_told(line: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - json's own error is one too
        read(line, FROM_BROWSER)

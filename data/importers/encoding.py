"""Text files decoded as Notepad and other programs save them: UTF-8, UTF-16, GB18030; no guessing by frequency.

A mark at the start decides. Else strict UTF-8, else GB18030. One trap: the GBK bytes of 通知, 债券 and 580 other
words are valid UTF-8, of letters between U+0080 and U+07FF that no Chinese text consists of.
"""

import codecs
import re

from data.importers.refusal import Refusal

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LETTERS_OF_THE_TRAP = re.compile("[\u0080-\u07ff]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_CHINESE_PAGE = re.compile(
    "[\t\r\n -~\u00b7\u2010-\u203b\u2460-\u249b\u2500-\u25ff\u2605\u2606\u3000-\u303f\u3400-\u9fff\uff00-\uffef]"
)
_ADVICE = "请用记事本打开，另存为时编码选 UTF-8，再导入。"

_GB18030_2022: dict[int, str] = {
    0xE78D: "\ufe10",  # A6D9
    0xE78E: "\ufe12",  # A6DA
    0xE78F: "\ufe11",  # A6DB
    0xE790: "\ufe13",  # A6DC
    0xE791: "\ufe14",  # A6DD
    0xE792: "\ufe15",  # A6DE
    0xE793: "\ufe16",  # A6DF
    0xE794: "\ufe17",  # A6EC
    0xE795: "\ufe18",  # A6ED
    0xE796: "\ufe19",  # A6F3
    0xE81E: "\u9fb4",  # FE59
    0xE826: "\u9fb5",  # FE61
    0xE82B: "\u9fb6",  # FE66
    0xE82C: "\u9fb7",  # FE67
    0xE832: "\u9fb8",  # FE6D
    0xE843: "\u9fb9",  # FE7E
    0xE854: "\u9fba",  # FE90
    0xE864: "\u9fbb",  # FEA0
    0xE7C7: "\u1e3f",  # A8BC, changed by the 2005 text already
    0xE816: "\U00020087",  # FE51: private use in every text, but Unicode has had the character since 3.1
    0xE817: "\U00020089",  # FE52
    0xE818: "\U000200cc",  # FE53
    0xE831: "\U000215d7",  # FE6C
    0xE83B: "\U0002298f",  # FE76
    0xE855: "\U000241fe",  # FE91
}
"""Where Python's codec, which follows the 2000 text, gives private use and GB 18030-2022 gives a character."""


def decoded(body: bytes) -> str:
    """The text in these bytes, without its mark. Refusal where no encoding fits, naming the line where it fails."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return _strictly(body[len(mark) :], encoding)
    if b"\0" in body:
        return _without_mark(body)
    text = _attempt(body, "utf-8")
    chinese = _attempt(body, "gb18030")
    if text is not None and (chinese is None or not _is_trap(text)):
        return text
    if chinese is not None and not _CONTROLS.search(chinese):
        return chinese
    return _likely_utf_16(body) or _strictly(body, "gb18030")


def _is_trap(text: str) -> bool:
    return not _HAN.search(text) and _LETTERS_OF_THE_TRAP.search(text) is not None


def _without_mark(body: bytes) -> str:
    """UTF-16 without its mark: zero bytes beside the digits and line ends tell it, and which byte comes first."""
    text = _likely_utf_16(body)
    if text is None:
        raise Refusal(f"这不是文本文件，或已损坏。{_ADVICE}")
    return text


def _likely_utf_16(body: bytes) -> str | None:
    """The text if, read as UTF-16, it is Chinese page for page; None otherwise."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _attempt(body, encoding)
        if text is not None and all(_CHINESE_PAGE.match(character) for character in text):
            return text
    return None


def _attempt(body: bytes, encoding: str) -> str | None:
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError:
        return None
    return text.translate(_GB18030_2022) if encoding == "gb18030" else text


def _strictly(body: bytes, encoding: str) -> str:
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as failure:
        line = body[: failure.start].decode(encoding, errors="replace").count("\n") + 1
        raise Refusal(f"有认不出的字，文件可能不完整，或编码不对。{_ADVICE}", f"第 {line} 行") from failure
    if _CONTROLS.search(text):
        raise Refusal(f"这不是文本文件，或已损坏。{_ADVICE}")
    return text.translate(_GB18030_2022) if encoding == "gb18030" else text

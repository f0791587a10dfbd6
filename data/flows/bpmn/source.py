"""From a file's bytes to its XML, with guards against what a file can do to a reader.

What a file says of its encoding is believed first. Many are wrong: .NET programs write "utf-16" into files they save as
UTF-8, editors save a chart anew in GBK or UTF-16 and leave the first line as it was. Then the bytes decide.
"""

import codecs
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from data.flows.bpmn.names import MODEL
from data.flows.findings import UnreadableError

_LARGEST = 20_000_000
"""Bytes; the largest charts people draw have some hundred kilobytes."""

_OTHER = "这不是 BPMN 2.0 文件。请在绘图软件中选择导出为“BPMN 2.0 XML”。"

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_CHINESE = {"gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030"}
"""What Chinese programs call it, and the larger set it is a part of."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HAN = re.compile("[\u3400-\u9fff]")
_ASCII = re.compile("[\0-\x7f]*")


def definitions(body: bytes) -> Element:
    """The root of a BPMN file. UnreadableError in words for staff where it is none."""
    if len(body) > _LARGEST:
        raise UnreadableError("文件超过 20 MB，不像是流程图。请只导出一张流程图。")
    if not body.strip(b"\0 \t\r\n"):
        raise UnreadableError("文件是空的。请用绘图软件重新导出 BPMN。")
    try:
        root = _parsed(body)
    except DefusedXmlException as error:
        raise UnreadableError("文件里有 DTD 或实体声明，可能有害，不能读取。请用绘图软件重新导出 BPMN。") from error
    except ParseError as error:
        line, column = error.position
        if line == 1 and column < len("<?xml"):
            raise UnreadableError(_OTHER) from error
        raise UnreadableError(f"XML 在第 {line} 行第 {column + 1} 列处损坏。请用绘图软件重新导出 BPMN。") from error
    except (LookupError, UnicodeError, ValueError) as error:
        raise UnreadableError("文件的文字编码无法识别。请另存为 UTF-8 编码的 BPMN。") from error
    if root.tag != f"{{{MODEL}}}definitions":
        raise UnreadableError(_OTHER)
    return root


def _parsed(body: bytes) -> Element:
    try:
        return fromstring(body, forbid_dtd=True)
    except DefusedXmlException:
        raise
    except (ParseError, LookupError, UnicodeError, ValueError) as error:
        text = next(_texts(body), None)
        if text is None:
            raise
        failure = error
    try:
        return fromstring(text, forbid_dtd=True)
    except ParseError as error:
        raise error from failure


def _texts(body: bytes) -> Iterator[str]:
    """The file's text in each encoding its bytes may be in, the likeliest first; without what stands before its XML."""
    for encoding in _encodings(body):
        try:
            text = body.decode(encoding)
        except (LookupError, UnicodeError):
            continue
        yield text.lstrip("\ufeff \t\r\n")


def _encodings(body: bytes) -> Iterator[str]:
    marked = next((encoding for mark, encoding in _MARKS if body.startswith(mark)), None)
    if marked:
        yield marked
    elif b"\0" in body[:4]:
        yield "utf-16-be" if body.startswith(b"\0") else "utf-16-le"
    else:
        yield from _encodings_by_bytes(body)


def _encodings_by_bytes(body: bytes) -> Iterator[str]:
    """Of a file without a mark: Chinese in UTF-8 is hardly ever anything else; else what it says, else GB18030."""
    declared = _DECLARED.match(body)
    text = body.decode(errors="replace")
    if _HAN.search(text) or _ASCII.fullmatch(text):
        yield "utf-8"
    if declared:
        encoding = declared.group(1).decode().lower()
        yield _CHINESE.get(encoding, encoding)
    yield "utf-8"
    yield "gb18030"

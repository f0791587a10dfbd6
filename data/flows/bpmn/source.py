"""From a file's bytes to its XML, with guards against what a file can do to a reader."""

import re
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from data.flows.bpmn.names import MODEL
from data.flows.findings import UnreadableError

_LARGEST = 20_000_000
"""Bytes; the largest charts people draw have some hundred kilobytes."""

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["'][^>]*\?>""")
_CHINESE = frozenset(("gb2312", "gbk", "gb18030", "hz", "big5"))


def definitions(body: bytes) -> Element:
    """The root of a BPMN file. UnreadableError in words for staff where it is none."""
    if len(body) > _LARGEST:
        raise UnreadableError("文件超过 20 MB，不像是流程图。请只导出一张流程图。")
    try:
        root = _parsed(body)
    except DefusedXmlException as error:
        raise UnreadableError("文件里有 DTD 或实体声明，可能有害，不能读取。请用绘图软件重新导出 BPMN。") from error
    except ParseError as error:
        line, column = error.position
        raise UnreadableError(f"XML 在第 {line} 行第 {column + 1} 列处损坏。请用绘图软件重新导出 BPMN。") from error
    except (LookupError, UnicodeError, ValueError) as error:
        raise UnreadableError("文件的文字编码无法识别。请另存为 UTF-8 编码的 BPMN。") from error
    if root.tag != f"{{{MODEL}}}definitions":
        raise UnreadableError("这不是 BPMN 2.0 文件。请在绘图软件中选择导出为“BPMN 2.0 XML”。")
    return root


def _parsed(body: bytes) -> Element:
    declared = _DECLARED.match(body)
    encoding = declared.group(1).decode().lower() if declared else ""
    if declared and encoding in _CHINESE:
        text = body[declared.end() :].decode("big5" if encoding == "big5" else "gb18030")
        return fromstring(text, forbid_dtd=True)
    return fromstring(body, forbid_dtd=True)

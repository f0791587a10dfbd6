"""Reads XML that a stranger wrote: no entities, nothing fetched, no endless depth."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

MAX_BYTES = 80_000_000
MAX_ELEMENTS = 400_000
"""A town quarter in OpenStreetMap has fewer; an embedded scan is one."""
_MAX_DEPTH = 200


def parse(body: bytes) -> Element:
    """The root element. ValueError, in words for staff, where it is no XML, defines entities or is too deep or big."""
    if len(body) > MAX_BYTES:
        raise ValueError(f"文件超过 {MAX_BYTES // 1_000_000} MB，这不像一座楼的图")
    try:
        root = fromstring(body)
    except DefusedXmlException as error:
        raise ValueError("文件里定义了实体或引用了外部内容，拒绝读取；请在绘图软件里另存为普通格式") from error
    except (ParseError, ValueError, LookupError) as error:
        raise ValueError("文件不是完好的 XML，请重新导出") from error
    for number, (depth, _) in enumerate(walk(root)):
        if depth > _MAX_DEPTH:
            raise ValueError("文件嵌套过深，拒绝读取")
        if number > MAX_ELEMENTS:
            raise ValueError(f"文件里的元素超过 {MAX_ELEMENTS} 个，请只导出本楼的范围")
    return root


def walk(root: Element) -> Iterator[tuple[int, Element]]:
    """Every element with its depth, in the order of the file, stopping below the greatest depth allowed."""
    waiting = [(0, root)]
    while waiting:
        depth, element = waiting.pop()
        yield depth, element
        if depth <= _MAX_DEPTH:
            waiting.extend((depth + 1, child) for child in reversed(element))

"""Tells by its first bytes what a file is, whatever its name says, and what to do with those we do not read."""

import re
from enum import Enum, auto
from io import BytesIO
from pathlib import PurePath
from zipfile import ZipFile

from olefile import OleFileIO

from data.importers import archive
from data.importers.picture.others import other_picture
from data.importers.refusal import Refusal

MOST_BYTES = 32 * 2**20
"""The largest file that is read."""


class Container(Enum):
    """What the bytes of a file are."""

    XLSX = auto()
    XLS = auto()
    ODS = auto()
    DOCX = auto()
    IMDF = auto()
    XML = auto()
    TEXT = auto()


_AS_WORKBOOK = "请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"
_AS_DOCUMENT = "请用 Word 或 WPS 打开，另存为 .docx 后再导入。"
_PASSWORD = "文件加了密码，打不开。请用原软件打开，去掉密码（文件—信息—保护）后另存，再导入。"  # noqa: S105 - a sentence

_AS_CHART = "是某个事项的流程图的，请把文件名改成事项编号，如 1001.png，按“流程图”导入。"
_AS_PNG = "是某个事项的流程图的，请另存为 .png，文件名写事项编号，如 1001.png，按“流程图”导入。"
_AS_BPMN = "是某个事项的流程图的，请在 Visio 里导出 BPMN 2.0 或 PDF，文件名写事项编号，如 1001.pdf，按“流程图”导入。"
_BY_INKSCAPE = "用 Inkscape 打开，把图形放进房间、走廊、门等图层（见楼层图模板），另存为 .svg 后再导入。"
_REFUSED_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", f"这是 RTF 文件。{_AS_DOCUMENT}"),
    (b"%PDF", f"这是 PDF 文件，读不出其中的条目。请导入生成它的 Word 或 Excel 文件。{_AS_CHART}"),
    (b"\x89PNG", f"这是图片，读不出其中的文字。请导入 Word、Excel 或文本文件。{_AS_CHART}"),
    (b"\xff\xd8\xff", f"这是图片，读不出其中的文字。请导入 Word、Excel 或文本文件。{_AS_CHART}"),
    (b"Rar!", "这是 RAR 压缩包。请解开后导入里面的文件。"),
    (b"7z\xbc\xaf", "这是 7z 压缩包。请解开后导入里面的文件。"),
    (b"\x1f\x8b", "这是 gz 压缩包。请解开后导入里面的文件。"),
    (b"AC10", f"这是 CAD 的 .dwg 图，读不了。请在 CAD 里另存为 .dxf，再{_BY_INKSCAPE}"),
    (b"MZ", "这是程序，不是文档。"),
    (b"\x7fELF", "这是程序，不是文档。"),
    (b"SQLite format 3", "这是数据库文件，不是文档。"),
)
_SHORT = 2
"""Signatures of so few letters could be the beginning of a text."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOM = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_DXF = re.compile(rb"\s*(?:999\s*\n[^\n]*\n\s*)*0\s+SECTION\s|AutoCAD Binary DXF")
_GEOJSON = re.compile(rb"\s*\{[^}]*\"FeatureCollection\"")
_TABLE_IN_HTML = re.compile(rb"<(?:!doctype\s+html|html|table|head|body)\b", re.IGNORECASE)
_XML_WORKBOOK = re.compile(rb"urn:schemas-microsoft-com:office:spreadsheet|progid=\"Excel\.Sheet\"")
_XML_DOCUMENT = re.compile(
    rb"schemas\.microsoft\.com/office/word/2003|progid=\"Word\.Document\"|schemas.microsoft.com/office/2006/xmlPackage"
)
_BLANK = b"\xef\xbb\xbf \t\r\n"
_HEAD = 4096
_BINARY_NAMES = {
    ".xlsx": "Excel",
    ".xls": "Excel",
    ".ods": "电子表格",
    ".docx": "Word",
    ".doc": "Word",
    ".et": "WPS 表格",
    ".wps": "WPS 文字",
}


def recognise(name: str, body: bytes) -> Container:
    """What a file is by its content. Refusal, with the remedy, for what we do not read.

    The name only serves to say that it lies: text that calls itself .xlsx is refused, and so is WPS's own .et.
    """
    if not body.strip(b"\0 \t\r\n"):
        raise Refusal("文件是空的，没有内容。")
    if len(body) > MOST_BYTES:
        size, most = len(body) / 2**20, MOST_BYTES // 2**20
        raise Refusal(f"文件有 {size:.0f} MB，超过 {most} MB 的上限。请删去多余的图片和工作表后再导入。")
    if body.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(body)
    if body.startswith(_OLE):
        return _compound(name, body)
    for start, sentence in _REFUSED_STARTS:
        if body.startswith(start) and (len(start) > _SHORT or _looks_binary(body)):
            raise Refusal(sentence)
    other = other_picture(body)
    if other:
        raise Refusal(f"{other}，读不出其中的文字。请导入 Word、Excel 或文本文件。{_AS_PNG}")
    return _textual(name, body)


def _zipped(body: bytes) -> Container:
    with archive.opened(body) as zipped:
        names = frozenset(zipped.namelist())
        if "[Content_Types].xml" in names:
            return _office_open(names)
        if "mimetype" in names:
            return _open_document(zipped)
    if any(_is_drawing(PurePath(name.casefold())) for name in names):
        return Container.IMDF
    raise Refusal("这是压缩包，里面没有认得的内容。请解开后导入里面的文件。")


def _is_drawing(path: PurePath) -> bool:
    """Whether a file in an archive is of an IMDF archive, or a floor drawn as SVG."""
    return path.suffix in {".geojson", ".svg"} or path.name in {"manifest.json", "venue.json", "unit.json"}


def _office_open(names: frozenset[str]) -> Container:
    if "xl/workbook.xml" in names:
        return Container.XLSX
    if "word/document.xml" in names:
        return Container.DOCX
    if "xl/workbook.bin" in names:
        raise Refusal(f"这是二进制的 .xlsb 工作簿。{_AS_WORKBOOK}")
    if any(name.startswith("ppt/") for name in names):
        raise Refusal("这是演示文稿。请导入 Word、Excel 或文本文件。")
    if any(name.startswith("visio/") for name in names):
        raise Refusal(f"这是 Visio 图。{_AS_BPMN}")
    if "EncryptedPackage" in names:
        raise Refusal(_PASSWORD)
    raise Refusal(archive.DAMAGED)


def _open_document(zipped: ZipFile) -> Container:
    kind = zipped.read("mimetype").strip()
    manifest = zipped.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in zipped.namelist() else b""
    if b"encryption-data" in manifest:
        raise Refusal(_PASSWORD)
    if kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return Container.ODS
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        raise Refusal(f"这是 .odt 文档。{_AS_DOCUMENT}")
    raise Refusal("这种 OpenDocument 文件不能导入。请导入 Word、Excel 或文本文件。")


def _compound(name: str, body: bytes) -> Container:
    streams = _streams(body)
    if {"encryptedpackage", "encryptioninfo"} & streams:
        raise Refusal(_PASSWORD)
    if {"workbook", "book"} & streams:
        if "etextdata" in streams or name.casefold().endswith((".et", ".ett")):
            raise Refusal(f"这是 WPS 表格的 .et 文件。{_AS_WORKBOOK}")
        return Container.XLS
    if "worddocument" in streams:
        own = "WPS 文字的 .wps" if name.casefold().endswith((".wps", ".wpt")) else "老式的 .doc"
        raise Refusal(f"这是{own}文件。{_AS_DOCUMENT}")
    if "visiodocument" in streams:
        raise Refusal(f"这是老式的 Visio 图。{_AS_BPMN}")
    if "powerpoint document" in streams:
        raise Refusal("这是演示文稿。请导入 Word、Excel 或文本文件。")
    raise Refusal(f"这种老式文件读不了。{_AS_DOCUMENT if name.casefold().endswith('.wps') else _AS_WORKBOOK}")


def _streams(body: bytes) -> frozenset[str]:
    """Names of the streams and storages at the top of an OLE file, in lower case."""
    try:
        with OleFileIO(BytesIO(body)) as ole:
            return frozenset(path[0].casefold() for path in ole.listdir(streams=True, storages=True))
    except (
        OSError,
        ValueError,
        IndexError,
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
        MemoryError,
    ) as failure:
        raise Refusal(archive.DAMAGED) from failure


def _textual(name: str, body: bytes) -> Container:
    head = body[:_HEAD]
    extension = PurePath(name).suffix.casefold()
    if _DXF.match(head):
        raise Refusal(f"这是 CAD 的 .dxf 图，不能直接导入。请{_BY_INKSCAPE}")
    if _GEOJSON.match(head.lstrip(_BLANK)):
        return Container.IMDF
    if _XML_WORKBOOK.search(head) or _TABLE_IN_HTML.search(head):
        raise Refusal(f"这是网页或 XML 格式的表格，只是看起来像 Excel。{_AS_WORKBOOK}")
    if _XML_DOCUMENT.search(head):
        raise Refusal(f"这是 XML 格式的 Word 文档。{_AS_DOCUMENT}")
    if extension in _BINARY_NAMES:
        raise Refusal(
            f"文件名是 {extension}，内容却不是 {_BINARY_NAMES[extension]} 文件，可能是改了扩展名或已损坏。"
            f"{_AS_DOCUMENT if extension in {'.docx', '.doc', '.wps'} else _AS_WORKBOOK}"
        )
    drawing = extension in {".osm", ".svg"} and head.lstrip(_BLANK).startswith(b"<")
    if drawing or head.lstrip(_BLANK).startswith((b"<?xml", b"<osm", b"<svg", b"<definitions", b"<bpmn")):
        return Container.XML
    return Container.TEXT


def _looks_binary(body: bytes) -> bool:
    """Whether two letters at the start are a signature rather than the first letters of a text."""
    return not body.startswith(_BOM) and b"\0" in body[:_HEAD]

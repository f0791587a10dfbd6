"""Zip files (.xlsx, .docx, .ods, IMDF) looked through before any parser sees them: size, ratio, names, entities.

A lie in the central directory about an entry's size shows as a wrong checksum, so every entry is inflated once,
in pieces, and thrown away.
"""

import re
import zlib
from collections import Counter
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from data.importers.refusal import Refusal

MOST_UNPACKED = 160 * 2**20
"""Bytes all entries together may unpack to."""
MOST_ENTRIES = 5_000
MOST_RATIO = 250
"""Unpacked over packed bytes of an entry of more than a megabyte; real sheets stay under 100."""
_SMALL = 2**20
_PIECE = 2**18
_ENCRYPTED = 0x1
_ENTITY = re.compile(rb"<!ENTITY|<\0!\0E\0N\0T\0I\0T\0Y|\0<\0!\0E\0N\0T\0I\0T\0Y")
_OVERLAP = 32
_XML = (".xml", ".rels", ".vml")

DAMAGED = "文件不完整或已损坏，可能没有复制完或没有下载完。请用原软件打开检查，另存后再导入。"
_BOMB = "压缩包解开后大得不正常，为安全起见没有读取。请用 Excel、WPS 或 Word 打开，另存后再导入。"
_ODD_NAMES = "压缩包里有不正常的文件路径，为安全起见没有读取。请用原软件打开，另存后再导入。"


def opened(body: bytes) -> ZipFile:
    """The archive in these bytes, every entry of which is whole and of bearable size. Refusal otherwise."""
    try:
        archive = ZipFile(BytesIO(body))
        _check_directory(archive.infolist())
        for entry in archive.infolist():
            _check_content(archive, entry)
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, OverflowError) as failure:
        raise Refusal(DAMAGED) from failure
    except NotImplementedError as failure:
        raise Refusal("压缩包用了不支持的压缩方法。请用 Excel、WPS 或 Word 打开，另存后再导入。") from failure
    return archive


def _check_directory(entries: list[ZipInfo]) -> None:
    if not entries:
        raise Refusal("压缩包是空的。")
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Refusal(_BOMB)
    if any(_is_bomb(entry) for entry in entries):
        raise Refusal(_BOMB)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise Refusal("压缩包加了密码。请去掉密码，另存后再导入。")
    repeated = Counter(entry.filename.casefold() for entry in entries).most_common(1)[0][1] > 1
    if repeated or any(_leads_outside(entry.filename) for entry in entries):
        raise Refusal(_ODD_NAMES)


def _is_bomb(entry: ZipInfo) -> bool:
    return entry.file_size > _SMALL and entry.file_size > MOST_RATIO * max(entry.compress_size, 1)


def _leads_outside(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0]


def _check_content(archive: ZipFile, entry: ZipInfo) -> None:
    is_xml = entry.filename.casefold().endswith(_XML)
    tail = b""
    with archive.open(entry) as stream:
        while piece := stream.read(_PIECE):
            if is_xml and _ENTITY.search(tail + piece):
                raise Refusal("文件里有 XML 实体声明，为安全起见没有读取。请用 Excel、WPS 或 Word 打开，另存后再导入。")
            tail = piece[-_OVERLAP:]

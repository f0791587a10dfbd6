"""Opens an archive of drawings without trusting it: nothing is written to disk, nothing grows without end."""

import io
import stat
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

MAX_UNPACKED_BYTES = 200_000_000
"""All members together, unpacked. An airport's archive has about 60 MB."""
MAX_MEMBERS = 2_000
_MAX_RATIO = 150
"""Unpacked to packed size above which a big member is a bomb; GeoJSON packs about 20 to 1."""
_RATIO_COUNTS_FROM = 5_000_000
_ENCRYPTED = 0x1
_UTF_8 = 0x800
"""The flag of a name in UTF-8. Without it the name is in the packing machine's own code, on a Chinese Windows GBK."""


def members(body: bytes) -> Mapping[str, bytes]:
    """The files in a zip archive, by path. ValueError, in words for staff, where it is damaged or dangerous."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            infos = [info for info in archive.infolist() if not _is_litter(info)]
            _check(infos)
            return _unpack(archive, infos)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
        raise ValueError("压缩包已损坏或不是 zip 格式，请重新导出后再试") from error


def folder(path: Path) -> Mapping[str, bytes]:
    """The drawings in a folder, by file name. ValueError where they are too many or too big together."""
    files = sorted(child for child in path.iterdir() if child.is_file() and not child.name.startswith("."))
    if len(files) > MAX_MEMBERS or sum(child.stat().st_size for child in files) > MAX_UNPACKED_BYTES:
        raise ValueError("文件夹内容过大，这不像一个楼层图文件夹")
    return {child.name: child.read_bytes() for child in files}


def packed(path: Path) -> bytes:
    """A folder of drawings as an archive, the same bytes for the same files. ValueError as `folder`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in folder(path).items():
            archive.writestr(zipfile.ZipInfo(name), body)
    return out.getvalue()


def _is_litter(info: zipfile.ZipInfo) -> bool:
    """What macOS leaves in archives, and folders."""
    path = PurePosixPath(info.filename)
    return info.is_dir() or "__MACOSX" in path.parts or path.name.startswith(("._", ".DS_Store"))


def _check(infos: list[zipfile.ZipInfo]) -> None:
    if len(infos) > MAX_MEMBERS:
        raise ValueError(f"压缩包里有 {len(infos)} 个文件，超过 {MAX_MEMBERS} 个的上限")
    for info in infos:
        _check_path(info)
        if info.flag_bits & _ENCRYPTED:
            raise ValueError("压缩包设了密码，请去掉密码后重新导出")
        if info.file_size > _RATIO_COUNTS_FROM and info.file_size > _MAX_RATIO * max(info.compress_size, 1):
            raise ValueError(f"压缩包里的“{info.filename}”压缩比异常，拒绝解压")
    if sum(info.file_size for info in infos) > MAX_UNPACKED_BYTES:
        raise ValueError(f"压缩包解开后超过 {MAX_UNPACKED_BYTES // 1_000_000} MB，拒绝解压")


def _check_path(info: zipfile.ZipInfo) -> None:
    path = PurePosixPath(info.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in info.filename:
        raise ValueError(f"压缩包里的路径“{info.filename}”指向包外，拒绝读取")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise ValueError(f"压缩包里的“{info.filename}”是链接，拒绝读取")


def _unpack(archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo]) -> Mapping[str, bytes]:
    """Read at most what each header promises: a lying header gives a damaged member, not an endless one."""
    unpacked = {}
    for info in infos:
        with archive.open(info) as member:
            content = member.read(info.file_size + 1)
        if len(content) != info.file_size:
            raise ValueError(f"压缩包里的“{info.filename}”已损坏")
        unpacked[_name(info)] = content
    return unpacked


def _name(info: zipfile.ZipInfo) -> str:
    """A member's path, as its machine meant it: `zipfile` reads what is not UTF-8 as code page 437."""
    if info.flag_bits & _UTF_8 or info.filename.isascii():
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return info.filename

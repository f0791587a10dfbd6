import io
import stat
import zipfile

import pytest

from data.building import archive


def packed(*names: str, content: bytes = b"{}") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name in names:
            zipped.writestr(name, content)
    return out.getvalue()


def test_members_come_by_path_without_what_macos_leaves() -> None:
    found = archive.members(packed("a/unit.geojson", "__MACOSX/a/._unit.geojson", "a/.DS_Store"))
    assert found == {"a/unit.geojson": b"{}"}


def test_names_packed_by_a_chinese_windows_are_read_as_they_were_meant() -> None:
    body = packed("AAAA.svg").replace(b"AAAA", "二层".encode("gbk"))
    assert list(archive.members(body)) == ["二层.svg"]
    assert list(archive.members(packed("二层.svg"))) == ["二层.svg"]


@pytest.mark.parametrize("name", ["../unit.geojson", "/etc/passwd", "a/../../b.json", "..\\b.json", "C:/b.json"])
def test_paths_outside_the_archive_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="指向包外"):
        archive.members(packed(name))


def test_links_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        link = zipfile.ZipInfo("unit.geojson")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        zipped.writestr(link, "/etc/passwd")
    with pytest.raises(ValueError, match="是链接"):
        archive.members(out.getvalue())


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(ValueError, match="压缩比异常"):
        archive.members(packed("unit.geojson", content=bytes(20_000_000)))


def test_a_lying_size_is_refused() -> None:
    body = bytearray(packed("unit.geojson", content=bytes(1000)))
    directory = body.rindex(b"PK\x01\x02")
    body[directory + 24 : directory + 28] = (10).to_bytes(4, "little")
    with pytest.raises(ValueError, match="已损坏"):
        archive.members(bytes(body))


def test_too_many_members_are_refused() -> None:
    with pytest.raises(ValueError, match="超过 2000 个"):
        archive.members(packed(*(f"{number}.json" for number in range(archive.MAX_MEMBERS + 1))))


@pytest.mark.parametrize("body", [b"", b"PK", b"not a zip", packed("unit.geojson")[:-30]])
def test_what_is_no_whole_archive_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError, match="已损坏或不是 zip"):
        archive.members(body)

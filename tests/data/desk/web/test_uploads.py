"""What nobody sends by accident: names that lead elsewhere, archives that unpack to gigabytes, bytes that drip."""

import re
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from data.desk.web.app import make_app
from data.desk.web.patience import PunctualProtocol
from data.importers.archive import MOST_UNPACKED
from data.importers.template import write_template
from data.records import Office
from tests.data.desk.web.conftest import EDITOR, OpenBrowser
from tests.data.importers.making import archive
from tests.helpers.staff import Staff
from tests.helpers.web import HOST, Browser, served, words

NAMES = (
    "../../../evil.xlsx",
    "..\\..\\evil.xlsx",
    "/etc/evil.xlsx",
    "C:\\evil.xlsx",
    "....//....//evil.xlsx",
    "%2e%2e%2fevil.xlsx",
    "..",
    "evil\u202exslx.exe",
    "a" * 3000 + ".xlsx",
    "<img src=x onerror=alert(1)>.xlsx",
)
SHORT_S = 0.4
"""How long the desk of these tests waits for a browser."""


class HastyProtocol(PunctualProtocol):
    headers_s = SHORT_S


@pytest.fixture
def hasty(staff: Staff) -> Iterator[str]:
    """The address of a desk with little patience."""
    with served(make_app(staff.desk, [HOST], body_s=SHORT_S), HastyProtocol) as client:
        yield str(client.base_url)


def everything_below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_a_name_that_leads_elsewhere_leads_nowhere(
    browse: OpenBrowser, staff: Staff, tmp_path: Path, name: str
) -> None:
    editor = browse(EDITOR)
    book = write_template("office", [Office("bgs", "办公室")])
    before = everything_below(tmp_path)
    answer = editor.send("/files", {"kind": ""}, files={"file": (name, book)})
    assert "写入草稿" in words(answer.text), words(answer.text)
    assert "<img src=x" not in answer.text
    (added,) = everything_below(tmp_path) - before
    assert re.fullmatch(r"waiting/\w{16}/\w{32}/000", added)
    assert [path for path in tmp_path.parent.rglob("*") if "evil" in path.name] == []


@pytest.mark.parametrize(
    "waiting", ["../keys", "..", ".", "/etc", "%2e%2e", "keys\x00", "0" * 32, "a" * 5000], ids=range(8)
)
def test_a_waiting_file_is_asked_for_by_its_own_name_only(browse: OpenBrowser, waiting: str) -> None:
    answer = browse(EDITOR).send("/files/write", {"waiting": waiting, "kind": "office", "agreed": ""})
    assert "文件已不在，请重新选择" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static//etc/passwd",
        "/template/..%2f..%2fopenhall.xlsx",
        "/tables/static/..%2f..%2fadmin.py",
        "/review/2/glass/1/..%2fbefore.png",
    ],
)
def test_an_address_that_leads_elsewhere_leads_nowhere(browse: OpenBrowser, path: str) -> None:
    editor = browse(EDITOR)
    request = editor.client.build_request("GET", "/")
    request.url = request.url.copy_with(raw_path=path.encode())
    answer = editor.client.send(request)
    assert answer.status_code in {400, 404, 405, 409}
    assert "import" not in answer.text
    assert "root:" not in answer.text


def bomb() -> bytes:
    """A workbook that unpacks to a little more than is bearable, and is small itself."""
    book = {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}
    return archive({**book, "xl/worksheets/sheet1.xml": bytes(MOST_UNPACKED + 1)})


def test_what_unpacks_to_too_much_is_not_unpacked(browse: OpenBrowser, staff: Staff) -> None:
    editor, body = browse(EDITOR), bomb()
    assert len(body) < MOST_UNPACKED // 100
    for path, name in (("/files", "处室.xlsx"), ("/today/read", "每日要闻.docx"), ("/today/read", "每日要闻.xlsx")):
        answer = editor.send(path, {"kind": "", "day": "2026-11-23"}, files={"file": (name, body)})
        assert "压缩包解开后大得不正常" in words(answer.text), path
        assert not (staff.desk.home.folder / "waiting").exists()


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("处室.xlsx", b"MZ\x90\x00 a program"),
        ("处室.xlsx", b"<html><script>alert(1)</script></html>"),
        ("处室.xlsx", b""),
        ("x.docx", b"\x7fELF"),
    ],
    ids=["program", "page", "nothing", "binary"],
)
def test_a_file_is_judged_by_its_content_not_by_its_name(browse: OpenBrowser, name: str, body: bytes) -> None:
    answer = browse(EDITOR).send("/files", {"kind": ""}, files={"file": (name, body)})
    assert "有错误，没有导入" in words(answer.text) or "请选择文件" in answer.text
    assert "<script>alert" not in answer.text


@contextmanager
def line_to(address: str) -> Iterator[socket.socket]:
    where = httpx.URL(address)
    with socket.create_connection((where.host, where.port or 80), timeout=10) as line:
        yield line


def seconds_until_hung_up(line: socket.socket, drip: bytes, every_s: float) -> float:
    """Send a byte at a time until the other end hangs up."""
    began = time.monotonic()
    line.settimeout(every_s)
    for letter in drip:
        try:
            line.sendall(bytes([letter]))
            if line.recv(4096) == b"":
                break
        except TimeoutError:
            continue
        except ConnectionError:
            break
    else:
        pytest.fail("nobody hung up")
    return time.monotonic() - began


@pytest.mark.parametrize("first", [b"", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "], ids=["silent", "headers"])
def test_headers_that_drip_are_not_waited_for(hasty: str, first: bytes) -> None:
    with line_to(hasty) as line:
        line.sendall(first)
        assert seconds_until_hung_up(line, b"a" * 200, 0.05) >= SHORT_S / 2


def test_the_second_request_of_a_connection_may_not_drip_either(hasty: str) -> None:
    with line_to(hasty) as line:
        line.sendall(b"GET /status.json HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert line.recv(65_536).startswith(b"HTTP/1.1 200 ")
        seconds_until_hung_up(line, b"GET / HTTP/1.1\r\nX-Slow: " + b"a" * 200, 0.05)


def test_a_form_that_drips_is_told_so_and_ended(hasty: str, staff: Staff) -> None:
    browser = Browser(hasty)
    browser.sign_in(EDITOR)
    secret = browser.secret()
    cookie = f"openhall={browser.client.cookies['openhall']}"
    with line_to(hasty) as line:
        head = f"POST /files HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\nContent-Length: 5000\r\n"
        line.sendall(f"{head}Content-Type: application/x-www-form-urlencoded\r\n\r\ncsrf={secret}&x=".encode())
        told = b""
        line.settimeout(0.05)
        for _ in range(200):
            try:
                line.sendall(b"a")
                piece = line.recv(65_536)
            except TimeoutError:
                continue
            except ConnectionError:
                break
            if not piece:
                break
            told += piece
        else:
            pytest.fail("nobody hung up")
    assert "上传没有完成" in told.decode()
    assert browser.client.get("/files").status_code == 200
    browser.close()


def test_a_table_s_form_that_drips_is_ended(hasty: str, staff: Staff) -> None:
    staff.edit(Office("bgs", "办公室"))
    browser = Browser(hasty)
    browser.sign_in(EDITOR)
    cookie = f"openhall={browser.client.cookies['openhall']}"
    with line_to(hasty) as line:
        head = f"POST /tables/office/edit?pk=bgs HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n"
        head += "Content-Length: 5000\r\n"
        line.sendall(f"{head}Content-Type: application/x-www-form-urlencoded\r\n\r\nname=".encode())
        assert seconds_until_hung_up(line, b"a" * 200, 0.05) >= SHORT_S / 2
    browser.close()


def test_whoever_is_quick_enough_is_not_hurried(hasty: str) -> None:
    """Longer between two requests than either may take, over one connection."""
    with httpx.Client(base_url=hasty, trust_env=False) as client:
        assert client.get("/").status_code == 200
        time.sleep(SHORT_S * 2)
        assert client.get("/").status_code == 200

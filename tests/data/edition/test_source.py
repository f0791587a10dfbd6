"""Editions fetched over real HTTP on loopback: whole, or refused with the address named."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from data.edition.lobby import Lobby
from data.edition.receive import receive
from data.edition.signing import load_verifier
from data.edition.source import FolderSource, WebSource, source_of
from tests.data.edition.editions import SITE, Staff


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing on standard error."""


@pytest.fixture
def address(staff: Staff) -> Iterator[str]:
    """Where the staff's published folder is served."""
    staff.published.mkdir(parents=True)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(staff.published))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_an_edition_comes_over_the_web(staff: Staff, lobby: Lobby, address: str) -> None:
    staff.publish(42)
    receipt = receive(WebSource(address + "/"), lobby, load_verifier(staff.home / "keys"), SITE)
    assert receipt.order == (1, 42)
    assert (receipt.folder / "lobby.db").read_bytes() == (staff.published / "000042" / "lobby.db").read_bytes()


def test_nothing_published_yet(address: str) -> None:
    with pytest.raises(OSError, match=r"/latest 答复 404"):
        WebSource(address)


def test_a_file_that_is_missing_is_named(staff: Staff, lobby: Lobby, address: str) -> None:
    (staff.publish(42) / "lobby.db").unlink()
    with pytest.raises(OSError, match=r"000042/lobby\.db 答复 404"):
        receive(WebSource(address), lobby, load_verifier(staff.home / "keys"), SITE)
    assert lobby.current is None


def test_no_server_there() -> None:
    with pytest.raises(OSError, match="连接不上"):
        WebSource("http://127.0.0.1:9")


@pytest.mark.parametrize("name", ["../../etc", "", ".hidden", "a/b"])
def test_a_latest_that_is_no_number_is_refused(staff: Staff, address: str, name: str) -> None:
    (staff.published / "latest").write_text(name)
    with pytest.raises(ValueError, match="不是一个期号"):
        WebSource(address)
    with pytest.raises(ValueError, match="不是一个期号"):
        FolderSource(staff.published)


def test_a_manifest_without_end_is_not_read_to_its_end(staff: Staff, lobby: Lobby, address: str) -> None:
    (staff.publish(42) / "manifest.json").write_bytes(b" " * (2 << 20))
    for source in (WebSource(address), FolderSource(staff.published)):
        with pytest.raises(ValueError, match="过大"):
            receive(source, lobby, load_verifier(staff.home / "keys"), SITE)


def test_the_user_s_word_decides_what_a_source_is(staff: Staff, address: str, tmp_path: Path) -> None:
    staff.publish(1)
    assert isinstance(source_of(address), WebSource)
    assert isinstance(source_of(str(staff.published)), FolderSource)
    with pytest.raises(FileNotFoundError):
        source_of(str(tmp_path / "nothing"))

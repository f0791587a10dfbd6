"""Only what is signed, whole, ours and newer gets into a lobby; whatever fails leaves it as it was."""

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from data.edition.files import digest_of, only_one, write_whole
from data.edition.lobby import Lobby
from data.edition.manifest import Manifest
from data.edition.reader import Edition
from data.edition.receive import Receipt, fall_back, receive
from data.edition.signing import Verifier, load_verifier, make_keys
from data.edition.source import FolderSource
from data.records import Entry, Office
from tests.data.edition.editions import MORNING, RECORDS, SITE, Staff

Take = Callable[[], Receipt]


def listing(lobby: Lobby) -> list[str]:
    """Every name in the lobby's folder but the lock."""
    return sorted(path.name for path in lobby.folder.iterdir() if path.name != ".lock")


def test_the_first_edition_shows(staff: Staff, lobby: Lobby, take: Take) -> None:
    staff.publish(42)
    receipt = take()
    assert receipt.new
    assert receipt.order == (1, 42)
    assert lobby.accepted == (1, 42)
    assert lobby.current == receipt.folder.resolve()
    assert lobby.current.name == "000042"
    with closing(Edition(lobby.current)) as edition:
        assert edition.record(Office, "bgs") == RECORDS[1]
        assert edition.showing(MORNING + timedelta(days=42)).items[0].text.startswith("全省财政工作会议")


def test_the_same_edition_again_changes_nothing(staff: Staff, lobby: Lobby, take: Take) -> None:
    staff.publish(42)
    take()
    before = listing(lobby)
    assert not take().new
    assert listing(lobby) == before


def test_an_older_edition_is_refused(staff: Staff, lobby: Lobby, take: Take) -> None:
    old = staff.publish(41)
    staff.publish(42)
    take()
    with pytest.raises(ValueError, match="第 41 期不比本机已接收的第 42 期新"):
        receive(FolderSource(old), lobby, load_verifier(staff.home / "keys"), SITE)
    assert lobby.current is not None
    assert lobby.current.name == "000042"


def test_other_content_under_an_accepted_number_is_refused(staff: Staff, lobby: Lobby, take: Take) -> None:
    staff.publish(42)
    take()
    staff.publish(42, (RECORDS[0],))
    with pytest.raises(ValueError, match="不比本机已接收的第 42 期新"):
        take()


@pytest.mark.parametrize("name", ["lobby.db", "rotation.json", "manifest.json", "manifest.sig"])
def test_one_flipped_bit_anywhere_is_refused(staff: Staff, lobby: Lobby, take: Take, name: str) -> None:
    path = staff.publish(42) / name
    body = bytearray(path.read_bytes())
    body[len(body) // 2] ^= 4
    path.write_bytes(body)
    with pytest.raises(ValueError, match="未接收"):
        take()
    assert listing(lobby) == []


def test_a_stranger_s_signature_is_refused(staff: Staff, lobby: Lobby, tmp_path: Path) -> None:
    staff.publish(42)
    make_keys(tmp_path / "other", "stranger")
    with pytest.raises(ValueError, match="不是由受信任的密钥签发"):
        receive(FolderSource(staff.published), lobby, load_verifier(tmp_path / "other"), SITE)
    with pytest.raises(ValueError, match="不是由受信任的密钥签发"):
        receive(FolderSource(staff.published), lobby, Verifier({}), SITE)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"format": 2}, "格式是 2"),
        ({"site": "省税务局"}, "是给“省税务局”的"),
        ({"algorithm": "sm2"}, "签名算法 sm2"),
        ({"files": {"../../etc/passwd": "0" * 64}}, "文件名不对"),
        ({"files": {"lobby.db": "0" * 64}}, "文件名不对"),
        ({"files": {"lobby.db": "0" * 64, "rotation.json": "0" * 64}}, "与清单不符"),
    ],
)
def test_what_a_manifest_may_not_say(
    staff: Staff, lobby: Lobby, take: Take, changes: dict[str, object], message: str
) -> None:
    resign(staff, staff.publish(42), **changes)
    with pytest.raises(ValueError, match=message):
        take()
    assert listing(lobby) == []


def resign(staff: Staff, folder: Path, **changes: object) -> None:
    """Sign a published edition's manifest again after changing what it says."""
    manifest = replace(Manifest.from_bytes((folder / "manifest.json").read_bytes()), **changes)  # type: ignore[arg-type]  # whatever a test wants said
    (folder / "manifest.json").write_bytes(manifest.to_bytes())
    (folder / "manifest.sig").write_bytes(staff.signer.sign(manifest.to_bytes()))


def test_a_document_named_by_a_path_is_refused(staff: Staff, lobby: Lobby, take: Take) -> None:
    resign(staff, staff.publish(42), blobs=("../../../x",))
    with pytest.raises(ValueError, match="文档编号不对"):
        take()
    assert listing(lobby) == []


def test_documents_travel_once(staff: Staff, lobby: Lobby, take: Take) -> None:
    body = b"%PDF-1.7 sample"
    digest = sha256(body).hexdigest()
    write_whole_below(staff.documents / digest, body)
    records = (*RECORDS, Entry("0001", "财政年报", document=digest))
    staff.publish(42, records, blobs=(digest,))
    take()
    assert lobby.blob(digest).read_bytes() == body
    staff.publish(43)
    take()
    assert lobby.blob(digest).exists(), "still wanted by edition 42"


def write_whole_below(path: Path, body: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, body)


def test_three_editions_are_kept_and_those_of_two_days(staff: Staff, lobby: Lobby, take: Take) -> None:
    for number in range(1, 7):
        staff.publish(number)
        take()
    assert listing(lobby) == ["000004", "000005", "000006", "accepted", "current"]


def test_a_busy_morning_keeps_every_edition_of_two_days(staff: Staff, lobby: Lobby, take: Take) -> None:
    for number in range(1, 7):
        staff.publish(number, published_at=MORNING + timedelta(hours=number))
        take()
    assert len(lobby.editions()) == 6


def test_withdrawn_content_leaves_the_lobby(staff: Staff, lobby: Lobby, take: Take) -> None:
    for number in (1, 2):
        staff.publish(number, published_at=MORNING)
        take()
    staff.publish(3, published_at=MORNING, min_number=3)
    take()
    assert [manifest.number for manifest, _ in lobby.editions()] == [3]


def test_a_crash_falls_back_by_moving_current_alone(staff: Staff, lobby: Lobby, take: Take) -> None:
    for number in (1, 2):
        staff.publish(number)
        take()
    assert fall_back(lobby).name == "000001"
    assert lobby.current is not None
    assert lobby.current.name == "000001"
    assert lobby.accepted == (1, 2)
    with pytest.raises(LookupError, match="没有更早"):
        fall_back(lobby)


def test_an_unchanged_lobby_file_is_not_fetched_again(staff: Staff, lobby: Lobby, take: Take) -> None:
    staff.publish(1)
    take()
    second = staff.publish(2)
    (second / "lobby.db").unlink()
    assert take().new


def test_a_leftover_of_a_crash_gives_way(staff: Staff, lobby: Lobby, take: Take) -> None:
    staff.publish(1)
    leftover = lobby.folder / "000001"
    leftover.mkdir(parents=True)
    (leftover / "lobby.db").write_bytes(b"half")
    (lobby.folder / ".incoming.x").mkdir()
    assert take().new
    assert listing(lobby) == ["000001", "accepted", "current"]


def test_only_one_process_receives(staff: Staff, lobby: Lobby, take: Take) -> None:
    staff.publish(1)
    with only_one(lobby.folder / ".lock", "held"), pytest.raises(BlockingIOError, match="请稍后再试"):
        take()


def test_an_edition_nobody_can_read_never_shows(staff: Staff, lobby: Lobby, take: Take) -> None:
    folder = staff.publish(1)
    (folder / "rotation.json").write_bytes(b"{}")
    files = {"lobby.db": digest_of(folder / "lobby.db"), "rotation.json": sha256(b"{}").hexdigest()}
    resign(staff, folder, files=files)
    with pytest.raises(ValueError, match="读不出来"):
        take()
    assert listing(lobby) == []


def test_a_stick_with_the_published_folder_on_it(staff: Staff, lobby: Lobby, tmp_path: Path) -> None:
    staff.publish(7)
    stick = tmp_path / "stick"
    shutil.copytree(staff.published, stick / "openhall")
    receipt = receive(FolderSource(stick), lobby, load_verifier(staff.home / "keys"), SITE)
    assert receipt.order == (1, 7)


def test_an_empty_stick_is_said_to_be_empty(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="没有可接收的版本"):
        FolderSource(tmp_path)


def test_the_private_key_is_its_owner_s_alone(staff: Staff) -> None:
    assert (staff.home / "keys" / "private.pem").stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError, match="不会覆盖"):
        make_keys(staff.home / "keys", "office")


def test_a_manifest_without_a_zone_is_none() -> None:
    body = Manifest(SITE, 1, 42, MORNING, {}).to_bytes()
    assert Manifest.from_bytes(body).published_at == MORNING
    with pytest.raises(ValueError, match="without a zone"):
        Manifest.from_bytes(body.replace(b'Z"', b'"'))

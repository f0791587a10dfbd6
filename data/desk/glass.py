"""The kiosk's pages as visitors see them, drawn by the kiosk itself: as they are, and as a change will make them.

what stands ─┐                        ┌─▶ before/1.png
             ├─▶ an edition of our own ┤                   drawn by `kiosk --snapshot --page …`, kept by content
a submission ┘                        └─▶ after/1.png      with what differs outlined

Nothing here is signed or published: these editions never leave the cache.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

from data.desk.bootstrap import Desk
from data.edition.build import build, is_pictured
from data.edition.cache import Cache
from data.edition.files import link_or_copy
from data.edition.lobby import Lobby
from data.edition.manifest import LOBBY_NAME, MANIFEST_NAME, ROTATION_NAME, Manifest
from data.records.kinds import Kind
from data.review.standing import Standing
from data.store.refusal import Refused

PATIENCE_S = 60
MOST_PAGES = 6
"""Pages drawn of one submission; a reviewer of more looks at the fields."""
_KEPT = 40
_ONE_AT_A_TIME = threading.Lock()
_SEAL = (168, 50, 42)
_BAND = 24
"""Rows of pixels that are outlined together."""

_PAGE_OF: Mapping[Kind, str] = {
    "site": "home",
    "office": "office/{key}",
    "person": "person/{key}",
    "group": "group/{key}",
    "category": "powers",
    "power": "power/{key}",
    "building": "map",
    "floor": "map",
    "room": "map/{key}",
    "hall": "hall",
    "channel": "portal",
    "entry": "entry/{key}",
    "bulletin": "bulletin",
    "notice": "bulletin",
}
"""The page on which a record of each kind is seen."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A page before and after; `differs` says whether a visitor sees any difference."""

    page: str
    before: Path
    after: Path
    differs: bool


def can_draw() -> bool:
    """Whether the kiosk is installed on this machine."""
    return find_spec("kiosk") is not None and find_spec("PySide6") is not None


def pages_of(places: Sequence[tuple[Kind, str]], content: Sequence[Standing] = ()) -> tuple[str, ...]:
    """The pages on which records are seen, each once, as many as are drawn.

    A power that has pictures anywhere in `content` is seen on their page too.
    """
    pictured = {one.key for one in content if is_pictured(one)}
    pages = (page for kind, key in places if kind in _PAGE_OF for page in _pages(kind, key, pictured))
    return tuple(dict.fromkeys(pages))[:MOST_PAGES]


def _pages(kind: Kind, key: str, pictured: set[str]) -> Iterator[str]:
    yield _PAGE_OF[kind].format(key=key)
    if kind == "power" and key in pictured:
        yield f"pictures/{key}"


def drawn(
    desk: Desk, before: Sequence[Standing], after: Sequence[Standing], switched_on: Sequence[str], pages: Sequence[str]
) -> tuple[Pair, ...]:
    """The pages under both contents. Refused where the kiosk is not here, or cannot draw."""
    if not can_draw():
        raise Refused("本机没有安装触摸屏程序，不能画出页面；请对照字段审核")
    if not pages:
        return ()
    with _ONE_AT_A_TIME:
        folders = [_pictures(desk, content, switched_on, pages) for content in (before, after)]
        return tuple(_pair(page, number, *folders) for number, page in enumerate(pages, 1))


def _pictures(desk: Desk, content: Sequence[Standing], switched_on: Sequence[str], pages: Sequence[str]) -> Path:
    """The folder with the pages' pictures, drawn unless they are there."""
    told = [[one.kind, one.key, one.hash] for one in content]
    name = sha256(json.dumps([told, sorted(switched_on), list(pages), str(desk.today())]).encode()).hexdigest()[:32]
    kept = desk.home.cache / "glass" / name
    if not (kept / f"{len(pages)}.png").exists():
        _make_room(kept.parent)
        with tempfile.TemporaryDirectory(prefix=".glass.", dir=kept.parent) as folder:
            edition = _edition(desk, content, switched_on, Path(folder))
            _draw(desk, edition, Path(folder) / "home", Path(folder) / "pictures", pages)
            shutil.rmtree(kept, ignore_errors=True)
            (Path(folder) / "pictures").replace(kept)
    kept.touch()
    return kept


def _edition(desk: Desk, content: Sequence[Standing], switched_on: Sequence[str], folder: Path) -> Path:
    edition = folder / "edition"
    edition.mkdir()
    built = build(content, str(desk.settings.zone), switched_on, Cache(desk.home.cache))
    link_or_copy(built.lobby, edition / LOBBY_NAME)
    (edition / ROTATION_NAME).write_bytes(built.rotation)
    manifest = Manifest(desk.settings.site, 1, 1, desk.now(), built.digests(), built.blobs)
    (edition / MANIFEST_NAME).write_bytes(manifest.to_bytes())
    _bring_documents(desk, built.blobs, Lobby(folder))
    return edition


def _bring_documents(desk: Desk, digests: Sequence[str], lobby: Lobby) -> None:
    """Put the documents where the kiosk looks for them; it says itself where one is missing."""
    for digest in digests:
        if (desk.home.documents / digest).is_file():
            lobby.blob(digest).parent.mkdir(exist_ok=True)
            link_or_copy(desk.home.documents / digest, lobby.blob(digest))


def _draw(desk: Desk, edition: Path, home: Path, pictures: Path, pages: Sequence[str]) -> None:
    """Let the kiosk draw, in a home of its own: what it notes of a visit is nobody's visit."""
    home.mkdir()
    if desk.home.settings.exists():
        shutil.copy(desk.home.settings, home / desk.home.settings.name)
    command = [sys.executable, "-m", "kiosk", "--edition", str(edition), "--snapshot", str(pictures)]
    command += [word for page in pages for word in ("--page", page)]
    environment = {**os.environ, "OPENHALL_HOME": str(home)}
    try:
        done = subprocess.run(command, env=environment, capture_output=True, check=False, timeout=PATIENCE_S)  # noqa: S603 - no shell; pages are one word each
    except subprocess.TimeoutExpired as error:
        raise Refused("触摸屏页面画得太慢，已放弃；请对照字段审核") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise Refused(f"触摸屏页面画不出来：{said[-1] if said else done.returncode}")


def _make_room(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    found = [path for path in folder.iterdir() if not path.name.startswith(".")]
    for old in sorted(found, key=lambda path: path.stat().st_mtime)[:-_KEPT]:
        shutil.rmtree(old, ignore_errors=True)


def _pair(page: str, number: int, before: Path, after: Path) -> Pair:
    old, new = before / f"{number}.png", after / f"{number}.png"
    with Image.open(old) as first, Image.open(new) as second:
        was, will = first.convert("RGB"), second.convert("RGB")
    bands = _bands(was, will)
    if not bands:
        return Pair(page, old, new, differs=False)
    marked = after / f"{number}.{before.name[:12]}.png"
    if not marked.exists():
        _outlined(will, bands).save(marked)
    return Pair(page, old, marked, differs=True)


def _bands(was: Image.Image, will: Image.Image) -> list[tuple[int, int, int, int]]:
    """Where two pictures differ, as boxes; what lies close together is one."""
    difference = ImageChops.difference(was, will).convert("L")
    boxes: list[tuple[int, int, int, int]] = []
    for top in range(0, difference.height, _BAND):
        found = difference.crop((0, top, difference.width, min(top + _BAND, difference.height))).getbbox()
        if found is None:
            continue
        left, _, right, _ = found
        if boxes and boxes[-1][3] >= top - _BAND:
            last = boxes.pop()
            boxes.append((min(last[0], left), last[1], max(last[2], right), top + _BAND))
        else:
            boxes.append((left, top, right, top + _BAND))
    return boxes


def _outlined(picture: Image.Image, boxes: Sequence[tuple[int, int, int, int]]) -> Image.Image:
    """A copy with a frame around each box."""
    framed = picture.copy()
    pen = ImageDraw.Draw(framed)
    for left, top, right, bottom in boxes:
        pen.rounded_rectangle((left - 10, top - 6, right + 10, bottom + 6), radius=12, outline=_SEAL, width=5)
    return framed

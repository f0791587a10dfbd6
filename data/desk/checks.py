"""Whether this machine's desk is fit to work: each check a sentence, good or bad, with what to do."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from data.desk.bootstrap import Desk
from data.desk.health import read_health
from data.edition.build import documents_of
from data.edition.files import is_whole
from data.edition.lobby import Lobby
from data.edition.manifest import MANIFEST_NAME, Manifest
from data.edition.signing import PRIVATE_NAME, load_signer, load_verifier
from data.review.standing import standing
from data.review.verification import faults
from data.store.accounts import roles_of, users
from data.store.database import parse_url
from data.store.refusal import Refused
from data.store.roles import Role

_LEAST_FREE = 1_000_000_000
"""Bytes that should be free: editions, the store and its copies need room."""
_OTHERS = 0o077
"""Permissions of anybody but the owner."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found."""

    good: bool
    message: str


def findings(desk: Desk) -> Iterator[Finding]:
    """Every check in turn; one that cannot be made is a bad finding, and the others go on."""
    for check in (_settings, _store, _people, _history, _keys, _edition, _documents, _programs, _room):
        yield from _tried(check, desk)


Check = Callable[[Desk], Iterator[Finding]]


def _tried(check: Check, desk: Desk) -> Iterator[Finding]:
    try:
        yield from check(desk)
    except (Refused, OSError, ValueError) as error:
        yield Finding(good=False, message=" ".join(str(error).split()))


def _settings(desk: Desk) -> Iterator[Finding]:
    path = desk.home.settings
    if not path.exists():
        yield Finding(good=False, message=f"没有 {path}：运行 desk init 会建立它")
        return
    yield Finding(good=True, message=f"设置 {path}")
    if parse_url(desk.store_url).password and path.stat().st_mode & _OTHERS:
        yield Finding(
            good=False, message=f"{path} 里有数据库密码，别的用户也能读：chmod 600 或改用环境变量 OPENHALL_STORE"
        )


def _store(desk: Desk) -> Iterator[Finding]:
    with desk.reading():
        yield Finding(good=True, message=f"资料库 {parse_url(desk.store_url).render_as_string()}")
    if not desk.settings.store and desk.home.store.stat().st_mode & _OTHERS:
        yield Finding(good=False, message=f"{desk.home.store} 别的用户也能读：chmod 600")


def _people(desk: Desk) -> Iterator[Finding]:
    with desk.reading() as session:
        held = [(user.name, role) for user in users(session) if user.active for role in roles_of(user)]
    editors = {name for name, role in held if role is Role.EDITOR}
    reviewers = {name for name, role in held if role is Role.REVIEWER}
    if any(editor != reviewer for editor in editors for reviewer in reviewers):
        yield Finding(good=True, message=f"编辑 {len(editors)} 人，审核 {len(reviewers)} 人")
    else:
        yield Finding(good=False, message="没有两个人可以一编一审：desk user add 姓名 --role editor / reviewer")


def _history(desk: Desk) -> Iterator[Finding]:
    with desk.reading() as session:
        found = list(faults(session))
    if found:
        yield Finding(good=False, message=f"历史记录不完整：{found[0]}（共 {len(found)} 处，desk verify-history）")
    else:
        yield Finding(good=True, message="历史记录完整")


def _keys(desk: Desk) -> Iterator[Finding]:
    if not (desk.home.keys / PRIVATE_NAME).exists():
        yield Finding(good=False, message=f"{desk.home.keys} 里没有签名私钥：运行 desk init")
        return
    load_signer(desk.home.keys)
    if (desk.home.keys / PRIVATE_NAME).stat().st_mode & _OTHERS:
        yield Finding(good=False, message=f"{desk.home.keys / PRIVATE_NAME} 别的用户也能读：chmod 600")
    if not load_verifier(desk.home.keys).keys:
        yield Finding(good=False, message=f"{desk.home.keys}/trusted 里没有受信任的公钥，本机收不了自己发布的内容")
    else:
        yield Finding(good=True, message=f"签名密钥 {desk.home.keys}")


def _edition(desk: Desk) -> Iterator[Finding]:
    current = Lobby(desk.home.editions).current
    if current is None:
        yield Finding(good=False, message="还没有发布过：desk publish")
        return
    manifest = Manifest.from_bytes((current / MANIFEST_NAME).read_bytes())
    age = (desk.now() - manifest.published_at).days
    yield Finding(good=age >= 0, message=f"正在显示第 {manifest.number} 期，{age} 天前发布")


def _documents(desk: Desk) -> Iterator[Finding]:
    """Pages of charts and other documents that approved content names: without one of them nothing can be published."""
    with desk.reading() as session:
        wanted = documents_of(standing(session))
    folder = desk.home.documents
    lost = [digest for digest in wanted if not is_whole(folder / digest, digest)]
    if lost:
        yield Finding(
            good=False,
            message=f"{folder} 里缺 {len(lost)} 份文档或已损坏，如 {lost[0]}：重新导入那个文件，或从备份恢复",
        )
    elif wanted:
        yield Finding(good=True, message=f"文档 {len(wanted)} 份都完整")


def _programs(desk: Desk) -> Iterator[Finding]:
    for health in read_health(desk.home.health):
        problem = "没有消息超过 30 秒" if health.is_late(desk.now()) else "；".join(health.problems)
        yield Finding(good=not problem, message=f"{health.program}：{problem or '正常'}")


def _room(desk: Desk) -> Iterator[Finding]:
    there = next(path for path in (desk.home.folder, *desk.home.folder.parents) if path.exists())
    free = shutil.disk_usage(there).free
    yield Finding(good=free >= _LEAST_FREE, message=f"磁盘还有 {free / 1e9:.1f} GB")

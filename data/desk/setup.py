"""Making a home for a new machine: folder, settings file, store, keys, first administrator."""

from dataclasses import replace
from pathlib import Path

from data.desk.bootstrap import Desk
from data.desk.console import act_of
from data.desk.settings import read_settings
from data.edition.signing import PRIVATE_NAME, make_keys
from data.store.accounts import add_role, has_administrator
from data.store.database import Store, parse_url
from data.store.refusal import Refused
from data.store.roles import Role

_KEY_NAME = "desk"
_SETTINGS = """\
# 本机的设置。说明见 docs/settings.md；改动后重新启动各程序。
{store}
[site]
name = "{name}"
zone = "Asia/Shanghai"

[screen]
# 对角线（英寸）
diagonal = 32.0
"""
_SIGN = """
[[sign]]
name = "{name}"
protocol = "onbon-bx5k"
port = "sign.pty"
baud = 57600
address = 1
"""


def prepare_home(desk: Desk, store: str) -> Desk:
    """Make the folder and, where there is none, its openhall.toml; the desk with what now holds.

    Refused where the file there names another store than `store`.
    """
    path = desk.home.settings
    if store:
        parse_url(store)
        if path.exists() and read_settings(path).store != store:
            raise Refused(f"{path} 已经存在：请在第一行写 store = {_quoted(store)}，再运行 desk init")
        desk = replace(desk, settings=replace(desk.settings, store=store))
    desk.home.folder.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        write_settings(path, store)
    return desk


def write_settings(path: Path, store: str, name: str = "", signs: tuple[str, ...] = ()) -> None:
    """Write an openhall.toml for the office `name`; `signs` get a section each, for an emulated sign."""
    text = _SETTINGS.format(store=f"store = {_quoted(store)}\n" if store else "", name=_escaped(name))
    path.write_text(text + "".join(_SIGN.format(name=_escaped(sign)) for sign in signs), encoding="utf-8")


def create_store(desk: Desk) -> Store:
    """The store, on the newest schema, whether it was there or not."""
    store = make_store(desk.store_url)
    store.create()
    return store


def make_store(url: str) -> Store:
    """The store at `url`, perhaps empty. An SQLite file made here is its owner's alone."""
    store = Store(url)
    database = Path(store.url.database or "")
    if store.url.get_backend_name() == "sqlite" and not database.exists():
        database.parent.mkdir(parents=True, exist_ok=True)
        database.touch(mode=0o600)
    return store


def make_missing_keys(desk: Desk) -> bool:
    """Make the signing keys where there are none; whether they were made."""
    if (desk.home.keys / PRIVATE_NAME).exists():
        return False
    desk.home.keys.mkdir(parents=True, exist_ok=True)
    make_keys(desk.home.keys, _KEY_NAME)
    return True


def lacks_administrator(store: Store) -> bool:
    """Whether this store still needs its first administrator."""
    with store.reading() as session:
        return not has_administrator(session)


def add_administrator(desk: Desk, store: Store, name: str) -> None:
    """The first user: who adds all others."""
    with store.writing() as session:
        add_role(session, act_of(desk), name, Role.ADMINISTRATOR)


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    """`text` inside a basic string of TOML."""
    return text.replace("\\", "\\\\").replace('"', '\\"')

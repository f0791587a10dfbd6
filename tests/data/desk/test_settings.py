"""openhall.toml: what it says, and which file and key a mistake is in."""

from pathlib import Path

import pytest

from data.desk.bootstrap import open_desk
from data.desk.home import find_home
from data.desk.settings import read_settings
from data.store.refusal import Refused


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "openhall.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_missing_file_means_defaults(tmp_path: Path) -> None:
    settings = read_settings(tmp_path / "none.toml")
    assert (settings.store, settings.site, str(settings.zone), settings.signs) == ("", "", "Asia/Shanghai", ())


def test_what_the_file_says_counts(tmp_path: Path) -> None:
    text = 'store = "postgresql:///hall"\n[site]\nname = "省财政厅"\nzone = "Asia/Urumqi"\n[[sign]]\nname = "hall"\n'
    settings = read_settings(written(tmp_path, text))
    assert settings.store == "postgresql:///hall"
    assert (settings.site, str(settings.zone), settings.signs) == ("省财政厅", "Asia/Urumqi", ("hall",))


def test_tables_of_other_programs_are_theirs(tmp_path: Path) -> None:
    assert read_settings(written(tmp_path, '[screen]\ndiagonal = "big"\n')).store == ""


def test_a_byte_order_mark_from_notepad_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "openhall.toml"
    path.write_bytes(b'\xef\xbb\xbf[site]\nname = "x"\n')
    assert read_settings(path).site == "x"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("store = 3", "store 应当是文字"),
        ("store = true", "store 应当是文字"),
        ('site = "x"', r"site 应当写成 \[site\]"),
        ("[site]\nname = []", "site.name 应当是文字"),
        ('[site]\nzone = "Mars/Base"', "site.zone 不是时区名：“Mars/Base”"),
        ('[site]\nzone = "../etc"', "site.zone 不是时区名"),
        ('[sign]\nname = "x"', r"sign 应当写成 \[\[sign\]\]"),
        ("[[sign]]\nname = 1", "sign.name 应当是文字"),
        ("store = ", "读不懂"),
        ("\xff", "读不懂"),
    ],
)
def test_a_mistake_names_file_and_key(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "openhall.toml"
    path.write_bytes(text.encode("latin-1") if text == "\xff" else text.encode())
    with pytest.raises(Refused, match=complaint) as failure:
        read_settings(path)
    assert str(path) in str(failure.value)


def test_the_home_is_where_the_environment_says(tmp_path: Path) -> None:
    assert find_home({"OPENHALL_HOME": str(tmp_path)}).store == tmp_path / "store.db"
    assert find_home({"OPENHALL_HOME": ""}).folder == find_home({}).folder
    assert find_home({}).folder.name == "openhall"


def test_the_environment_may_hide_the_stores_password(tmp_path: Path) -> None:
    written(tmp_path, 'store = "sqlite:///file.db"')
    environment = {"OPENHALL_HOME": str(tmp_path), "OPENHALL_STORE": "postgresql://u:p@h/d"}
    assert open_desk(environment).store_url == "postgresql://u:p@h/d"
    del environment["OPENHALL_STORE"]
    assert open_desk(environment).store_url == "sqlite:///file.db"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('certificate = "none.pem"', "desk.certificate 指的文件不在"),
        ('certificate = "openhall.toml"', "desk.certificate 和 desk.key 要一起写"),
        ('names = "desk"', "desk.names 应当是一列文字"),
        ('proxies = ["proxy.example"]', "desk.proxies 里的“proxy.example”不是 IP 地址"),
        ('login_header = "X-Remote-User"', "desk.login_header 要和 desk.proxies 一起写"),
        ('sign_out = "javascript:alert(1)"', "desk.sign_out 应当是网址"),
        ('syslog = "loghost"', "desk.syslog 应当是 /dev/log"),
    ],
)
def test_how_the_pages_are_reached_is_checked_as_a_whole(tmp_path: Path, text: str, complaint: str) -> None:
    path = written(tmp_path, f"[desk]\n{text}\n")
    with pytest.raises(Refused, match=complaint):
        read_settings(path)

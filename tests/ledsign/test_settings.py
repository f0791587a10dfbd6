"""What openhall.toml says of signs; wrong files are refused with file, sign and key."""

from datetime import time
from pathlib import Path

import pytest

from ledsign.profile import LineSettings
from ledsign.rotation import Effect
from ledsign.settings import home_of, read_settings

FULL = """
[site]
name = "省财政厅"

[[sign]]
name = "大厅"
protocol = "onbon-bx5k"
port = "/dev/serial/by-id/usb-1a86"
baud = 9600
address = 3
font_dots = 16
effect = "left"
characters_per_s = 3
brightness = 80
on = "07:30"
off = 18:00:00

[[sign]]
name = "侧门"
protocol = "onbon-bx5k"
port = "socket://192.168.1.20:4001"
"""


def test_a_full_and_a_short_sign_are_read(tmp_path: Path) -> None:
    (tmp_path / "openhall.toml").write_text(FULL, encoding="utf-8")
    hall, side = read_settings(tmp_path).signs
    assert (hall.name, hall.port, hall.line, hall.address) == (
        "大厅",
        "/dev/serial/by-id/usb-1a86",
        LineSettings(9600),
        3,
    )
    assert (hall.font_dots, hall.effect, hall.characters_per_s) == (16, Effect.LEFT, 3.0)
    assert (hall.brightness, hall.on, hall.off) == ((80,), time(7, 30), time(18))
    assert (side.line.baud, side.address, side.brightness, side.on) == (57600, 1, (), None)
    assert hall.profile.line == LineSettings(9600)


def test_a_machine_without_signs_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "openhall.toml").write_text("[site]\n")
    assert read_settings(tmp_path).signs == ()


def test_brightness_by_the_hour_is_doubled_to_half_hours(tmp_path: Path) -> None:
    hours = ", ".join(str(hour) for hour in range(24))
    (tmp_path / "openhall.toml").write_text(FULL.replace("brightness = 80", f"brightness = [{hours}]"))
    assert read_settings(tmp_path).signs[0].brightness == tuple(hour // 2 for hour in range(48))


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('name = "大厅"', "", "第 1 块显示屏.*name 应当是文字"),
        ('name = "侧门"', 'name = "大厅"', "同名"),
        ('protocol = "onbon-bx5k"', 'protocol = "zh"', "第 1 块显示屏.*protocol 不认识.*有 onbon-bx5k"),
        ("baud = 9600", 'baud = "9600"', "baud 应当是整数"),
        ("baud = 9600", "baud = 0", "不成线路"),
        ("address = 3", "address = true", "address 应当是整数"),
        ("address = 3", "address = 70000", "第 1 块显示屏.*address 不对.*0 到 65534 的整数，没有 70000"),
        ('port = "/dev/serial/by-id/usb-1a86"', 'port = " "', "port 不能为空"),
        ('name = "侧门"', 'name = ""', "第 2 块显示屏.*name 不能为空"),
        ("characters_per_s = 3", "characters_per_s = 0", "characters_per_s 是每秒读的字数"),
        ("characters_per_s = 3", "characters_per_s = nan", "characters_per_s 是每秒读的字数"),
        ('effect = "left"', 'effect = "jump"', "effect 应当是 hold、scroll"),
        ("brightness = 80", "brightness = 101", "brightness 应当是 0 到 100"),
        ("brightness = 80", "brightness = [1, 2]", "brightness 应当是"),
        ("brightness = 80", 'brightness = "80"', "brightness 应当是"),
        ('on = "07:30"', 'on = "7 Uhr"', "on 应当是时刻"),
        ("characters_per_s = 3", 'characters_per_s = "3"', "characters_per_s 应当是数字"),
        ("[[sign]]", "[sign]", "读不懂|\\[\\[sign\\]\\]"),
        ('name = "省财政厅"', "name = ", "读不懂"),
    ],
)
def test_a_wrong_file_is_refused_in_words(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    assert old in FULL
    (tmp_path / "openhall.toml").write_text(FULL.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=complaint):
        read_settings(tmp_path)


def test_a_single_table_is_told_how_to_be_written(tmp_path: Path) -> None:
    (tmp_path / "openhall.toml").write_text('[sign]\nname = "x"\n')
    with pytest.raises(ValueError, match=r"\[\[sign\]\]"):
        read_settings(tmp_path)


def test_two_signs_on_one_port_need_two_addresses(tmp_path: Path) -> None:
    one_port = FULL.replace('port = "socket://192.168.1.20:4001"', 'port = "/dev/serial/by-id/usb-1a86"')
    (tmp_path / "openhall.toml").write_text(one_port, encoding="utf-8")
    assert [sign.address for sign in read_settings(tmp_path).signs] == [3, 1]
    (tmp_path / "openhall.toml").write_text(one_port.replace("address = 3", ""), encoding="utf-8")
    with pytest.raises(ValueError, match="大厅、侧门 在同一端口上用了同一地址"):
        read_settings(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="找不到设置文件"):
        read_settings(tmp_path)


def test_the_home_is_named_by_the_environment_or_lies_around_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENHALL_HOME", str(tmp_path / "home"))
    assert home_of(tmp_path / "elsewhere" / "openhall.toml") == tmp_path / "home"
    monkeypatch.delenv("OPENHALL_HOME")
    assert home_of(tmp_path / "elsewhere" / "openhall.toml") == tmp_path / "elsewhere"
    assert home_of(None).name == "openhall"

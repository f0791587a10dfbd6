import json
import os
import socket
from pathlib import Path

import pytest

from tools.lobby import Lobby, Sign, answers, first_frame, free_port, has_display, programs, read_sign, written_since

SIGN = Sign("onbon-bx5k", "/home/lobby/sign.pty", 57600, "256x16")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    current = tmp_path / "editions" / "current"
    current.mkdir(parents=True)
    panels = [
        {"name": "侧门", "width_dots": 64, "height_dots": 16},
        {"name": "大厅", "width_dots": 256, "height_dots": 16},
    ]
    (current / "rotation.json").write_text(json.dumps({"signs": panels}), encoding="utf-8")
    toml = '[[sign]]\nname = "大厅"\nprotocol = "onbon-bx5k"\nport = "sign.pty"\nbaud = 57600\naddress = 1\n'
    (tmp_path / "openhall.toml").write_text(toml, encoding="utf-8")
    return tmp_path


def lobby(home: Path, *, display: bool) -> Lobby:
    return Lobby(home, display, desk_port=8420, vnc_port=5900)


def command(home: Path, name: str, *, display: bool) -> str:
    return next(" ".join(p.command) for p in programs(lobby(home, display=display), SIGN) if p.name == name)


def test_the_sign_is_the_settings_first_with_the_editions_panel(home: Path) -> None:
    assert read_sign(home) == Sign("onbon-bx5k", str(home / "sign.pty"), 57600, "256x16")


def test_a_sign_the_edition_does_not_know_is_refused_in_a_sentence(home: Path) -> None:
    (home / "openhall.toml").write_text('[[sign]]\nname = "后门"\n', encoding="utf-8")
    with pytest.raises(ValueError, match="names no sign that the edition has a panel for"):
        read_sign(home)


def test_each_program_finds_what_it_needs_from_those_before(tmp_path: Path) -> None:
    assert [p.name for p in programs(lobby(tmp_path, display=False), SIGN)] == ["desk", "emulator", "ledsign", "kiosk"]


def test_with_a_display_both_open_windows(tmp_path: Path) -> None:
    assert command(tmp_path, "emulator", display=True).endswith("--window")
    assert "kiosk --windowed" in command(tmp_path, "kiosk", display=True)


def test_without_a_display_the_screen_goes_over_vnc_and_the_sign_into_a_picture(tmp_path: Path) -> None:
    assert "--window" not in command(tmp_path, "emulator", display=False)
    assert f"--png {tmp_path / 'sign.png'}" in command(tmp_path, "emulator", display=False)
    assert "tools.loopback_vnc 5900 1080x1920 kiosk" in command(tmp_path, "kiosk", display=False)


@pytest.mark.parametrize(
    ("environment", "display"),
    [({}, False), ({"DISPLAY": ""}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "wayland-0"}, True)],
)
def test_a_display_is_an_x_or_a_wayland_one(environment: dict[str, str], display: bool) -> None:
    assert has_display(environment) is display


def test_a_port_in_use_is_passed_over() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert answers(port)
        assert free_port(port) > port
    assert not answers(port)


def test_a_file_of_an_earlier_run_does_not_count_as_started(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.json"
    file.write_text('{"first_frame_s": 0.4}')
    os.utime(file, (1000, 1000))
    assert written_since(file, 1000)
    assert not written_since(file, 1001)
    assert not written_since(tmp_path / "absent.json", 0)


def test_a_kiosk_that_has_shown_nothing_yet_has_no_first_frame(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.json"
    assert not first_frame(file)
    file.write_text('{"first_frame_s": null}')
    assert not first_frame(file)
    file.write_text('{"first_frame_s": 0.4}')
    assert first_frame(file)

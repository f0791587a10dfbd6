"""The `ledsign` command as a person or another program calls it: answers, exit codes, one plain line for a mistake."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import tty
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from ledsign.__main__ import main
from ledsign.protocols.onbon_bx5k.frame import Frame
from ledsign.protocols.onbon_bx5k.replies import Nack
from ledsign.rotation import Rotation
from tests.ledsign.hall import FIVE, Hall, items
from tests.ledsign.protocols.test_onbon_frames import P000_FILE, PUBLISHED

ONBON = ["--protocol", "onbon-bx5k"]


@pytest.fixture
def hall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hall:
    """A home that the commands find by the environment."""
    monkeypatch.setenv("OPENHALL_HOME", str(tmp_path))
    made = Hall(tmp_path)
    made.one_sign()
    return made


def ledsign(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ledsign", *arguments],
        input=given,
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )


@contextmanager
def program(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A command that runs until the context ends; it must end well when terminated."""
    with subprocess.Popen([sys.executable, "-m", "ledsign", *arguments], text=True, stdout=subprocess.PIPE) as running:
        try:
            yield running
        finally:
            running.send_signal(signal.SIGTERM)
            assert running.wait(10) == 0


def wait_for(true: object, within_s: float = 10.0) -> None:
    end = time.monotonic() + within_s
    assert callable(true)
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_what_is_encoded_is_decoded(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["encode", *ONBON, "--panel", "256x16", "--text", FIVE[0], "--hex"]) == 0
    frames = capsys.readouterr().out
    assert len(frames.splitlines()) == 1
    decoded = json.loads(ledsign("decode", *ONBON, given=frames).stdout)
    assert [(one["kind"], one["texts"]) for one in decoded] == [("update-areas", [FIVE[0]])]


def test_without_hex_the_bytes_themselves_come_out() -> None:
    arguments = ["encode", *ONBON, "--panel", "256x16", "--text", "甲"]
    raw = subprocess.run([sys.executable, "-m", "ledsign", *arguments], capture_output=True, check=True).stdout
    assert raw.startswith(b"\xa5" * 8 + b"\x01\x00\x00\x80")
    assert "甲".encode("gb2312") in raw


def test_replaced_characters_are_told_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["encode", *ONBON, "--panel", "256x16", "--text", "朱镕基", "--hex"]) == 0
    assert "没有“镕”，以“〓”代替" in capsys.readouterr().err


@pytest.mark.parametrize("name", PUBLISHED)
def test_every_published_frame_is_decoded_by_kind(name: str) -> None:
    hexadecimal = (b"\xa5" * 8 + bytes.fromhex(PUBLISHED[name][1]) + b"\x5a").hex(" ")
    kinds = {
        "ping": ("ping", []),
        "query status": ("ask-status", []),
        "clear screen": ("clear-screen", []),
        "begin write": ("begin-write", []),
        "lock programme": ("lock-programme", []),
        "dynamic area": ("update-areas", ["012345QRSTTV'B"]),
        "write file": ("write-block", ["www.onbonbx.com"]),
    }
    (one,) = json.loads(ledsign("decode", *ONBON, given=hexadecimal).stdout)
    assert (one["kind"], one["texts"]) == kinds[name]


def test_a_bare_programme_file_noise_and_refusals_are_described() -> None:
    (file,) = json.loads(ledsign("decode", *ONBON, given=P000_FILE.hex()).stdout)
    assert (file["kind"], file["texts"]) == ("programme-file", ["www.onbonbx.com"])
    assert json.loads(ledsign("decode", *ONBON, given="00 11 22").stdout) == []
    nack = Frame(Nack(3).to_data(), destination=0x8000, source=1).to_bytes()
    (refusal,) = json.loads(ledsign("decode", *ONBON, given=nack.hex()).stdout)
    assert (refusal["kind"], refusal["error"], refusal["sentence"]) == ("nack", 3, "控制卡正忙，稍后自动重发")
    unknown = Frame(b"\xb7\x00\x01\x00\x00").to_bytes()
    assert [one["kind"] for one in json.loads(ledsign("decode", *ONBON, given=unknown.hex()).stdout)] == ["unknown"]


def test_what_is_not_hexadecimal_is_one_plain_line() -> None:
    answer = ledsign("decode", *ONBON, given="xyz")
    assert answer.returncode == 1
    assert answer.stderr.splitlines() == ["ledsign: 标准输入应当是十六进制，例如 A5 A5 01"]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["encode"],
        ["encode", "--protocol", "zh", "--panel", "256x16", "--text", "x"],
        ["encode", *ONBON, "--panel", "256", "--text", "x"],
        ["emulate", *ONBON, "--panel", "256x16"],
        ["emulate", *ONBON, "--panel", "256x16", "--listen", "here"],
        ["emulate", *ONBON, "--panel", "256x16", "--pty", "x", "--baud", "fast"],
    ],
)
def test_misuse_exits_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "用法：ledsign" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["encode", *ONBON, "--panel", "256x8", "--text", "甲"], "的屏太小"),
        (["encode", *ONBON, "--panel", "256x16", "--text", "\u200b"], "没有可以显示的文字"),
        (["preview", "/nowhere/rotation.json", "--panel", "256x16", "--out", "x.png"], "/nowhere/rotation.json"),
        (["preview", "/", "--panel", "256x16", "--out", "x.png"], "这是文件夹，不是文件：/"),
        (
            ["encode", "--protocol", "alpha", "--panel", "64x16", "--text", "甲", "--address", "256"],
            "0 到 255 的整数，没有 256",
        ),
        (["emulate", "--protocol", "jetfile2-simple", "--panel", "64x16", "--pty", "x", "--address", "100"], "0 到 99"),
        (["probe", "--port", "pigeon://coop"], "不认识 pigeon://coop"),
        (["probe", "--port", "socket://host:99999"], "socket://192.168.1.20:4001"),
        (["run", "--config", "/nowhere/openhall.toml"], "找不到设置文件"),
        (["emulate", *ONBON, "--panel", "256x16", "--pty", "/proc/none/pty"], "/proc"),
    ],
)
def test_a_failure_is_one_plain_line_and_exits_with_one(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("ledsign: ")
    assert complaint in line


@pytest.mark.parametrize("command", ["", "encode", "decode", "preview", "emulate", "run", "status", "probe", "doctor"])
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([*command.split(), "--help"])
    assert stopped.value.code == 0
    assert "用法：ledsign" in capsys.readouterr().out


def test_a_preview_shows_every_page_as_picture_and_as_animation(tmp_path: Path) -> None:
    file = tmp_path / "rotation.json"
    file.write_bytes(Rotation(items=items(), fallback="厅").to_json())
    for name, frames in (("day.png", 1), ("day.gif", 11)):
        assert main(["preview", str(file), "--panel", "256x16", "--out", str(tmp_path / name)]) == 0
        with Image.open(tmp_path / name) as picture:
            assert getattr(picture, "n_frames", 1) == frames
            assert picture.width > 1000


def test_a_preview_of_nothing_and_into_nothing_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rotation.json"
    file.write_bytes(Rotation().to_json())
    assert main(["preview", str(file), "--panel", "256x16", "--out", str(tmp_path / "x.png")]) == 1
    assert "没有可以显示的内容" in capsys.readouterr().err
    file.write_bytes(Rotation(fallback="厅").to_json())
    assert main(["preview", str(file), "--panel", "256x16", "--out", str(tmp_path / "x.bmp")]) == 1
    assert ".png 或 .gif" in capsys.readouterr().err


@pytest.mark.pty
def test_emulator_and_service_as_programs_bring_five_items_to_the_sign(hall: Hall) -> None:
    hall.publish()
    state = hall.home / "sign.json"
    pty = str(hall.home / "sign.pty")
    with program("emulate", *ONBON, "--panel", "256x16", "--pty", pty, "--baud", "57600", "--state", str(state)):
        wait_for(state.is_file)
        with program("run"):
            wait_for(lambda: json.loads(state.read_text(encoding="utf-8"))["texts"] == list(FIVE))
            wait_for(lambda: hall.health().get("state") == "ok")
            status = ledsign("status", "--json")
            assert (status.returncode, json.loads(status.stdout)["items_acknowledged"]) == (0, 5)
            plain = ledsign("status").stdout
            assert "大厅：5/5 条，显示屏已应答，自 20" in plain
            assert all(f"    {text}" in plain.splitlines() for text in FIVE)
            doctor = ledsign("doctor")
            assert (doctor.returncode, "服务正在运行，线路正常" in doctor.stdout) == (0, True)
    health = hall.home / "health" / "ledsign.json"
    stale = json.loads(health.read_text(encoding="utf-8")) | {"time": "2026-01-01T00:00:00Z"}
    health.write_text(json.dumps(stale), encoding="utf-8")
    stopped = ledsign("status")
    assert (stopped.returncode, "服务已停止" in stopped.stdout) == (1, True)


@pytest.mark.pty
def test_probe_finds_speed_and_address_and_doctor_says_what_is_wrong(hall: Hall) -> None:
    hall.publish()
    pty = hall.home / "sign.pty"
    assert "找不到端口" in ledsign("doctor").stdout
    with program("emulate", *ONBON, "--panel", "256x16", "--pty", str(pty), "--baud", "9600", "--address", "2"):
        wait_for(pty.is_symlink)
        found = json.loads(ledsign("probe", "--json").stdout)
        assert [(one["protocol"], one["baud"], one["address"]) for one in found] == [("onbon-bx5k", 9600, 2)]
        wrong = ledsign("doctor")
        assert wrong.returncode == 1
        assert "地址 1 在 57600 波特没有应答" in wrong.stdout
        hall.settings('name = "大厅"\nprotocol = "onbon-bx5k"\nport = "sign.pty"\nbaud = 9600\naddress = 2')
        right = ledsign("doctor", "--json")
        assert right.returncode == 0
        assert "线路正常，显示屏有应答" in right.stdout


@pytest.mark.slow
@pytest.mark.pty
def test_probe_finds_another_parity_through_a_converter_that_minds_it() -> None:
    listen = ["--rfc2217", "127.0.0.1:0", "--baud", "2400"]
    with program("emulate", "--protocol", "alpha", "--panel", "64x16", *listen) as emulator:
        assert emulator.stdout is not None
        port = f"rfc2217://{emulator.stdout.readline().strip()}"
        found = ledsign("probe", "--protocol", "onbon-bx5k", "--port", port)
        assert (found.returncode, "没有应答" in found.stdout) == (1, True)
        found = ledsign("probe", "--protocol", "alpha", "--port", port)
        assert "波特率 2400，7E1，地址 1" in found.stdout


@pytest.mark.pty
def test_emulator_on_tcp_says_which_port_it_got() -> None:
    with program("emulate", *ONBON, "--panel", "256x16", "--listen", "127.0.0.1:0") as emulator:
        assert emulator.stdout is not None
        host, _, port = emulator.stdout.readline().strip().partition(":")
        assert (host, int(port) > 0) == ("127.0.0.1", True)
        found = ledsign("probe", "--port", f"socket://{host}:{port}")
        assert found.stdout.endswith("onbon-bx5k，线路由转换器设置，地址 1\n")


@pytest.mark.pty
def test_the_emulator_can_begin_as_a_bad_sign_and_is_told_by_its_socket(tmp_path: Path) -> None:
    control, gif = tmp_path / "control", tmp_path / "seen.gif"
    options = ["--listen", "127.0.0.1:0", "--control", str(control), "--gif", str(gif), "--trouble", "half_dead=true"]
    with program("emulate", *ONBON, "--panel", "64x16", *options) as emulator:
        assert emulator.stdout is not None
        port = f"socket://{emulator.stdout.readline().strip()}"
        assert ledsign("probe", *ONBON, "--port", port).returncode == 1
        with socket.socket(socket.AF_UNIX) as caller:
            caller.connect(str(control))
            caller.sendall(b'{"set": {"half_dead": false}}\n{"do": "state"}\n')
            answers = caller.makefile(encoding="utf-8")
            assert json.loads(answers.readline()) == {"ok": True}
            assert json.loads(answers.readline())["texts"] == []
            answers.close()
        assert ledsign("probe", "--port", port).returncode == 0
    assert gif.read_bytes().startswith(b"GIF")
    refused = ledsign("emulate", *ONBON, "--panel", "64x16", "--listen", "127.0.0.1:0", "--trouble", "fire=1")
    assert (refused.returncode, "没有叫 fire 的故障" in refused.stderr) == (1, True)


@pytest.mark.pty
def test_probe_tries_every_protocol_on_a_port_nobody_wrote_down_and_knows_the_others(hall: Hall) -> None:
    sign = ["--protocol", "onbon-bx5e", "--panel", "64x16", "--address", "9"]
    with program("emulate", *sign, "--listen", "127.0.0.1:0") as emulator:
        assert emulator.stdout is not None
        port = f"socket://{emulator.stdout.readline().strip()}"
        found = ledsign("probe", "--port", port)
        assert (
            found.stdout
            == f"{port}：onbon-bx5e，线路由转换器设置，只在广播地址 65534 有应答（屏自己的地址不是 1、2）\n"
        )
        hall.settings(f'name = "大厅"\nprotocol = "onbon-bx5e"\nport = "{port}"')
        assert ledsign("probe").stdout == found.stdout


@pytest.mark.pty
@pytest.mark.parametrize(
    ("answered", "told"),
    [
        (lambda asked: asked, "只有自己的回声：转换器是好的"),
        (lambda _: b"\x00\xff\x7f", "只收到 3 个读不懂的字节：波特率或校验位不对"),
        (lambda _: b"", "没有应答；可运行 ledsign probe"),
    ],
)
def test_doctor_tells_an_echo_from_garbage_from_silence(
    hall: Hall, capsys: pytest.CaptureFixture[str], answered: Callable[[bytes], bytes], told: str
) -> None:
    ours, theirs = os.openpty()
    tty.setraw(theirs)
    hall.settings(f'name = "大厅"\nprotocol = "onbon-bx5k"\nport = "{os.ttyname(theirs)}"')
    line = threading.Thread(target=lambda: os.write(ours, answered(os.read(ours, 4096))), name="line")
    line.start()
    assert main(["doctor"]) == 1
    line.join()
    assert told in capsys.readouterr().out
    os.close(ours)
    os.close(theirs)


def test_probe_without_an_answer_exits_with_one(hall: Hall) -> None:
    ours, theirs = os.openpty()
    answer = ledsign("probe", *ONBON, "--port", os.ttyname(theirs))
    assert (answer.returncode, "没有应答" in answer.stdout) == (1, True)
    os.close(ours)
    os.close(theirs)
    hall.settings()
    assert "没有端口可试" in ledsign("probe").stderr


def test_status_before_the_first_run_says_what_to_do(hall: Hall) -> None:
    answer = ledsign("status")
    assert answer.returncode == 1
    assert "请运行 ledsign run" in answer.stderr
    (hall.home / "health").mkdir()
    (hall.home / "health" / "ledsign.json").write_text("{}")
    assert "读不懂状态文件" in ledsign("status").stderr


@pytest.mark.parametrize(
    "broken", ["{", "[]", "{}", '{"time": "x"}', '{"time": "%s"}', '{"time": "%s", "problems": 1}']
)
@pytest.mark.parametrize("how", [(), ("--json",)])
def test_a_status_file_that_is_broken_is_said_so(
    hall: Hall, capsys: pytest.CaptureFixture[str], broken: str, how: tuple[str, ...]
) -> None:
    file = hall.home / "health" / "ledsign.json"
    file.parent.mkdir()
    file.write_text(broken.replace("%s", datetime.now(UTC).isoformat()), encoding="utf-8")
    assert main(["status", *how]) == 1
    assert capsys.readouterr() == ("", f"ledsign: 读不懂状态文件 {file}；重新启动 ledsign run 会写一个新的\n")


def test_an_emulated_sign_that_cannot_keep_its_files_or_its_port_says_which(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    at = ("emulate", "--protocol", "alpha", "--panel", "64x16")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = ("--listen", f"127.0.0.1:{taken.getsockname()[1]}")
        for arguments, told in (
            (
                ("--pty", str(tmp_path / "p"), "--state", str(tmp_path / "folder")),
                f"这是文件夹，不是文件：{tmp_path}/folder",
            ),
            (
                ("--pty", str(tmp_path / "p"), "--gif", str(tmp_path / "no" / "g.gif")),
                f"没有这个文件或文件夹：{tmp_path}/no",
            ),
            (port, "端口已被别的程序占用，请换一个"),
        ):
            answer = ledsign(*at, *arguments)
            assert (answer.returncode, answer.stderr) == (1, f"ledsign: {told}\n")


def test_doctor_warns_of_exposed_converters_and_missing_things(hall: Hall) -> None:
    sign = 'name = "大厅"\nprotocol = "onbon-bx5k"\nport = "socket://{}:9"'
    hall.settings(sign.format("127.0.0.1"))
    inside = ledsign("doctor").stdout
    assert "还没有可用的版次" in inside
    assert "默认密码" in inside
    assert "连不上" in inside
    hall.publish(signs=())
    assert "版次里没有这块屏" in ledsign("doctor").stdout
    hall.settings()
    assert "没有显示屏" in ledsign("doctor").stdout

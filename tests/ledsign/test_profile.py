"""Profiles: every protocol has one that reads, and wrong ones name what is wrong."""

from importlib import resources
from pathlib import Path

import pytest

from ledsign.profile import PROTOCOLS, Content, LineSettings, Profile, profile_of
from ledsign.rotation import Effect

ONBON = (resources.files("ledsign") / "profiles" / "onbon-bx5k.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_every_protocol_comes_with_a_profile(protocol: str) -> None:
    profile = profile_of(protocol)
    assert profile.protocol == protocol
    assert profile.line.baud in profile.bauds


def test_an_unknown_protocol_is_refused_with_the_known_names() -> None:
    with pytest.raises(ValueError, match=r"没有叫 'zh' 的协议；有 onbon-bx5k"):
        profile_of("zh")


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("baud = 57600", "", "baud 应当是整数"),
        ("baud = 57600", "baud = true", "baud 应当是整数"),
        ("baud = 57600", 'baud = "57600"', "baud 应当是整数"),
        ("bauds = [57600, 9600]", "bauds = []", "bauds 应当是一列整数"),
        ("font_dots = [16, 24, 32]", 'font_dots = ["16"]', "font_dots 应当是一列整数"),
        ('parity = "N"', 'parity = "X"', "没有 57600 8X1 这样的线路参数"),
        ('effects = ["hold"', 'effects = ["jump"', r"effects 里没有 'jump' 这个词；有 hold、scroll"),
        ('content = "text"', 'content = "sound"', r"content 里没有 'sound' 这个词；有 text、dots"),
        ('evidence = "derived"', "evidence = derived", "屏型文件不是 TOML"),
        ("reply_s = 2.0", "reply_s = 2", "reply_s 应当是带小数点的数"),
        ("reply_s = 2.0", "reply_s = 2.0\n[[pictures]]\ncount = 3", "height_dots 应当是整数"),
        ("acknowledges = true", "acknowledges = 1", "acknowledges 应当是 true 或 false"),
    ],
)
def test_a_wrong_profile_names_what_is_wrong(old: str, new: str, complaint: str) -> None:
    assert old in ONBON
    with pytest.raises(ValueError, match=complaint):
        Profile.from_toml(ONBON.replace(old, new, 1))


@pytest.mark.parametrize(
    ("line", "bits"),
    [(LineSettings(9600), 10), (LineSettings(9600, 7, "E", 1), 10), (LineSettings(9600, 7, "E", 2), 11)],
)
def test_a_byte_takes_its_start_parity_and_stop_bits_along(line: LineSettings, bits: int) -> None:
    assert line.bits_a_byte == bits
    assert line.seconds(960) == pytest.approx(bits / 10)


def test_an_effect_the_sign_lacks_becomes_its_first() -> None:
    profile = Profile.from_toml(ONBON.replace('"scroll"]', '"down"]'))
    assert profile.effect(Effect.LEFT) is Effect.LEFT
    assert profile.effect(Effect.SCROLL) is Effect.HOLD
    assert profile.content is Content.TEXT


def test_a_broken_file_is_named_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "profiles").mkdir()
    file = tmp_path / "profiles" / "onbon-bx5k.toml"
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    for content in (ONBON.replace("baud = 57600", "baud = x").encode(), b"\xff"):
        file.write_bytes(content)
        with pytest.raises(ValueError, match=rf"{file}：.*请改正，或重新安装程序"):
            profile_of("onbon-bx5k")

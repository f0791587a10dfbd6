"""Profiles: every protocol has one that reads, and wrong ones name what is wrong."""

from importlib import resources

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
        ("baud = 57600", "", "baud, of the kind int"),
        ("baud = 57600", "baud = true", "baud, of the kind int"),
        ("baud = 57600", 'baud = "57600"', "baud, of the kind int"),
        ("bauds = [57600, 9600]", "bauds = []", "bauds, a list of the kind int"),
        ("font_dots = [16, 24, 32]", 'font_dots = ["16"]', "font_dots, a list of the kind int"),
        ('parity = "N"', 'parity = "X"', "没有 57600 8X1 这样的线路参数"),
        ('effects = ["hold"', 'effects = ["jump"', "jump"),
        ("acknowledges = true", "acknowledges = 1", "acknowledges, of the kind bool"),
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

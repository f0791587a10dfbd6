from pathlib import Path

import pytest

from kiosk.settings import Patience, Screen, Settings, read_settings, size_of


def settings(tmp_path: Path, text: str) -> Settings:
    (tmp_path / "openhall.toml").write_text(text, encoding="utf-8")
    return read_settings(None, tmp_path)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert read_settings(None, tmp_path) == Settings(tmp_path)


def test_the_glass_and_its_patience_are_read(tmp_path: Path) -> None:
    found = settings(
        tmp_path,
        """
        [site]
        name = "省财政厅"
        telephone = "024-0000 0000"
        zone = "Asia/Urumqi"
        [screen]
        diagonal = 55
        size = "1080x1920"
        height_mm = 600
        idle_s = 90
        cleaning_s = 45
        [kiosk]
        place = "north"
        motion = false
        """,
    )
    assert found.screen == Screen(diagonal_mm=1397.0, size=(1080, 1920), bottom_mm=600)
    assert found.patience == Patience(idle_s=90, cleaning_s=45)
    assert (found.site, str(found.zone), found.place, found.motion) == ("省财政厅", "Asia/Urumqi", "north", False)


def test_a_byte_order_mark_of_notepad_is_no_obstacle(tmp_path: Path) -> None:
    assert settings(tmp_path, '\ufeff[site]\nname = "厅"\n').site == "厅"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[screen]\ndiagonal = 'big'", "diagonal"),
        ("[screen]\ndiagonal = 500", "diagonal"),
        ("[screen]\nidle_s = 5", "idle_s"),
        ("[screen]\nwarning_s = 5", "warning_s"),
        ("[screen]\nsize = '10'", "1080x1920"),
        ("[site]\nzone = 'Moon/Base'", "Moon/Base"),
        ("[site]\nname = 3", "name"),
        ("site = 3", "site"),
        ("[screen", "openhall.toml"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        settings(tmp_path, text)


@pytest.mark.parametrize("text", ["", "x", "100x100", "1080*1920", "-5x900", "1080x"])
def test_a_size_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="1080x1920"):
        size_of(text)


def test_the_portals_list_is_read_as_origins(tmp_path: Path) -> None:
    (tmp_path / "openhall.toml").write_text(
        '[portal]\nallow = ["https://czt.example.gov.cn"]\nhome = "https://czt.example.gov.cn/m/"\nlimit_s = 600\n'
    )
    portal = read_settings(None, tmp_path).portal
    assert portal.allow is not None
    assert [entry.text for entry in portal.allow.origins] == ["https://czt.example.gov.cn:443"]
    assert (portal.home, portal.limit_s) == ("https://czt.example.gov.cn/m/", 600.0)


def test_without_a_list_the_edition_decides(tmp_path: Path) -> None:
    assert read_settings(None, tmp_path).portal.allow is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('allow = "https://a.cn"', r"\[portal\] allow must be a list"),
        ("allow = [1]", r"\[portal\] allow must be a list"),
        ('allow = ["a.cn"]', r"\[portal\] allow: an origin such as"),
        ('allow = ["https://a.cn"]\nhome = "https://b.cn/"', r"\[portal\] home: 'https://b.cn/' is not below"),
        ("limit_s = -1", "limit_s must be a number"),
    ],
)
def test_a_portal_that_does_not_fit_is_told(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "openhall.toml").write_text(f"[portal]\n{text}\n")
    with pytest.raises(ValueError, match=told):
        read_settings(None, tmp_path)

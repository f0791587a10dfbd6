"""The audit finds what is planted, and nothing on the pages as they are."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from data.records import Building, Floor, Room
from kiosk.app import Kiosk, build, theme
from kiosk.audit import MODES, Mode, audit, faults
from kiosk.checks import Words, contrast_in, distance, faint, luminance, overlapping, ratio
from kiosk.glass import things
from kiosk.settings import Settings
from tests.kiosk.department import NOW, department
from tests.kiosk.edition import write_edition


@pytest.mark.parametrize("mode", [MODES[0], MODES[6]], ids=lambda mode: str(mode.name))
def test_nothing_is_found_on_the_pages_as_they_are(kiosk: Kiosk, mode: Mode) -> None:
    report = audit(kiosk.settings, (mode,))
    assert list(report.lines())[:-1] == []
    assert {"home", "office", "person", "power", "steps", "route", "search-found"} <= set(report.pages)


@pytest.mark.slow
def test_nothing_is_found_in_any_mode(kiosk: Kiosk) -> None:
    assert list(audit(kiosk.settings).lines())[:-1] == []


def named(kiosk: Kiosk, name: str) -> QQuickItem:
    return next(thing.item for thing in things(kiosk.window) if thing.name == name)


def found(kiosk: Kiosk, *, low: bool = False) -> set[str]:
    QTest.qWait(30)
    return {fault.what for fault in faults(kiosk, low=low)}


def test_letters_as_faint_as_hairlines_are_found(kiosk: Kiosk) -> None:
    named(kiosk, "政务公开查询").setProperty("color", QColor("#B8B4A8"))
    assert found(kiosk) == {"contrast"}


def test_targets_smaller_than_a_fingertip_are_found(kiosk: Kiosk) -> None:
    theme(kiosk.engine, "Metrics").setProperty("diagonalMm", 300.0)
    theme(kiosk.engine, "Metrics").setProperty("target", 20)
    kiosk.shell.openPage("search", "", 0)
    assert "target" in found(kiosk)


def test_targets_nobody_can_reach_are_found(kiosk: Kiosk) -> None:
    theme(kiosk.engine, "Metrics").setProperty("bottomMm", 1000.0)
    assert "reach" in found(kiosk, low=True)
    kiosk.shell.press("lower")
    assert "reach" not in found(kiosk, low=True)


def test_a_target_without_a_name_is_found(kiosk: Kiosk) -> None:
    named(kiosk, "工作职责").setProperty("name", " ")
    assert found(kiosk) == {"name"}


def test_text_beyond_the_edge_of_its_button_is_found(kiosk: Kiosk) -> None:
    tile = named(kiosk, "工作职责")
    title = next(item for item in tile.findChildren(QQuickItem) if item.property("text") == "工作职责")
    title.setScale(4)
    assert "spilt" in found(kiosk)


@pytest.mark.parametrize("buttons", [(), ("larger",)], ids=["normal", "large"])
def test_long_names_of_floors_have_their_room(qapp: object, tmp_path: Path, buttons: tuple[str, ...]) -> None:
    names = (
        "地下一层停车场",
        "一楼办事服务大厅",
        "二楼（财政票据）",
        "三楼",
        "附楼三层档案库房",
        "Sixth floor archive",
    )
    records = [
        replace(record, name=names[int(record.ordinal)]) if isinstance(record, Floor) else record
        for record in department()
    ]
    settings = Settings(tmp_path, edition=write_edition(tmp_path / "000042", records), motion=False)
    kiosk = build(settings, lambda: NOW)
    kiosk.window.show()
    kiosk.visit.touched()
    for button in buttons:
        kiosk.shell.press(button)
    for room in ("", "512"):
        kiosk.shell.openPage("map", room, 0)
        QTest.qWait(30)
        assert list(faults(kiosk, low=False)) == []
    kiosk.close()


def test_chinese_beside_a_telephone_is_marked_where_no_room_is_known(qapp: object, tmp_path: Path) -> None:
    records = [record for record in department() if not isinstance(record, Room | Floor | Building)]
    settings = Settings(tmp_path, edition=write_edition(tmp_path / "000042", records), motion=False)
    kiosk = build(settings, lambda: NOW)
    kiosk.window.show()
    kiosk.visit.touched()
    kiosk.shell.press("language")
    kiosk.shell.openPage("office", "law", 0)
    QTest.qWait(30)
    assert list(faults(kiosk, low=False)) == []
    kiosk.close()


def test_text_over_text_is_found() -> None:
    def words(text: str, place: QRectF) -> Words:
        return Words(text, place, place, cut_short=False, enabled=True)

    apart = [words("一", QRectF(0, 0, 50, 20)), words("二", QRectF(60, 0, 50, 20))]
    assert list(overlapping(apart)) == []
    over = [words("一", QRectF(0, 0, 50, 20)), words("二", QRectF(40, 5, 50, 20))]
    assert [fault.name for fault in overlapping(over)] == ["一 | 二"]


@pytest.mark.parametrize(
    ("one", "other", "gap"),
    [
        (QRectF(0, 0, 10, 10), QRectF(13, 0, 10, 10), 3),
        (QRectF(0, 0, 10, 10), QRectF(0, 15, 10, 10), 5),
        (QRectF(0, 0, 10, 10), QRectF(13, 17, 10, 10), 7),
        (QRectF(0, 0, 10, 10), QRectF(5, 5, 10, 10), 0),
    ],
)
def test_the_gap_between_two_targets(one: QRectF, other: QRectF, gap: float) -> None:
    assert distance(one, other) == distance(other, one) == gap


def test_contrast_is_that_of_the_guidelines() -> None:
    assert ratio(luminance(0xFFFFFF), luminance(0x000000)) == pytest.approx(21)
    assert ratio(luminance(0x767676), luminance(0xFFFFFF)) == pytest.approx(4.54, abs=0.01)


def test_the_contrast_of_a_picture_is_between_its_ground_and_its_strongest_letter() -> None:
    picture = QImage(100, 20, QImage.Format.Format_RGB32)
    picture.fill(QColor("#FFFFFF"))
    picture.setPixelColor(5, 5, QColor("#767676"))
    assert contrast_in(picture) == pytest.approx(4.54, abs=0.01)
    text = Words("淡", QRectF(0, 0, 100, 20), QRectF(0, 0, 100, 20), cut_short=False, enabled=True)
    picture.setPixelColor(5, 5, QColor("#888888"))
    assert [fault.what for fault in faint([text], picture)] == ["contrast"]

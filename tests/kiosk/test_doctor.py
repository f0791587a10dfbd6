"""What `kiosk doctor` finds in an edition: whether it is whole, and whether every character of it can be drawn."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from data.records import Person
from kiosk.doctor import RARE, Finding, examine, uncovered
from kiosk.settings import Settings
from tests.kiosk.department import department
from tests.kiosk.edition import write_edition

UNDRAWN = "\U00032389"
"""Of extension H (Unicode 15), which no font of Debian 12 has and its Python does not know."""


def found(home: Path, subject: str) -> Finding:
    (one,) = [finding for finding in examine(Settings(home)) if finding.subject.startswith(subject)]
    return one


def test_all_is_well_with_a_whole_edition_of_common_and_rare_names(qapp: QGuiApplication, home: Path) -> None:
    assert found(home, "内容") == Finding("内容 第 42 期", well=True)
    assert found(home, "生僻字").well


def test_a_character_that_no_font_has_is_told_with_its_number_and_the_name_it_is_in(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    records = [
        replace(record, name=f"马{UNDRAWN}") if isinstance(record, Person) and record.name == "赵婷" else record
        for record in department()
    ]
    write_edition(tmp_path / "editions" / "current", records)
    finding = found(tmp_path, "生僻字")
    assert not finding.well
    assert finding.remedy.startswith(f"没有字体能显示 {UNDRAWN}（U+32389，见“马{UNDRAWN}”），请安装")


def test_an_edition_gone_bad_is_told_with_the_file(qapp: QGuiApplication, tmp_path: Path) -> None:
    database = write_edition(tmp_path / "editions" / "current") / "lobby.db"
    body = database.read_bytes()
    database.write_bytes(body[:-1] + bytes([body[-1] ^ 1]))
    assert "lobby.db 缺失或已损坏" in found(tmp_path, "内容").remedy
    assert found(tmp_path, "生僻字").well, "the fonts are looked at all the same"


@pytest.mark.parametrize("sign", ["\n", "\u200b", " "])
def test_what_nobody_draws_is_not_missed(qapp: QGuiApplication, sign: str) -> None:
    assert uncovered([sign, *RARE]) == []

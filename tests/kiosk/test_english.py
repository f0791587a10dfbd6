"""What the program says in English by itself, and what of the office's English it uses."""

from pathlib import Path

from data.edition.reader import Edition
from kiosk.settings import Settings
from kiosk.viewmodels.staff import groups_facts
from kiosk.viewmodels.view import View
from tests.kiosk.department import NOW


def test_the_members_of_a_group_are_counted_in_the_visitors_language(home: Path) -> None:
    settings = Settings(home)
    edition = Edition(settings.current)
    try:
        details = {
            english: {row.detail for row in groups_facts(View(edition, NOW, settings.zone, english)).groups}
            for english in (False, True)
        }
    finally:
        edition.close()
    assert all(detail.endswith("名成员") for detail in details[False])
    assert all(detail.endswith(("member", "members")) for detail in details[True])


def test_a_floor_without_an_english_name_is_called_by_its_height(home: Path) -> None:
    settings = Settings(home)
    edition = Edition(settings.current)
    try:
        named = {english: View(edition, NOW, settings.zone, english) for english in (False, True)}
        assert [named[english].floor_name("5 楼", "") for english in (False, True)] == ["5 楼", "Floor 5"]
        assert named[True].floor_name("5 楼", "Fifth") == "Fifth"
        assert named[True].floor_name("屋顶花园", "") == "屋顶花园"
    finally:
        edition.close()

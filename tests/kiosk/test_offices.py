"""Every office is in the list, whatever the edition says of what is part of what."""

from pathlib import Path
from zoneinfo import ZoneInfo

from data.edition.reader import Edition
from data.records import Office
from kiosk.viewmodels.offices import offices_facts
from kiosk.viewmodels.view import View
from tests.kiosk.department import NOW
from tests.kiosk.edition import write_edition


def test_every_office_is_in_the_list_once_however_they_are_parts_of_each_other(tmp_path: Path) -> None:
    over = {"a": "", "b": "a", "c": "b", "d": "c", "e": "d", "f": "e", "self": "self", "x": "y", "y": "x", "z": "y"}
    offices = [Office(key, f"{key}处", parent=parent, position=at) for at, (key, parent) in enumerate(over.items())]
    edition = Edition(write_edition(tmp_path / "000001", offices))
    rows = offices_facts(View(edition, NOW, ZoneInfo("Asia/Shanghai"))).tree
    assert [(row.key, row.depth) for row in rows] == [
        *(("a", 0), ("b", 1), ("c", 2), ("d", 3), ("e", 3), ("f", 3)),
        *(("self", 0), ("x", 0), ("y", 0), ("z", 1)),
    ]
    edition.close()

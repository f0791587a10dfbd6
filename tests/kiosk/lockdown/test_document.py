from pathlib import Path

import pytest

from tests.kiosk.lockdown import document as written
from tests.kiosk.lockdown.case import to_try
from tests.kiosk.lockdown.document import CASES, FILE, Record, document, keep_record, read_record

REPORT = """<?xml version="1.0"?><testsuites><testsuite name="pytest" timestamp="2026-01-02T03:04:05">
<testcase name="test_x[pinch]"/><testcase name="test_x[palm]"><failure/></testcase>
<testcase name="test_x[hold]"><skipped/></testcase><testcase name="test_other"/></testsuite></testsuites>"""


def test_the_documentation_lists_every_case() -> None:
    assert FILE.read_text(encoding="utf-8") == document(read_record())


def test_every_case_has_a_name_and_a_sentence_of_its_own_and_there_are_enough() -> None:
    names = {case.name for case in CASES}
    assert len(names) == len(CASES) >= 120
    assert len({case.tries for case in CASES}) == len(CASES)


def test_enough_of_them_are_tried_with_every_change() -> None:
    assert len([case for case in to_try(CASES) if not case.marks]) >= 120


def test_what_came_of_a_run_is_kept_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(written, "RECORD", tmp_path / "record.json")
    (tmp_path / "report.xml").write_text(REPORT, encoding="utf-8")
    assert read_record() == Record()
    keep_record([tmp_path / "report.xml"])
    record = read_record()
    assert (record.date, record.held) == ("2026-01-02", {"pinch": True, "palm": False})
    told = document(record)
    assert f"1 held, 1 failed, {len(CASES) - 2} came later" in told
    assert "| **failed** |" in told
    (tmp_path / "again.xml").write_text(REPORT.replace("<failure/>", ""), encoding="utf-8")
    keep_record([tmp_path / "report.xml", tmp_path / "again.xml"])
    assert read_record().held == {"pinch": True, "palm": True}

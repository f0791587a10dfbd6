"""What staff's files say stays text: HTML through every import column on every page, formulas in what we write."""

import csv
import re
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO, StringIO
from itertools import chain

import lxml.html
import pytest
from openpyxl import Workbook, load_workbook

from data.desk.__main__ import main
from data.importers.columns import LAYOUTS
from data.importers.columns.column import Look
from data.importers.known import Known
from data.importers.template import write_template
from data.records import BulletinItem, Kind, Office, Record, kind_of
from data.records.bulletin import ItemKind
from data.store.accounts import add_role
from data.store.drafts import draft_records
from data.store.roles import Role
from tests.data.desk.web.conftest import ADMINISTRATOR, EDITOR, REVIEWER, OpenBrowser
from tests.data.desk.web.tables import RECORDS
from tests.data.importers.making import saved
from tests.helpers.staff import Staff
from tests.helpers.web import Browser, words

DAY = date(2026, 11, 23)
STANDING: tuple[Record, ...] = (
    *RECORDS,
    BulletinItem(f"{DAY}/1", DAY, 1, "工作会议", ItemKind.NEWS, source="办公室", valid_from=DAY, valid_until=DAY),
)
KNOWN = Known.of(STANDING)
FORMULAS = ('=HYPERLINK("http://evil.example","1")', "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0")
_QUICK = {"office", "notice", "bulletin"}
KINDS = [kind if kind in _QUICK else pytest.param(kind, marks=pytest.mark.slow) for kind in LAYOUTS]
"""Every kind with a table; the larger ones take a while."""
OURS = re.compile(r"/static/|/preview\?|/review/\d|/documents/[0-9a-f]{64}$")
"""Where our own pictures are."""
Place = tuple[str, int]
"""A sheet and the number of a column in it."""


@pytest.fixture
def kept(staff: Staff) -> Staff:
    staff.stand(*STANDING)
    return staff


def html(number: int) -> str:
    """What would run, in tags that importers take out, and in one that never ends and stays."""
    return (
        f"<img src=x onerror=alert({number})><script>alert({number})</script>\"'&amp;{{{{7*'7'}}}}"
        f" <svg/onload=alert({number}) "
    )


@cache
def template(kind: Kind, records: tuple[Record, ...]) -> bytes:
    return write_template(kind, records, KNOWN)


def filled(kind: Kind) -> Workbook:
    """The template of a kind with what the office has; the help's own example where a sheet has no row."""
    records = [record for record in STANDING if kind_of(record) == kind]
    book = load_workbook(BytesIO(template(kind, tuple(records))))
    for sheet in LAYOUTS[kind].sheets:
        if book[sheet.title].max_row < 2:
            for number, column in enumerate(sheet.columns, 1):
                book[sheet.title].cell(2, number, column.example)
    return book


def places(kind: Kind) -> list[Place]:
    """Every column of every sheet."""
    return [(sheet.title, number) for sheet in LAYOUTS[kind].sheets for number in range(1, len(sheet.columns) + 1)]


def free(kind: Kind) -> list[Place]:
    """The columns in which anything may be written."""
    return [
        (sheet.title, number)
        for sheet in LAYOUTS[kind].sheets
        for number, column in enumerate(sheet.columns, 1)
        if not column.choices and not column.refers and column.look in {Look.TEXT, Look.LONG}
    ]


def put(book: Workbook, place: Place, text: str) -> None:
    cell = book[place[0]].cell(2, place[1])
    cell.value, cell.data_type = text, "s"


def send(browser: Browser, secret: str, kind: Kind, book: Workbook) -> str:
    """What the desk says of the file, before it is written."""
    fields = {"csrf": secret, "kind": kind}
    return browser.client.post("/files", data=fields, files={"file": (f"{kind}.xlsx", saved(book.save))}).text


def assert_inert(page: str, where: str) -> str:
    """Nothing in the page came from staff but text; the text."""
    tree = lxml.html.fromstring(page)
    for script in tree.iter("script"):
        assert (script.get("src") or "").startswith("/static/"), where
    for image in tree.iter("img"):
        assert OURS.match(image.get("src") or ""), where
    for element in tree.iter():
        assert not [name for name in element.attrib if name.lower().startswith("on")], where
        assert not [value for value in element.attrib.values() if value.lower().strip().startswith("javascript:")], (
            where
        )
    assert "7777777" not in page, where
    return str(tree.text_content())


@pytest.mark.parametrize("kind", KINDS)
def test_html_through_every_column_is_text_on_every_page(browse: OpenBrowser, kept: Staff, kind: Kind) -> None:
    editor = browse(EDITOR)
    secret = editor.secret()
    accepted: list[tuple[Place, str]] = []
    seen = 0
    for number, place in enumerate(places(kind)):
        book, text = filled(kind), html(1000 + number)
        put(book, place, text)
        shown = assert_inert(send(editor, secret, kind, book), f"{kind} {place}")
        seen += f"alert({1000 + number})" in shown
        if "写入草稿" in shown:
            accepted.append((place, text))
    assert seen >= len(places(kind)) // 3, "the texts do reach the page"
    write_all(editor, kind, accepted)
    reviewer = browse(REVIEWER)
    for path in ("/", "/review", "/review/2", "/publish", "/history", f"/tables/{kind}/list", *records_at(kept, kind)):
        assert_inert(reviewer.client.get(path).text, f"{kind} {path}")
    for path in ("/files", *records_at(kept, kind)):
        assert_inert(editor.client.get(path).text, f"{kind} {path}")


def write_all(editor: Browser, kind: Kind, values: list[tuple[Place, str]]) -> list[Place]:
    """Import every value that goes with the others, and hand it in: where they went."""
    secret, book, taken = editor.secret(), filled(kind), []
    for place, text in values:
        put(book, place, text)
    page = send(editor, secret, kind, book)
    if "写入草稿" in words(page):
        taken = [place for place, _ in values]
    else:
        book = filled(kind)
        for place, text in values:
            before = str(book[place[0]].cell(2, place[1]).value or "")
            put(book, place, text)
            if "写入草稿" in words(send(editor, secret, kind, book)):
                taken.append(place)
            else:
                put(book, place, before)
        page = send(editor, secret, kind, book)
    (form,) = (one for one in lxml.html.fromstring(page).forms if one.action == "/files/write")
    answer = editor.client.post("/files/write", data=dict(form.form_values()), follow_redirects=True)
    assert "已写入草稿" in answer.text
    editor.send("/review", {"note": html(1)})
    return taken


def records_at(staff: Staff, kind: Kind) -> list[str]:
    with staff.desk.reading() as session:
        keys = [record.key for record in draft_records(session, kind)]
    if kind == "bulletin":
        return [f"/today?day={key.split('/')[0]}" for key in keys]
    return [*(f"/tables/{kind}/detail?pk={key}" for key in keys), *(f"/tables/{kind}/edit?pk={key}" for key in keys)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_formula_through_any_column_is_none_in_the_template(browse: OpenBrowser, kept: Staff, kind: Kind) -> None:
    editor = browse(EDITOR)
    values = list(zip(free(kind), FORMULAS * len(places(kind)), strict=False))
    assert write_all(editor, kind, values), "some column takes any text"
    book = load_workbook(BytesIO(editor.client.get(f"/template/{kind}.xlsx").content))
    cells = list(chain.from_iterable(chain.from_iterable(sheet.iter_rows() for sheet in book)))
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert any(cell.value in FORMULAS for cell in cells)


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_is_none_in_the_history_as_csv(
    browse: OpenBrowser, staff: Staff, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, formula: str
) -> None:
    with staff.desk.writing() as session:
        add_role(session, replace(staff.act("console"), by=formula), "新人", Role.AUDITOR)
    monkeypatch.setenv("OPENHALL_HOME", str(staff.folder))
    out = staff.folder / "history.csv"
    assert main(["history", str(out)]) == 0
    assert main(["history"]) == 0
    printed = capsys.readouterr().out.partition("\n")[2]
    for text in (browse(ADMINISTRATOR).client.get("/history.csv").text, out.read_text(encoding="utf-8-sig"), printed):
        rows = list(csv.reader(StringIO(text.removeprefix("\ufeff"))))
        cells = list(chain.from_iterable(rows))
        assert f"'{formula}" in cells
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_the_check_itself_would_find_markup(staff: Staff) -> None:
    for page in ("<p><img src=x></p>", "<script>1</script>", "<p onclick=x>", "<a href='javascript:x'>"):
        with pytest.raises(AssertionError):
            assert_inert(f"<html><body>{page}</body></html>", "here")
    assert assert_inert(f"<html><body><p>{Office('x', 'y').name}</p></body></html>", "here") == "y"

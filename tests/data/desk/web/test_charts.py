"""Charts as pictures in the browser: handed in, looked at by the reviewer, taken away again."""

import re

import pytest

from data.records import Category, Office, Power, Step
from data.store.drafts import draft
from tests.data.desk.web.conftest import ADMINISTRATOR, AUDITOR, EDITOR, REVIEWER, OpenBrowser
from tests.data.desk.web.tables import form_at, send
from tests.helpers.charts import pdf, picture, raster
from tests.helpers.staff import Staff
from tests.helpers.web import Browser

POWER = Power("1001", "会计从业资格的审批", "xk", "kjc", steps=(Step(1, "受理"),))
IMAGE = re.compile(r'src="(/documents/[0-9a-f]{64})"')


@pytest.fixture
def office(staff: Staff) -> Staff:
    staff.stand(Category("xk", "行政许可"), Office("kjc", "会计处"), POWER)
    return staff


def hand_in(editor: Browser, name: str, body: bytes) -> None:
    """Choose a file, look at what it changes, agree."""
    answer = editor.send("/files", {"kind": "flow"}, files={"file": (name, body)})
    assert "流程图图片" in answer.text
    hidden = dict(re.findall(r'name="(waiting|agreed|kind)" value="([^"]*)"', answer.text))
    assert editor.send("/files/write", hidden).status_code == 200


def power(staff: Staff) -> Power:
    with staff.desk.reading() as session:
        found = draft(session, "power", "1001")
    assert found
    assert isinstance(found[0], Power)
    return found[0]


def test_the_reviewer_sees_the_very_pages_that_will_show(browse: OpenBrowser, office: Staff) -> None:
    editor, reviewer = browse(EDITOR), browse(REVIEWER)
    hand_in(editor, "1001.pdf", pdf(("One", "Two")))
    editor.send("/review", {"note": ""})
    page = reviewer.client.get("/review/3").text
    shown = IMAGE.findall(page)
    assert shown == [f"/documents/{one.document}" for one in power(office).pictures]
    assert "现在的流程图：没有图片" in page
    assert "新的流程图，2 页" in page
    for address in shown:
        answer = reviewer.client.get(address)
        assert answer.headers["content-type"] == "image/png"
        assert answer.content.startswith(b"\x89PNG")


def test_only_those_who_may_see_drafts_see_them(browse: OpenBrowser, office: Staff) -> None:
    hand_in(browse(EDITOR), "1001.png", raster(picture()))
    (address,) = (f"/documents/{one.document}" for one in power(office).pictures)
    assert browse(AUDITOR).client.get(address).status_code == 200
    assert browse(ADMINISTRATOR).client.get(address).status_code == 409
    assert browse().client.get(address).headers["location"].startswith("/sign-in")


@pytest.mark.parametrize("digest", ["0" * 64, "x", "..%2f..%2fstore.db", "0" * 64 + "%2f..%2f..%2fstore.db"])
def test_nothing_else_can_be_asked_for(browse: OpenBrowser, digest: str) -> None:
    assert browse(EDITOR).client.get(f"/documents/{digest}").status_code in {404, 409}


def test_what_is_no_picture_is_not_handed_out(browse: OpenBrowser, office: Staff) -> None:
    office.desk.home.documents.mkdir()
    (office.desk.home.documents / ("a" * 64)).write_bytes(b"<script>alert(1)</script>")
    assert browse(EDITOR).client.get(f"/documents/{'a' * 64}").status_code == 409


def test_a_page_is_taken_away_in_the_powers_form(browse: OpenBrowser, office: Staff) -> None:
    editor = browse(EDITOR)
    hand_in(editor, "1001.pdf", pdf(("One", "Two")))
    first, second = power(office).pictures
    form = editor.client.get("/tables/power/edit?pk=1001").text
    assert IMAGE.findall(form) == [f"/documents/{first.document}", f"/documents/{second.document}"]
    assert f'name="pictures.gone" value="{first.document}"' in form
    fields = [*form_at(editor, "/tables/power/edit?pk=1001"), ("pictures.gone", first.document)]
    assert send(editor, "/tables/power/edit?pk=1001", fields).status_code == 303
    assert power(office).pictures == (second,)
    assert power(office).steps == POWER.steps


def test_a_form_brings_no_page_of_its_own(browse: OpenBrowser, office: Staff) -> None:
    editor = browse(EDITOR)
    fields = [*form_at(editor, "/tables/power/edit?pk=1001"), ("pictures", "a" * 64)]
    assert send(editor, "/tables/power/edit?pk=1001", fields).status_code == 303
    assert power(office).pictures == ()

"""Every page of the desk before axe-core in real Chromium: nothing serious stands in anybody's way."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data.desk.reading import File, import_files
from data.importers.template import write_template
from data.records import Category, Office, Power, Room
from tests.data.desk.web.conftest import ADMINISTRATOR, AUDITOR, BOTH, PUBLISHER
from tests.data.desk.web.test_browser import Person, chromium
from tests.helpers.charts import picture, raster
from tests.helpers.staff import EDITOR, Staff

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["chromium"]

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

PAGES = {
    BOTH: (
        "/", "/today", "/review", "/review/2", "/publish", "/lobby", "/hall", "/checks", "/files", "/history",
        "/account", "/nowhere", "/tables/", "/tables/office/list", "/tables/office/list?q=none",
        "/tables/office/create", "/tables/power/edit?pk=XK-01", "/tables/office/edit?pk=none",
    ),
    PUBLISHER: ("/publish", "/users", "/tables/office/detail?pk=bgs", "/tables/power/detail?pk=XK-01"),
    ADMINISTRATOR: ("/", "/users", "/history", "/today"),
    AUDITOR: ("/today", "/review/2", "/publish", "/files", "/users", "/tables/power/detail?pk=XK-01"),
}  # fmt: skip
NEWS = "2026-11-23 每日要闻\n1. 身份证 11010519491231002X\n2. 联系人手机 13800138000\n3. 𬺈字\n"
"""A day with something wrong with every item."""
SERIOUS = {"serious", "critical"}


@pytest.fixture
def submitted(staff: Staff) -> None:
    """Something of every page's kind to show; submission 2 waits."""
    staff.edit(
        Office("bgs", "办公室", telephone="024-0000 0001", duties=("文电", "会务")),
        Category("xk", "行政许可"),
        Power("XK-01", "代理记账资格审批", "xk", "bgs"),
        Room("301", "办公室", office="bgs"),
    )
    import_files(staff.desk, EDITOR, [File("XK-01.png", raster(picture()))], "flow", keep=True)
    assert staff.submit() == 2


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.slow)])
@pytest.mark.usefixtures("submitted")
def test_nothing_serious_is_found_on_any_page(chromium: "Browser", address: str, language: str, tmp_path: Path) -> None:
    found = []
    for name, paths in PAGES.items():
        person = Person(chromium, address, name)
        person.page.goto(f"{address}/language/{language}")
        for path in paths:
            person.page.goto(address + path)
            person.page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
            found += [f"{name} {path}: {line}" for line in serious(person)]
        found += [f"{name} {line}" for line in of_files(person, tmp_path)] if name == BOTH else []
        person.page.context.close()
    stranger = chromium.new_page()
    for path in ("/", "/sign-in"):
        stranger.goto(address + path)
        found += [f"stranger {path}: {line}" for line in told(axe.Axe().run(stranger).response)]
    stranger.close()
    assert found == []


def of_files(person: Person, folder: Path) -> list[str]:
    """What is found on Today with problems beside every line, on a file that changes something, on a wrong one."""
    news, book, wrong = folder / "要闻.txt", folder / "处室.xlsx", folder / "坏.xlsx"
    news.write_text(NEWS, encoding="utf-8")
    book.write_bytes(write_template("office", [Office("kjc", "会计处")]))
    wrong.write_bytes(b"no workbook")
    found = []
    person.page.goto(f"{person.address}/today")
    with person.page.expect_navigation():
        person.page.locator("input[name=file]").set_input_files(news)
    person.page.locator("html[data-followed]").wait_for(state="attached")
    assert person.page.locator(".beside li.error").count()
    found += [f"today with problems: {line}" for line in serious(person)]
    for file, expected in ((book, "form[action='/files/write']"), (wrong, ".problems .error")):
        person.page.goto(f"{person.address}/files")
        person.page.locator("input[name=file]").set_input_files(file)
        person.page.locator("form.drop button").click()
        person.page.locator(expected).wait_for()
        found += [f"{file.name}: {line}" for line in serious(person)]
    return found


def serious(person: Person) -> list[str]:
    return told(axe.Axe().run(person.page).response)


def told(response: dict[str, list[dict[str, object]]]) -> list[str]:
    """Serious violations, each with the elements it is about."""
    found = [one for one in response["violations"] if one["impact"] in SERIOUS]
    return [f"{one['id']} {[node['html'] for node in one['nodes']]}" for one in found]  # type: ignore[attr-defined]  # JSON


@pytest.mark.usefixtures("submitted")
def test_axe_would_find_an_unnamed_field(chromium: "Browser", address: str) -> None:
    person = Person(chromium, address, BOTH)
    person.page.goto(address + "/account")
    person.page.evaluate("document.querySelector('main').append(document.createElement('input'))")
    assert [line.split()[0] for line in serious(person)] == ["label"]
    person.page.context.close()

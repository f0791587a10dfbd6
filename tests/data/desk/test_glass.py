"""The kiosk's pages before and after a change, drawn by the kiosk itself."""

from pathlib import Path

import pytest
from PIL import Image

from data.desk.glass import drawn, pages_of
from data.desk.reading import File, import_files
from data.desk.upcoming import difference_of, in_the_lobby, standing_with
from data.records import Category, Office, Power
from tests.data.desk.conftest import NewStaff
from tests.helpers.charts import RED, picture, raster
from tests.helpers.staff import EDITOR, Staff, site


@pytest.fixture
def staff(tmp_path: Path, new_staff: NewStaff) -> Staff:
    staff = new_staff(tmp_path)
    staff.stand(*site(Office("bgs", "办公室", duties=("负责文电。",)), Office("rsc", "人事处")))
    staff.publish()
    return staff


def test_only_what_a_visitor_sees_differently_is_marked(staff: Staff) -> None:
    staff.edit(Office("bgs", "办公室", duties=("负责文电、会务。",)))
    number = staff.submit()
    with staff.desk.reading() as session:
        before, after = in_the_lobby(session), standing_with(session, number)
    assert [one.key for one in difference_of(before, after).all()] == ["bgs"]
    pages = pages_of([("office", "bgs"), ("office", "rsc")])
    first, second = drawn(staff.desk, before, after, (), pages)
    assert (first.page, first.differs) == ("office/bgs", True)
    assert (second.page, second.differs) == ("office/rsc", False)
    with Image.open(first.before) as old, Image.open(first.after) as new:
        assert old.size == new.size == (1080, 1920)
        assert (168, 50, 42) in {colour for _, colour in new.convert("RGB").getcolors(1 << 22) or ()}
    assert not (staff.desk.home.folder / "journal").exists(), "drawing a page is nobody's visit"
    assert list(staff.desk.home.editions.glob("0*")) == [staff.desk.home.editions / "000001"]


def test_a_new_chart_is_drawn_as_visitors_will_see_it(staff: Staff) -> None:
    """Before there is one, what they see is the power's own page."""
    staff.stand(Category("xk", "行政许可"), Power("1001", "会计从业资格的审批", "xk", "bgs"))
    staff.publish()
    import_files(staff.desk, EDITOR, [File("1001.png", raster(picture()))], "flow", keep=True)
    number = staff.submit()
    with staff.desk.reading() as session:
        before, after = in_the_lobby(session), standing_with(session, number)
    pages = pages_of([("power", "1001")], (*before, *after))
    assert pages == ("power/1001", "pictures/1001")
    _, chart = drawn(staff.desk, before, after, (), pages)
    assert chart.differs
    with Image.open(chart.before) as old, Image.open(chart.after) as new:
        assert share_of(RED, old) < 0.01
        assert share_of(RED, new) > 0.05


def share_of(colour: tuple[int, int, int], image: Image.Image) -> float:
    counts = {found: count for count, found in image.convert("RGB").getcolors(1 << 22) or ()}
    return counts.get(colour, 0) / (image.width * image.height)


def test_a_submission_of_everything_draws_a_few_pages_each_once() -> None:
    places = [("bulletin", f"2026-11-23/{number}") for number in range(5)] + [("office", f"o{n}") for n in range(20)]
    pages = pages_of(places)
    assert pages[:2] == ("bulletin", "office/o0")
    assert len(pages) == 6

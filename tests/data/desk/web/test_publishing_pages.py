"""Publishing in the browser: now, at a time, back again; notices by one person and by two."""

import time
from datetime import UTC, datetime, timedelta

import pytest

from data.records import Notice, Office, Urgency
from tests.data.desk.web.conftest import EDITOR, PUBLISHER, REVIEWER, OpenBrowser
from tests.data.desk.web.day import TICKED
from tests.helpers.staff import Staff, prepared


def rotation(staff: Staff) -> str:
    return (staff.desk.home.editions / "current" / "rotation.json").read_text(encoding="utf-8")


def test_a_publication_asked_for_a_time_happens_by_itself(browse: OpenBrowser, staff: Staff) -> None:
    staff.clock.now = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)
    publisher = browse(PUBLISHER)
    answer = publisher.send("/publish/at", {"at": "2026-11-24T08:00"})
    assert "已安排定时发布" in answer.text
    assert "11 月 24 日 08:00 发布" in publisher.words("/publish")
    assert not staff.desk.home.editions.exists()
    staff.clock.now = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
    end = time.monotonic() + 20
    while not staff.desk.home.editions.exists():
        assert time.monotonic() < end
        time.sleep(0.1)
    assert "第 1 期 11 月 24 日 08:00 发布" in browse(PUBLISHER).words("/publish")


def test_it_can_be_cancelled(browse: OpenBrowser) -> None:
    publisher = browse(PUBLISHER)
    publisher.send("/publish/at", {"at": "2026-11-24T08:00"})
    assert "已取消" in publisher.send("/publish/cancel", {"number": "1"}).text
    assert "11 月 24 日 08:00 发布" not in publisher.words("/publish")


@pytest.mark.parametrize(
    ("at", "sentence"),
    [("", "请填写"), ("soon", "不是日期和时刻"), ("2026-11-22T08:00", "已经过去"), ("2028-01-01T08:00", "45 天")],
)
def test_a_time_that_cannot_be_is_refused(browse: OpenBrowser, at: str, sentence: str) -> None:
    assert sentence in browse(PUBLISHER).send("/publish/at", {"at": at}).text


def test_publishing_what_shows_already_is_said_and_makes_no_edition(browse: OpenBrowser, staff: Staff) -> None:
    staff.publish()
    publisher = browse(PUBLISHER)
    assert "没有需要发布的改动" in publisher.send("/publish", {}).text
    assert "没有需要发布的" in publisher.words("/publish")
    assert [path.name for path in staff.desk.home.editions.glob("0*")] == ["000001"]


def test_an_earlier_edition_comes_back_in_one_click(browse: OpenBrowser, staff: Staff) -> None:
    staff.stand(Office("bgs", "办公室"))
    staff.publish()
    staff.stand(Office("bgs", "办公厅"))
    staff.publish()
    publisher = browse(PUBLISHER)
    assert "恢复这一期" in publisher.words("/publish")
    assert "已发布第 3 期" in publisher.send("/publish/rollback", {"number": "1"}).text
    shown = publisher.words("/publish")
    assert "恢复第 1 期" in shown
    assert "1 条已批准，还不在大厅里" in shown, "what was taken back waits again"


def test_a_free_notice_takes_two_and_shows_with_the_approval(browse: OpenBrowser, staff: Staff) -> None:
    staff.publish()
    editor, reviewer = browse(EDITOR), browse(REVIEWER)
    wish: dict[str, str | list[str]] = {
        "text": "二楼漏水，请走东侧楼梯",
        "urgency": "urgent",
        "ends": "2026-11-23T18:00",
    }
    assert "通知已提交，编号 2" in editor.send("/notices/write", wish).text
    assert "二楼漏水" not in rotation(staff)
    assert "批准并立即显示" in reviewer.words("/review/2")
    reviewer.send("/review/2", {**TICKED, "verdict": "approve-publish"})
    assert "二楼漏水" in rotation(staff)
    assert "紧急 二楼漏水，请走东侧楼梯 到 11 月 23 日 18:00" in editor.words("/publish")


def test_ending_any_notice_takes_one(browse: OpenBrowser, staff: Staff) -> None:
    staff.stand(prepared("power-cut", "本楼停电"), Notice("n1", "二楼漏水", urgency=Urgency.URGENT))
    staff.publish()
    editor = browse(EDITOR)
    editor.send("/publish/notice", {"key": "power-cut", "turn": "on"})
    assert "本楼停电" in rotation(staff)
    for key, text in (("power-cut", "本楼停电"), ("n1", "二楼漏水")):
        editor.send("/publish/notice", {"key": key, "turn": "off"})
        assert text not in rotation(staff)


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        ({"text": " "}, "没有内容"),
        ({"text": "x" * 201}, "最多 200 个字"),
        ({"text": "停电", "starts": "2026-11-23T10:00", "ends": "2026-11-23T09:00"}, "早于开始"),
        ({"text": "请王某 11010519491231002X 到前台"}, "身份证"),
    ],
)
def test_a_notice_that_may_not_show_is_refused(browse: OpenBrowser, wish: dict[str, str], sentence: str) -> None:
    assert sentence in browse(EDITOR).send("/notices/write", dict(wish)).text


def test_a_notice_whose_time_is_over_needs_no_ending(browse: OpenBrowser, staff: Staff) -> None:
    staff.stand(Notice("n1", "上午停电", ends=staff.clock.now + timedelta(minutes=1)))
    staff.clock.now += timedelta(minutes=2)
    assert "结束：上午停电" not in browse(EDITOR).client.get("/publish").text

"""When a page that did not come is asked for again, and which, as tables."""

import pytest

from kiosk.web.retry import Retry

FIRST, INNER = "https://a.cn/", "https://a.cn/deep"


def test_a_site_that_is_down_is_asked_ever_less_often() -> None:
    now, gaps = 100.0, []
    retry = Retry(FIRST, now).failed(FIRST, "network", now)
    for _ in range(6):
        began = now
        while not retry.is_due(now):
            now += 0.5
        gaps.append(now - began)
        retry = retry.tried(now).failed(FIRST, "network", now)
    assert gaps == [2.0, 5.0, 10.0, 20.0, 20.0, 20.0]
    assert retry.arrived(now) == Retry(FIRST, now)


@pytest.mark.parametrize(
    ("url", "why", "page", "astray"),
    [
        (INNER, "network", INNER, False),
        (INNER, "server", INNER, False),
        (INNER, "password", FIRST, True),
        (INNER, "missing", FIRST, True),
        (INNER, "certificate", FIRST, True),
        (FIRST, "certificate", FIRST, False),
        (FIRST, "network", FIRST, False),
        ("", "", FIRST, False),
    ],
)
def test_what_will_not_come_leads_to_the_first_page_and_all_else_is_asked_for_again(
    url: str, why: str, page: str, astray: bool
) -> None:
    retry = Retry(FIRST, 0.0).failed(url, why, 0.0)
    assert (retry.page, retry.astray) == (page, astray)


def test_a_page_that_will_not_come_is_explained_for_ten_seconds() -> None:
    retry = Retry(FIRST, 0.0).failed(INNER, "password", 5.0)
    assert (retry.is_due(14.9), retry.is_due(15.0)) == (False, True)

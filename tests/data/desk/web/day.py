"""A day's bulletin as the browser sends it."""

import re

from tests.helpers.web import Browser

TICKED: dict[str, str | list[str]] = {"verdict": "approve", "checked": ["0", "1", "2", "3"]}


def rows(*texts: str, kinds: tuple[str, ...] = (), places: tuple[str, ...] = ()) -> dict[str, str | list[str]]:
    count = len(texts)
    return {
        "day": "2026-11-23",
        "text": list(texts),
        "place": list(places) or [str(10 * number) for number in range(1, count + 1)],
        "kind": list(kinds) or ["news"] * count,
        "source": [""] * count,
        "from": [""] * count,
        "until": [""] * count,
    }


def seen(browser: Browser) -> str:
    found = re.search(r'name="seen" value="([^"]*)"', browser.client.get("/today?day=2026-11-23").text)
    assert found
    return found[1]


def save(browser: Browser, then: str, *texts: str, **rest: tuple[str, ...]) -> str:
    fields = rows(*texts, **rest)
    return browser.send("/today/save", {**fields, "seen": seen(browser), "then": then}).text

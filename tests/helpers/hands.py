"""Somebody at a PC of 1366x768 in real Chromium who has no mouse."""

from shutil import which
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
MOST_TABS = 80


class Hands:
    """Somebody who has no mouse: reaches everything by Tab, and counts what would be clicks."""

    def __init__(self, browser: "Browser", address: str, name: str, password: str, path: str) -> None:
        """Sign `name` in and open `path`."""
        self.page: Page = browser.new_context(viewport={"width": 1366, "height": 768}, locale="zh-CN").new_page()
        self.clicks = 0
        self.page.goto(f"{address}/sign-in?next={path}")
        self.page.locator("input[name=name]:focus").wait_for()
        self.page.keyboard.type(name)
        self.page.keyboard.press("Tab")
        self.page.keyboard.type(password)
        self.page.keyboard.press("Enter")
        self.page.get_by_role("button", name="退出", exact=True).wait_for()
        self.page.wait_for_load_state("networkidle")

    def reach(self, selector: str, text: str = "") -> None:
        """Press Tab until the focus is there."""
        reached = "([s, t]) => document.activeElement.matches(s) && document.activeElement.textContent.includes(t)"
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(reached, [selector, text]):
                return
        pytest.fail(f"no way to {selector} {text} by keyboard")

    def press(self, selector: str, text: str = "", key: str = "Enter") -> None:
        """Reach a button, a link or a box and use it."""
        self.reach(selector, text)
        self.clicks += 1
        self.page.keyboard.press(key)

    def is_told(self, sentence: str) -> None:
        """Wait until the page says so."""
        self.page.get_by_role("status").filter(has_text=sentence).wait_for()

"""What one sign shall do now: from an edition, the sign's settings and the time to intents. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from ledsign.bitmap import Panel
from ledsign.compose import Composition, Style, compose, compose_item, replaced
from ledsign.intent import (
    Ask,
    EndNotice,
    Entry,
    Intent,
    SetBrightness,
    SetClock,
    SetHours,
    ShowNotice,
    ShowProgramme,
)
from ledsign.plan import Known, Planner
from ledsign.profile import Content
from ledsign.rotation import Item, Notice, clock_believed, showing
from ledsign.rotation.records import WEEK
from ledsign.rotation.showing import CLOCK_BELIEVED_FOR
from ledsign.service.edition import Edition
from ledsign.service.pattern import Request, pattern
from ledsign.settings import SignSettings

FALLBACK = "fallback"
"""The key of the text that shows when a day has no bulletin."""

LAST_SECOND = time(23, 59, 59)

PATTERN = "pattern"
"""The key of the test pattern."""

BETWEEN_NOTICES = "\u3000\u3000"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a sign shall do, the keys of the bulletin's items in it, and what cannot be done, in words for staff."""

    intents: tuple[Intent, ...] = ()
    items: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def wish_of(
    edition: Edition, sign: SignSettings, planner: Planner, now: datetime, asked: Request | None = None
) -> Wish:
    """What the sign shall do at `now` (aware). What cannot be shown is left out and reported.

    `asked` is the test pattern that staff want to see now.
    """
    panel = edition.rotation.panel_of(sign.name)
    if panel is None:
        return Wish(problems=(f"{sign.name}：版次里没有这块屏的尺寸",))
    return _Wisher(edition, sign, planner, panel, now, asked).wish()


def reasons_of(edition: Edition, sign: SignSettings, now: datetime) -> tuple[object, ...]:
    """Everything of the moment that a wish depends on but the clock itself: while it is the same, so is the wish."""
    local = _local(edition, now)
    believed = clock_believed(now, edition.published_at)
    shown = showing(edition.rotation, now, believed=believed)
    schedule = (sign.news_at(local.time()), sign.lit_at(local.time()), sign.brightness_at(local.time()))
    return edition.number, edition.published_at, believed, shown, schedule


def at_this_moment(wish: Wish, edition: Edition, now: datetime) -> Wish:
    """The same wish with the clock and the seconds left of a notice as they are now."""
    return replace(wish, intents=tuple(_now_of(intent, edition, now) for intent in wish.intents))


def _now_of(intent: Intent, edition: Edition, now: datetime) -> Intent:
    if isinstance(intent, SetClock):
        return SetClock(_local(edition, now))
    if isinstance(intent, ShowNotice) and intent.until is not None:
        return replace(intent, seconds=_seconds_until(intent.until, now))
    return intent


def _local(edition: Edition, now: datetime) -> datetime:
    """The office's time, without its zone."""
    return now.astimezone(ZoneInfo(edition.rotation.zone)).replace(tzinfo=None, microsecond=0)


def _seconds_until(until: datetime, now: datetime) -> int:
    return max(1, round((until - now) / timedelta(seconds=1)))


@dataclass(frozen=True, slots=True)
class _Wisher:
    edition: Edition
    sign: SignSettings
    planner: Planner
    panel: Panel
    now: datetime
    asked: Request | None

    @property
    def believed(self) -> bool:
        return clock_believed(self.now, self.edition.published_at)

    @property
    def local(self) -> datetime:
        return _local(self.edition, self.now)

    def wish(self) -> Wish:
        shown = showing(self.edition.rotation, self.now, believed=self.believed)
        problems: list[str] = []
        wanted = shown.items if self._is_news_time() or self.sign.profile.keeps_hours else ()
        items = [self._tried(item, problems) for item in wanted]
        standing = [self._tried(notice, problems) for notice in shown.standing]
        entries = self._by_days([e for e in items if e], [e for e in standing if e])
        entries = entries or self._fallback(shown.fallback, problems, ())
        intents = (
            self._in_front(shown.urgent, problems),
            Ask(),
            *self._clock(),
            ShowProgramme(self._as_many_as_fit(entries, problems)),
            *self._possible(self._hours(), problems),
            *self._brightness(problems),
        )
        return Wish(intents, tuple(entry.key for entry in items if entry), tuple(problems))

    def _is_news_time(self) -> bool:
        return not self.believed or self.sign.news_at(self.local.time())

    def _by_days(self, items: list[Entry], standing: list[Entry]) -> list[Entry]:
        """All entries; with something for the days of the week that have no item, should the driver be dead by then."""
        free = set(WEEK).difference(*(entry.weekdays or WEEK for entry in items)) if items else set()
        entries = self._by_hours(items, standing)
        if not free or standing or not self.sign.profile.keeps_days:
            return entries
        on_free_days = self._fallback(self.edition.rotation.fallback, [], entries[0].hours)
        return [*entries, *(replace(entry, weekdays=tuple(sorted(free))) for entry in on_free_days)]

    def _by_hours(self, items: list[Entry], standing: list[Entry]) -> list[Entry]:
        """All entries; the items with the bulletin's hours where the sign keeps them, and something for the rest."""
        start, end = self.sign.news_from, self.sign.news_until
        if not self.sign.profile.keeps_hours or not self.believed or start is None or end is None or not items:
            return [*items, *standing]
        within = [replace(entry, hours=_periods(start, end)) for entry in items]
        rest = standing or self._fallback(self.edition.rotation.fallback, [], _periods(end, start))
        return [*within, *rest]

    def _hours(self) -> SetHours:
        lit = not self.believed or self.sign.lit_at(self.local.time())
        return SetHours(self.sign.on, self.sign.off, lit)

    def _tried(self, what: Item | Notice, problems: list[str]) -> Entry | None:
        try:
            entry = self._item(what) if isinstance(what, Item) else Entry(what.key, self._text(what.text))
            self._say(ShowProgramme((entry,)))
        except ValueError as impossible:
            problems.append(f"{self.sign.name}：{what.key} 不能显示：{impossible}")
            return None
        return entry

    def _item(self, item: Item) -> Entry:
        effect = self.sign.profile.effect(item.effect) if item.effect else None
        its_own = replace(item, text=self._readable(item.text), effect=effect)
        composition = compose_item(its_own, self.panel, self._style())
        if not self.believed:
            return Entry(item.key, composition)
        # A sign left alone goes on showing the last news as long as a lobby's clock is believed, and no longer.
        last = max(item.valid_until, item.day) + CLOCK_BELIEVED_FOR
        return Entry(item.key, composition, item.valid_from, last, weekdays=item.weekdays)

    def _fallback(self, text: str, problems: list[str], hours: tuple[tuple[time, time], ...]) -> list[Entry]:
        if not text.strip():
            return []
        try:
            return [Entry(FALLBACK, self._text(text), hours=hours)]
        except ValueError as impossible:
            problems.append(f"{self.sign.name}：{impossible}")
            return []

    def _in_front(self, urgent: tuple[Notice, ...], problems: list[str]) -> Intent:
        """The urgent notices as one text; where the sign takes no such long one, those of them that it does take."""
        if not urgent:
            return self._asked(problems)
        taken: tuple[Notice, ...] = ()
        shown: Intent = EndNotice()
        for notice in urgent:
            try:
                shown = self._urgent((*taken, notice))
                taken = (*taken, notice)
            except ValueError as impossible:
                problems.append(f"{self.sign.name}：{notice.key} 不能显示：{impossible}")
        return shown

    def _urgent(self, notices: tuple[Notice, ...]) -> ShowNotice:
        """These notices until the first of them ends. ValueError when the sign cannot show them."""
        ends = [notice.ends for notice in notices if notice.ends is not None]
        until = min(ends) if ends and self.believed else None
        seconds = _seconds_until(until, self.now) if until else None
        text = self._text(BETWEEN_NOTICES.join(notice.text for notice in notices))
        shown = ShowNotice(notices[0].key, text, until, seconds)
        self._say(shown)
        return shown

    def _asked(self, problems: list[str]) -> Intent:
        if self.asked is None:
            return EndNotice()
        seconds = _seconds_until(self.asked.ends, self.now)
        try:
            shown = ShowNotice(PATTERN, pattern(self.panel, self._style()), self.asked.ends, seconds)
            self._say(shown)
        except ValueError as impossible:
            problems.append(f"{self.sign.name}：测试图案不能显示：{impossible}")
            return EndNotice()
        return shown

    def _say(self, intent: Intent) -> None:
        """Find out beforehand whether the protocol can say it: ValueError when not."""
        for _ in self.planner.jobs((intent,), Known(), self.sign.profile, self.sign.address):
            pass

    def _clock(self) -> tuple[Intent, ...]:
        if not self.believed:
            return ()
        return (SetClock(self.local),)

    def _brightness(self, problems: list[str]) -> tuple[Intent, ...]:
        if not self.sign.brightness:
            return ()
        present = self.sign.brightness_at(self.local.time()) if self.believed else None
        return self._possible(SetBrightness(self.sign.brightness, present), problems)

    def _possible(self, intent: Intent, problems: list[str]) -> tuple[Intent, ...]:
        """The intent, or nothing and a problem where the protocol cannot say it."""
        try:
            self._say(intent)
        except ValueError as impossible:
            problems.append(f"{self.sign.name}：{impossible}")
            return ()
        return (intent,)

    def _as_many_as_fit(self, entries: list[Entry], problems: list[str]) -> tuple[Entry, ...]:
        """The entries from the first that a sign takes together; the rest is reported."""
        for count in range(len(entries), 0, -1):
            try:
                self._say(ShowProgramme(tuple(entries[:count])))
            except ValueError as impossible:
                if count == len(entries):
                    problems.append(f"{self.sign.name}：内容放不下，只显示前面的几条：{impossible}")
                continue
            return tuple(entries[:count])
        return ()

    def _text(self, text: str) -> Composition:
        return compose(self._readable(text), self.panel, self._style())

    def _readable(self, text: str) -> str:
        return replaced(text)[0] if self.sign.profile.content is Content.TEXT else text

    def _style(self) -> Style:
        effect = self.sign.profile.effect(self.sign.effect)
        return Style(self.sign.font_dots, effect, self.sign.characters_per_s)


def _periods(start: time, end: time) -> tuple[tuple[time, time], ...]:
    """From `start` to `end` within one day each, also over midnight."""
    if start < end:
        return ((start, end),)
    return tuple(period for period in ((time.min, end), (start, LAST_SECOND)) if period[0] != period[1])

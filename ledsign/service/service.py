"""Keeps every sign of this machine showing the current edition, until it is stopped."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from ledsign.intent import SetClock, ShowNotice
from ledsign.link.events import Note, Remember
from ledsign.link.state import Link, SignLink
from ledsign.plan import Known
from ledsign.protocols import planner_of
from ledsign.service.edition import Edition, EditionFollower
from ledsign.service.files import Journal, Moment, SlotFile, write_whole
from ledsign.service.health import Health, SignHealth, Utilisation, problems_of, sign_health, stamp
from ledsign.service.pattern import read_request
from ledsign.service.port import PortRunner
from ledsign.service.pulse import keep_telling
from ledsign.service.wanted import Wish, at_this_moment, reasons_of, wish_of
from ledsign.settings import Settings, SignSettings
from ledsign.supervisor import Supervisor
from ledsign.transport import transport_of

log = logging.getLogger(__name__)

LOOK_S = 0.01
"""How often `current` is looked at. One stat costs microseconds; the wire then takes most of the time there is."""

THINK_S = 1.0
"""How often the time of day may change what a sign shall do."""

REPORT_S = 0.1
"""How soon a change is in the health file."""

CALM = 10
"""Reporting about many signs takes its time: this many times as long is then spent on the signs themselves."""

KEEP_S = 0.05
"""How soon what a sign holds is on the disk."""

HEALTH_S = 5.0
RENEW_S = 60.0
"""How often the seconds left of a notice are told anew to the plan."""


class SignService:
    """All ports and signs of one machine."""

    def __init__(self, settings: Settings) -> None:
        """Nothing is opened yet. ValueError when two signs on one port do not fit together."""
        home = settings.home
        self._settings = settings
        self._editions = EditionFollower(home / "editions")
        self._journal = Journal(home / "journal" / "ledsign.jsonl")
        self._slots = SlotFile(home / "signs")
        self._health_file = home / "health" / "ledsign.json"
        self._ports = [self._port(port) for port in dict.fromkeys(sign.port for sign in settings.signs)]
        self._settings_of = {sign.name: sign for sign in settings.signs}
        self._wishes: dict[str, Wish] = {}
        self._reasons: dict[str, tuple[object, ...]] = {}
        self._busy = {sign.name: Utilisation() for sign in settings.signs}
        self._healths: dict[str, tuple[object, SignHealth]] = {}
        self._told: dict[str, tuple[object, float]] = {}
        self._since: dict[str, datetime] = {}
        self._reported = ""
        self._reported_at = float("-inf")

    async def run(self, supervisor: Supervisor | None = None) -> None:
        """Serve until cancelled; `supervisor` hears that the service lives. What signs hold is then on the disk."""
        try:
            async with asyncio.TaskGroup() as tasks:
                for port in self._ports:
                    tasks.create_task(port.run())
                tasks.create_task(self._follow())
                tasks.create_task(self._keep())
                tasks.create_task(keep_telling(supervisor or Supervisor(), self._ports))
        finally:
            self._flush()

    async def _keep(self) -> None:
        """Put what signs hold on the disk as soon as the disk takes it."""
        while True:
            await asyncio.to_thread(self._flush)
            await asyncio.sleep(KEEP_S)

    def _flush(self) -> None:
        try:
            self._slots.flush()
        except OSError as failed:
            log.warning("cannot keep what the signs hold: %s", failed)

    async def _follow(self) -> None:
        think_at = report_at = 0.0
        while True:
            now = _now()
            if self._editions.look() or now >= think_at:
                await self._think()
                think_at = now + THINK_S
            if now >= report_at:
                self._report(now)
                report_at = _now() + max(REPORT_S, CALM * (_now() - now))
            await asyncio.sleep(LOOK_S)

    async def _think(self) -> None:
        """Find out what every sign shall do; the first is told before the last is thought of, for many take a while."""
        edition = self._editions.edition
        if edition is None:
            return
        for port in self._ports:
            for sign in port.link.signs:
                wish = self._wish(sign, edition, datetime.now(UTC))
                self._wishes[sign.name] = wish
                self._tell_link(port, sign, wish, _now())
            await asyncio.sleep(0)

    def _wish(self, sign: SignLink, edition: Edition, now: datetime) -> Wish:
        settings = self._settings_of[sign.name]
        asked = read_request(self._settings.home, now)
        reasons = (*reasons_of(edition, settings, now), asked)
        if self._reasons.get(sign.name) != reasons:
            self._reasons[sign.name] = reasons
            return wish_of(edition, settings, sign.planner, now, asked)
        return at_this_moment(self._wishes[sign.name], edition, now)

    def _tell_link(self, port: PortRunner, sign: SignLink, wish: Wish, now: float) -> None:
        """Pass a wish on when it is another one, when the clock is still to be set, and now and then for the clock."""
        timeless = tuple(i for i in wish.intents if not isinstance(i, SetClock | ShowNotice))
        notices = tuple((i.key, i.until, i.composition) for i in wish.intents if isinstance(i, ShowNotice))
        gist = (timeless, notices)
        told, at = self._told.get(sign.name, (None, 0.0))
        if gist != told or "clock" not in sign.known.slots or now - at > RENEW_S:
            self._told[sign.name] = (gist, now)
            port.want(sign.name, wish.intents)

    def _port(self, port: str) -> PortRunner:
        signs = [sign for sign in self._settings.signs if sign.port == port]
        first = signs[0]
        if any(s.line != first.line or s.profile.protocol != first.profile.protocol for s in signs):
            raise ValueError(f"{port} 上的显示屏必须使用同一协议与线路参数")
        links = tuple(
            SignLink(s.name, s.address, planner_of(s.profile.protocol), s.profile, self._remembered(s)) for s in signs
        )
        transport = transport_of(port, first.line, self._settings.home)
        decoder = planner_of(first.profile.protocol).decoder
        return PortRunner(Link(first.line, links), transport, decoder, self._heed)

    def _remembered(self, sign: SignSettings) -> Known:
        return self._slots.read(sign.name, _id(sign), Moment(time.monotonic(), datetime.now(UTC).timestamp()))

    def _heed(self, effect: Note | Remember) -> None:
        match effect:
            case Note(kind, sign, key):
                self._journal.append(kind.value, sign, key, datetime.now(UTC))
                self._reported_at = float("-inf")
            case Remember(sign, known):
                now = Moment(_now(), datetime.now(UTC).timestamp())
                self._slots.write(sign, _id(self._settings_of[sign]), known, now)

    def _report(self, now: float) -> None:
        """Write the health file when it says something new, and every five seconds."""
        if now - self._reported_at < HEALTH_S and self._gist() == self._reported:
            return
        self._reported, self._reported_at = self._gist(), now
        write_whole(self._health_file, json.dumps(self.health().as_json(), ensure_ascii=False, indent=1) + "\n")

    def _gist(self) -> str:
        states = [(p.link.reason, [(s.reason, len(s.known.slots)) for s in p.link.signs]) for p in self._ports]
        return repr((self._number(), self._editions.problem, states))

    def _number(self) -> int | None:
        return self._editions.edition.number if self._editions.edition else None

    def link_of(self, sign: str) -> Link:
        """The link that a sign hangs on, as it is now. KeyError when there is no such sign."""
        for port in self._ports:
            if any(one.name == sign for one in port.link.signs):
                return port.link
        raise KeyError(sign)

    def health(self) -> Health:
        """How all is now."""
        signs = tuple(self._sign_health(port, sign) for port in self._ports for sign in port.link.signs)
        problems = [problem for port in self._ports for problem in problems_of(port.link, _now())]
        problems += [problem for wish in self._wishes.values() for problem in wish.problems]
        problems += [self._editions.problem] if self._editions.problem else []
        problems += [] if self._settings.signs else ["openhall.toml 里没有显示屏（[[sign]]）"]
        whole = all(sign.is_whole for sign in signs)
        state = "trouble" if problems else "waiting" if self._number() is None else "ok" if whole else "updating"
        return Health(
            time=stamp(datetime.now(UTC)),
            edition=self._number(),
            state=state,
            problems=tuple(problems),
            signs=signs,
            items_acknowledged=min((sign.items_acknowledged for sign in signs), default=0),
        )

    def _sign_health(self, port: PortRunner, sign: SignLink) -> SignHealth:
        """One sign's part; the same as last time while nothing about it changed, for two hundred are asked often."""
        link, wish = port.link, self._wishes.get(sign.name, Wish())
        share = self._busy[sign.name].share(port.wire_s, _now())
        looked_at = (sign, link.is_open, link.reason, share, wish.items)
        before, health = self._healths.get(sign.name, (None, None))
        if health is not None and before == looked_at:
            return health
        health = sign_health(link, sign, wish, self._since.get(sign.name), share)
        if not health.is_whole or not (health.items_wanted or health.notice):
            self._since.pop(sign.name, None)
        elif sign.name not in self._since:
            self._since[sign.name] = datetime.now(UTC)
        health = replace(health, since=stamp(self._since[sign.name]) if sign.name in self._since else None)
        self._healths[sign.name] = (looked_at, health)
        return health


def home_health(home: Path) -> Path:
    """Where the health file lies."""
    return home / "health" / "ledsign.json"


def _id(sign: SignSettings) -> str:
    return f"{sign.profile.protocol} {sign.port} {sign.address}"


def _now() -> float:
    return asyncio.get_running_loop().time()

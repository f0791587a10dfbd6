"""The desk: fifty people at once in Today and Review, one action every two seconds, on SQLite and on PostgreSQL."""

import json
import os
import random
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parents[2]))

import pytest
from argon2 import PasswordHasher

from data.desk.bootstrap import Desk
from data.desk.bulletin import day_of
from data.desk.home import Home
from data.desk.settings import Settings
from data.desk.web.app import make_app
from data.records import SignFact, Site
from data.store.accounts import add_role
from data.store.act import Act
from data.store.changes import change, put
from data.store.database import Store
from data.store.roles import Role
from data.store.users import UserRow
from tests.helpers.postgresql import cluster
from tests.helpers.web import HOST, PASSWORD, Browser, served

PEOPLE = 50
EVERY_S = 2.0
SECONDS = float(os.environ.get("OPENHALL_BENCH_SECONDS", "60"))
P95_LIMIT_S = 0.3
FIRST_DAY = date(2026, 12, 1)
"""Each person keeps a day of their own, and all of them one day together."""
SHARED = FIRST_DAY - timedelta(days=1)


@dataclass
class Tally:
    """What fifty people met: seconds of each action, refusals that were told, and anything worse."""

    seconds: list[float] = field(default_factory=list)
    told: int = 0
    saved_together: int = 0
    errors: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)


def main() -> None:
    """Measure on both databases."""
    with tempfile.TemporaryDirectory() as folder:
        measure("SQLite", f"sqlite:///{folder}/store.db", Path(folder))
    with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        try:
            server = stack.enter_context(cluster())
        except pytest.skip.Exception:
            return
        measure("PostgreSQL", server.format("postgres"), Path(folder))


def measure(name: str, url: str, folder: Path) -> None:
    """Let the people work for a minute, and print what it came to."""
    desk = Desk(Home(folder), Settings(url, "某厅", ZoneInfo("Asia/Shanghai"), ()), lambda: datetime.now(UTC))
    prepare(desk, url)
    tally = Tally()
    with served(make_app(desk, [HOST])) as client, ThreadPoolExecutor(PEOPLE) as pool:
        list(pool.map(lambda number: work(str(client.base_url), number, tally), range(PEOPLE)))
    with desk.reading() as session:
        versions = [int(part.rsplit(":", 1)[1]) for part in day_of(session, SHARED).seen.split()]
    desk.close()
    ordered = sorted(tally.seconds)
    p95 = ordered[len(ordered) * 95 // 100]
    figure(f"desk {PEOPLE} people, p95 on {name}", p95, "s", P95_LIMIT_S)
    figure(f"desk {PEOPLE} people, actions on {name}", len(ordered), "count", None)
    figure(f"desk {PEOPLE} people, errors on {name}", len(tally.errors), "count", 0)
    lost = tally.saved_together - max(versions, default=0)
    figure(f"desk {PEOPLE} people, lost updates on {name}", lost, "count", 0)
    for error in sorted(set(tally.errors))[:5]:
        print(error, file=sys.stderr)


def prepare(desk: Desk, url: str) -> None:
    """An office with a sign, and fifty people who edit and review."""
    Store(url).create()
    kept = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    act = Act("console", desk.now())
    with desk.writing() as session:
        change(session, act, [put(Site("某厅", signs=(SignFact("hall", 256, 16),)))])
        for number in range(PEOPLE):
            for role in (Role.EDITOR, Role.REVIEWER):
                add_role(session, act, person(number), role)
            session.get_one(UserRow, person(number)).password = kept


def person(number: int) -> str:
    return f"职员{number:02}"


def work(address: str, number: int, tally: Tally) -> None:
    """One person's minute: read Today, save their own day, save the shared day, look through Review, in turn."""
    chance = random.Random(number)
    browser = Browser(address)
    browser.sign_in(person(number))
    secret = browser.secret()
    steps: list[Callable[[], object]] = [
        lambda: look(browser, "/today", tally),
        lambda: save(browser, secret, FIRST_DAY + timedelta(days=number), chance, tally, shared=False),
        lambda: look(browser, "/review", tally),
        lambda: save(browser, secret, SHARED, chance, tally, shared=True),
    ]
    time.sleep(chance.uniform(0, EVERY_S))
    ends = time.monotonic() + SECONDS
    while time.monotonic() < ends:
        begun = time.monotonic()
        chance.choice(steps)()
        time.sleep(max(0.0, EVERY_S - (time.monotonic() - begun)))
    browser.close()


def look(browser: Browser, path: str, tally: Tally) -> str:
    """Open a page; the seconds it took are counted."""
    begun = time.monotonic()
    answer = browser.client.get(path)
    with tally.lock:
        tally.seconds.append(time.monotonic() - begun)
        if answer.status_code != 200:
            tally.errors.append(f"GET {path}: {answer.status_code}")
    return answer.text


def save(browser: Browser, secret: str, day: date, chance: random.Random, tally: Tally, *, shared: bool) -> None:
    """Open a day and save it; on the shared day somebody else may have been first, and that is told."""
    page = look(browser, f"/today?day={day}", tally)
    seen = page.split('name="seen" value="', 1)[1].split('"', 1)[0]
    form = {"csrf": secret, "day": str(day), "seen": seen, "then": "save", "place": "1", "kind": "news"}
    begun = time.monotonic()
    answer = browser.client.post(
        "/today/save", data={**form, "text": f"第 {chance.random()} 条", "source": "", "from": "", "until": ""}
    )
    with tally.lock:
        tally.seconds.append(time.monotonic() - begun)
        if answer.status_code == 303:
            tally.saved_together += shared
        elif "刚才有人改了" in answer.text:
            tally.told += 1
        else:
            tally.errors.append(f"POST /today/save: {answer.status_code}")


def figure(name: str, value: float, unit: str, limit: float | None) -> None:
    """Print one figure as `make bench` wants it; smaller is better."""
    line = {"name": name, "value": round(value, 4), "unit": unit, "limit": limit}
    print(json.dumps(line | {"holds": limit is None or value <= limit}, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()

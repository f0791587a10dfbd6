"""`desk import` killed at any moment: the drafts are as before or as after, never between."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from data.importers.template import write_template
from data.records import Office
from data.records.canonical import content_of
from data.review.verification import faults
from data.store.database import Store, open_store
from data.store.drafts import draft_hashes, draft_records
from data.store.kinds import ROW_TYPES
from data.store.mapping import record_of

ROUNDS = 100
OFFICES = 20


def offices(round_number: int) -> list[Office]:
    return [
        Office(f"o{number:02}", f"第 {number} 处", position=number, duties=(f"第 {round_number} 轮的职责",) * 3)
        for number in range(1, OFFICES + 1)
    ]


def consistent(store: Store) -> int:
    """The round that the drafts are of, every one of them; their hashes and the history fit."""
    with store.reading() as session:
        records = draft_records(session, "office")
        hashes = draft_hashes(session, "office")
        assert {record.key: content_of(record).hash for record in records} == hashes
        assert list(faults(session)) == []
        assert all(record_of(row) for row in session.query(ROW_TYPES["office"]))
    rounds = {record.duties[0] for record in records if isinstance(record, Office)}
    assert len(records) in {0, OFFICES}
    assert len(rounds) == bool(records)
    return int(rounds.pop().split()[1]) if rounds else -1


@pytest.mark.slow
def test_an_import_killed_at_any_moment_leaves_all_or_nothing(store_url: str, tmp_path: Path) -> None:
    environment = {**os.environ, "OPENHALL_HOME": str(tmp_path), "OPENHALL_STORE": store_url}
    command = [sys.executable, "-m", "data.desk", "import", "--yes", str(tmp_path / "处室.xlsx")]
    pause = random.Random(20261123)
    store = open_store(store_url)
    (tmp_path / "处室.xlsx").write_bytes(write_template("office", offices(0)))
    started = time.monotonic()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    whole_s = time.monotonic() - started
    finished, killed = 0, 0
    for number in range(1, ROUNDS + 1):
        (tmp_path / "处室.xlsx").write_bytes(write_template("office", offices(number)))
        child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(whole_s * pause.uniform(0.3, 1.0))
        child.send_signal(signal.SIGKILL)
        killed += child.wait() == -signal.SIGKILL
        finished += consistent(store) == number
    store.close()
    assert killed > ROUNDS // 4, "most are killed on their way"
    assert finished > 0, "and some get through, so that the moment of writing was among those tried"

"""A lobby fed from elsewhere takes each new edition in while its service runs, and comes back when that hangs."""

import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

from data.desk.health import Health, read_health
from data.edition.lobby import Lobby
from data.edition.signing import TRUSTED_NAME
from tests.data.edition.editions import SITE, Staff
from tests.helpers.supervisor import StandIn, rules_of

UNIT = Path(__file__).parents[3] / "deploy" / "units" / "openhall-receive.service"
PATIENCE_S = 30.0


def told(home: Path) -> Health:
    """What the receiving program last said."""
    (one,) = (one for one in read_health(home / "health") if one.program == "receive")
    return one


def test_new_editions_come_in_while_the_service_runs_and_after_it_hung(tmp_path: Path) -> None:
    staff, home = Staff(tmp_path / "staff"), tmp_path / "home"
    (home / "keys" / TRUSTED_NAME).mkdir(parents=True)
    (home / "keys" / TRUSTED_NAME / "office.pem").write_bytes(
        (staff.home / "keys" / TRUSTED_NAME / "office.pem").read_bytes()
    )
    (home / "openhall.toml").write_text(f'[site]\nname = "{SITE}"\n', encoding="utf-8")
    lobby, log = Lobby(home / "editions"), tmp_path / "log"

    def shows(name: str) -> bool:
        return lobby.current is not None and lobby.current.name == name

    staff.publish(42)
    # The unit's patience is for slow lines; a test need not wait for it.
    rules = replace(rules_of(UNIT), watchdog_s=10.0)
    command = [sys.executable, "-m", "data.desk", "receive", str(staff.published), "--watch"]
    with StandIn(command, rules, {"OPENHALL_HOME": str(home)}, log) as supervised:
        assert supervised.wait(lambda: supervised.ready and shows("000042"), PATIENCE_S), log.read_text()
        staff.publish(43)
        assert supervised.wait(lambda: shows("000043"), PATIENCE_S), log.read_text()
        assert supervised.starts == 1
        assert supervised.wait(lambda: told(home).edition == 43, PATIENCE_S), "a number, as of every program"
        assert (told(home).problems, told(home).state) == ((), "watching")
        os.kill(supervised.pid, signal.SIGSTOP)
        staff.publish(44)
        assert supervised.wait(lambda: supervised.starts == 2 and shows("000044"), PATIENCE_S), log.read_text()
        assert supervised.kills == 1

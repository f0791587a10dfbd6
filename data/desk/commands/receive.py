"""`desk receive SOURCE`: take editions into this machine's lobby, once or again and again."""

import logging
import sys
import time
from argparse import Namespace

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers
from data.store.refusal import Refused
from ledsign.supervisor import take_supervisor

_PERIOD_S = 5.0

logger = logging.getLogger(__name__)


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("receive", help="把新的一期接收到本机大厅")
    parser.add_argument("source", nargs="?", metavar="来源", help="文件夹、U 盘路径或网址")
    parser.add_argument("--watch", action="store_true", help="一直看着来源，有新的就接收")
    parser.add_argument("--previous", action="store_true", help="退回本机上一期（新的一期出故障时）")
    parser.set_defaults(run=run)


def run(arguments: Namespace, desk: Desk) -> int:
    """Receive once, watch, or fall back."""
    if arguments.previous:
        return _previous(desk)
    if not arguments.source:
        raise Refused("请说明从哪里接收：文件夹、U 盘路径或网址。")
    if arguments.watch:
        return _watch(arguments.source, desk)
    print(_receive(arguments.source, desk))
    return 0


def _previous(desk: Desk) -> int:
    from data.edition.lobby import Lobby
    from data.edition.receive import fall_back

    try:
        print(f"已退回 {fall_back(Lobby(desk.home.editions)).name}。")
    except (LookupError, BlockingIOError) as error:
        raise Refused(str(error)) from error
    return 0


def _receive(place: str, desk: Desk) -> str:
    from data.edition.lobby import Lobby
    from data.edition.receive import receive
    from data.edition.signing import load_verifier
    from data.edition.source import source_of

    try:
        verifier = load_verifier(desk.home.keys)
        receipt = receive(source_of(place), Lobby(desk.home.editions), verifier, desk.settings.site)
    except (ValueError, BlockingIOError, FileNotFoundError) as error:
        raise Refused(str(error)) from error
    return f"{'已接收' if receipt.new else '已是最新：'}第 {receipt.order[1]} 期。"


def _watch(place: str, desk: Desk) -> int:
    """Every few seconds, until the process is ended; a change of what there is to say is said once."""
    said, supervisor = "", take_supervisor()
    supervisor.ready(f"watching {place}")
    while True:
        try:
            word, problems = _receive(place, desk), []
        except (Refused, OSError) as error:
            word, problems = str(error), [str(error)]
        if word != said:
            print(word, file=sys.stderr if problems else sys.stdout, flush=True)
            said = word
        _write_health(desk, problems)
        supervisor.alive()
        time.sleep(_PERIOD_S)


def _write_health(desk: Desk, problems: list[str]) -> None:
    from data.desk.health import Health, write_health
    from data.edition.lobby import Lobby

    lobby = Lobby(desk.home.editions)
    current = lobby.current
    number = next((manifest.number for manifest, path in lobby.editions() if current and path.samefile(current)), None)
    try:
        write_health(desk.home.health, Health("receive", desk.now(), number, "watching", tuple(problems)))
    except OSError as error:  # a full disk: what shows goes on showing
        logger.warning("health cannot be written: %s", error)

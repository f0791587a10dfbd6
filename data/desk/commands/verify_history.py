"""`desk verify-history`: whether nobody touched the history of who did what."""

from argparse import Namespace

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("verify-history", help="核对历史记录链是否完整")
    parser.set_defaults(run=run)


def run(_: Namespace, desk: Desk) -> int:
    """Say that the chain is whole, or every fault found (exit 1)."""
    from data.review.verification import faults, history_head

    with desk.reading() as session:
        found = tuple(faults(session))
        head = history_head(session)
    for fault in found:
        print(fault)
    if not found:
        print(f"历史完整，链头 {head}")
    return 1 if found else 0

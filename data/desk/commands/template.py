"""`desk template`: the form in which a kind is handed in, empty or filled; a plan's layers to trace on."""

from argparse import Namespace
from pathlib import Path

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers
from data.records.kinds import KINDS, Kind, Record
from data.store.refusal import Refused

_WITHOUT = frozenset({"floor"})
"""Kinds that come with another: a building's drawing holds its floors."""
_BUILDING = "building"


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    kinds = [kind for kind in KINDS if kind not in _WITHOUT]
    parser = subparsers.add_parser("template", help="生成导入用的模板：Excel 表，楼层图（building）为 SVG")
    parser.add_argument("kind", metavar="KIND", choices=kinds, help=f"内容种类：{'、'.join(kinds)}")
    parser.add_argument("out", metavar="OUT", type=Path)
    parser.add_argument("--filled", action="store_true", help="填上现有的草稿")
    parser.set_defaults(run=run)


def run(arguments: Namespace, desk: Desk) -> int:
    """Write the template."""
    from data.importers.template import write_template

    if arguments.kind == _BUILDING:
        return _write_plan(arguments)
    arguments.out.write_bytes(_filled(desk, arguments.kind) if arguments.filled else write_template(arguments.kind))
    print(f"已生成 {arguments.out}")
    return 0


def _write_plan(arguments: Namespace) -> int:
    """The layers to trace a plan on, with a small example. Refused where they are to be filled."""
    from data.building.svg.template import template

    if arguments.filled:
        raise Refused("楼层图没有可填的模板；请在原来的图上修改")
    arguments.out.write_bytes(template())
    print(f"已生成 {arguments.out}，请用 Inkscape 打开，照 docs/building.md 描图")
    return 0


def _filled(desk: Desk, kind: Kind) -> bytes:
    from data.desk.reading import directory
    from data.importers.template import write_template
    from data.store.drafts import draft_records

    with desk.reading() as session:
        records, known = draft_records(session, kind), directory(session, desk)
    try:
        return write_template(kind, sorted(records, key=_place), known)
    except ValueError as error:
        raise Refused(f"写不成模板：{error}") from error


def _place(record: Record) -> tuple[int, str]:
    """The order of the file they came from, as far as records keep one."""
    return getattr(record, "position", 0), record.key

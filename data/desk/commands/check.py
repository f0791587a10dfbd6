"""`desk check power`: what the powers in the store still lack, power by power."""

from argparse import Namespace
from typing import TYPE_CHECKING

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers
from data.desk.console import Plain, print_json

if TYPE_CHECKING:
    from data.desk.power_report import Checked, Report

_STAGES = {"declared": "申报", "catalogue": "编入目录", "disclosed": "公开"}


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("check", help="检查权力事项：依据、办理人员、时限、去向、防控措施")
    parser.add_argument("what", metavar="power", choices=["power"], help="检查什么：目前只有 power")
    parser.add_argument("code", metavar="CODE", nargs="?", default="", help="只看这一个事项（默认全部）")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.set_defaults(run=run)


def run(arguments: Namespace, desk: Desk) -> int:
    """Print every finding. Refused where the code is no power's."""
    from data.desk.power_report import report
    from data.store.drafts import draft
    from data.store.refusal import Refused

    with desk.reading() as session:
        found = report(session)
        if arguments.code and draft(session, "power", arguments.code) is None:
            raise Refused(f"没有编号为 {arguments.code} 的事项")
    shown = [one for one in found.found if arguments.code in ("", one.power.key)]
    if arguments.json:
        print_json({"stages": {stage.value: count for stage, count in found.stages.items()}, "powers": _plain(shown)})
    else:
        _print(found, shown)
    return 0


def _plain(shown: "list[Checked]") -> list[Plain]:
    return [
        {
            "key": one.power.key,
            "name": one.power.name,
            "problems": [
                {"level": finding.level.value, "step": finding.step, "sort": sort, "message": finding.message}
                for finding, sort in zip(one.findings, one.sorts, strict=True)
            ],
        }
        for one in shown
    ]


def _print(found: "Report", shown: "list[Checked]") -> None:
    for one in shown:
        print(f"{one.power.key}  {one.power.name}")
        for finding in one.findings:
            print(f"    {'错误' if finding.level.value == 'error' else '注意'}  {finding.message}")
    stages = "，".join(f"{_STAGES[stage.value]} {count} 项" for stage, count in found.stages.items())
    print(f"{stages}；{len(shown)} 项有问题")

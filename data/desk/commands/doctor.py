"""`desk doctor`: what is in order on this machine and what is not."""

from argparse import Namespace

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers
from data.desk.console import print_json
from data.store.refusal import Refused


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("doctor", help="检查本机：设置、资料库、密钥、发布、各程序")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.set_defaults(run=run)


def run(arguments: Namespace, desk: Desk) -> int:
    """Print every finding. Refused where any is bad."""
    from data.desk.checks import findings

    found = list(findings(desk))
    if arguments.json:
        print_json([{"good": one.good, "message": one.message} for one in found])
    else:
        for one in found:
            print(f"{'好' if one.good else '坏'}  {one.message}")
    if bad := sum(not one.good for one in found):
        raise Refused(f"有 {bad} 处需要处理")
    return 0

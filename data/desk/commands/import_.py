"""`desk import`: staff's files into the drafts, after showing what they change."""

from argparse import Namespace
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers
from data.desk.console import Plain, agree, print_json
from data.records.kinds import FLOW, KINDS
from data.store.refusal import Refused
from data.store.words import KIND_WORDS, title_of

if TYPE_CHECKING:
    from data.desk.reading import File, Outcome
    from data.importers.problem import Problem
    from data.store.difference import Changed

_LEVEL_WORDS = {"error": "错误", "warning": "注意", "note": "说明"}
_MOST_SHOWN = 40
"""Changes that are spelled out on the console."""


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("import", help="导入 Excel、Word、文本、IMDF、流程图等文件，先显示改动")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--kind", choices=(*KINDS, FLOW), help=f"文件是哪一种内容（默认自动识别）；{FLOW} 是流程图")
    parser.add_argument("--by", default="", metavar="NAME", help="编辑的用户名（默认记为本机控制台）")
    parser.add_argument("--dry-run", action="store_true", help="只看改动，不写入")
    parser.add_argument("--yes", action="store_true", help="不再询问")
    parser.add_argument("--json", action="store_true", help="输出 JSON，不询问")
    parser.set_defaults(run=run)


def run(arguments: Namespace, desk: Desk) -> int:
    """Show what the files change and write all of it, or nothing. Refused where a file has an error."""
    from data.desk.reading import import_files, open_file

    files = [open_file(path) for path in arguments.files]
    asks = not (arguments.yes or arguments.json or arguments.dry_run)
    keep = not (arguments.dry_run or asks)
    outcome = import_files(desk, arguments.by, files, arguments.kind, keep=keep)
    _show(outcome, desk.settings.zone, as_json=arguments.json)
    if not outcome.usable:
        wrong = sum(problem.level == "error" for problem in outcome.problems)
        raise Refused(f"有 {wrong} 处错误，没有导入")
    if asks and outcome.changes:
        _write_agreed(arguments, desk, files, outcome)
    return 0


def _write_agreed(arguments: Namespace, desk: Desk, files: "list[File]", shown: "Outcome") -> None:
    """Ask, then write. The question holds no lock, so what was agreed to is compared with what comes now."""
    from data.desk.reading import import_files

    if not agree("写入以上改动吗"):
        raise Refused("没有导入")
    now = import_files(desk, arguments.by, files, arguments.kind, keep=False)
    if now.changes != shown.changes:
        raise Refused("资料库刚被别人改过，改动与刚才显示的不同，没有导入；请重新运行")
    import_files(desk, arguments.by, files, arguments.kind, keep=True)
    print("已写入草稿；下一步：desk review submit --by 编辑")


def _show(outcome: "Outcome", zone: tzinfo, *, as_json: bool) -> None:
    if as_json:
        counts: dict[str, Plain] = dict(outcome.counts())
        print_json({**counts, "problems": [_plain(problem) for problem in outcome.problems]})
        return
    for problem in outcome.problems:
        print(f"{_LEVEL_WORDS[problem.level.value]}  {problem.place}：{problem.message}")
    for change in outcome.changes[:_MOST_SHOWN]:
        for line in _lines(change, zone):
            print(line)
    if len(outcome.changes) > _MOST_SHOWN:
        print(f"……共 {len(outcome.changes)} 条")
    counts = dict(outcome.counts())
    print(f"新增 {counts['added']}，修改 {counts['changed']}，删除 {counts['removed']}" + _written(outcome))


def _written(outcome: "Outcome") -> str:
    return "；已写入草稿，下一步：desk review submit --by 编辑" if outcome.written and outcome.changes else ""


def _lines(change: "Changed", zone: tzinfo) -> list[str]:
    record = change.after or change.before
    title = title_of(record) if record else ""
    name = f"{KIND_WORDS[change.kind]} {change.key}  {title}"
    if change.before is None:
        return [f"＋ {name}"]
    if change.after is None:
        return [f"－ {name}"]
    return [
        f"～ {name}",
        *(f"    {one.name}：{one.before or '（空）'} → {one.after or '（空）'}" for one in change.fields(zone)),
    ]


def _plain(problem: "Problem") -> dict[str, Plain]:
    return {"level": problem.level.value, "place": problem.place, "message": problem.message}

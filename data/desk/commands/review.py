"""`desk review`: what waits for a second person, and their word on it."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers
from data.desk.console import Plain, act_of, print_json
from data.records.kinds import KINDS
from data.store.refusal import Refused
from data.store.words import KIND_WORDS, title_of

if TYPE_CHECKING:
    from data.review.overview import Waiting

_MOST_SHOWN = 20
"""Changes of a submission that `list` spells out."""


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("review", help="提交与审核")
    verbs = parser.add_subparsers(title="动作", metavar="动作", required=True)
    listing = verbs.add_parser("list", help="列出等待审核的提交")
    listing.add_argument("--json", action="store_true", help="输出 JSON")
    listing.set_defaults(run=run_list)
    showing = verbs.add_parser("show", help="逐字段查看一个提交")
    showing.add_argument("id", metavar="ID", type=int)
    showing.set_defaults(run=run_show)
    _add_submit(verbs.add_parser("submit", help="把改动提交审核"))
    approving = verbs.add_parser("approve", help="批准")
    _add_decision(approving)
    approving.set_defaults(run=run_approve)
    rejecting = verbs.add_parser("reject", help="退回")
    _add_decision(rejecting)
    rejecting.add_argument("--reason", required=True, metavar="TEXT", help="原因")
    rejecting.set_defaults(run=run_reject)


def _add_submit(parser: ArgumentParser) -> None:
    parser.add_argument("--by", required=True, metavar="NAME", help="编辑的用户名")
    parser.add_argument("--kind", action="append", choices=KINDS, default=[], help="只提交这一种内容，可重复")
    parser.add_argument("--note", default="", metavar="TEXT", help="给审核人的话")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.set_defaults(run=run_submit)


def _add_decision(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", type=int, help="提交的编号")
    parser.add_argument("--by", required=True, metavar="NAME", help="审核的用户名")
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="KIND/KEY",
        help="只决定这一条（如 bulletin/2026-11-23/1），可重复",
    )


def run_list(arguments: Namespace, desk: Desk) -> int:
    """List what waits."""
    from data.review.overview import waiting_submissions
    from data.review.submissions import unsubmitted

    with desk.reading() as session:
        found = waiting_submissions(session)
        left = len(unsubmitted(session))
    if arguments.json:
        print_json([_plain(one) for one in found])
        return 0
    for one in found:
        print(_line(one, desk))
        for change in one.changes[:_MOST_SHOWN]:
            print(f"    {change.what}  {KIND_WORDS[change.kind]}  {change.title}")
        if len(one.changes) > _MOST_SHOWN:
            print(f"    ……共 {len(one.changes)} 条")
    print(f"等待审核 {len(found)} 个；还有 {left} 条改动没有提交" if left else f"等待审核 {len(found)} 个")
    return 0


def run_show(arguments: Namespace, desk: Desk) -> int:
    """Show a submission field by field."""
    from data.review.overview import submission_difference

    with desk.reading() as session:
        difference = submission_difference(session, arguments.id)
    for one in difference.all():
        record = one.after or one.before
        print(f"{KIND_WORDS[one.kind]} {one.key}  {title_of(record) if record else ''}")
        for field in one.fields(desk.settings.zone):
            print(f"    {field.name}：{field.before or '（空）'} → {field.after or '（空）'}")
    return 0


def run_submit(arguments: Namespace, desk: Desk) -> int:
    """Submit what differs."""
    from data.review.submissions import Selection, changes_of, submit

    with desk.writing() as session:
        selection = Selection(frozenset(arguments.kind))
        submission = submit(session, act_of(desk, arguments.by), selection, arguments.note)
        number, changes = submission.id, len(changes_of(session, submission.id))
    if arguments.json:
        print_json({"id": number, "changes": changes})
    else:
        print(f"已提交：编号 {number}，{changes} 条改动，等另一人审核（desk review approve {number} --by 审核人）")
    return 0


def run_approve(arguments: Namespace, desk: Desk) -> int:
    """Approve a submission, or a part of it."""
    from data.review.decisions import approve

    with desk.writing() as session:
        decided = approve(session, act_of(desk, arguments.by), arguments.id, _places(arguments.only))
    _print_decided("已批准", decided.submission, decided.rest)
    return 0


def run_reject(arguments: Namespace, desk: Desk) -> int:
    """Send a submission back, or a part of it."""
    from data.review.decisions import reject

    with desk.writing() as session:
        act = act_of(desk, arguments.by)
        decided = reject(session, act, arguments.id, arguments.reason, _places(arguments.only))
    _print_decided("已退回", decided.submission, decided.rest)
    return 0


def _print_decided(word: str, submission: int, rest: int | None) -> None:
    print(f"{word}：提交 {submission}" + (f"；其余改动另编为提交 {rest}，仍在等待" if rest else ""))


def _places(texts: list[str]) -> frozenset[tuple[str, str]]:
    places = frozenset((kind, key) for kind, _, key in (text.partition("/") for text in texts))
    for kind, key in places:
        if kind not in KINDS or not key:
            raise Refused(f"--only 要写成 KIND/KEY，例如 bulletin/2026-11-23/1；“{kind}/{key}”不是")
    return places


def _line(one: "Waiting", desk: Desk) -> str:
    note = f"  {one.note}" if one.note else ""
    at = one.at.astimezone(desk.settings.zone)
    return f"{one.id}  {one.submitted_by}  {at:%Y-%m-%d %H:%M}  {len(one.changes)} 条改动{note}"


def _plain(one: "Waiting") -> dict[str, Plain]:
    return {
        "id": one.id,
        "submitted_by": one.submitted_by,
        "at": one.at.isoformat(),
        "note": one.note,
        "changes": [
            {"kind": change.kind, "key": change.key, "title": change.title, "change": change.change}
            for change in one.changes
        ],
    }

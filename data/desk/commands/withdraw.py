"""`desk withdraw KIND KEY`: take approved content out of the lobby at once. One person is enough to hide."""

from argparse import Namespace

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers
from data.desk.commands.publish import tell
from data.store.refusal import Refused


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("withdraw", help="立即撤下一条已公开的内容")
    parser.add_argument("kind", metavar="类别", help="如 要闻、处室、通知（或 bulletin、office、notice）")
    parser.add_argument("key", metavar="代码")
    parser.add_argument("--by", required=True, metavar="姓名")
    parser.add_argument("--reason", required=True, metavar="原因")
    parser.add_argument("--json", action="store_true", help="结果用 JSON 输出")
    parser.set_defaults(run=run)


def run(arguments: Namespace, desk: Desk) -> int:
    """Withdraw, then publish an edition that makes lobbies drop every one before it."""
    from data.desk.publishing import Publishing, publish
    from data.edition.manifest import Adopt
    from data.review.published import Publication
    from data.review.withdrawals import withdraw
    from data.store.act import Act

    with desk.writing() as session:
        withdraw(session, Act(arguments.by, desk.now()), _kind(arguments.kind), arguments.key, arguments.reason)
    asked = Publishing(arguments.by, Publication.WITHDRAW, Adopt.NOW)
    tell(publish(desk, asked), as_json=arguments.json)
    return 0


def _kind(word: str) -> str:
    """The kind that staff mean, by its word on the screen or by its name. Refused where there is none such."""
    from data.store.words import KIND_WORDS

    kinds = {word: kind for kind, word in KIND_WORDS.items()} | {kind: kind for kind in KIND_WORDS}
    if word not in kinds:
        raise Refused(f"没有“{word}”这一类；可以撤下的有：{'、'.join(KIND_WORDS.values())}")
    return kinds[word]

"""`desk rollback N`: the content of an earlier edition again, under a new number."""

from argparse import Namespace

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers
from data.desk.commands.publish import add_publishing_options, tell


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("rollback", help="重新发布以前某一期的内容")
    parser.add_argument("number", type=int, metavar="N", help="哪一期")
    add_publishing_options(parser)
    parser.set_defaults(run=run)


def run(arguments: Namespace, desk: Desk) -> int:
    """Publish the content of edition N again, less what was withdrawn since."""
    from data.desk.publishing import Publishing, publish
    from data.edition.manifest import Adopt
    from data.review.published import Publication

    asked = Publishing(arguments.by, Publication.ROLLBACK, Adopt.NOW, of_number=arguments.number)
    tell(publish(desk, asked), as_json=arguments.json)
    return 0

"""`desk search`: what a visitor finds who types this at the kiosk, in the same order."""

import sqlite3
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers
from data.desk.console import Plain, print_json
from data.desk.showing import edition_showing
from data.store.refusal import Refused

if TYPE_CHECKING:
    from data.search.query import Hit, Results


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("search", help="像触摸屏那样搜索（汉字、拼音、首字母）")
    parser.add_argument("query", metavar="QUERY", help="要找什么")
    parser.add_argument("--edition", type=Path, metavar="DIR", help="哪一期（默认正在展示的一期）")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.set_defaults(run=run)


def run(arguments: Namespace, desk: Desk) -> int:
    """Print the hits, best first."""
    from data.search.query import search

    with edition_showing(desk, arguments.edition) as edition:
        try:
            results = search(edition.connection, arguments.query)
        except sqlite3.DatabaseError as error:
            raise Refused(f"{edition.folder} 里没有可搜索的内容，请重新发布") from error
    if arguments.json:
        print_json([_plain(hit) for hit in results.hits])
    else:
        _print(arguments.query, results)
    return 0


def _plain(hit: "Hit") -> Plain:
    return {**asdict(hit), "opens": hit.opens, "marks": _ranges(hit.marks), "excerpt_marks": _ranges(hit.excerpt_marks)}


def _ranges(marks: tuple[tuple[int, int], ...]) -> Plain:
    return [[start, end] for start, end in marks]


def _print(query: str, results: "Results") -> None:
    if not results.hits:
        print(f"没有找到“{query[:40]}”")
    elif results.forgiven:
        print(f"没有找到“{query[:40]}”，相近的有：")
    for hit in results.hits:
        detail = hit.excerpt or hit.detail
        print(f"{hit.kind}\t{hit.title}" + (f"\t{detail}" if detail else ""))

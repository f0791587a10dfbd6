"""One module a command. A module here is a command: it has `add(subparsers)`, which names it and sets `run`.

    def add(subparsers: Subparsers) -> None:
        parser = subparsers.add_parser("editions", help="…")
        parser.set_defaults(run=run)

    def run(arguments: Namespace, desk: Desk) -> int:
        ...

Heavy imports (SQLAlchemy, importers, cryptography) belong inside `run`: `desk --help` must be quick.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

from data.desk.bootstrap import Desk

Run = Callable[[Namespace, Desk], int]


class Subparsers(Protocol):
    """Where a command adds its own parser: what `ArgumentParser.add_subparsers` returns."""

    def add_parser(self, name: str, *, help: str) -> ArgumentParser:  # noqa: A002 - argparse's own name
        """A new parser for the command `name`."""


class Command(Protocol):
    """A module of this package."""

    def add(self, subparsers: Subparsers) -> None:
        """Add the command's parser, with `run` as its default."""


def commands() -> Iterator[Command]:
    """Every command there is, in the order of their modules' names."""
    for module in iter_modules(__path__):
        if not module.name.startswith("_"):
            yield import_module(f"{__name__}.{module.name}")

"""What happened in the lobby, appended line by line, and collected into the staff's store.

Kiosks import this package: it stays standard library only. `data.journal.collect` is the staff's side.
"""

from data.journal.writer import Fact, Journal

__all__ = ["Fact", "Journal"]

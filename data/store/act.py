"""Who does something, and when: what every change, submission and decision is signed with."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Act:
    """`by` is a user's name; `at` an instant with its zone."""

    by: str
    at: datetime

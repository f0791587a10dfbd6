"""The staff's PIN: kept as a salted scrypt hash, tried five times, then locked for longer and longer.

    service/pin.json     {"salt": hex, "hash": hex}          written by `kiosk pin`, mode 0600
    service/tries.json   {"failed": 6}                       counted before a try is judged

A lock is counted in this program's own steady seconds, never by the wall clock, which a visitor who pulls the plug
might turn back; a restart begins the lock anew in full. So neither a restart nor a dead battery buys a try.
"""

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Callable
from enum import Enum
from itertools import pairwise
from pathlib import Path

LEAST, MOST = 6, 12
"""Digits."""
FREE_TRIES = 5
FIRST_LOCK_S, LONGEST_LOCK_S = 60, 3600
_COST, _BLOCK, _PARALLEL = 2**14, 8, 1
"""scrypt's parameters: 16 MB and about 50 ms a try, as RFC 7914 gives for interactive use."""


class Answer(Enum):
    """What becomes of a try."""

    RIGHT = "right"
    WRONG = "wrong"
    LOCKED = "locked"


def lock_s(failed: int) -> int:
    """How long a lock lasts after so many failures in a row: none for four, a minute for five, doubling to an hour."""
    return min(FIRST_LOCK_S << min(failed - FREE_TRIES, 10), LONGEST_LOCK_S) if failed >= FREE_TRIES else 0


def fault_of(pin: str) -> str:
    """What is wrong with a new PIN, in words for staff; empty where nothing is."""
    if not (pin.isascii() and pin.isdecimal()):
        return "只能用数字"
    if not LEAST <= len(pin) <= MOST:
        return f"要 {LEAST} 到 {MOST} 位"
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    if len(steps) == 1:
        return "太容易猜（全是同一个数字，或按顺序排列）"
    return "太容易猜（只有两个不同的数字）" if len(set(pin)) <= 2 else ""  # noqa: PLR2004 - as the sentence says


class Pin:
    """The PIN of one home. `clock` gives seconds that only grow."""

    def __init__(self, home: Path, clock: Callable[[], float]) -> None:
        """A lock that held when the program ended begins anew."""
        self._file, self._tries = home / "service" / "pin.json", home / "service" / "tries.json"
        self._clock = clock
        self._failed = self._read_failed()
        self._locked_until = clock() + lock_s(self._failed)

    @property
    def is_set(self) -> bool:
        """Whether there is a PIN at all: without one nobody gets in."""
        return self._kept() is not None

    @property
    def locked_s(self) -> float:
        """Seconds until the next try; 0 where one is free."""
        return max(0.0, self._locked_until - self._clock())

    @property
    def tries_left(self) -> int:
        """How many tries are left before the next lock."""
        return max(1, FREE_TRIES - self._failed)

    def tried(self, pin: str) -> Answer:
        """Somebody typed a PIN. OSError where the try cannot be counted: then it is not judged either."""
        kept = self._kept()
        if kept is None or self.locked_s > 0:
            return Answer.LOCKED
        self._count(self._failed + 1)
        salt, wanted = kept
        if not hmac.compare_digest(_hashed(pin, salt), wanted):
            self._locked_until = self._clock() + lock_s(self._failed)
            return Answer.WRONG
        self._count(0)
        return Answer.RIGHT

    def keep(self, pin: str) -> None:
        """Make this the PIN, and end any lock. ValueError says what is wrong with it, OSError that it is not kept."""
        fault = fault_of(pin)
        if fault:
            raise ValueError(f"密码{fault}")
        salt = secrets.token_bytes(16)
        _write(self._file, {"salt": salt.hex(), "hash": _hashed(pin, salt).hex()})
        self._count(0)
        self._locked_until = self._clock()

    def _count(self, failed: int) -> None:
        if failed != self._failed:
            _write(self._tries, {"failed": failed})
            self._failed = failed

    def _read_failed(self) -> int:
        """A file that cannot be read counts as one lock: damage must not buy tries."""
        try:
            found = json.loads(self._tries.read_text(encoding="utf-8"))["failed"]
            return max(0, int(found))
        except FileNotFoundError:
            return 0
        except (OSError, ValueError, KeyError, TypeError):
            return FREE_TRIES

    def _kept(self) -> tuple[bytes, bytes] | None:
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            return bytes.fromhex(kept["salt"]), bytes.fromhex(kept["hash"])
        except (OSError, ValueError, KeyError, TypeError):
            return None


def _hashed(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=_COST, r=_BLOCK, p=_PARALLEL, dklen=32)


def _write(file: Path, content: dict[str, object]) -> None:
    """Write a small file whole and for its owner only; on the disk before anything else happens."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = file.with_suffix(".new")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as output:
        if os.geteuid() == 0:
            # `kiosk pin` typed by root: the kiosk's own user, whose folder this is, has to read it.
            owner = file.parent.stat()
            os.fchown(output.fileno(), owner.st_uid, owner.st_gid)
        json.dump(content, output)
        output.flush()
        os.fsync(output.fileno())
    beside.replace(file)

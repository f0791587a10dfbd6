"""Passwords: argon2 hashes, and the rules a new one must keep."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from data.store.refusal import Refused

LEAST = 10
"""Characters."""
MOST = 200
_DIFFERENT = 5
"""Different characters a password needs, so that 1111111111 is none."""
_COMMON = ("password", "passw0rd", "12345", "qwerty", "abc123", "admin", "openhall", "88888")

_HASHER = PasswordHasher()
_NOBODYS = _HASHER.hash("nobody has this password")
"""Compared with where there is no user, so that an unknown name takes as long as a wrong password."""


def hashed(name: str, password: str) -> str:
    """The argon2 hash to keep. Refused says which rule the password breaks."""
    for fault in _faults(name, password):
        raise Refused(f"密码{fault}")
    return _HASHER.hash(password)


def fits(kept: str, password: str) -> bool:
    """Whether this is the password; never where none is kept. It takes the same time in either case."""
    if len(password) > MOST:
        return False
    try:
        _HASHER.verify(kept or _NOBODYS, password)
    except (VerificationError, InvalidHashError):
        return False
    return bool(kept)


def _faults(name: str, password: str) -> list[str]:
    lowered = password.lower()
    found = {
        f"至少要 {LEAST} 个字符": len(password) < LEAST,
        f"最多 {MOST} 个字符": len(password) > MOST,
        f"至少要有 {_DIFFERENT} 个不同的字符": len(set(password)) < _DIFFERENT,
        "不能包含用户名": bool(name) and name.lower() in lowered,
        "太常见，请换一个": any(lowered.startswith(word) or lowered.endswith(word) for word in _COMMON),
    }
    return [fault for fault, holds in found.items() if holds]

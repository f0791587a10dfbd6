"""An ordinary user to run programs as: whoever runs the tests, or where that is root, a user of no account.

Where tests run as root their checkout, or Python itself, may lie where only root may look; the user of no account is
lent the one right to read there, and may write nowhere but in what is given to it.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

FIRST_ID = 61_000


def user_id(number: int) -> int:
    """The user's number; as root one of no account, so that what it leaves anywhere can be told apart."""
    return FIRST_ID + number % 1000 if os.geteuid() == 0 else os.geteuid()


def as_user(user: int) -> list[str]:
    """What stands before a command that is to run as this user."""
    if os.geteuid() != 0:
        return []
    reading = ["--inh-caps=-all,+dac_read_search", "--ambient-caps=+dac_read_search"]
    return ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", *reading, "--"]


def given(folder: Path, user: int) -> None:
    """Hand a folder and all in it to the user."""
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            shutil.chown(path, user, user)


def cannot_sandbox(user: int) -> str:
    """Why the web engine's sandbox cannot run here for this user; empty where it can.

    It needs user namespaces for whoever is not root. A container takes them away unless it is told otherwise
    (docker: --security-opt seccomp=unconfined; Ubuntu: sysctl kernel.apparmor_restrict_unprivileged_userns=0).
    """
    tried = subprocess.run(
        [*as_user(user), sys.executable, "-c", "import ctypes; assert not ctypes.CDLL(None).unshare(0x10000000)"],
        capture_output=True,
        check=False,
    )
    return "" if tried.returncode == 0 else "this machine gives no user namespaces to ordinary users"

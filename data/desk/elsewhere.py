"""Other lobby machines: what their programs last told comes to `health/MACHINE/`, from wherever their home can be read.

The home may be a share, a copy that rsync keeps, or a stick carried over. A file is taken as it is, with its own time:
what was carried by hand is as old as it says, and shows as late.
"""

from pathlib import Path

from data.desk.home import Home
from data.edition.files import write_whole
from data.store.refusal import Refused

PROGRAMS = ("kiosk", "ledsign")
"""Whose health belongs to a lobby."""
_LARGEST = 1_000_000
"""Bytes; a service of two hundred signs tells less."""
_LONGEST_NAME = 60


def is_home(folder: Path) -> bool:
    """Whether it is a machine's home, not a folder of journals."""
    return (folder / "health").is_dir() or (folder / "journal").is_dir()


def take_health(home: Home, machine: str, folder: Path) -> int:
    """Copy what the programs of the machine at home in `folder` last told; how many did.

    Refused where `machine` cannot name a folder, or a file is too large to be one of ours.
    """
    if not _is_name(machine):
        raise Refused(f"“{machine[:_LONGEST_NAME]}”不能作机器名：请用 --machine 另起一个，不含 / \\ 和开头的点")
    told = [path for name in PROGRAMS if (path := folder / "health" / f"{name}.json").is_file()]
    for path in told:
        if path.stat().st_size > _LARGEST:
            raise Refused(f"{path} 超过 1 MB，不是本系统的状态文件")
    target = home.health / machine
    for path in told:
        target.mkdir(parents=True, exist_ok=True)
        write_whole(target / path.name, path.read_bytes())
    return len(told)


def _is_name(text: str) -> bool:
    return (
        0 < len(text) <= _LONGEST_NAME
        and not text.startswith(".")
        and not set(text) & set("/\\\0")
        and text.isprintable()
    )

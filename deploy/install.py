"""Puts Openhall's units and the machine's settings in place, and takes them away again. See docs/deploy.md.

    sudo python3 deploy/install.py --dry-run            what would be done
    sudo python3 deploy/install.py                      touchscreen and sign
    sudo python3 deploy/install.py --roles desk         the staff's machine
    sudo python3 deploy/install.py --roles kiosk,sign,receive --source https://desk.example.gov.cn/published
                                                        a lobby fed from elsewhere
    sudo python3 deploy/install.py --uninstall          exactly what was put in place, nothing else

Needs only Python's own library: it runs before anything is installed. What it wrote, with each file's hash, stands in
/etc/openhall/installed.json. A file that somebody else made, or changed since, is left alone and named.
"""

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
RECORD = "etc/openhall/installed.json"
UNITS = "etc/systemd/system"
NOTHING = "/dev/null"
UNIT_OF = {
    "kiosk": "openhall-kiosk",
    "sign": "openhall-sign",
    "desk": "openhall-desk",
    "receive": "openhall-receive",
}
ROLES = tuple(UNIT_OF)
EVERYWHERE = {
    "machine/sysusers.conf": "etc/sysusers.d/openhall.conf",
    "machine/tmpfiles.conf": "etc/tmpfiles.d/openhall.conf",
    "units/openhall-again@.service": f"{UNITS}/openhall-again@.service",
}
OF_A_LOBBY = {
    "machine/udev.rules": "etc/udev/rules.d/70-openhall.rules",
    "machine/usbguard.conf": "etc/usbguard/rules.d/50-openhall.conf",
    "machine/sysctl.conf": "etc/sysctl.d/60-openhall.conf",
    "machine/modprobe.conf": "etc/modprobe.d/openhall.conf",
    "machine/logind.conf": "etc/systemd/logind.conf.d/openhall.conf",
    "machine/system.conf": "etc/systemd/system.conf.d/openhall.conf",
    "machine/grub.cfg": "etc/default/grub.d/openhall.cfg",
}
OF_CAGE = {
    "units/openhall-screen.service": f"{UNITS}/openhall-screen.service",
    "machine/seatd.conf": f"{UNITS}/seatd.service.d/openhall.conf",
}
OF_EGLFS = {"units/openhall-calm.service": f"{UNITS}/openhall-calm.service"}
NIGHTLY = "openhall-backup.timer"
OF_A_DESK = {
    "units/openhall-backup.service": f"{UNITS}/openhall-backup.service",
    f"units/{NIGHTLY}": f"{UNITS}/{NIGHTLY}",
}
MASKED = ("ctrl-alt-del.target", "getty@tty1.service", "autovt@.service")
"""Units that a lobby's machine must not start."""


class RefusedError(Exception):
    """Why nothing was done, in one sentence."""


@dataclass(frozen=True)
class Piece:
    """A file or a link to be; `path` below the root."""

    path: str
    content: bytes = b""
    link: str = ""

    @property
    def hash(self) -> str:
        """What the record remembers it by."""
        return f"link {self.link}" if self.link else hashlib.sha256(self.content).hexdigest()

    def put(self, root: Path) -> None:
        """Make it, whole or not at all."""
        at = root / self.path
        at.parent.mkdir(parents=True, exist_ok=True)
        beside = at.with_name(f"{at.name}.openhall-new")
        beside.unlink(missing_ok=True)
        if self.link:
            beside.symlink_to(self.link)
        else:
            beside.write_bytes(self.content)
            beside.chmod(0o644)
        beside.replace(at)


def pieces(roles: Sequence[str], screen: str, program: Path, source: str = "") -> Iterator[Piece]:
    """Everything that belongs on a machine with these roles; from `source` the role `receive` takes editions."""
    files = dict(EVERYWHERE)
    lobby = "kiosk" in roles or "sign" in roles
    files |= OF_A_LOBBY if lobby else {}
    for role in roles:
        files[f"units/{UNIT_OF[role]}.service"] = f"{UNITS}/{UNIT_OF[role]}.service"
    files |= OF_A_DESK if "desk" in roles else {}
    if "kiosk" in roles:
        files |= OF_CAGE if screen == "cage" else OF_EGLFS
        files["units/openhall-console.service"] = f"{UNITS}/openhall-console.service"
        files[f"variants/{screen}.conf"] = f"{UNITS}/openhall-kiosk.service.d/screen.conf"
    for name, target in files.items():
        text = (HERE / name).read_text(encoding="utf-8")
        yield Piece(target, text.replace("@PROGRAM@", str(program)).replace("@SOURCE@", word(source)).encode())
    for role in roles:
        unit = f"{UNIT_OF[role]}.service"
        yield Piece(f"{UNITS}/multi-user.target.wants/{unit}", link=f"/{UNITS}/{unit}")
    if "desk" in roles:
        yield Piece(f"{UNITS}/timers.target.wants/{NIGHTLY}", link=f"/{UNITS}/{NIGHTLY}")
    if "kiosk" in roles:
        for unit in MASKED:
            yield Piece(f"{UNITS}/{unit}", link=NOTHING)


def word(text: str) -> str:
    """One word of a unit's command line: quoted, nothing in it expanded (systemd.service(5), systemd.unit(5))."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + plain.replace("%", "%%").replace("$", "$$") + '"'


def hash_at(at: Path) -> str:
    """The hash of what lies there; empty where nothing does."""
    if at.is_symlink():
        return f"link {at.readlink()}"
    return hashlib.sha256(at.read_bytes()).hexdigest() if at.exists() else ""


def read_record(root: Path) -> dict[str, str]:
    """What an earlier run put in place: hashes by path."""
    try:
        found = json.loads((root / RECORD).read_text(encoding="utf-8"))
        return {str(path): str(kept) for path, kept in found["files"].items()}
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, AttributeError) as error:
        raise RefusedError(f"{root / RECORD} cannot be read ({error}); nothing was changed") from error


def write_record(root: Path, files: dict[str, str]) -> None:
    """Remember what is in place."""
    Piece(RECORD, json.dumps({"files": files}, indent=1).encode() + b"\n").put(root)


def install(root: Path, wanted: Sequence[Piece], *, dry: bool) -> None:
    """Put everything in place; what an earlier run made and is no longer wanted is stopped and goes.

    RefusedError before the first change.
    """
    known = read_record(root)
    for piece in wanted:
        found = hash_at(root / piece.path)
        if found not in {"", piece.hash, known.get(piece.path)}:
            theirs = f"{root / piece.path} was made or changed by somebody else"
            raise RefusedError(f"{theirs}; move it away first. Nothing was changed")
    gone = {path: kept for path, kept in known.items() if path not in {piece.path for piece in wanted}}
    for piece in wanted:
        if hash_at(root / piece.path) != piece.hash:
            print(f"put    {root / piece.path}" + (f" -> {piece.link}" if piece.link else ""))
    stop(root, gone, dry=dry)
    if dry:
        for path in gone:
            print(f"remove {root / path}")
        return
    # First the record: an interrupted run can be taken back.
    write_record(root, known | {piece.path: piece.hash for piece in wanted})
    for piece in wanted:
        piece.put(root)
    kept = remove(root, gone)
    write_record(root, {**kept, **{piece.path: piece.hash for piece in wanted}})


def remove(root: Path, files: dict[str, str], *, dry: bool = False) -> dict[str, str]:
    """Take these away where they are as they were put; gives those that were changed and stay."""
    kept = {}
    for path, known in files.items():
        at = root / path
        found = hash_at(at)
        if found not in {"", known}:
            print(f"keep   {at}: changed since")
            kept[path] = known
        elif found:
            print(f"remove {at}")
            if not dry:
                at.unlink()
                remove_empty(at.parent, root)
    return kept


def stop(root: Path, files: Iterable[str], *, dry: bool) -> None:
    """Stop the services whose units are about to go: afterwards nobody would know how to. Only on the real root."""
    units = [Path(path).name for path in files if Path(path).parent == Path(UNITS) and Path(path).suffix == ".service"]
    ours = sorted(unit for unit in units if unit.startswith("openhall-") and "@" not in unit)
    if ours and root == Path("/"):
        run(["systemctl", "stop", *ours], dry=dry)


def run(command: Sequence[str], *, dry: bool) -> bool:
    """Say and run one of the system's own commands; whether it did what it should. One that is not there is named."""
    print("run    " + " ".join(command), flush=True)
    if dry:
        return True
    if shutil.which(command[0]) is None:
        print(f"install: {command[0]} is not on this machine", file=sys.stderr)
        return False
    done = subprocess.run(command, check=False).returncode
    if done:
        print(f"install: {command[0]} answered {done}", file=sys.stderr)
    return not done


def remove_empty(folder: Path, root: Path) -> None:
    """Remove folders that only we needed: drop-ins of a unit, our own."""
    while folder != root and folder.name.endswith((".d", ".wants", "openhall")) and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def uninstall(root: Path, *, dry: bool) -> None:
    """Take away what stands in the record. The office's data and the users stay."""
    known = read_record(root)
    if not known:
        raise RefusedError(f"nothing of Openhall is recorded in {root / RECORD}")
    stop(root, known, dry=dry)
    kept = remove(root, known, dry=dry)
    if dry:
        return
    if kept:
        write_record(root, kept)
    else:
        (root / RECORD).unlink()
        remove_empty((root / RECORD).parent, root)
    print(f"kept   {root / 'var/lib/openhall'} and the users openhall-*: they are the office's")


def after(*, installed: bool, roles: Sequence[str]) -> Iterator[list[str]]:
    """What makes the running system notice; only for the real root."""
    if installed:
        yield ["systemd-sysusers", "/etc/sysusers.d/openhall.conf"]
        # Only this file: without a name, every folder of the machine would be gone through.
        yield ["systemd-tmpfiles", "--create", "/etc/tmpfiles.d/openhall.conf"]
    yield ["systemctl", "daemon-reload"]
    if installed and ("kiosk" in roles or "sign" in roles):
        yield ["udevadm", "control", "--reload"]
        yield ["sysctl", "--quiet", "--load", "/etc/sysctl.d/60-openhall.conf"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 2 on misuse, 1 with one plain line where it cannot do what it is asked."""
    options = parser().parse_args(arguments)
    root: Path = options.root.resolve()
    try:
        if options.uninstall:
            uninstall(root, dry=options.dry_run)
        else:
            fits(options.roles, options.source)
            wanted = pieces(options.roles, options.screen, options.program.resolve(), options.source)
            install(root, tuple(wanted), dry=options.dry_run)
    except (OSError, RefusedError) as error:
        print(f"install: {error}", file=sys.stderr)
        return 1
    if root != Path("/"):
        return 0
    commands = after(installed=not options.uninstall, roles=options.roles)
    # Each is tried: a machine that lacks one of these is better off with the others.
    went_well = [run(command, dry=options.dry_run) for command in commands]
    return 0 if all(went_well) else 1


def fits(roles: Sequence[str], source: str) -> None:
    """RefusedError where roles and source do not go together."""
    if ("receive" in roles) != bool(source):
        raise RefusedError("--source says where the role receive takes editions from: both or neither")
    if {"receive", "desk"} <= set(roles):
        raise RefusedError("a machine with the desk publishes into its own lobby: the role receive is for others")


def parser() -> argparse.ArgumentParser:
    """The command's arguments."""
    made = argparse.ArgumentParser(prog="install", description="Put Openhall's units and settings in place.")
    made.add_argument("--dry-run", action="store_true", help="only say what would be done")
    made.add_argument("--uninstall", action="store_true", help="take away what was put in place")
    made.add_argument("--root", type=Path, default=Path("/"), metavar="DIR", help="another root, an image for example")
    made.add_argument(
        "--roles", type=_roles, default=("kiosk", "sign"), help="kiosk,sign (default), desk, receive, or several"
    )
    made.add_argument("--source", default="", metavar="PLACE", help="URL or folder that `receive` takes editions from")
    made.add_argument(
        "--screen", choices=("eglfs", "cage"), default="eglfs", help="how the kiosk comes onto the screen"
    )
    made.add_argument("--program", type=Path, default=HERE.parent, metavar="DIR", help="where this checkout is to run")
    return made


def _roles(text: str) -> tuple[str, ...]:
    roles = tuple(dict.fromkeys(text.split(",")))
    if not set(roles) <= set(ROLES):
        raise argparse.ArgumentTypeError(f"roles are {', '.join(ROLES)}, separated by commas, not {text!r}")
    return roles


if __name__ == "__main__":
    sys.exit(main())

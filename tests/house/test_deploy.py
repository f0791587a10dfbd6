"""What `deploy/install.py` puts in place is shut in, complete, and can be taken away without a trace."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
EXPOSURE = re.compile(r"Overall exposure level for \S+: (\d+\.\d)")
WORST = 3.0
SERVICES = ("openhall-kiosk", "openhall-sign", "openhall-desk", "openhall-receive", "openhall-screen", "openhall-calm")
LOBBIES = {
    "eglfs": ("kiosk,sign,desk", "openhall-kiosk", "openhall-sign", "openhall-desk", "openhall-calm"),
    "cage": ("kiosk,sign,receive", "openhall-kiosk", "openhall-sign", "openhall-receive", "openhall-screen"),
}
"""By screen: roles, and the services that come with them."""
FED = ("--source", "https://desk.example.gov.cn/published")
UNITS = Path("etc/systemd/system")


def run(root: Path, *arguments: str, code: int = 0) -> str:
    """What the script says; standard error where it fails."""
    command = [sys.executable, str(TOP / "deploy" / "install.py"), "--root", str(root), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr if code else done.stdout


def lying_in(root: Path) -> dict[str, str]:
    """All files and links below a root, with what is in them."""
    return {
        str(at.relative_to(root)): str(at.readlink()) if at.is_symlink() else at.read_text(encoding="utf-8")
        for at in sorted(root.rglob("*"))
        if at.is_symlink() or at.is_file()
    }


@pytest.mark.parametrize("screen", ["cage", "eglfs"])
@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
def test_every_service_is_shut_in(tmp_path: Path, screen: str) -> None:
    roles, *services = LOBBIES[screen]
    run(tmp_path, "--roles", roles, "--screen", screen, *(FED if "receive" in roles else ()))
    for name in ("openhall-backup", *services) if "desk" in roles else services:
        command = [
            "systemd-analyze",
            "security",
            "--offline=true",
            "--no-pager",
            f"--root={tmp_path}",
            f"{name}.service",
        ]
        told = subprocess.run(command, capture_output=True, text=True, check=True)
        found = EXPOSURE.search(told.stdout)
        assert found is not None, told.stdout
        assert float(found[1]) < WORST, (name, found[1])
        # A misspelt setting shuts nothing in: systemd only mentions it.
        ours = [line for line in told.stderr.splitlines() if "openhall" in line]
        assert ours == []


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
def test_a_service_that_is_not_shut_in_is_noticed(tmp_path: Path) -> None:
    run(tmp_path, "--roles", "sign")
    unit = tmp_path / UNITS / "openhall-sign.service"
    lines = [
        line for line in unit.read_text(encoding="utf-8").splitlines() if not line.startswith(("Protect", "System"))
    ]
    unit.write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = ["systemd-analyze", "security", "--offline=true", "--no-pager", f"--root={tmp_path}", unit.name]
    found = EXPOSURE.search(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert found is not None
    assert float(found[1]) >= WORST


def test_a_dry_run_says_all_and_does_nothing(tmp_path: Path) -> None:
    said = run(tmp_path, "--dry-run")
    assert lying_in(tmp_path) == {}
    run(tmp_path)
    for path in lying_in(tmp_path):
        assert path == "etc/openhall/installed.json" or f"put    {tmp_path / path}" in said


@pytest.mark.parametrize(
    "arguments",
    [(), ("--roles", "desk"), ("--screen", "cage"), ("--roles", "kiosk,sign,desk"), ("--roles", "receive", *FED)],
)
def test_uninstalling_leaves_no_trace(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    theirs = tmp_path / "etc" / "sysctl.d" / "10-theirs.conf"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("kernel.panic = 5\n", encoding="utf-8")
    before = lying_in(tmp_path)
    run(tmp_path, *arguments)
    assert len(lying_in(tmp_path)) > 4
    assert "remove" in run(tmp_path, "--uninstall", "--dry-run")
    run(tmp_path, "--uninstall")
    assert lying_in(tmp_path) == before
    assert "nothing of Openhall" in run(tmp_path, "--uninstall", code=1)


def test_nobodys_file_is_overwritten_and_nothing_half_written(tmp_path: Path) -> None:
    theirs = tmp_path / "etc" / "udev" / "rules.d" / "70-openhall.rules"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("# theirs\n", encoding="utf-8")
    assert str(theirs) in run(tmp_path, code=1)
    assert list(lying_in(tmp_path).values()) == ["# theirs\n"]


def test_a_file_changed_since_is_kept_and_named(tmp_path: Path) -> None:
    run(tmp_path)
    changed = tmp_path / "etc" / "usbguard" / "rules.d" / "50-openhall.conf"
    changed.write_text("allow id 1234:5678\n", encoding="utf-8")
    assert str(changed) in run(tmp_path, code=1)
    assert f"keep   {changed}" in run(tmp_path, "--uninstall")
    assert changed.read_text(encoding="utf-8") == "allow id 1234:5678\n"
    assert set(lying_in(tmp_path)) == {str(changed.relative_to(tmp_path)), "etc/openhall/installed.json"}


def test_installing_again_changes_nothing_and_other_roles_take_away_what_is_not_theirs(tmp_path: Path) -> None:
    run(tmp_path, "--screen", "cage")
    once = lying_in(tmp_path)
    assert "put " not in run(tmp_path, "--screen", "cage")
    assert lying_in(tmp_path) == once
    run(tmp_path, "--screen", "eglfs")
    assert not (tmp_path / UNITS / "openhall-screen.service").exists()
    run(tmp_path, "--roles", "desk")
    assert not (tmp_path / UNITS / "getty@tty1.service").is_symlink()


def test_a_record_that_cannot_be_read_stops_everything(tmp_path: Path) -> None:
    run(tmp_path)
    before = lying_in(tmp_path)
    (tmp_path / "etc" / "openhall" / "installed.json").write_text("{", encoding="utf-8")
    assert "cannot be read" in run(tmp_path, "--uninstall", code=1)
    assert lying_in(tmp_path).keys() == before.keys()


def test_no_place_is_left_open_in_the_units(tmp_path: Path) -> None:
    run(tmp_path, "--roles", "kiosk,sign,desk", "--program", "/opt/openhall")
    units = {path: text for path, text in lying_in(tmp_path).items() if path.endswith(".service")}
    assert not [path for path, text in units.items() if "@PROGRAM@" in text]
    assert "ExecStart=/opt/openhall/.venv/bin/kiosk\n" in units[f"{UNITS}/openhall-kiosk.service"]


def test_the_compositor_lets_no_key_reach_another_terminal(tmp_path: Path) -> None:
    run(tmp_path, "--screen", "cage")
    installed = lying_in(tmp_path)
    starts = [
        line for line in installed[f"{UNITS}/openhall-screen.service"].splitlines() if line.startswith("ExecStart=")
    ]
    assert [word for line in starts for word in line.split("--")[0].split() if word.startswith("-")] == ["-d"]
    for masked in ("ctrl-alt-del.target", "getty@tty1.service", "autovt@.service"):
        assert installed[f"{UNITS}/{masked}"] == "/dev/null"


@pytest.mark.parametrize("service", SERVICES)
def test_no_service_is_roots_and_each_comes_back(service: str) -> None:
    unit = (TOP / "deploy" / "units" / f"{service}.service").read_text(encoding="utf-8")
    user = re.search(r"^User=(\S+)$", unit, re.MULTILINE)
    assert user is not None
    assert user[1].startswith("openhall-")
    for setting in ("Restart=always", "StartLimitBurst=10", "OnFailure=openhall-again@%p.service"):
        # A machine whose graphics has no framebuffer goes without the calm page.
        assert f"\n{setting}\n" in unit or service == "openhall-calm"


@pytest.mark.parametrize("service", SERVICES)
def test_every_folder_that_a_service_may_write_is_made_before_it_starts(service: str) -> None:
    """Where one is missing systemd does not start the service at all."""
    unit = (TOP / "deploy" / "units" / f"{service}.service").read_text(encoding="utf-8")
    made = re.findall(
        r"^d (\S+)", (TOP / "deploy" / "machine" / "tmpfiles.conf").read_text(encoding="utf-8"), re.MULTILINE
    )
    wanted = [path for line in re.findall(r"^ReadWritePaths=(.+)$", unit, re.MULTILINE) for path in line.split()]
    assert set(wanted) <= set(made)


def test_misuse_is_told(tmp_path: Path) -> None:
    assert "roles are" in run(tmp_path, "--roles", "kiosk,cook", code=2)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--roles", "receive"), "both or neither"),
        (FED, "both or neither"),
        (("--roles", "desk,receive", *FED), "publishes into its own lobby"),
    ],
)
def test_roles_that_do_not_go_together_are_refused(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    assert told in run(tmp_path, *arguments, code=1)
    assert lying_in(tmp_path) == {}


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("https://a.cn/100%25", '"https://a.cn/100%%25"'),
        ("/media/a stick/$HOME", '"/media/a stick/$$HOME"'),
        ('/odd"name\\', '"/odd\\"name\\\\"'),
    ],
)
def test_where_editions_come_from_is_one_word_to_systemd(tmp_path: Path, source: str, written: str) -> None:
    run(tmp_path, "--roles", "receive", "--source", source, "--program", "/opt/openhall")
    unit = (tmp_path / UNITS / "openhall-receive.service").read_text(encoding="utf-8")
    assert f"\nExecStart=/opt/openhall/.venv/bin/desk receive {written} --watch\n" in unit


@pytest.mark.parametrize("screen", ["cage", "eglfs"])
@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
def test_systemd_finds_nothing_wrong_with_the_units(tmp_path: Path, screen: str) -> None:
    """Its own reading of each: misspelt settings, commands that are not there, orders that run in circles."""
    roles, *services = LOBBIES[screen]
    program = tmp_path / "opt"
    for command in ("kiosk", "ledsign", "desk"):
        (program / ".venv" / "bin").mkdir(parents=True, exist_ok=True)
        (program / ".venv" / "bin" / command).symlink_to("/bin/true")
    run(tmp_path, "--roles", roles, "--screen", screen, "--program", str(program), *(FED if "receive" in roles else ()))
    units = [str(tmp_path / UNITS / f"{name}.service") for name in services]
    told = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", *units],
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line for line in told.stderr.splitlines() if "openhall" in line]
    if shutil.which("cage") is None:
        lines = [line for line in lines if "Command /usr/bin/cage is not executable" not in line]
    assert lines == []


def verifies_rules() -> bool:
    """Whether this machine's udevadm can say what is wrong with a file of rules (systemd 254 and later)."""
    if shutil.which("udevadm") is None:
        return False
    return subprocess.run(["udevadm", "verify", "--help"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not verifies_rules(), reason="udevadm verify is not installed (systemd 254 and later)")
def test_udev_finds_nothing_wrong_with_the_rules() -> None:
    rules = TOP / "deploy" / "machine" / "udev.rules"
    told = subprocess.run(["udevadm", "verify", str(rules)], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr


@pytest.mark.skipif(shutil.which("usbguard-rule-parser") is None, reason="usbguard-rule-parser is not installed")
def test_usbguard_reads_every_rule() -> None:
    rules = TOP / "deploy" / "machine" / "usbguard.conf"
    told = subprocess.run(["usbguard-rule-parser", "-f", str(rules)], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr

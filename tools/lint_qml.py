"""Checks the QML: Qt's own linter must have nothing to say, and every file must look as Qt's formatter leaves it.

python -m tools.lint_qml kiosk/qml          checks
python -m tools.lint_qml kiosk/qml --fix    formats in place
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import PySide6

from kiosk.viewmodels.offered import MODULE
from kiosk.viewmodels.pages import register_all
from tools.qmltypes import exported, write_module

QT = Path(PySide6.__path__[0])


def main(arguments: list[str]) -> int:
    """Check every .qml file under the folder; 1 where one is not as it should be."""
    folder = Path(arguments[0])
    files = sorted(folder.rglob("*.qml"))
    if not files:
        return 0
    if "--fix" in arguments:
        return _qmlformat("--inplace", *map(str, files)).returncode
    unformatted = [file for file in files if formatted(file) != file.read_text(encoding="utf-8")]
    for file in unformatted:
        print(f"{file}: not as qmlformat leaves it (make format)", file=sys.stderr)
    with tempfile.TemporaryDirectory() as types:
        describe_python(Path(types))
        return max(lint([folder, Path(types)], files), int(bool(unformatted)))


def describe_python(folder: Path) -> None:
    """Write what the kiosk's Python gives to QML under the import path `folder`, so that qmllint checks its use too."""
    register_all()
    write_module(folder, MODULE, exported("kiosk"))


def lint(import_paths: list[Path], files: list[Path]) -> int:
    """Run qmllint over the files; its warnings are failures. 0 where it has none."""
    imports = [word for path in [*import_paths, QT / "Qt" / "qml"] for word in ("-I", str(path))]
    return subprocess.run(
        [str(QT / "qmllint"), "--max-warnings", "0", *imports, *map(str, files)],
        check=False,
        env=_environment(),
    ).returncode


def formatted(file: Path) -> str:
    """What qmlformat makes of a file."""
    return _qmlformat(str(file)).stdout


def _qmlformat(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(QT / "qmlformat"), *arguments]
    return subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True, env=_environment())


def _environment() -> dict[str, str]:
    return {"LD_LIBRARY_PATH": str(QT / "Qt" / "lib"), "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

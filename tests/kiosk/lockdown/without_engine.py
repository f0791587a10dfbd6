"""A Python like the one that runs the tests, but whose PySide6 came without the web engine, as some packagings do."""

import shutil
import sys
import sysconfig
from pathlib import Path

ENGINE = ("WebEngine", "WebView", "WebChannel")


def python_without_engine(folder: Path) -> Path:
    """The program `python` of an environment made below `folder`: every package as here, none of the engine's files."""
    there = folder / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    here = Path(sysconfig.get_path("purelib"))
    folder.mkdir(exist_ok=True)
    shutil.copy(Path(sys.prefix) / "pyvenv.cfg", folder / "pyvenv.cfg")
    (folder / "bin").mkdir()
    (folder / "bin" / "python").symlink_to(Path(sys.executable).resolve())
    there.mkdir(parents=True)
    for package in here.iterdir():
        if package.name != "PySide6":
            (there / package.name).symlink_to(package)
    (there / "PySide6").mkdir()
    for piece in (here / "PySide6").iterdir():
        if not any(word in piece.name for word in ENGINE):
            (there / "PySide6" / piece.name).symlink_to(piece)
    return folder / "bin" / "python"

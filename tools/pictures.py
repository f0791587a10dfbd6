"""Makes the README's pictures from the sample, with the programs' own commands.

python -m tools.pictures docs/pictures
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.lobby import module, read_sign

HOME_PAGE = "home"


def main(folder: Path) -> int:
    """Draw the kiosk's first page and the sign into `folder`, from the sample in a home of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        os.environ["OPENHALL_HOME"] = place
        subprocess.run([*module("data.desk"), "init", "--sample"], check=True, stdin=subprocess.DEVNULL)
        draw_kiosk(home / "pages", folder / "kiosk-home.png")
        draw_sign(home, folder / "sign.png")
    return 0


def draw_kiosk(pages: Path, picture: Path) -> None:
    """Let the kiosk draw all its pages, and keep the first page in portrait."""
    subprocess.run([*module("kiosk"), "--snapshot", str(pages)], check=True)
    shutil.copyfile(next(iter(sorted(pages.rglob(f"*{HOME_PAGE}*.png")))), picture)


def draw_sign(home: Path, picture: Path) -> None:
    """Let the sign's preview draw the edition's rotation."""
    rotation = home / "editions" / "current" / "rotation.json"
    command = [*module("ledsign"), "preview", str(rotation), "--panel", read_sign(home).panel]
    subprocess.run([*command, "--out", str(picture)], check=True)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

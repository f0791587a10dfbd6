"""Makes the README's pictures from the sample, with the programs' own commands.

python -m tools.pictures docs/pictures
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from tools.lobby import module, read_sign

PAGES = {"kiosk-home.png": "home", "kiosk-office.png": "office/zhfg", "kiosk-way.png": "map/512"}
"""Pictures of the touchscreen, and the sample's pages they show."""
COLOURS = 128


def main(folder: Path) -> int:
    """Draw pages of the kiosk and the sign into `folder`, from the sample in a home of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        os.environ["OPENHALL_HOME"] = place
        subprocess.run([*module("data.desk"), "init", "--sample"], check=True, stdin=subprocess.DEVNULL)
        draw_kiosk(home / "pages", folder)
        draw_sign(home, folder / "sign.png")
    return 0


def draw_kiosk(drawn: Path, folder: Path) -> None:
    """Let the kiosk draw its pages in portrait, and keep them."""
    wanted = [argument for page in PAGES.values() for argument in ("--page", page)]
    subprocess.run([*module("kiosk"), "--snapshot", str(drawn), *wanted], check=True)
    for number, picture in enumerate(PAGES, 1):
        keep(drawn / f"{number}.png", folder / picture)


def draw_sign(home: Path, picture: Path) -> None:
    """Let the sign's preview draw the edition's rotation, one page of lamps under the other."""
    rotation = home / "editions" / "current" / "rotation.json"
    drawn = home / "sign.png"
    command = [*module("ledsign"), "preview", str(rotation), "--panel", read_sign(home).panel]
    subprocess.run([*command, "--out", str(drawn)], check=True)
    keep(drawn, picture)


def keep(drawn: Path, picture: Path) -> None:
    """Keep a picture in few colours: a README is read over slow lines too."""
    with Image.open(drawn) as image:
        image.quantize(COLOURS).save(picture, optimize=True)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

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

HOME_PAGE = "home.png"
COLOURS = 128


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
    keep(pages / HOME_PAGE, picture)


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

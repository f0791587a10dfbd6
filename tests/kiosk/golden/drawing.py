"""Draws the small department's pages with fonts of the tests' own, the same on every machine.

python -m tests.kiosk.golden.drawing     draws the golden pictures anew, after a change of look that is meant
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QFontDatabase, QImage

from data.edition.reader import Edition
from kiosk.app import application, build, theme
from kiosk.settings import Settings
from kiosk.snapshot import lead, page_ways, settle
from kiosk.states import STATES, Clock, bring
from kiosk.viewmodels.way import Stop
from tests.kiosk.department import NOW
from tests.kiosk.edition import write_edition

HERE = Path(__file__).parent
PICTURES = HERE / "pictures"
FACES = {"sans": "Openhall Golden Sans", "serif": "Openhall Golden Serif"}
PORTRAIT, LANDSCAPE = (540, 960), (960, 540)
SETTLE_MS = 80
COLOURS = 192

PAGES = (
    *("home", "offices", "office", "staff", "people", "person", "groups", "group", "bulletin", "search"),
    *("search-found", "search-nothing", "help", "powers", "power", "steps", "chart", "map", "route", "hall"),
    *("portal", "catalogue", "entry"),
)
"""Every page there is, as `kiosk --snapshot` calls them."""
MODES = {"large": "larger", "contrast": "contrast", "low": "lower", "english": "language"}
OF_THE_MACHINE = {"service-menu"}
"""States that look different on every machine: they tell its addresses and versions."""
IN_EVERY_MODE = ("home", "offices", "office", "person", "staff", "search-found", "bulletin")


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn: a page in a mode or a state of the session, on a glass."""

    name: str
    page: str = "home"
    button: str = ""
    state: str = ""
    size: tuple[int, int] = PORTRAIT


def pictures() -> Iterator[Picture]:
    """All golden pictures."""
    for page in PAGES:
        yield Picture(page, page)
        yield Picture(f"{page}-landscape", page, size=LANDSCAPE)
    for page in IN_EVERY_MODE:
        for mode, button in MODES.items():
            yield Picture(f"{page}-{mode}", page, button)
    yield Picture("welcome", state="welcome")
    for state, met in STATES.items():
        if state not in OF_THE_MACHINE:
            yield Picture(state, met.page, state=state)
    yield Picture("keyboard-landscape", "search", state="keyboard", size=LANDSCAPE)


class Drawer:
    """Draws pictures of one edition."""

    def __init__(self, folder: Path) -> None:
        """Write the small department's edition into `folder`."""
        application()
        for font in sorted((HERE / "fonts").glob("*.otf")):
            assert QFontDatabase.addApplicationFont(str(font)) >= 0, f"{font} is a font"
        self._settings = Settings(folder, edition=write_edition(folder / "000042"), motion=False)
        edition = Edition(self._settings.current)
        self.ways: dict[str, tuple[Stop, ...]] = {"home": (), **page_ways(edition)}
        edition.close()

    def draw(self, picture: Picture) -> QImage:
        """One picture."""
        settings = self._settings
        if picture.state == "welcome":
            settings = replace(settings, edition=Path("/srv/openhall/editions/current"))
        clock = Clock()
        kiosk = build(settings, lambda: NOW, picture.size, clock)
        for voice, face in FACES.items():
            theme(kiosk.engine, "Type").setProperty(voice, face)
        kiosk.window.show()
        kiosk.visit.touched()
        lead(kiosk, self.ways[picture.page])
        if picture.button:
            kiosk.shell.press(picture.button)
        settle(SETTLE_MS)
        if picture.state in STATES:
            bring(kiosk, picture.state, clock)
        kiosk.window.grabWindow()
        settle(SETTLE_MS)
        image = kiosk.window.grabWindow().convertToFormat(QImage.Format.Format_RGB888)
        kiosk.close()
        return image


def keep(image: QImage, file: Path) -> None:
    """Write a picture with few colours: a third of the bytes, and no difference that counts."""
    colours = Image.frombytes(
        "RGB", (image.width(), image.height()), bytes(image.constBits()), "raw", "RGB", image.bytesPerLine()
    )
    colours.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


def main() -> int:
    """Draw every golden picture anew."""
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
    PICTURES.mkdir(exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        drawer = Drawer(Path(folder))
        for picture in pictures():
            keep(drawer.draw(picture), PICTURES / f"{picture.name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())

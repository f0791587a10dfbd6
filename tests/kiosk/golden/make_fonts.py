"""Cuts the golden pictures' fonts out of Noto CJK: the characters of the interface and of the small department.

python -m tests.kiosk.golden.make_fonts     needs Debian's fonts-noto-cjk; only after texts changed
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

from tests.kiosk.golden.drawing import FACES, HERE

TOP = HERE.parents[2]
NOTO = Path("/usr/share/fonts/opentype/noto")
SOURCES = {
    "sans": ("NotoSansCJK-Regular.ttc", "Noto Sans CJK SC"),
    "serif": ("NotoSerifCJK-Bold.ttc", "Noto Serif CJK SC"),
}
TEXTS = (
    "kiosk/qml/**/*.qml",
    "kiosk/viewmodels/*.py",
    "kiosk/translations/*.ts",
    "tests/kiosk/department.py",
    "tests/kiosk/edition.py",
    "tests/kiosk/house.py",
)
FAMILY_NAMES = (1, 4, 6, 16)
"""Records of the name table that say what a font is called."""


def main() -> int:
    """Write both fonts."""
    files = [file for pattern in TEXTS for file in TOP.glob(pattern)]
    characters = {ord(letter) for file in files for letter in file.read_text(encoding="utf-8")} | set(range(32, 127))
    for voice, (file, family) in SOURCES.items():
        font = next(face for face in TTCollection(NOTO / file) if face["name"].getDebugName(1) == family)
        cut(font, characters)
        rename(font, FACES[voice])
        font.save(HERE / "fonts" / f"{voice}.otf")
    return 0


def cut(font: TTFont, characters: set[int]) -> None:
    """Keep the glyphs of these characters only."""
    options = Options()
    options.hinting = False
    options.layout_features = ["kern", "tnum"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def rename(font: TTFont, family: str) -> None:
    """Give a font its own name, so that no font of the system is taken for it."""
    for record in list(font["name"].names):
        if record.nameID in FAMILY_NAMES:
            record.string = family.replace(" ", "") if record.nameID == FAMILY_NAMES[2] else family


if __name__ == "__main__":
    sys.exit(main())

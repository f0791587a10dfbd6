"""Every page looks as it did when somebody last looked at it."""

import os
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage

from tests.kiosk.golden.drawing import PAGES, PICTURES, Drawer, Picture, pictures

pytestmark = pytest.mark.slow
"""Over seventy windows; a change of look is drawn anew with `make golden` and looked at in the difference."""

VISIBLE = 40
"""Steps of 255 in a colour by which a point must differ to count."""
MOST_CHANGED = 0.002
"""The share of points that may differ: less than one word of small text."""


@pytest.fixture(scope="module")
def drawer(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> Drawer:
    return Drawer(tmp_path_factory.mktemp("golden"))


def changed(one: QImage, other: QImage) -> float:
    """The share of points that differ visibly; 1 where the pictures have different sizes."""
    if one.size() != other.size():
        return 1.0
    drawn, golden = (points(image) for image in (one, other))
    return float((np.abs(drawn - golden).max(axis=2) > VISIBLE).mean())


def points(image: QImage) -> "np.ndarray[tuple[int, ...], np.dtype[np.int16]]":
    """Rows of points of three colours."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return lines[:, : image.width() * 3].reshape(image.height(), image.width(), 3).astype(np.int16)


@pytest.mark.parametrize("picture", list(pictures()), ids=lambda picture: str(picture.name))
def test_it_looks_as_before(drawer: Drawer, picture: Picture, tmp_path: Path) -> None:
    golden = QImage(str(PICTURES / f"{picture.name}.png"))
    assert not golden.isNull(), "there is no golden picture; `make golden` draws it"
    drawn = drawer.draw(picture)
    share = changed(drawn, golden)
    kept = Path(os.environ.get("OPENHALL_GOLDEN_OUT", tmp_path)) / f"{picture.name}.png"
    if share > MOST_CHANGED:
        drawn.save(str(kept))
    assert share <= MOST_CHANGED, f"{share:.2%} of the points differ; as drawn now: {kept}"


def test_every_page_has_its_picture(drawer: Drawer) -> None:
    assert set(drawer.ways) == set(PAGES)
    assert {file.stem for file in PICTURES.glob("*.png")} == {picture.name for picture in pictures()}


def test_a_word_that_is_gone_is_noticed(drawer: Drawer) -> None:
    drawn = drawer.draw(Picture("home"))
    other = drawn.copy()
    assert changed(drawn, other) == 0
    for x in range(60, 160):
        for y in range(40, 60):
            other.setPixelColor(x, y, QColor("#A8322A"))
    assert changed(drawn, other) > MOST_CHANGED

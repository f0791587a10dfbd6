from pathlib import Path

import pytest

from tools.lint_qml import formatted, main

TIDY = """import QtQuick

Item {
    id: page
    required property string title
    Text {
        text: page.title
    }
}
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "Page.qml"
    file.write_text(TIDY, encoding="utf-8")
    return file


def test_a_tidy_page_passes(page: Path) -> None:
    assert main([str(page.parent)]) == 0


def test_a_linters_warning_fails(page: Path) -> None:
    page.write_text(TIDY.replace("page.title", "titel"), encoding="utf-8")
    assert main([str(page.parent)]) != 0


def test_untidy_spacing_is_named_and_fails(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    page.write_text(TIDY.replace("    id", "  id"), encoding="utf-8")
    assert main([str(page.parent)]) == 1
    assert "Page.qml: not as qmlformat leaves it" in capfd.readouterr().err


def test_fix_makes_an_untidy_page_pass(page: Path) -> None:
    page.write_text(TIDY.replace("    id", "  id"), encoding="utf-8")
    assert main([str(page.parent), "--fix"]) == 0
    assert page.read_text(encoding="utf-8") == formatted(page)
    assert main([str(page.parent)]) == 0


def test_a_folder_without_pages_passes(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 0

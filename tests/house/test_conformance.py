from pathlib import Path

import pytest

from tests.helpers.conformance import conformance_folder


def test_the_environment_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENHALL_CONFORMANCE", str(tmp_path))
    assert conformance_folder() == tmp_path


def test_a_missing_folder_skips_with_one_line_that_says_what_to_set(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OPENHALL_CONFORMANCE", str(tmp_path / "absent"))
    with pytest.raises(pytest.skip.Exception, match=r"no conformance files in .*absent .set OPENHALL_CONFORMANCE"):
        conformance_folder()

"""Finds the folder of real files by others that some tests read; it is not part of the repository."""

import os
from pathlib import Path

import pytest

BESIDE_THE_CHECKOUT = Path(__file__).parents[3] / "shared" / "conformance"


def conformance_folder() -> Path:
    """Give `$OPENHALL_CONFORMANCE`, else the folder beside the checkout; skip the test where there is neither."""
    folder = Path(os.environ.get("OPENHALL_CONFORMANCE") or BESIDE_THE_CHECKOUT)
    if not folder.is_dir():
        pytest.skip(f"no conformance files in {folder} (set OPENHALL_CONFORMANCE to their folder)")
    return folder

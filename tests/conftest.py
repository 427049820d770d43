"""What all tests share."""

import os
import shutil

import pytest
from hypothesis import settings

# HYPOTHESIS_PROFILE=thorough tries fifty times as many examples; with CI set they are always the same.
settings.register_profile("thorough", max_examples=5000, deadline=None, print_blob=True)
if profile := os.environ.get("HYPOTHESIS_PROFILE"):
    settings.load_profile(profile)

CHROMIUM = shutil.which("chromium")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip, visibly, the tests marked ``browser`` where no Chromium is installed."""
    if CHROMIUM is None:
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(pytest.mark.skip(reason="no chromium on PATH"))

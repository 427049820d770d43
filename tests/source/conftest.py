"""Both of PyYAML's parsers, for tests that must hold with either."""

from collections.abc import Iterator

import pytest

from hegui.source import build, events


@pytest.fixture(params=["c", "pure"])
def either_parser(request: pytest.FixtureRequest) -> Iterator[None]:
    """Run the test with the parser in C, then with the one in Python."""
    parsers = {"c": events.EventParser, "pure": events.PureParser}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "EventParser", parsers[request.param])
        yield

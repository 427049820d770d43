"""PyYAML's event parsers: the one in C, and in pure Python where libyaml is missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from yaml import events
from yaml.error import MarkedYAMLError, YAMLError
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError

__all__ = [
    "Alias",
    "EventParser",
    "MappingEnd",
    "MappingStart",
    "MarkedYAMLError",
    "PureParser",
    "Scalar",
    "SequenceEnd",
    "SequenceStart",
    "YAMLError",
]

# Of type Any, because the stubs let every mark be None, which no parser's event has.
Alias: type[Any] = events.AliasEvent
MappingEnd: type[Any] = events.MappingEndEvent
MappingStart: type[Any] = events.MappingStartEvent
Scalar: type[Any] = events.ScalarEvent
SequenceEnd: type[Any] = events.SequenceEndEvent
SequenceStart: type[Any] = events.SequenceStartEvent


class PureParser(Reader, Scanner, Parser):
    """The parser in Python, held to what the one in C refuses."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def get_event(self) -> Any:
        """The next event, None after the last; YAMLError."""
        try:
            event = super().get_event()  # type: ignore[no-untyped-call]
            if type(event) is Scalar:
                event.value.encode()
        except ValueError as error:  # an escape beyond Unicode, or half of a surrogate pair
            problem = "found invalid Unicode character escape code"
            raise ScannerError(None, None, problem, self.get_mark()) from error
        return event


try:
    from yaml._yaml import CParser
except ImportError:
    EventParser: Callable[[str], Any] = PureParser
else:
    EventParser = CParser

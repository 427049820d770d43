"""The guard: declared rules are judged in a process apart, which can be stopped.

The CEL library bounds how often an evaluation may iterate; it does not bound memory (a text doubled
thirty times) or a single slow call, and it cannot be interrupted. So the rules that a repository
declares run in a child process with a limit of memory, and of time for each rule. Where the
platform has no ``fork`` (Windows) they run in this one, unguarded.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import NoReturn

from hegui.findings.finding import Outcome
from hegui.rules.rule import Rule

SECONDS = 10.0
"""How long one rule may take over all its subjects."""
MEMORY = 1 << 30
"""How many bytes rules may take beyond what the program holds already."""
_SIZE = 8
_CHUNK = 1 << 16

Judge = Callable[[Rule], list[Outcome]]


def guarded(rules: Sequence[Rule], judge: Judge) -> Iterator[tuple[Rule, list[Outcome] | None]]:
    """Each rule with its outcomes; with ``None`` where it was stopped."""
    if not hasattr(os, "fork"):
        yield from ((rule, judge(rule)) for rule in rules)
        return
    left = list(rules)
    while left:
        try:
            child = _Child(left, judge)
        except OSError:  # no process or pipe is to be had: what is not judged has not passed
            yield from ((rule, None) for rule in left)
            return
        try:
            for rule in list(left):
                outcomes = child.next()
                left.remove(rule)
                yield rule, outcomes
                if outcomes is None:  # the rest get a new child
                    break
        finally:  # also where nobody asks for the rest, or the user interrupts
            child.end()


class _Child:
    """A process that judges rules in turn and sends what came out."""

    def __init__(self, rules: Sequence[Rule], judge: Judge) -> None:
        self._pipe, sending = os.pipe()
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # it never touches other threads
            try:
                self._pid = os.fork()
            except OSError:
                os.close(self._pipe)
                os.close(sending)
                raise
        if self._pid == 0:
            os.close(self._pipe)
            _work(rules, judge, sending)
        os.close(sending)
        self._ready = select.poll()  # unlike select it takes descriptors of any number
        self._ready.register(self._pipe, select.POLLIN)

    def next(self) -> list[Outcome] | None:
        """The outcomes of the next rule; ``None`` when it took too much."""
        until = time.monotonic() + SECONDS
        size = self._read(_SIZE, until)
        content = self._read(int.from_bytes(size), until) if size is not None else None
        if content is None:
            return None
        try:
            found: list[Outcome] = pickle.loads(content)
        except Exception:  # a child out of its mind has judged nothing
            return None
        return found

    def _read(self, size: int, until: float) -> bytes | None:
        content = bytearray()
        while len(content) < size:
            left = until - time.monotonic()
            if left <= 0 or not self._ready.poll(left * 1000):
                return None
            chunk = os.read(self._pipe, min(size - len(content), _CHUNK))
            if not chunk:
                return None
            content += chunk
        return bytes(content)

    def end(self) -> None:
        """Let nothing of it be left."""
        os.close(self._pipe)
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)


def _work(rules: Sequence[Rule], judge: Judge, sending: int) -> NoReturn:
    """What the child does, and nothing after it."""
    try:
        _limit()
        for rule in rules:
            content = pickle.dumps(judge(rule), protocol=5)
            _send(sending, len(content).to_bytes(_SIZE) + content)
        os._exit(0)
    finally:
        os._exit(1)


def _send(sending: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(sending, view) :]


def _limit() -> None:
    """Allow so much memory beyond what is in use; where that cannot be told, time is the limit."""
    import resource

    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 (no path of ours)
            pages = int(file.read().split()[0])
    except OSError:
        return
    limit = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))

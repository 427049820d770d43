"""Trying mutants: each in a process forked off this one, several at a time."""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterable
from typing import NamedTuple

from mutation.survivors import Name

_MEMORY = 2 << 30
_PASSED = 0


class Job(NamedTuple):
    """A mutant: by what it is known, and the whole text of its file."""

    name: Name
    code: str


Tests = Callable[[Job | None], bool]
"""Whether the tests pass with a mutant in place of its file; or without any."""


def seconds(tests: Tests) -> int:
    """How long a mutant may take; ends the run where the tests fail without any."""
    started = time.monotonic()
    if os.waitpid(_fork(None, tests, 600), 0)[1] != _PASSED:
        sys.exit("the tests fail without any mutant")
    return 30 + 5 * int(time.monotonic() - started)  # the machine may be busy with other things


def survivors(
    title: str, jobs: Iterable[Job], tests: Tests, workers: int, limit: int
) -> list[Name]:
    """The mutants that no test sees."""
    started = time.monotonic()
    waiting, running, found = list(jobs), dict[int, Job](), []
    count = len(waiting)
    while waiting or running:
        while waiting and len(running) < workers:
            job = waiting.pop()
            running[_fork(job, tests, limit)] = job
        pid, status = os.wait()
        job = running.pop(pid)
        if status == _PASSED:
            found.append(job.name)
    took = time.monotonic() - started
    print(f"{title}: {count} mutants, {len(found)} survive ({took:.0f} s)", flush=True)
    return found[::-1]


def _fork(job: Job | None, tests: Tests, limit: int) -> int:
    """Start a process that runs the tests with a mutant; it ends with 0 where that survives."""
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        signal.alarm(limit)  # a mutant may loop for ever, or fill the memory
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        if job is not None:
            _silence()
        status = _PASSED if tests(job) else 1
    finally:
        os._exit(status)


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)

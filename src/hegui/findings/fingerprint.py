"""The identity of a finding: stable while wording, line and neighbours change."""

from __future__ import annotations

from hashlib import sha256


def fingerprint(rule: str, subject: str, route: str, discriminator: str = "") -> str:
    """32 hexadecimal digits made of data only: never of wording, line or position.

    Two findings with one fingerprint are the same finding in two runs; waivers,
    baselines and code scanning rely on it.
    """
    parts = "\x1f".join((rule, subject, route, discriminator))
    return sha256(parts.encode()).hexdigest()[:32]

"""Which host names stand for this machine."""

from __future__ import annotations

from ipaddress import ip_address


def is_loopback(host: str) -> bool:
    """Whether a host name stands for this machine."""
    return host in {"localhost", "::1", "[::1]"} or _is_127(host)


def is_unspecified(host: str) -> bool:
    """Whether a host name stands for all addresses of this machine."""
    try:
        return ip_address(host).is_unspecified
    except ValueError:  # a name
        return False


def _is_127(host: str) -> bool:
    parts = host.split(".")
    return len(parts) == 4 and parts[0] == "127" and all(part.isdecimal() for part in parts)

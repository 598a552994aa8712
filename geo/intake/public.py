"""Which addresses may be fetched: http and https, of machines that the whole Internet can reach, on the usual ports."""

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from geo.errors import ArticleError
from geo.limits import LINK_CHARACTERS

Resolve = Callable[[str], Sequence[str]]
"""A host's name -> its IP addresses in digits. Raises OSError."""

PORTS = {"http": 80, "https": 443}
_NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
_COMPATIBLE = IPv6Network("::/96")
_REMEDY = "Give the address of a page on the public web, or save the page and add the file"


@dataclass(frozen=True, slots=True)
class Target:
    """Where to connect: ``ip`` was checked, and is what is connected to; ``host`` is what is asked for there."""

    scheme: str
    host: str
    ip: str
    port: int
    path: str


def target(address: str, resolve: Resolve) -> Target:
    """Raises ArticleError for what is no address of a public page."""
    where = address[:80]
    if len(address) > LINK_CHARACTERS or any(letter.isspace() or not letter.isprintable() for letter in address):
        raise ArticleError("is no address", where=where, remedy=_REMEDY)
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
        host = host if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise ArticleError("is no address", where=where, remedy=_REMEDY) from error
    if parts.scheme not in PORTS:
        raise ArticleError("is not an address of the web", where=where, remedy=_REMEDY)
    if parts.username is not None or parts.password is not None or "\\" in address:
        raise ArticleError("names a user", where=where, remedy=_REMEDY)
    if port not in (None, PORTS[parts.scheme]):
        raise ArticleError("names a port of its own", where=where, remedy=_REMEDY)
    if not host or "%" in host:
        raise ArticleError("names no machine", where=where, remedy=_REMEDY)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    ip = _checked(host, where, resolve)
    return Target(parts.scheme, host, ip, PORTS[parts.scheme], path)


def resolved(host: str) -> list[str]:
    """What the system's resolver says."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]


def is_public(ip: str) -> bool:
    """Whether the whole Internet can reach ``ip``; an address within an address counts as the inner one."""
    try:
        found = ip_address(ip)
    except ValueError:
        return False
    inner = _inner(found) if isinstance(found, IPv6Address) else None
    if inner is not None:
        return is_public(str(inner))
    return found.is_global and not (found.is_multicast or found.is_reserved or found.is_unspecified)


def _checked(host: str, where: str, resolve: Resolve) -> str:
    """The first IP address of ``host``, all of which must be public."""
    literal = _literal(host)
    try:
        found = [literal] if literal else list(resolve(host))
    except (OSError, UnicodeError) as error:
        raise ArticleError("cannot be found", where=where, remedy="Check the address and the connection") from error
    if not found:
        raise ArticleError("cannot be found", where=where, remedy="Check the address and the connection")
    if not all(map(is_public, found)):
        raise ArticleError("is not on the public web", where=where, remedy=_REMEDY)
    return found[0]


def _literal(host: str) -> str | None:
    """An IP address that was written as one, also in decimal, hexadecimal, octal or with fewer parts."""
    try:
        return str(ip_address(host))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(host))
    except (OSError, ValueError):
        return None


def _inner(ip: IPv6Address) -> IPv4Address | None:
    if ip.ipv4_mapped is not None:
        return ip.ipv4_mapped
    if ip.sixtofour is not None:
        return ip.sixtofour
    if ip.teredo is not None:
        return ip.teredo[1]
    if any(ip in net for net in (*_NAT64, _COMPATIBLE)):
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return None

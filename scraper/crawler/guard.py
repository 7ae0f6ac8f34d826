"""Refuses addresses that a crawler of the public web must not reach (SSRF guard).

The decision is made on the numeric address that is about to be connected to, after name
resolution, so that neither redirects nor DNS rebinding nor odd spellings of an address pass.
Python's ``ipaddress`` calls several internal forms global; the tables here are IANA's registries
of special-purpose addresses, and an IPv4 address inside an IPv6 form is judged as itself.
"""

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_FORBIDDEN_V4 = tuple(
    ipaddress.IPv4Network(text)
    for text in (
        "0.0.0.0/8",  # "this network", RFC 791
        "10.0.0.0/8",  # private, RFC 1918
        "100.64.0.0/10",  # carrier-grade NAT, RFC 6598
        "127.0.0.0/8",  # loopback
        "169.254.0.0/16",  # link-local, and the metadata services of cloud providers
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # IETF protocol assignments
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relay anycast, deprecated
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarking
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
        "168.63.129.16/32",  # host service of a cloud provider, reachable from inside only
    )
)
_GLOBAL_V6 = ipaddress.IPv6Network("2000::/3")
"""All of global unicast; whatever is outside is refused."""
_FORBIDDEN_V6 = tuple(
    ipaddress.IPv6Network(text)
    for text in (
        "2001::/23",  # IETF protocol assignments, Teredo among them
        "2001:db8::/32",  # documentation
        "3fff::/20",  # documentation
        "5f00::/16",  # segment routing
    )
)
_SIX_TO_FOUR = ipaddress.IPv6Network("2002::/16")
_EMBEDDED_LAST = (
    ipaddress.IPv6Network("::/96"),  # IPv4-compatible
    ipaddress.IPv6Network("::ffff:0:0/96"),  # IPv4-mapped
    ipaddress.IPv6Network("::ffff:0:0:0/96"),  # IPv4-translated
    ipaddress.IPv6Network("64:ff9b::/96"),  # NAT64
)

BAD_PORTS = frozenset(
    {1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95}
    | {101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179}
    | {389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601}
    | {636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6379}
    | {6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080, 11211}
)
"""Ports of services that are not the web's (WHATWG Fetch, "port blocking", and two databases)."""


def is_public(address: Address) -> bool:
    """Return whether an address belongs to the public internet.

    Source: IANA IPv4 and IPv6 Special-Purpose Address Registries.
    """
    if isinstance(address, ipaddress.IPv4Address):
        return not any(address in network for network in _FORBIDDEN_V4)
    if address.scope_id is not None:
        return False
    embedded = _embedded_v4(address)
    if embedded is not None:
        return is_public(embedded)
    return address in _GLOBAL_V6 and not any(address in network for network in _FORBIDDEN_V6)


def _embedded_v4(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that an IPv6 form carries, None where it carries none."""
    number = int(address)
    if address in _SIX_TO_FOUR:
        return ipaddress.IPv4Address((number >> 80) & 0xFFFFFFFF)
    if any(address in network for network in _EMBEDDED_LAST):
        return ipaddress.IPv4Address(number & 0xFFFFFFFF)
    return None


@dataclass(frozen=True, slots=True)
class Guard:
    """Decides which addresses may be connected to."""

    allow_all: bool = False
    """Whether private addresses are allowed everywhere."""
    names: frozenset[str] = frozenset()
    """Host names that may resolve to private addresses."""
    networks: tuple[Network, ...] = ()
    """Private networks that may be reached."""

    @classmethod
    def of(cls, allow_private_hosts: bool | Sequence[str]) -> "Guard":  # noqa: FBT001 - the job's key
        """Return the guard that a job's ``allow_private_hosts`` asks for."""
        if isinstance(allow_private_hosts, bool):
            return cls(allow_all=allow_private_hosts)
        names, networks = set(), []
        for text in allow_private_hosts:
            try:
                networks.append(ipaddress.ip_network(text, strict=False))
            except ValueError:
                names.add(text.lower().rstrip("."))
        return cls(names=frozenset(names), networks=tuple(networks))

    def allows(self, host: str, port: int, address: str) -> bool:
        """Return whether ``host`` may be reached at this numeric address and port."""
        if port in BAD_PORTS:
            return False
        try:
            number = ipaddress.ip_address(address)
        except ValueError:
            return False
        if self.allow_all or is_public(number):
            return True
        if host.lower().rstrip(".") in self.names:
            return True
        return any(number in network for network in self.networks)

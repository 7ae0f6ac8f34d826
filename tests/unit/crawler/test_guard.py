import ipaddress

import pytest

from scraper.crawler.guard import Guard, is_public


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255",
        "192.168.0.1", "100.64.0.1", "169.254.169.254", "198.18.0.1", "192.0.2.1", "203.0.113.9",
        "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "192.88.99.1",
        "168.63.129.16", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1",
        "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2002:a00:1::1", "fe80::1",
        "fe80::1%lo", "fec0::1", "fd00::1", "fd00:ec2::254", "ff02::1", "2001::1", "2001:db8::1",
        "::ffff:0:127.0.0.1", "100::1", "3fff::1", "5f00::1",
    ],
)  # fmt: skip
def test_internal_addresses_are_not_public(address):
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address",
    ["1.1.1.1", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1",
     "::ffff:1.1.1.1", "64:ff9b::101:101", "2002:101:101::1"],
)  # fmt: skip
def test_public_addresses_are_public(address):
    assert is_public(ipaddress.ip_address(address))


def test_private_addresses_need_a_name_or_a_network():
    guard = Guard.of(["intranet.example", "10.1.0.0/16", "127.0.0.2"])
    assert guard.allows("intranet.example", 80, "10.9.9.9")
    assert guard.allows("INTRANET.example.", 80, "10.9.9.9")
    assert guard.allows("other.example", 80, "10.1.2.3")
    assert guard.allows("127.0.0.2", 8400, "127.0.0.2")
    assert not guard.allows("other.example", 80, "10.2.0.1")
    assert not guard.allows("127.0.0.1", 8499, "127.0.0.1")


def test_ports_of_other_services_are_never_allowed():
    assert not Guard(allow_all=True).allows("a.example", 25, "1.1.1.1")
    assert not Guard(allow_all=True).allows("a.example", 6379, "127.0.0.1")
    assert Guard().allows("a.example", 8443, "1.1.1.1")


def test_what_is_no_address_is_refused():
    assert not Guard().allows("a.example", 80, "not-an-address")


def test_true_allows_every_private_host():
    assert Guard.of(True).allows("a.example", 80, "127.0.0.1")
    assert not Guard.of(False).allows("a.example", 80, "127.0.0.1")

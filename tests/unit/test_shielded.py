"""Mail addresses that a server hid from programs."""

import pytest

from scraper.page import read_page
from scraper.shielded import written_out


def hidden(text: str, key: int = 0x5A) -> str:
    """Return a text as Cloudflare hides it."""
    return bytes([key, *(byte ^ key for byte in text.encode())]).hex()


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="{}">[email&#160;protected]</a>',
        '<a href="/cdn-cgi/l/email-protection#5a00"><span class=__cf_email__ data-cfemail={}>[email protected]</span></a>',
        '<a data-cfemail="{}" class="__cf_email__" href="/cdn-cgi/l/email-protection">[email protected]</a>',
    ],
)
def test_a_hidden_address_is_written_out(markup: str) -> None:
    code = hidden("miller@arnholt.example")
    page = read_page(f"<p>Write to {markup.format(code)}, please.</p>")
    assert page.blocks[0].text == "Write to miller@arnholt.example, please."
    links = [mark.element.get("href") for mark in page.blocks[0].marks() if mark.element.tag == "a"]
    assert links in (["/cdn-cgi/l/email-protection#5a00"], ["mailto:miller@arnholt.example"])


def test_a_link_with_words_of_its_own_leads_to_the_address() -> None:
    link = f'<a href="/cdn-cgi/l/email-protection#{hidden("a@b.example?subject=Mill")}">us</a>'
    shown = f'<b class="__cf_email__" data-cfemail="{hidden("a@b.example")}"></b>'
    mailto = b'<a href="mailto:a@b.example?subject=Mill">us</a>'
    assert mailto in written_out(f"{link} {shown}".encode())


def test_what_is_hidden_stays_text() -> None:
    code = hidden('"<b>"@arnholt.example')
    page = read_page(f'<p><a class="__cf_email__" data-cfemail={code}>[email protected]</a></p>')
    assert page.blocks[0].text == '"<b>"@arnholt.example'


@pytest.mark.parametrize(
    "code", [hidden("no address"), hidden("a@b\n"), "5a5", "zz" * 9, "", "ff" * 8]
)
def test_what_hides_no_address_stays(code: str) -> None:
    link = (
        f'<a href="/cdn-cgi/l/email-protection#{code}" class="__cf_email__" data-cfemail="{code}">'
    )
    text = f"<p>{link}[email protected]</a></p>".encode()
    assert written_out(text) == text


@pytest.mark.parametrize("end", ['"', "'"])
def test_an_address_that_repeats_itself_is_read_once(end: str) -> None:
    """A time of its square is felt: 32,000 times took two minutes."""
    way = '<a href="' + "/cdn-cgi/l/email-protection" * 32_000
    code = hidden("a@b.example")
    page = f'{way}{end} class="__cf_email__" data-cfemail="{code}">[email protected]</a>'
    assert written_out(page.encode()).endswith(b">a@b.example</a>")

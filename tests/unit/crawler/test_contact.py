import pytest

from scraper.crawler.contact import find_mail, is_contact


@pytest.mark.parametrize(
    "text, mail",
    [
        ("ada.l+crawl@lab.example", "ada.l+crawl@lab.example"),
        ("mailto:ada@lab.example", "ada@lab.example"),
        ("Ada Holm <ada@lab.example>", "ada@lab.example"),
        ("https://lab.example/crawler; ada@lab.example", "ada@lab.example"),
        ("ada@lab.example, bo@lab.example", "ada@lab.example"),
        ("http://lab.example:80/~ada#bot", None),
        ("https://social.example/@ada", None),
        ("https://social.example/@ada@lab.example", None),
    ],
)
def test_a_contact_has_a_page_or_a_mail_address(text, mail):
    assert is_contact(text)
    assert find_mail(text) == mail


@pytest.mark.parametrize(
    "text",
    ["", "nonsense", "@lab", "me@lab", "ada at lab.example", "lab.example", "https://lab",
     "ada@m\u00fcnchen.example", "https://m\u00fcnchen.example/crawler"],
)  # fmt: skip
def test_what_reaches_nobody(text):
    assert not is_contact(text)
    assert find_mail(text if text.isascii() else None) is None

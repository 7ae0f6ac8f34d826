"""How operators of sites reach whoever crawls: by a page or by an e-mail address."""

import re

_HOST = r"(?:[\w-]+\.)+[\w-]+"
_PAGE = re.compile(rf"(?<![\w.+-])https?://{_HOST}", re.IGNORECASE | re.ASCII)
_MAIL = re.compile(rf"(?<![\w.+/@-])[\w.+-]+@{_HOST}", re.ASCII)
"""Behind a slash or another ``@`` it is a part of a page's address (``/@ada@social.example``)."""


def is_contact(text: str) -> bool:
    """Return whether somebody can be reached by this: it has a web or an e-mail address.

    It is sent as a header, so what is not ASCII (a domain in its own script) reaches nobody.
    """
    return text.isascii() and bool(_PAGE.search(text) or _MAIL.search(text))


def find_mail(contact: str | None) -> str | None:
    """Return the first e-mail address of a contact, None where it has none.

    ``From`` holds one mailbox and nothing else (RFC 9110, 10.1.2).
    """
    match = _MAIL.search(contact or "")
    return None if match is None else match[0]

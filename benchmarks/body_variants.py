"""Makes variants of a page, so that the body model learns from pages of kinds it has few of.

Most annotated pages are English and use the elements of HTML for what they mean. ``plain_markup``
gives the same page as page builders write it, all elements ``div``; ``wide_script`` the same page
in a script without spaces and capitals. The labels of the blocks stay the same.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from scraper.text import Container, TextBlock

_MEANINGFUL = frozenset(
    "p h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote article section main header footer nav aside "
    "figure figcaption".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"(?<=[字。、！？：；」）]) +(?=[字「（])")
_LETTERS_A_SIGN = 2.5
"""Letters of English that say as much as one Chinese or Japanese sign."""
_MARKS = str.maketrans(".,!?:;“”()", "。、！？：；「」（）")


def plain_markup(
    blocks: Sequence[TextBlock], containers: Sequence[Container]
) -> tuple[list[TextBlock], list[Container]]:
    """Return a page's blocks and containers with ``div`` in place of elements with a meaning."""
    return (
        [replace(block, tag=_plain(block.tag)) for block in blocks],
        [replace(container, tag=_plain(container.tag)) for container in containers],
    )


def _plain(tag: str) -> str:
    return "div" if tag in _MEANINGFUL else tag


def wide_script(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """Return blocks whose words are signs of a script without spaces, as many as say the same."""
    made = []
    for block in blocks:
        text = _BETWEEN.sub("", _WORD.sub(_signs, block.text).translate(_MARKS))
        links = round(block.link_chars * len(text) / len(block.text))
        made.append(replace(block, text=text, link_chars=min(links, len(text))))
    return made


def _signs(word: re.Match[str]) -> str:
    return "字" * max(1, round(len(word.group()) / _LETTERS_A_SIGN))

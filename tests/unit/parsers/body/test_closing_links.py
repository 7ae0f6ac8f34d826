import pytest

from scraper.page import read_page
from scraper.parsers.body.closing_links import without_closing_links, without_opening_links

STORY = (
    "The bakery on Tinsmith Lane has sold the same four loaves since it opened, and nobody in the "
    "lane has asked for a fifth. "
) * 4
LINKS = ["Four mills that still turn", "An oven for every street", "What rye does to dough"]


def items(texts: list[str], to: str = "/{}") -> str:
    return "".join(f'<li><a href="{to.format(n)}">{text}</a></li>' for n, text in enumerate(texts))


def left(html: str) -> list[str]:
    """Return what is left where every block was chosen."""
    page = read_page(f"<html><body>{html}</body></html>", url="https://www.lane.example/loaves")
    kept = without_closing_links(page, [block.index for block in page.blocks])
    return [page.blocks[index].text for index in kept]


@pytest.mark.parametrize(
    "closing",
    [
        pytest.param("<ul>{}</ul>", id="no label"),
        pytest.param("<h3>Weitere Artikel</h3><ul>{}</ul>", id="heading"),
        pytest.param("<p>あわせて読む：</p><ul>{}</ul>", id="lead-in"),
        pytest.param(
            "<h3>اقرأ</h3><ul>{}</ul><h3>المزيد</h3><ul><li><a href=/9>الخبز</a></li></ul>",
            id="two lists",
        ),
    ],
)
@pytest.mark.parametrize("to", ["/{}", "https://lane.example/{}", "../{}.html"])
def test_a_closing_list_of_links_to_the_same_site_goes(closing, to):
    assert left(f"<p>{STORY}</p>{closing.format(items(LINKS, to))}") == [STORY.strip()]


def test_a_list_in_paragraphs_goes():
    more = "".join(f"<p><a href=/{n}>MORE: {text}</a></p>" for n, text in enumerate(LINKS))
    assert left(f"<p>{STORY}</p>{more}") == [STORY.strip()]


def test_a_list_in_one_block_goes_with_its_label():
    lines = "<br>".join(f"<a href=/{n}>{text}</a>" for n, text in enumerate(LINKS))
    assert left(f"<table><tr><td>{STORY}</td><td>Most read<br>{lines}</td></tr></table>") == [
        STORY.strip()
    ]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(f"<p>{STORY}</p><ul>{items(LINKS, 'https://oven.example/{}')}</ul>", id="out"),
        pytest.param(f"<p>{STORY}</p><ul>{items(LINKS[:2])}</ul>", id="two"),
        pytest.param(f"<p>{STORY}</p><ul>{items(LINKS)}</ul><p>{STORY}</p>", id="text behind it"),
        pytest.param(f"<p>{STORY}</p><ul>{items(LINKS, '/files/{}.pdf')}</ul>", id="downloads"),
        pytest.param(f"<p>{STORY}</p><ul>{items(LINKS, '#part{}')}</ul>", id="same page"),
        pytest.param(f"<p>{STORY}</p><ul>{items(LINKS, 'https://www.lane.example/loaves#{}')}</ul>", id="same page in full"),
        pytest.param(f"<p>{STORY}</p><ul>{items(LINKS, ' loaves#{}')}</ul>", id="same page by name"),
        pytest.param(f"<p>{STORY}</p><ul>{items(LINKS, ' ')}</ul>", id="empty address"),
        pytest.param(f"<p>{STORY}</p><ul>{items(LINKS).replace('href', 'data-to')}</ul>", id="no address"),
        pytest.param(f"<p>{STORY}</p><ul>{items(LINKS[:2]).replace('<a', '<a name=x></a><a')}</ul>", id="two with places"),
        pytest.param(f"<p>Three to read.</p><ul>{items(LINKS)}</ul>", id="what the page is about"),
        pytest.param(f"<p>{STORY}</p><ul>{items(LINKS, 'mailto:a{}@b.example')}</ul>", id="mail"),
        pytest.param(f"<p>{STORY}</p><ul>{items(LINKS, 'https://[oven/{}')}</ul>", id="broken"),
    ],
)  # fmt: skip
def test_other_links_that_end_a_text_stay(html):
    assert LINKS[1] in left(html)


def test_a_page_without_an_address_knows_its_own_links_by_their_form():
    page = read_page(f"<p>{STORY}</p><ul>{items(LINKS)}</ul>")
    assert without_closing_links(page, range(4)) == [0]
    page = read_page(f"<p>{STORY}</p><ul>{items(LINKS, 'https://lane.example/{}')}</ul>")
    assert without_closing_links(page, range(4)) == [0, 1, 2, 3]


def test_the_headline_is_no_label_of_a_list():
    html = f"<p>{STORY}</p><h1>Ovens and mills</h1><ul>{items(LINKS)}</ul>"
    assert left(html) == [STORY.strip(), "Ovens and mills"]


MENU = " | ".join(f"<a href=/{n}>{name}</a>" for n, name in enumerate(["Home", "News", "Contact"]))


@pytest.mark.parametrize("sign", ["|", "·", "•", "»", "-"])
def test_a_menu_in_a_paragraph_before_the_text_goes(sign):
    html = f"<p>{MENU.replace('|', sign)}</p><h2>Loaves</h2><p>{STORY}</p>"
    page = read_page(f"<html><body>{html}</body></html>", url="https://www.lane.example/loaves")
    assert without_opening_links(page, [0, 1, 2]) == [1, 2]


@pytest.mark.parametrize(
    "opening",
    [
        "<p><a href=#a>Flour</a> | <a href=#b>Water</a> | <a href=#c>Salt</a></p>",
        "<p><a href=/1>Four mills</a> | <a href=/2>An oven</a></p>",
        "<p>Of <a href=/1>flour</a>, <a href=/2>water</a> and <a href=/3>salt</a>.</p>",
        "<p><a href=//a.example>A</a> | <a href=//b.example>B</a> | <a href=//c.example>C</a></p>",
    ],
    ids=["places-of-the-page", "two", "sentence", "elsewhere"],
)
def test_links_that_open_a_text_and_are_no_menu_stay(opening):
    page = read_page(
        f"<html><body>{opening}<p>{STORY}</p></body></html>", url="https://lane.example/"
    )
    assert without_opening_links(page, [0, 1]) == [0, 1]

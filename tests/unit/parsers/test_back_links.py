import pytest
from lxml import etree

from scraper.cut import cut
from scraper.parsers import back_links
from scraper.parsers.back_links import without_back_links
from scraper.text import fold

NOTE = "The weir was rebuilt in 1911, see the parish book."


def read(html: str):
    root = etree.fromstring(f"<html><body>{html}</body></html>", etree.HTMLParser())
    blocks, _ = cut(root.find("body"))
    return without_back_links(blocks[0])


@pytest.mark.parametrize(
    "end",
    [
        ' <a href="#fnref1" class="footnote-back">↩</a>',
        '&nbsp;<a href="#fnref:1">↩︎</a>',
        ' <a href="#r1">↩</a> <a href="#r1-2">↩<sup>2</sup></a>',
        ' <a href="#r1">[↑]</a>',
    ],
)
def test_arrows_that_lead_back_go(end):
    block = read(f"<p>{NOTE}{end}</p>")
    assert block.text == NOTE
    assert block.marks() == []


@pytest.mark.parametrize(
    "html",
    [
        '<h2>The <em>old</em> weir<a class="headerlink" href="#weir">¶</a></h2>',
        '<h2>The <em>old</em> weir <a href="https://a.example/b#weir" aria-hidden="true">#</a></h2>',
        '<h2><a class="heading-permalink" href="#weir">#</a>The <em>old</em> weir</h2>',
        '<h2><a href="#weir"> 🔗 </a> The <em>old</em> weir</h2>',
        '<h2><b><a href="#weir">§</a> The <em>old</em> weir</b></h2>',
    ],
)
def test_signs_by_which_a_heading_leads_to_itself_go(html):
    block = read(html)
    assert block.text == "The old weir"
    [mark] = [mark for mark in block.marks() if mark.element.tag == "em"]
    assert block.text[mark.start : mark.end] == "old"


def test_marks_before_them_keep_their_places():
    block = read('<p>The weir was <em>rebuilt</em> in 1911. <a href="#r">↩</a></p>')
    [mark] = block.marks()
    assert block.text[mark.start : mark.end] == "rebuilt"


def test_words_of_elements_that_touch_stay_parted():
    block = read('<p><a href="#weir">¶</a><b>The weir</b><i>Built 1911</i></p>')
    assert block.parted(" · ") == "The weir · Built 1911"


def test_an_address_that_a_heading_shows_of_itself_goes():
    assert read('<h2>Down the weir<a href="#part2">#part2</a></h2>').text == "Down the weir"


@pytest.mark.parametrize(
    "html",
    [
        "<p>Turn left ↩</p>",
        '<p>See <a href="https://a.example/#up">the arrow ↑</a></p>',
        '<p>See <a href="#chapter-2">chapter 2</a></p>',
        '<p>Press <a href="#keys">↩</a> twice</p>',
        '<h2># of boats, by <a href="#year">year</a></h2>',
        '<h2>Written in C<a href="/tags/sharp">#</a></h2>',
        '<h2><a href="/tags">#</a>harbour</h2>',
        '<p>See <a href="#p9">§ 9</a></p>',
        "<h2>How many boats #</h2>",
    ],
)
def test_other_signs_and_links_stay(html):
    before = etree.fromstring(html).xpath("string()")
    assert read(html).text == before


def test_many_signs_at_the_end_go_at_once(monkeypatch):
    root = etree.HTML("<p>Rebuilt in 1911. " + '<a href="#r">↩</a> ' * 200 + "</p>")
    blocks, _ = cut(root.find("body"))
    folded = []
    monkeypatch.setattr(back_links, "fold", lambda raw: folded.append(raw) or fold(raw))
    assert without_back_links(blocks[0]).text == "Rebuilt in 1911."
    assert len(folded) == 1


EDIT = '<a href="/w?title=Weir&amp;action=edit&amp;section=1">edit</a>'


@pytest.mark.parametrize(
    "end",
    [
        f"<span>[</span>{EDIT}<span>]</span>",
        f" [{EDIT} | <a href='/w?title=Weir&amp;veaction=edit&amp;section=1'>edit source</a>]",
    ],
)
def test_links_by_which_a_section_is_changed_go(end):
    assert read(f"<h2>The old weir{end}</h2>").text == "The old weir"


@pytest.mark.parametrize(
    "end",
    ["[<a href='/w/weir'>the weir</a>]", f"[see {EDIT}]", f"[{EDIT} this]", f"[{EDIT}", "[1]"],
)
def test_other_words_in_brackets_stay(end):
    assert read(f"<h2>The old weir {end}</h2>").text == fold(
        f"The old weir {end}".replace(EDIT, "edit")
        .replace("<a href='/w/weir'>", "")
        .replace("</a>", "")
    )

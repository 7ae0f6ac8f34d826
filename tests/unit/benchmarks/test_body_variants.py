from lxml import etree

from benchmarks.body_variants import plain_markup, wide_script
from scraper.cut import cut

HTML = (
    '<body><article class="post"><h1>A Day</h1><p>It rained, we read. Then <a href=x>tea</a>!</p>'
    "<table><tr><td>a<td>b<tr><td>c<td>2024</table></article></body>"
)


def cut_html():
    return cut(etree.fromstring(HTML, etree.HTMLParser()).find("body"))


def test_plain_markup_keeps_all_but_the_meaning_of_elements() -> None:
    blocks, containers = cut_html()
    plain_blocks, plain_containers = plain_markup(blocks, containers)
    assert [block.tag for block in plain_blocks] == ["div", "div", "tr", "tr"]
    assert [c.tag for c in plain_containers] == "body div div div table tr tr".split()
    assert [block.text for block in plain_blocks] == [block.text for block in blocks]
    assert plain_containers[1].attributes == {"class": "post"}
    assert [block.tag for block in blocks] == ["h1", "p", "tr", "tr"]


def test_wide_script_has_neither_spaces_nor_capitals() -> None:
    blocks = wide_script(cut_html()[0])
    assert blocks[0].text == "字字"
    assert blocks[1].text == "字字字、字字字。字字字！"
    assert blocks[1].link_chars == 1
    assert blocks[3].text == "字\t2024"

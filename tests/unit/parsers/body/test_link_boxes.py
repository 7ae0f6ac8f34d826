import pytest
from lxml import etree

from scraper.cut import cut
from scraper.parsers.body.link_boxes import without_link_boxes

STORY = "The ferry at Ostrava Quay sails at six, and whoever misses it walks round by the dam."
LINKS = [
    "Ferry fares rise again",
    "A dam with a view of nothing",
    "Six o’clock: who sails, who stays?",
]


def items(texts: list[str]) -> str:
    return "".join(f"<li><a href=/{n}>{text}</a></li>" for n, text in enumerate(texts))


def left(html: str, but: tuple[str, ...] = ()) -> list[str]:
    """Return what is left where every block was chosen but those that are named."""
    root = etree.fromstring(f"<html><body>{html}</body></html>", etree.HTMLParser())
    blocks, containers = cut(root.find("body"))
    chosen = [block.index for block in blocks if block.text not in but]
    kept = without_link_boxes(blocks, containers, chosen)
    return [blocks[index].text for index in kept]


@pytest.mark.parametrize(
    "box",
    [
        pytest.param("<div><p>Further reading</p><ul>{}</ul></div>", id="label"),
        pytest.param("<aside><h4>Weiteres</h4><ol>{}</ol></aside>", id="heading"),
        pytest.param(
            "<div><div><p>もっと読む</p></div><div><ul>{}</ul></div></div>", id="each in its own"
        ),
    ],
)
def test_a_label_goes_with_the_links_of_its_box(box):
    html = f"<p>{STORY}</p>{box.format(items(LINKS))}<p>{STORY}</p>"
    assert left(html, tuple(LINKS)) == [STORY, STORY]


def test_one_link_of_a_list_that_was_left_out_goes_and_its_label_with_it():
    html = f"<p>{STORY}</p><div><b>RELATED</b><ul>{items(LINKS)}</ul></div><p>{STORY}</p>"
    assert left(html, tuple(LINKS[1:])) == [STORY, STORY]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(f"<div><h2>The dam</h2><a href=/e>edit</a></div><p>{STORY}</p>", id="one link beside it"),
        pytest.param(f"<div><p>These sail no more.</p><ul>{items(LINKS)}</ul></div><p>{STORY}</p>", id="a sentence"),
        pytest.param(f"<div><h2>The dam</h2><ul>{items(LINKS)}</ul><p>{STORY}</p></div>", id="text in the same container"),
        pytest.param(f"<div><h2>The dam</h2><ul><li>Height: 12 m</li>{items(LINKS)}</ul></div>", id="not links alone"),
    ],
)  # fmt: skip
def test_headings_of_text_and_sentences_stay(html):
    left_out = ("edit", "Height: 12 m", *LINKS)
    assert left(html, left_out)[0] in {"The dam", "These sail no more."}


def test_a_list_of_links_that_was_mostly_chosen_stays():
    html = f"<p>{STORY}</p><ul>{items(LINKS)}</ul>"
    assert left(html, (LINKS[2],)) == [STORY, *LINKS[:2]]


def dated(label: str, about: str = "") -> str:
    rows = [f"<div><a href=/{n}>{link}</a></div><i>0{n}.02.</i>" for n, link in enumerate(LINKS)]
    return f"<section><h3>{label}</h3>{''.join(rows)}<p>{about}</section>"


@pytest.mark.parametrize(
    "label",
    (
        "Most read|Mehr zum Thema:|Neueste Kommentare|人気記事|SON YAZILAR|İlgili Yazılar|"
        "Διαβάστε επίσης:"
    ).split("|"),
)
def test_what_is_left_of_others_goes_with_the_label_that_points_to_them(label):
    text = [STORY] * 4
    paragraphs = "".join(f"<p>{line}</p>" for line in text)
    assert left(f"{dated(label)}{paragraphs}", (label, *LINKS)) == text
    assert left(f"{paragraphs}{dated(label)}", (label, *LINKS)) == text


def test_a_box_that_a_label_only_points_to_may_be_text():
    paragraphs = f"<p>{STORY}</p>" * 4
    days = ["00.02.", "01.02.", "02.02."]
    # No words that point; a text below them; a page of little else.
    assert left(f"{paragraphs}{dated('Fares')}", ("Fares", *LINKS))[4:] == days
    assert left(f"{paragraphs}{dated('Most read', STORY * 5)}", ("Most read", *LINKS))[4:7] == days
    assert left(f"<p>On.</p>{dated('Most read')}", ("Most read", *LINKS))[1:] == days

import json

import pytest

from scraper.page import read_page
from scraper.parsers.body import find_body
from scraper.parsers.body.find import title_of

STORY = [
    "The river Arn rose for three days last week, and on Friday the old bridge had to be closed.",
    "Nobody was hurt, the fire service said, but two cellars in Mill Lane stood under water.",
    "Engineers from the county will look at the piers on Monday, when the water should be lower.",
    "Until then, drivers are asked to take the road through Oberholt, which is five miles longer.",
    "The bridge was built in 1871, after a flood had carried its wooden forerunner away.",
]
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in STORY)
FRAME = """<html><head><title>Arn bridge closed | Arnholt Post</title></head><body>
<header><a href="/">Arnholt Post</a><nav><ul><li><a href="/news">News</a></li>
<li><a href="/sport">Sport</a></li><li><a href="/jobs">Jobs</a></li></ul></nav></header>
{}
<aside><h4>More stories</h4><ul><li><a href="/a">Fair opens in May</a></li>
<li><a href="/b">New roof for the school</a></li></ul></aside>
<footer><p>&copy; Arnholt Post. All rights reserved.</p><a href="/imprint">Imprint</a></footer>
</body></html>"""


def body_of(article: str):
    return find_body(read_page(FRAME.format(article)), None)


@pytest.mark.parametrize(
    "article",
    [
        pytest.param(f"<article><h1>Arn bridge closed</h1>{PARAGRAPHS}</article>", id="article"),
        pytest.param(f"<div><h1>Arn bridge closed</h1><div>{PARAGRAPHS}</div></div>", id="divs"),
        pytest.param(f"<h1>Arn bridge closed</h1><div>{'<br><br>'.join(STORY)}</div>", id="line breaks"),
        pytest.param(
            "<main><h1>Arn bridge closed</h1>"
            + "".join(f"<section><div><p>{text}</p></div></section>" for text in STORY)
            + "</main>",
            id="a section a paragraph",
        ),
        pytest.param("<table><tr><td><font size=5>Arn bridge closed</font>" + "".join(f"<p>{text}" for text in STORY) + "</td></tr></table>", id="a table of 1999"),
    ],
)  # fmt: skip
def test_the_story_and_nothing_else(article: str) -> None:
    body = body_of(article)
    for text in STORY:
        assert text in body.text
    for text in ("Sport", "Fair opens", "rights reserved", "Imprint"):
        assert text not in body.text


def test_blocks_and_text_agree() -> None:
    body = body_of(f"<article><h1>Arn bridge closed</h1>{PARAGRAPHS}</article>")
    for block in body.blocks:
        assert block.kind == "caption" or body.text[block.start : block.end] == block.text


def test_evidence_says_where_and_how_sure() -> None:
    body = body_of(f'<article class="story"><h1>Arn bridge closed</h1>{PARAGRAPHS}</article>')
    assert body.evidence is not None
    assert body.evidence.where is not None
    assert "article" in body.evidence.where
    assert 0 < body.score <= 1
    assert body.evidence.confidence == body.score


@pytest.mark.parametrize(
    ("line", "stays"),
    [("\u200d", False), (".", False), ("\u200d\xa0.", False), ("…", True), ("***", True)],
)
def test_lines_that_only_keep_others_apart_are_left_out(line: str, stays: bool) -> None:  # noqa: FBT001
    spaced = "".join(f"<p>{text}</p><p>{line}</p>" for text in STORY)
    body = body_of(f"<div>{spaced}<p>{STORY[0][::-1]}</p></div>")
    assert (line in [block.text for block in body.blocks]) is stays
    assert all(text in body.text for text in STORY)


def test_a_copy_for_phones_stands_once() -> None:
    body = body_of(f'<div class="desktop">{PARAGRAPHS}</div><div class="mobile">{PARAGRAPHS}</div>')
    assert body.text.count(STORY[1]) == 1


def test_stated_body_fills_an_empty_shell() -> None:
    data = json.dumps({"@type": "NewsArticle", "articleBody": "\n".join(STORY)})
    html = f'<script type="application/ld+json">{data}</script><div id="app"></div>'
    body = find_body(read_page(html), None)
    assert body.text == "\n\n".join(STORY)
    assert body.evidence is not None
    assert body.evidence.source == "json-ld"


def test_stated_body_does_not_replace_a_visible_one() -> None:
    data = json.dumps({"@type": "NewsArticle", "articleBody": "Shortened. " * 40})
    script = f'<script type="application/ld+json">{data}</script>'
    body = body_of(f"{script}<article><h1>Arn bridge closed</h1>{PARAGRAPHS}</article>")
    assert "Shortened" not in body.text


@pytest.mark.parametrize("html", ["", "<p></p>", "<html>", "\x00", "<body><script>x()</script>"])
def test_no_text_is_an_empty_body(html: str) -> None:
    body = find_body(read_page(html), None)
    assert body.text == ""
    assert body.blocks == ()


def test_an_unsure_choice_leaves_a_warning() -> None:
    links = "".join(f"<li><a href=/{i}>Story number {i} of today</a> soon</li>" for i in range(30))
    body = find_body(read_page(f"<body><ul>{links}</ul><p>Read it all here.</p></body>"), None)
    assert not body.text or body.score >= 0.8 or body.warnings


def test_title_of_is_folded() -> None:
    assert title_of(read_page("<title> Arn \n Bridge</title>")) == "arn bridge"
    assert title_of(read_page("<p>x")) == ""


STORIES = {
    "ja": "川は三日間増水し、金曜日に古い橋が閉鎖された。消防によると、けが人はいなかった。",
    "ar": "ارتفع منسوب النهر ثلاثة أيام، وأغلق الجسر القديم يوم الجمعة. لم يصب أحد بأذى.",
    "ru": "Река поднималась три дня, и в пятницу старый мост закрыли. Никто не пострадал.",
    "el": "Το ποτάμι φούσκωνε τρεις ημέρες και η παλιά γέφυρα έκλεισε. Κανείς δεν τραυματίστηκε.",
}


@pytest.mark.parametrize("language", STORIES)
def test_other_scripts(language: str) -> None:
    story = "".join(f"<p>{STORIES[language] * n}</p>" for n in (2, 3, 1, 4))
    body = body_of(f"<div><h1>Arn</h1><div>{story}</div></div>")
    assert body.text.count(STORIES[language]) == 10
    assert "Imprint" not in body.text


def test_the_same_page_gives_the_same_body() -> None:
    page = FRAME.format(PARAGRAPHS)
    assert find_body(read_page(page), None).text == find_body(read_page(page), None).text

import pytest
from lxml import etree

from scraper.cut import cut
from scraper.parsers.body.comments import is_comment_name, without_comments
from scraper.parsers.rules import boilerplate

STORY = (
    "The mill at Arnholt has ground flour since 1740, and still does, every day but Sunday. " * 3
)
REPLY = (
    "My grandmother bought her flour there until the war, and said that it was the best she had."
)


def left(html: str) -> list[str]:
    """Return what is left where every block was chosen."""
    root = etree.fromstring(f"<html><body>{html}</body></html>", etree.HTMLParser())
    blocks, containers = cut(root.find("body"))
    kept = without_comments(blocks, containers, range(len(blocks)))
    return [blocks[index].text.strip() for index in kept]


@pytest.mark.parametrize(
    "thread",
    [
        pytest.param("<div id=comments><h3>2 replies</h3><p>{}</p></div>", id="the whole thread"),
        pytest.param('<ol class="commentlist"><li><p>{}</p></li></ol>', id="a list"),
        pytest.param('<div><div class="comment-body" id=c1><p>{}</p></div></div>', id="one by one"),
        pytest.param('<div class="wc-comment"><p>{}</p></div>', id="comments of a plugin"),
        pytest.param(
            '<div itemscope itemtype="https://schema.org/Comment"><p>{}</p></div>', id="item type"
        ),
        pytest.param('<ul class="forum"><li class="forum-fil"><p>{}</p></li></ul>', id="a forum"),
        pytest.param('<div class="visitors_comment_block"><p>{}</p></div>', id="whose they are"),
        pytest.param('<section class="kommentare"><p>{}</p></section>', id="German"),
    ],
)
def test_comments_below_the_text_go(thread):
    assert left(f"<p>{STORY}</p>{thread.format(REPLY)}<p>Notes</p>") == [STORY.strip(), "Notes"]


def thread(words: str = "Miller, 3 May, 10:12") -> str:
    said = f"<div><i>#1</i><p>{words}</p><p class=commentText>{REPLY}</p></div>"
    return said + said.replace("#1", "#2")


def test_a_thread_goes_with_the_names_that_stand_beside_its_comments():
    assert left(f"<p>{STORY}</p><div>{thread()}</div><p>Notes</p>") == [STORY.strip(), "Notes"]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(f"<p>{STORY}</p><div><p>{STORY}</p>{thread()}</div>", id="more than a thread"),
        pytest.param(f"<div><p>{STORY}</p>{thread()}<p>Notes</p></div>", id="holds the article"),
        pytest.param(
            f"<p>{STORY}</p><div><p>{STORY}</p>{thread() * 9}</div>",
            id="much below an introduction",
        ),
    ],
)
def test_what_stands_around_comments_stays(html):
    assert "Miller, 3 May, 10:12" in left(html)
    assert REPLY not in left(html)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(f'<div class="comments"><p>{STORY}</p><p>{REPLY}</p></div>', id="holds all"),
        pytest.param(f'<p>What our readers said.</p><div class="comments"><p>{REPLY}</p></div>', id="an article made of comments"),
        pytest.param(f'<p>{STORY}</p><div class="post has-comments"><p>{REPLY}</p></div>', id="has some"),
        pytest.param(f'<p>{STORY}</p><div class="category-comment"><p>{REPLY}</p></div>', id="a category"),
    ],
)  # fmt: skip
def test_what_only_sounds_like_comments_stays(html):
    assert REPLY in left(html)


@pytest.mark.parametrize(
    "value, expected",
    [
        ("comments-area", True),
        ("post__comments list", True),
        ("comment-1508", True),
        ("commentText", True),
        ("comments-open", False),
        ("commentary", False),
        ("reader-comment", True),
        ("user-has-comments", False),
        ("member-count", False),
        ("leave-a-trail", False),
        ("", False),
    ],
)
def test_names_of_comments(value, expected):
    assert is_comment_name(value) is expected


@pytest.mark.parametrize(
    "word",
    sorted(boilerplate.COMMENT_WORDS | boilerplate.COMMENT_BEGINNINGS | boilerplate.COMMENT_ITEMS),
)
def test_every_name_of_comments_has_a_stem(word):
    assert any(stem in word for stem in boilerplate.COMMENT_STEMS)


@pytest.mark.parametrize(
    ("post", "goes"),
    [
        ('<div class="post" itemprop="comment"><p>{}</p></div>', False),
        ('<div class="post comment"><p>{}</p></div>', True),
        ('<div class="post" id="comment-2"><p>{}</p></div>', True),
    ],
    ids=["posts alike", "another class", "an id alone"],
)
def test_posts_of_a_thread_are_its_text(post, goes):
    replies = post.format(REPLY) + post.format(REPLY)
    thread = left(f'<div class="post"><p>{STORY}</p></div>{replies}')
    assert thread == [STORY.strip()] + [REPLY] * 2 * (not goes)


@pytest.mark.parametrize("placed", ["row", "media-body", "col-md-8 clearfix"])
def test_a_class_that_says_where_a_box_stands_makes_no_posts(placed):
    reply = f'<div class="{placed}" itemprop="comment"><p>{REPLY}</p></div>'
    assert left(f'<div class="{placed}"><p>{STORY}</p></div>{reply * 2}') == [STORY.strip()]


def test_a_box_around_article_and_comments_makes_no_posts():
    reply = f'<div class="post" itemprop="comment"><p>{REPLY}</p></div>'
    assert left(f'<div class="post"><p>{STORY}</p>{reply * 2}</div>') == [STORY.strip()]

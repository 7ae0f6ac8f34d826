"""Set-off quotations, posts, interviews and chats on pages of three makes: semantic elements,
nothing but ``div``, and a table of 1999.
"""

import re

import pytest

from scraper import extract

ONE = (
    "<p>The harbour board voted on the new pier on Tuesday after a long evening, and nearly a hundred "
    "people came to the hall to hear the result of the count.</p>"
)
TWO = (
    "<p>Many of them had come by boat, since the coast road was closed after the storm of last week and "
    "the buses had stopped running in the afternoon.</p><p>The work is to begin in spring and should take "
    "two years, if the weather and the money last as long as the engineers believe that they will.</p>"
)
LEAD = "<p>Ada Finch, who keeps the light, writes in her diary:</p>"
STILL = "The sea was so still that night that we could hear the bell of the other shore."
POST = "The pier vote is through, and I have never seen the hall so full."
BELL = "We could hear the bell of the other shore"


def semantic(html):
    return (
        f"<html lang=en><title>The pier vote</title><article><h1>The pier vote</h1>{html}</article>"
    )


def soup(html):
    named = "p|blockquote|figure|figcaption|footer|aside|cite|h2"
    plain = re.sub(rf"<(?:{named})\b", "<div", html)
    plain = re.sub(rf"</(?:{named})>", "</div>", plain)
    return (
        "<html lang=en><title>The pier vote</title><div class=wrap><div class=head>The pier vote</div>"
        f"<div class=txt>{plain}</div></div>"
    )


def table(html):
    plain = re.sub(r"<(?:p|figcaption|footer|cite)\b[^>]*>", "", html)
    plain = re.sub(r"</(?:p|figcaption|footer|cite)>", "<br><br>", plain)
    plain = re.sub(r"</?(?:figure|div)\b[^>]*>", "", plain)
    return (
        "<html><title>The pier vote</title><table width=600><tr><td><font size=5>The pier vote</font>"
        f"<br><br>{plain}</td></tr></table>"
    )


MAKES = [semantic, soup, table]
CASES = [
    pytest.param(
        f"{ONE}{LEAD}<blockquote class='quote'><p>{STILL}</p></blockquote>{TWO}",
        [("block", STILL, "Ada Finch")],
        id="block-behind-a-lead-in",
    ),
    pytest.param(
        f"{ONE}<blockquote class='quote'><p>{STILL}</p><footer>— Ada Finch, keeper</footer></blockquote>{TWO}",
        [("block", STILL, "Ada Finch")],
        id="signed-block",
    ),
    pytest.param(
        f"<blockquote class='epigraph'><p>{STILL}</p><cite>Ada Finch, Harbour Letters</cite></blockquote>{ONE}{TWO}",
        [("block", STILL, "Ada Finch")],
        id="epigraph",
    ),
    pytest.param(
        f"{ONE}<blockquote class='twitter-tweet'><p>{POST}</p>— Ada Finch (@adafinch) "
        f"<a href='https://t.example/1'>May 3, 2024</a></blockquote>{TWO}",
        [("block", POST, "Ada Finch")],
        id="tweet",
    ),
    pytest.param(
        f"{ONE}<blockquote class='mastodon-embed'><p>{POST}</p>"
        f"<a href='https://m.example/@ada'>Ada Finch (@ada)</a></blockquote>{TWO}",
        [("block", POST, "Ada Finch")],
        id="other-network",
    ),
    pytest.param(
        f"{ONE}<p><b>What did the vote change?</b></p><p><b>Ada Finch:</b> It changed the way that we "
        f"think of the harbour, and of the boats that we let in.</p><p><b>And the crews?</b></p><p><b>Ada "
        f"Finch:</b> I told them, “You will have a roof by winter,” and they laughed.</p>{TWO}",
        [("direct", "You will have a roof by winter,", "Ada Finch")],
        id="interview-with-names",
    ),
    pytest.param(
        f"{ONE}<p>Q: What did the vote change?</p><p>A: It changed the way that we think of the harbour, "
        f"and of the boats that we let in.</p><p>Q: And the crews?</p><p>A: They laughed a week.</p>{TWO}",
        [],
        id="questions-and-answers-without-marks",
    ),
    pytest.param(
        f"{ONE}<p>[20:14] tern88: is the vote through?</p><p>[20:15] ada: yes it is, by a wide margin</p>{TWO}",
        [],
        id="chat-transcript-without-marks",
    ),
    pytest.param(
        f"{ONE}<p>tern88 wrote in the chat at eight: “Is the vote through yet, anyone?” Ada Finch "
        f"answered: “It is through by a wide margin.”</p>{TWO}",
        [
            ("direct", "Is the vote through yet, anyone?", "tern88"),
            ("direct", "It is through by a wide margin.", "Ada Finch"),
        ],
        id="chat-in-marks",
    ),
]


@pytest.mark.parametrize("make", MAKES)
@pytest.mark.parametrize("html, said", CASES)
def test_shape(make, html, said):
    article = extract(make(html), url="https://paper.example/pier")
    assert [(q.kind, q.text, q.speaker) for q in article.quotes] == said


@pytest.mark.parametrize("make", [semantic, soup])
@pytest.mark.parametrize(
    "opening",
    ["<p class='indent'>", "<p style='margin-left: 40px'>", "<p style='padding-left:3em'>"],
)
def test_a_passage_that_is_set_in_behind_a_lead_in(make, opening):
    article = extract(
        make(f"{ONE}{LEAD}{opening}{STILL}</p>{TWO}"), url="https://paper.example/pier"
    )
    assert [(q.kind, q.text, q.speaker) for q in article.quotes] == [("block", STILL, "Ada Finch")]
    alone = extract(make(f"{ONE}{opening}{STILL}</p>{TWO}"), url="https://paper.example/pier")
    assert alone.quotes == []


@pytest.mark.parametrize("make", [semantic, soup])
def test_a_pull_quote_repeats_what_is_said(make):
    html = (
        f"{ONE}<aside class='pullquote'><p>{BELL}</p></aside><p>“{BELL},” said Ada Finch.</p>{TWO}"
    )
    article = extract(make(html), url="https://paper.example/pier")
    assert [(q.kind, q.speaker) for q in article.quotes] == [
        ("pull", "Ada Finch"),
        ("direct", "Ada Finch"),
    ]


def test_a_post_outside_the_body_has_no_offsets():
    html = f"{ONE}<blockquote class='twitter-tweet'><p>{POST}</p>— Ada Finch (@adafinch) May 3</blockquote>{TWO}"
    article = extract(semantic(html), url="https://paper.example/pier")
    (quote,) = article.quotes
    assert (quote.start is None) == (POST not in article.body)


INSTAGRAM = (
    "<blockquote class='instagram-media'><div><a href='https://i.example/p/1'>View this post on Instagram</a>"
    "</div>{caption}<p><a href='https://i.example/p/1'>A post shared by Ada Finch (@adafinch)</a></p></blockquote>"
)


def test_the_button_of_a_network_is_no_quotation():
    bare = extract(
        semantic(ONE + INSTAGRAM.format(caption="") + TWO), url="https://paper.example/p"
    )
    assert bare.quotes == []
    html = ONE + INSTAGRAM.format(caption=f"<p>{POST}</p>") + TWO
    (quote,) = extract(semantic(html), url="https://paper.example/p").quotes
    assert (quote.text, quote.speaker) == (POST, "Ada Finch")

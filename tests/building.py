"""What several files of tests build: lists of references, bodies of pages, days, features."""

import time

from lxml import etree

from scraper.collector import paused_collector
from scraper.cut import cut
from scraper.page import read_page
from scraper.parsers.body.features import describe
from scraper.parsers.body.layout import Hints
from scraper.parsers.body_text import Piece, assemble
from scraper.parsers.dates.day import Day
from scraper.parsers.dates.days import Candidates
from scraper.parsers.dates.mentions import Address, Mention
from scraper.parsers.dates.values import read_value
from scraper.parsers.references import find_references

KINDS = {"li": "list_item", "tr": "table_row", "pre": "code", "figcaption": "caption"}
LEAD = "<p>The river had been rising for weeks before anybody noticed it.{}</p>"
SENTENCES = "The river rose for three days, and the old bridge at Arnholt had to be closed. "
STORY = f"""
<nav><ul><li><a href=a>News</a></li><li><a href=b>Sport</a></li></ul></nav>
<main><h1>Bridge closed</h1>
<div class="story"><p>{SENTENCES}</p><p>{SENTENCES * 2}</p><h2>What next</h2><p>{SENTENCES}</p></div></main>
<aside><div><p>{SENTENCES}</p><a href=c>More</a></div></aside>
<footer><p>Arnholt Post</p></footer>
"""


def body_of(page, without=()):
    """A body of all blocks of a page but those of some tags."""
    blocks = [block for block in page.blocks if block.tag not in without]
    return assemble([Piece(block, KINDS.get(block.tag, "paragraph")) for block in blocks])


def lists_below(html, *marks):
    """The lists of references of a page, below a paragraph for each mark."""
    text = "".join(LEAD.format(mark) for mark in marks or ("",))
    source = f"<html><head><title>On rivers</title></head><body>{text}{html}</body></html>"
    page = read_page(source, url="https://rivers.example/post")
    return find_references(page, body_of(page))


def rows(entries):
    """Label and text of each entry."""
    return [(entry.label, entry.text) for entry in entries]


def described(html, title=""):
    """The features of a page's blocks, its blocks and its containers."""
    root = etree.fromstring(f"<html><body>{html}</body></html>", etree.HTMLParser())
    blocks, containers = cut(root.find("body"))
    return describe(blocks, containers, title, Hints({})), blocks, containers


def day_of(*mentions, visible=(), features=()):
    """The day of some mentions, with the features of the places where it is displayed."""
    made = Day(mentions[0].moment.ordinal, list(mentions))
    made.visible = [dict.fromkeys(names, 1.0) for names in visible]
    made.features = dict.fromkeys(features, 1.0)
    return made


def stated(value, source="json-ld"):
    """A moment that data state as that of publication."""
    return Mention(read_value(value), "published", source)


def shown(value):
    """A day that stands on the page."""
    return Mention(read_value(value), "generic", "text")


def candidates(*days):
    """The candidates that some days are."""
    return Candidates(days, Address(), {"none": 1.0})


def seconds_of(work, *given):
    """Return the processor time of some work, in seconds.

    The collector is paused, as in every extraction: one look through the objects of a whole run
    of tests takes a quarter of a second, and falls into whichever test is on.
    """
    with paused_collector():
        started = time.process_time()
        work(*given)
        return time.process_time() - started

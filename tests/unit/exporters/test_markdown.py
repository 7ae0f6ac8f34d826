import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from schemas import Article, Block, Link, Reference
from scraper.errors import ExportError
from scraper.exporters import write_exports
from scraper.exporters.markdown import to_markdown

RENDER = MarkdownIt("commonmark").enable("table")
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def article(*blocks):
    return Article(id="0" * 16, blocks=list(blocks), body="x")


def body_html(record):
    return RENDER.render(to_markdown(record).split("---\n", 2)[2])


def test_one_file_an_article_named_by_day_title_and_id(record, tmp_path):
    write_exports([record], tmp_path, ["markdown"])
    (path,) = (tmp_path / "markdown").iterdir()
    assert path.name == ("2016-03-08-class-sizes-the-ofsted-report-100-of-us-agree-3f9a1c22.md")
    text = path.read_text(encoding="utf-8")
    front = yaml.safe_load(text.split("---\n")[1])
    assert front["title"] == record.title
    assert front["authors"] == ["Ada Öztürk", "Schools Desk"]
    assert front["tags"] == ["schools", "policy; law"]
    assert "**Ada Öztürk**, Senior lecturer" in text
    assert "1. Ofsted (2016) Annual report" in text


def test_references_in_the_text_are_not_repeated():
    works = [Reference(text="Lund (2015) Rooms."), Reference(text="Hale (2016) Halls.")]
    text = to_markdown(Article(id="0", body="As said.\n\nLund (2015) Rooms.", references=works))
    assert text.count("Lund (2015)") == 1
    assert "1. Hale (2016) Halls." in text


def test_the_folder_is_replaced(record, tmp_path):
    write_exports([record], tmp_path, ["markdown"])
    write_exports([record.model_copy(update={"title": "New"})], tmp_path, ["markdown"])
    assert [p.name for p in (tmp_path / "markdown").iterdir()] == ["2016-03-08-new-3f9a1c22.md"]


def test_a_folder_with_foreign_files_is_refused(record, tmp_path):
    (tmp_path / "markdown").mkdir()
    (tmp_path / "markdown" / "my notes.md").write_text("mine")
    with pytest.raises(ExportError, match=r"holds my notes\.md, which no export wrote"):
        write_exports([record], tmp_path, ["markdown"])
    assert (tmp_path / "markdown" / "my notes.md").read_text() == "mine"


def test_blocks_keep_their_kind():
    html = body_html(
        article(
            Block(kind="heading", text="Part one", level=2),
            Block(kind="paragraph", text="First line\nsecond line"),
            Block(kind="list_item", text="three", level=1, ordinal=3),
            Block(kind="list_item", text="four", level=1, ordinal=4),
            Block(kind="blockquote", text="Said\nso"),
            Block(kind="caption", text="A quay"),
            Block(kind="code", text="a = ```b```"),
        )
    )
    assert "<h2>Part one</h2>" in html
    assert "First line<br />\nsecond line" in html
    assert '<ol start="3">\n<li>three</li>\n<li>four</li>\n</ol>' in html
    assert "<blockquote>\n<p>Said\nso</p>\n</blockquote>" in html
    assert "<em>A quay</em>" in html
    assert "<code>a = ```b```\n</code>" in html


def test_nested_lists():
    html = body_html(
        article(
            Block(kind="list_item", text="outer", level=1),
            Block(kind="list_item", text="inner", level=2),
        )
    )
    assert "<li>outer\n<ul>\n<li>inner</li>" in html


def test_paragraphs_of_a_quotation_stay_one() -> None:
    blocks = [Block(kind="blockquote", text="One."), Block(kind="blockquote", text="Two.")]
    assert "<blockquote>\n<p>One.</p>\n<p>Two.</p>\n</blockquote>" in body_html(article(*blocks))


def linked(text, links, kind="paragraph"):
    block = Block(kind=kind, text=text, level=1 if kind == "list_item" else None, start=0)
    block = block.model_copy(update={"end": len(text)})
    return body_html(Article(id="0" * 16, blocks=[block], body=text, links=links))


@pytest.mark.parametrize("kind", ["paragraph", "list_item", "blockquote"])
def test_links_lead_where_the_page_led(kind) -> None:
    link = Link(url="https://e.org/a_b_(c)?x=1&copy;=[2]", text="the *new* quay", start=4, end=18)
    html = linked("See the *new* quay, they say.", [link], kind)
    assert '<a href="https://e.org/a_b_%28c%29?x=1&amp;copy;=%5B2%5D">the *new* quay</a>' in html
    assert "See <a" in html
    assert "</a>, they say." in html


def test_links_that_lead_within_the_page_or_have_no_place_are_words() -> None:
    links = [
        Link(url="https://e.org/a#n1", text="1", role="anchor", start=4, end=5),
        Link(url="https://e.org/b", text="See"),
        Link(url="https://e.org/c", text="1 there", start=4, end=11),
        Link(url="https://e.org/d", text="there", start=6, end=11),
    ]
    assert "<p>See 1 there.</p>" in linked("See 1 there.", links[:2])
    assert linked("See 1 there.", links).count("<a ") == 1


def test_table_rows_become_one_table():
    html = body_html(
        article(
            Block(kind="table_row", text="Year\tBoats"),
            Block(kind="table_row", text="1999\t4|5\textra"),
            Block(kind="table_row", text="|\t- a\nb"),
        )
    )
    assert html.count("<table>") == 1
    assert "<th>Year</th>" in html
    assert "<td>4|5</td>" in html
    assert "<td>extra</td>" in html
    assert "<td>|</td>\n<td>- a b</td>" in html


@pytest.mark.parametrize(
    "text",
    [
        "# no heading",
        "> no quote",
        "1. no list",
        "2) no list",
        "- no list",
        "+ none",
        "* none",
        "*no* _emphasis_ `code`",
        "[no](link)",
        "<b>no tag</b>",
        "a\n===",
        "a\n---",
        "~~~\nno fence",
        "back\\slash",
        "&nbsp; and &#38; are names of signs",
        "| no | table |\n|---|---|",
    ],
)
def test_text_is_not_taken_for_markup(text):
    html = body_html(article(Block(kind="paragraph", text=text)))
    assert html.startswith("<p>")
    assert not any(tag in html for tag in ("<em>", "<code>", "<a ", "<b>", "<li>", "<table"))


def test_a_record_without_blocks_shows_its_body():
    assert body_html(Article(id="0", body="One.\n\nTwo.")) == "<p>One.</p>\n<p>Two.</p>\n"


@given(TEXT)
def test_front_matter_takes_any_title(title):
    front = to_markdown(Article(id="0", title=title)).split("\n---\n")[0]
    assert yaml.safe_load(front.removeprefix("---\n"))["title"] == title


@given(TEXT)
def test_any_text_becomes_a_document(text):
    kinds = ("paragraph", "heading", "list_item", "table_row", "code", "caption", "blockquote")
    record = article(*(Block(kind=kind, text=text) for kind in kinds))
    assert to_markdown(record).endswith("\n")

"""Site parsers: single fields overridden, errors that cost one field only."""

import logging
from pathlib import Path

import pytest

from schemas import Author
from scraper import extract
from scraper.errors import InputError
from scraper.sites import SiteParser, SiteParsers, load_site_parsers

HTML = (
    "<title>Old title | Site</title><h1>Old title</h1><div class=story><h2>Part one</h2>"
    "<p>He said “the bridge is closed until Monday” and left.</p><ul><li>one</li></ul></div>"
    "<p>" + "Other text of the page that is long enough to be taken for a body. " * 9 + "</p>"
)
URL = "https://news.site.example/story"


class Story(SiteParser):
    hosts = ("*.site.example",)

    def title(self, soup):
        return soup.select_one("h2").get_text()

    def body(self, soup):
        return soup.select_one(".story")

    def authors(self, soup):
        return ["Ines Calloway", Author(name="Tom Adair", role="Photographs")]


def test_overridden_fields_come_from_the_site_parser_and_say_so():
    article = extract(HTML, URL, sites=SiteParsers([Story]))
    assert article.title == "Part one"
    assert article.evidence["title"].source == "site-parser"
    assert article.evidence["title"].where == "Story.title"
    assert [author.name for author in article.authors] == ["Ines Calloway", "Tom Adair"]


def test_fields_after_the_body_are_read_from_the_given_body():
    article = extract(HTML, URL, sites=SiteParsers([Story]))
    assert [block.kind for block in article.blocks] == ["heading", "paragraph", "list_item"]
    assert article.body.startswith("Part one\n\nHe said")


def test_a_body_may_be_several_elements():
    class Parts(SiteParser):
        hosts = ("news.site.example",)

        def body(self, soup):
            return soup.select(".story h2, .story li")

    article = extract(HTML, URL, sites=SiteParsers([Parts]))
    assert [(block.kind, block.text) for block in article.blocks] == [
        ("heading", "Part one"), ("list_item", "one"),
    ]  # fmt: skip


def test_another_host_is_left_alone():
    article = extract(HTML, "https://other.example/story", sites=SiteParsers([Story]))
    assert article.title == "Old title"


def test_body_as_text_is_cut_at_blank_lines():
    class Text(SiteParser):
        hosts = ("news.site.example",)

        def body(self, soup):
            return "One.\n\nTwo."

    article = extract(HTML, URL, sites=SiteParsers([Text]))
    assert [block.text for block in article.blocks] == ["One.", "Two."]


def test_an_error_costs_one_field(caplog):
    class Broken(SiteParser):
        hosts = ("news.site.example",)

        def title(self, soup):
            return soup.select_one(".no-such").get_text()

    with caplog.at_level(logging.WARNING, "pullquote.sites"):
        article = extract(HTML, URL, sites=SiteParsers([Broken]))
    assert article.title == "Old title"
    assert any("Broken.title" in warning for warning in article.warnings)
    assert caplog.records[0].exc_info is not None


@pytest.mark.parametrize(
    ("field", "given"), [("date_published", "8 March"), ("tags", "a, b"), ("authors", "Ines")]
)
def test_a_value_of_the_wrong_type_is_a_warning(field, given):
    parser = type(
        "Wrong", (SiteParser,), {"hosts": ("news.site.example",), field: lambda *_: given}
    )
    article = extract(HTML, URL, sites=SiteParsers([parser]))
    assert any(warning.startswith(f"{field}: ") for warning in article.warnings)


def test_parsers_are_loaded_from_a_folder(tmp_path: Path):
    (tmp_path / "site.py").write_text(
        "from scraper.sites import SiteParser\n"
        "class Mine(SiteParser):\n"
        "    hosts = ('news.site.example',)\n"
        "    def section(self, soup):\n"
        "        return 'Bridges'\n",
        encoding="utf-8",
    )
    assert extract(HTML, URL, sites=load_site_parsers(tmp_path)).section == "Bridges"


def test_a_folder_that_does_not_exist_or_a_broken_file_is_named(tmp_path: Path):
    with pytest.raises(InputError, match="is no folder"):
        load_site_parsers(tmp_path / "nowhere")
    (tmp_path / "bad.py").write_text("def", encoding="utf-8")
    with pytest.raises(InputError, match=r"bad\.py cannot be imported"):
        load_site_parsers(tmp_path)


@pytest.mark.parametrize(
    "body, message",
    [
        ("x = 1", "no file of .* has a class that extends SiteParser"),
        ("class A(SiteParser): pass", r'a\.py: A has no list of hosts; write hosts = \("news'),
        ("class A(SiteParser):\n    hosts = 'a.example'", "A has no list of hosts"),
        ("class A(SiteParser):\n    hosts = ('a.example',)\n    def titel(self, soup): ...",
         r"A\.titel is no field; did you mean title\?"),
    ],
    ids=["no parser", "no hosts", "hosts that are text", "a name mistyped"],
)  # fmt: skip
def test_a_parser_that_could_never_give_a_field_is_refused(tmp_path: Path, body, message):
    source = f"from scraper.sites import SiteParser\n{body}\n"
    (tmp_path / "a.py").write_text(source, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        load_site_parsers(tmp_path)


def test_helpers_of_a_parser_have_any_name(tmp_path: Path):
    (tmp_path / "a.py").write_text(
        "from scraper.sites import SiteParser\nclass A(SiteParser):\n    hosts = ('a.example',)\n"
        "    def clean(self, text): return text.strip()\n    names = ()\n",
        encoding="utf-8",
    )
    assert load_site_parsers(tmp_path).parsers[0].fits("a.example")


def test_a_given_body_is_not_cut_by_what_other_fields_claim():
    class Whole(SiteParser):
        hosts = ("news.site.example",)

        def body(self, soup):
            return soup.select_one("article")

    html = (
        "<article><p class=byline>By Ines Calloway</p><p>The bridge is closed until Monday, and "
        "nobody knows who has the key to it.</p></article>"
    )
    article = extract(html, URL, sites=SiteParsers([Whole]))
    assert article.body.startswith("By Ines Calloway\n\nThe bridge is closed")

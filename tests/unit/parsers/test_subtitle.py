import pytest

from schemas import Evidence
from scraper import extract
from scraper.page import read_page
from scraper.parsers.found import Found
from scraper.parsers.subtitle import find_subtitle

TITLE = "The mill at Arnholt turns again"
DEK = "After eleven years of standing still the wheel was let into the river on Sunday."
STORY = (
    "<p>Some forty people stood on the bridge when the sluice was opened for the first time.</p>"
)


def dek(html: str) -> str | None:
    page = read_page(f"<html><body>{html}</body></html>".encode())
    found = find_subtitle(page, Found(TITLE, Evidence(source="text", where="", confidence=1.0)))
    return found.value if found else None


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(f'<h1>{TITLE}</h1><p class="dek">{DEK}</p>{STORY}', id="by class"),
        pytest.param(f"<h1>{TITLE}</h1><h2>{DEK}</h2>{STORY}", id="a heading below"),
        pytest.param(f'<div>Home › {TITLE}</div><h1>{TITLE}</h1><p class="dek">{DEK}</p>{STORY}', id="a breadcrumb before"),
        pytest.param(
            f"<div class=menu>Home › {TITLE}</div>{'<div>Menu</div>' * 9}<h1>{TITLE}</h1>"
            f'<p class="v2-subhed">{DEK}</p>{STORY}',
            id="far from the trail",
        ),
        pytest.param(f'<p>{TITLE}</p><p class="dek">{DEK}</p><p>{DEK * 3}</p><h1>{TITLE}</h1><h2>{STORY}</h2>', id="another copy behind the text"),
        pytest.param(f"<h2>{TITLE}</h2><h1>12.05.2024 {TITLE}</h1><h2>{DEK}</h2>{STORY}", id="twice"),
    ],
)  # fmt: skip
def test_the_line_below_the_headline(html: str) -> None:
    assert dek(html) == DEK


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(f"<div>{TITLE}</div><h2>{TITLE}</h2>{STORY}", id="the headline once more"),
        pytest.param(f"<h1>{TITLE}</h1>{STORY}", id="no such line"),
        pytest.param(f"<h1>{TITLE}</h1><h2>12 May 2024, 10 am in the morning</h2>{STORY}", id="day"),
        pytest.param(f'<h1>{TITLE}</h1><h2><a href="/x">{DEK}</a></h2><p class="dek">{DEK}</p>', id="other story"),
    ],
)  # fmt: skip
def test_other_lines_are_none(html: str) -> None:
    assert dek(html) is None


def test_a_label_of_what_follows_is_no_dek() -> None:
    assert dek(f"<h1>{TITLE}</h1><h2>About this episode:</h2>{STORY}") is None
    assert dek(f"<h1>{TITLE}</h1><h2>{DEK[:-1]}:</h2>{STORY}") == DEK[:-1] + ":"


@pytest.mark.parametrize(
    "line",
    [
        f'<figure class="intro"><img src="/mill.jpg"><figcaption>{DEK}</figcaption></figure>',
        f'<figure><img src="/mill.jpg"><figcaption><p class="text">{DEK}</p></figcaption></figure>',
        '<div class="intro">Lesezeit: ca. 13 Minuten</div>',
        '<div class="lede-image-data">The mill in its last winter. Photo: Ada Byron</div>',
    ],
    ids=["caption", "box in a caption", "time of reading", "credit"],
)
def test_lines_whose_class_only_sounds_like_a_dek(line: str) -> None:
    assert dek(f"<h1>{TITLE}</h1>{line}{STORY}") is None


def test_the_bio_behind_the_byline_is_no_dek() -> None:
    bio = "Mira Stone is the miller of Arnholt, and has written of rivers since 1990."
    card = f"<div class=author-card><span>Mira Stone</span><div class=summary>{bio}</div></div>"
    record = extract(
        f"<h1>{TITLE}</h1><p class=byline>By Mira Stone</p>{card}<article>{STORY * 6}</article>"
    )
    assert [author.bio for author in record.authors] == [bio]
    assert record.subtitle is None


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(
            f"<p>By Ada Lund</p><div>3 May 2024</div><p>{DEK}</p>", id="behind the byline"
        ),
        pytest.param(f"<p><span>River news</span> {DEK}</p>", id="behind a kicker"),
        pytest.param(f"<time>2024-05-03</time><h3>{DEK}</h3>", id="a heading behind the day"),
    ],
)
def test_what_the_page_describes_itself_with_is_the_dek_where_it_is_no_paragraph(
    below: str,
) -> None:
    page = read_page(
        f'<head><meta name="description" content="{DEK}"></head>'
        f"<body><h1>{TITLE}</h1>{below}{STORY}</body>"
    )
    title = Found(TITLE, Evidence(source="text"))
    dek_at = next(block.index for block in page.blocks if DEK in block.text)
    found = find_subtitle(page, title)
    assert found is not None
    assert found.value == DEK
    # Systems take the first paragraph for the description.
    is_heading = page.blocks[dek_at].tag == "h3"
    is_next = dek_at == 1
    in_text = find_subtitle(page, title, text={dek_at})
    assert (in_text is not None) == (is_heading or is_next)


def test_the_first_of_several_section_headings_is_no_dek() -> None:
    def subtitle(*headings: str) -> str | None:
        parts = "".join(f"<h2>{heading}</h2>{STORY * 4}" for heading in headings)
        return extract(f"<article><h1>{TITLE}</h1>{parts}</article>").subtitle

    assert subtitle("Where the mill has stood", "How the river was led to it") is None
    assert subtitle("Where the mill has stood") == "Where the mill has stood"
    assert subtitle(DEK, "How the river was led to it") == DEK


def test_authors_with_their_degrees_are_no_dek() -> None:
    page = read_page(f'<h1>{TITLE}</h1><div class="subtitle">Mira Stone, PhD & Jon Vale</div>')
    title = Found(TITLE, Evidence(source="text", where="", confidence=1.0))
    assert find_subtitle(page, title, names=["Mira Stone"]) is None
    assert find_subtitle(page, title, names=["Ada Brook"]) is not None
    titled = read_page(
        f'<h1>{TITLE}</h1><div class="subtitle">Prof. Dr. Mira Stone and Jon Vale</div>'
    )
    assert find_subtitle(titled, title, names=["Mira Stone"]) is None


@pytest.mark.parametrize(
    ("name", "line"),
    [
        pytest.param("Ed", "Edinburgh Castle Reopens After Fire", id="within a word"),
        pytest.param("Mira Stone", "Mira Stone Keeps The Last Mill", id="subject"),
        pytest.param("Mira Stone", "What Became Of Mira Stone, Miller", id="at the end"),
        pytest.param("أحمد حسن", "أحمد حسن يكتب عن القلعة التي تفتح أبوابها", id="no capitals"),
        pytest.param(
            "王小明", "王小明走访了老城区的居民听他们讲述港口重建计划带来的变化", id="no blanks"
        ),
    ],
)
def test_a_dek_that_speaks_of_the_author_is_one(name: str, line: str) -> None:
    page = read_page(f'<h1>{TITLE}</h1><div class="subtitle">{line}</div>')
    found = find_subtitle(page, Found(TITLE, Evidence(source="text")), names=[name])
    assert found is not None
    assert found.value == line


def test_a_second_headline_that_is_the_first_says_nothing() -> None:
    item = '{"@type":"Article","headline":"Mill turns","alternativeHeadline":"%s"}'
    stated = f"<script type=application/ld+json>{item}</script><h1>{TITLE}</h1>{STORY}"
    assert dek(stated % "Mill turns") is None
    assert dek(stated % "A wheel in the river") == "A wheel in the river"


LONG = STORY.replace("<p>", "<p>Nobody had thought that it would ever turn again. ") * 3


@pytest.mark.parametrize("tag", ["p", "div"])
def test_a_sentence_between_headline_and_byline_is_the_dek(tag: str) -> None:
    page = read_page(f"<h1>{TITLE}</h1><{tag}>{DEK}</{tag}><p>By Jo Vale</p>{LONG}")
    title = Found(TITLE, Evidence(source="text"))
    found = find_subtitle(page, title, text={3, 4})
    assert found is not None
    assert (found.value, found.evidence.confidence) == (DEK, 0.5)
    assert find_subtitle(page, title, text={1, 3, 4}) is None
    parted = find_subtitle(page, title, claimed={2}, text={1, 3, 4})
    assert parted is not None
    assert parted.value == DEK


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Written by Jo Vale, who keeps the mill and its books", id="no sentence"),
        pytest.param("Written by: Jo Vale, who keeps the mill and its books.", id="a label"),
        pytest.param("We may earn a commission when you buy through our links.", id="the site's"),
        pytest.param("Too short to be one.", id="short"),
    ],
)
def test_other_lines_in_its_place_are_none(line: str) -> None:
    page = read_page(f"<h1>{TITLE}</h1><p>{line}</p><div>By Jo Vale</div>{LONG}")
    title = Found(TITLE, Evidence(source="text"))
    assert find_subtitle(page, title, text={3, 4}) is None


def test_a_line_told_by_its_place_comes_behind_all_others() -> None:
    html = (
        f"<h1>{TITLE}</h1><p>{DEK}</p><p class=dek>A wheel in the river for all to see.</p>{LONG}"
    )
    found = find_subtitle(read_page(html), Found(TITLE, Evidence(source="text")), text={3, 4, 5})
    assert found is not None
    assert found.value == "A wheel in the river for all to see."
    first = find_subtitle(read_page(html), Found(TITLE, Evidence(source="text")), text={1, 2, 3})
    assert first is not None
    assert first.value == found.value


def test_an_abstract_below_its_heading_is_no_dek():
    box = f'<div class="abstract"><h6>Abstract</h6><p>{DEK}</p></div>'
    assert dek(f"<h1>{TITLE}</h1>{box}{STORY}") is None
    assert dek(f"<h1>{TITLE}</h1>{box.replace('<h6>Abstract</h6>', '')}{STORY}") == DEK

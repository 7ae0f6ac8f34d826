"""The whole way from a page to its citations: kinds, entries, offsets, silence."""

import pytest

from schemas import Citation
from scraper.page import Page, read_page
from scraper.parsers import citations
from scraper.parsers.body_text import Body, Piece, assemble
from scraper.parsers.citations import find_citations
from scraper.parsers.references import find_references
from scraper.text import TextBlock

LIST = (
    "<h2>References</h2><ul><li>Okafor, A. (2014). Slow rivers. Journal of Rivers, 3(2), 1–9.</li>"
    "<li>Lind, B., &amp; Brandt, C. (2016). Fast rivers. Tilde Press.</li></ul>"
)
KINDS = {"li": "list_item", "pre": "code", "figcaption": "caption", "h2": "heading"}


def body_of(page: Page, without: tuple[str, ...] = ()) -> Body:
    """All blocks of the page as its body, but those with one of some texts."""

    def piece(block: TextBlock) -> Piece:
        kind = KINDS.get(block.tag, "paragraph")
        return Piece(block, kind, 2 if kind == "heading" else None)

    left_out = [b for b in page.blocks if not any(text in b.text for text in without)]
    return assemble([piece(block) for block in left_out])


def cite(html: str, without: tuple[str, ...] = ()) -> list[Citation]:
    page = read_page(f"<body><article>{html}</article></body>", url="https://rivers.example/a")
    body = body_of(page, without)
    found = find_citations(page, body, find_references(page, body))
    for citation in found:
        if citation.start is not None:
            assert body.text[citation.start : citation.end] == citation.text
    return found


def test_author_date_resolves_to_the_list():
    (found,) = cite(f"<p>It rose (Lind &amp; Brandt, 2016: 33).</p>{LIST}")
    assert found.kind == "author-date"
    assert found.text == "(Lind & Brandt, 2016: 33)"
    assert found.items[0].locator == "33"
    assert found.reference == 1


@pytest.mark.parametrize(
    "sentence, entry, place",
    [
        ("Okafor argues that all rivers are slow (2014: 27).", 0, "27"),
        ("What Lind and Brandt say of them has been doubted (2016: 4).", 1, "4"),
    ],
)
def test_author_named_earlier_in_the_sentence_leads_to_the_entry(sentence, entry, place):
    (found,) = cite(f"<p>{sentence}</p>{LIST}")
    assert (found.kind, found.reference, found.items[0].locator) == ("narrative", entry, place)


@pytest.mark.parametrize(
    "sentence",
    [
        "Lind alone says so in a letter (2016: 4).",
        "The rivers are slow (2014: 27). Okafor agrees.",
        "It is so (Okafor A, Holm NT. (2014: 2). Slow rivers).",
    ],
    ids=["second author missing", "named afterwards", "reference in the text"],
)
def test_year_without_its_authors_before_it_cites_nobody(sentence):
    assert not cite(f"<p>{sentence}</p>{LIST}")


def test_initial_tells_authors_of_one_name_apart():
    works = "".join(
        f"<li>Smith, {given} (2003). {title}. Kiln Press.</li>"
        for given, title in (("J. R.", "Bricks and bricklayers"), ("P.", "Mortar and lime"))
    )
    page = f"<p>J. R. Smith (2003) and P. Smith (2003) differ (P. Smith, 2003).</p><h2>References</h2><ul>{works}</ul>"
    assert [found.reference for found in cite(page)] == [0, 1, 1]


def test_name_before_ibid_says_which_work_it_is():
    page = f"<p>As (Okafor, 2014) and (Lind &amp; Brandt, 2016) say, Okafor (ibid., p. 8) is right.</p>{LIST}"
    found = cite(page)[-1]
    assert (found.text, found.reference) == ("Okafor (ibid., p. 8)", 0)


def test_page_stands_in_a_bracket_of_its_own_behind_a_raised_number():
    works = "<h2>References</h2><ol><li>Okafor A. Rivers. Tilde. 2014;3:1-9.</li><li>Lind B. Lakes. Tilde. 2015;4:2-8.</li></ol>"
    found = cite(f"<p>It rose.<sup>1</sup> It fell.<sup>2(p14)</sup></p>{works}")
    assert [(c.text, c.items[0].locator) for c in found] == [("1", None), ("2(p14)", "14")]


def test_weak_bracket_counts_where_it_is_listed():
    (found,) = cite(f"<p>In Slow Rivers (Okafor 2014) it says so.</p>{LIST}")
    assert found.reference == 0
    assert cite("<p>In Slow Rivers (Okafor 2014) it says so.</p>") == []


def test_page_habit_carries_bare_names():
    html = "<p>It rose (Lind et al., 2016). It fell in 2020 (Okafor, 2014).</p>"
    assert [c.text for c in cite(html)] == ["(Lind et al., 2016)", "(Okafor, 2014)"]


def test_unlisted_work_stays_and_says_so():
    found = cite(f"<p>It rose (Okafor, 2014; Sandberg et al., 2019).</p>{LIST}")
    assert [item.reference for item in found[0].items] == [0, None]


def test_ibid_leads_to_the_work_before():
    found = cite(f"<p>It rose (Okafor, 2014). It fell (ibid., p. 4).</p>{LIST}")
    assert [c.reference for c in found] == [0, 0]
    assert found[1].items[0].locator == "4"


def test_narrative_and_bracket_do_not_overlap():
    found = cite(f"<p>As Okafor (2014: 27) puts it, it rose.</p>{LIST}")
    assert [(c.kind, c.text) for c in found] == [("narrative", "Okafor (2014: 27)")]


def test_numbers_in_brackets():
    found = cite(f"<p>It rose [1]. It fell [1, 2].</p>{LIST}")
    assert [[item.reference for item in c.items] for c in found] == [[0], [0, 1]]


def test_brackets_side_by_side_are_two_citations():
    assert [c.text for c in cite(f"<p>It rose [1], [2].</p>{LIST}")] == ["[1]", "[2]"]


def test_raised_pair_is_one_citation():
    notes = "<h2>Notes</h2><ol><li>Okafor 2014, p. 3.</li><li>Lind 2016, p. 5.</li></ol>"
    (found,) = cite(f"<p>It rose slowly.<sup>1,2</sup></p>{notes}")
    assert (found.kind, found.text) == ("footnote", "1,2")
    assert [item.number for item in found.items] == ["1", "2"]


def test_footnote_by_anchor_both_ways():
    html = (
        '<p>It rose.<sup><a href="#fn:a" id="fnref:a">1</a></sup> It fell.<sup id="back">2</sup></p>'
        '<ol><li id="fn:a">My aunt says so. <a href="#fnref:a">↩</a></li>'
        '<li>My uncle agrees. <a href="#back">↩</a></li></ol>'
    )
    assert [c.reference for c in cite(html)] == [0, 1]


def test_anchor_beats_the_printed_number():
    html = (
        '<p>It rose for weeks on end.<sup><a href="#n5">5</a></sup></p>'
        '<h2>Notes</h2><ol><li id="n4">First note.</li><li id="n5">Second note.</li></ol>'
    )
    assert cite(html)[0].reference == 1


def test_author_date_linked_to_its_entry():
    html = (
        '<p>It rose (<a href="#b2">Water Board 2011</a>).</p>'
        '<h2>References</h2><ol><li id="b1">Okafor, A. (2014). Rivers.</li>'
        '<li id="b2">WB: Annual report, 2011.</li></ol>'
    )
    assert cite(html)[0].reference == 1


TWO_ROUND = (
    "<h2>Anmerkungen</h2><p>(1) Flussamt (2021): Pegel. https://fluss.example/pegel</p>"
    "<p>(2) Seeamt (2021): Ufer. https://see.example/ufer</p>"
)


@pytest.mark.parametrize(
    ("text", "listed", "expected"),
    [
        ("Dem Flussamt zufolge (1) steigt er. Das Seeamt (2) schweigt.", TWO_ROUND, ["(1)", "(2)"]),
        ("Zuerst (1) steigt er. Mehr weiß niemand.", TWO_ROUND, []),
        ("Dem Flussamt zufolge (1) steigt er. Das Seeamt (2) schweigt.", TWO_ROUND.replace("(1)", "1.").replace("(2)", "2."), []),
    ],
    ids=["as-the-list-prints-them", "one-of-two", "list-without-brackets"],
)  # fmt: skip
def test_two_numbers_in_round_brackets(text, listed, expected):
    assert [citation.text for citation in cite(f"<p>{text}</p>{listed}")] == expected


def test_numbers_in_round_brackets():
    entries = "".join(f"<li>Okafor A. Slow rivers. J Rivers. 201{n};3:1-9.</li>" for n in range(5))
    listed = f"<h2>References</h2><ol>{entries}</ol>"
    text = "<p>It rose (1). It fell (2, 3). It rose (1). It ended (4), and began (5).</p>"
    assert [c.text for c in cite(text + listed)] == ["(1)", "(2, 3)", "(1)", "(4)", "(5)"]
    enumeration = "<p>It has (1) rain, (2) snow, (3) ice, (4) wind and (5) fog.</p>"
    assert cite(enumeration + listed) == []
    scores = "<p>It led with Okafor (3), Lind (1), Brandt (2), Hall (5), and others (4).</p>"
    assert cite(scores + listed) == []


def test_markers_of_plain_markdown():
    html = "<p>It rose.[^1] It fell.[^2]</p><h2>Notes</h2><p>[^1]: My aunt says so.</p><p>[^2]: He agrees.</p>"
    assert [(c.text, c.reference) for c in cite(html)] == [("[^1]", 0), ("[^2]", 1)]


def test_caption_outside_the_body_has_no_offsets():
    html = f"<p>It rose.</p><figcaption>A dam (Okafor, 2014)</figcaption>{LIST}"
    (found,) = cite(html)
    assert (found.start, found.end, found.reference) == (None, None, 0)


def test_box_left_out_of_the_body_counts_if_it_resolves():
    html = (
        f"<p>It rose.</p><p>Box: it fell (Okafor, 2014; Lundberg, 2018).</p><p>It ended.</p>{LIST}"
    )
    (found,) = cite(html, without=("Box:",))
    assert found.start is None
    assert found.reference == 0


def test_readers_below_the_article_are_not_read():
    html = f"<p>It rose (Okafor, 2014).</p>{LIST}<div><p>You forgot (Lind &amp; Brandt, 2016).</p></div>"
    assert len(cite(html, without=("You forgot",))) == 1


def test_note_mark_without_a_list():
    (found,) = cite("<p>It covers cameras and locks.<sup>1</sup></p><p>Nothing follows.</p>")
    assert (found.text, found.reference) == ("1", None)


def test_affiliations_beside_bracketed_citations():
    html = f"<p>Ada Okafor<sup>1</sup>; Bo Lind<sup>2</sup></p><p>It rose [1]. It fell [2]. It ended [1,2].</p>{LIST}"
    assert [c.text for c in cite(html)] == ["[1]", "[2]", "[1,2]"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>The painter (1881–1973) and the war (2003) and the phone (2007) are known.</p>",
        "<p>[1] First paragraph.</p><p>[2] Second paragraph.</p><p>[3] Third paragraph.</p>",
        "<pre>a[0] = b[1]; c[2] = d[3];</pre><p>The code above runs.</p>",
        "<p>It has 4 m<sup>2</sup> and 5 km<sup>3</sup>, and 10<sup>6</sup> of CO<sub>2</sub>.</p>",
        "<p>On the 1<sup>st</sup> of May, Tilde<sup>®</sup> sold it™.</p>",
        "<p>Comments (12)</p><p>Reply (3)</p><p>Slow Rivers (2019) is a film.</p>",
        "<p>Source: OECD</p><p>Chart: Eurostat, 2019</p>",
        "<p>The ruling in Okafor v. Lind (1954) and the Treaty of Bonn (1990) stand.</p>",
        "<p>Tools such as Tilde et al are common. The war ended (2015).</p>",
        '<p>Page <a href="#p1">1</a> <a href="#p2">2</a></p><p id="p1">One.</p><p id="p2">Two.</p>',
        '<p>Ada Okafor<sup><a href="#Aff1">1</a></sup> wrote it.</p><p id="Aff1">1. University of Rivers</p>',
        '<p>The dam is shown in <a href="#fig2">2</a> below.</p><figure id="fig2">A dam.</figure>',
        '<p><a href="#respond">0</a></p><div id="respond"><p>Leave a reply, please do.</p></div>',
    ],
    ids="lives paragraphs code exponents signs comments chart rulings etal pages affiliation figure respond".split(),
)
def test_look_alikes_stay_silent(html):
    assert cite(html) == []


def test_empty_page():
    assert cite("") == []


def test_brackets_beyond_a_limit_are_not_read(monkeypatch):
    monkeypatch.setattr(citations, "MOST_CANDIDATES", 3)
    texts = " ".join(f"So it was (Okafor & Lind, 19{n}: 3)." for n in range(10, 20))
    assert [c.items[0].year for c in cite(f"<p>{texts}</p>")] == ["1910", "1911", "1912"]


def test_indexes_that_count_from_zero_are_no_citations():
    text = "<p>It reads a[0] first and then b[1]; so it goes on.</p>"
    assert cite(text + LIST) == []
    assert [c.text for c in cite(text.replace("a[0]", "it") + LIST)] == ["[1]"]


def test_op_cit_leads_to_the_work_cited_before_and_not_to_another_of_the_author():
    html = (
        "<p>Rivers rise (Okafor, 2019, p. 4). They fall (Lind, 2016). They rise again (Okafor, "
        "op. cit., p. 9).</p><h2>References</h2><ul><li>Okafor, A. (2014). Slow rivers. Journal of "
        "Rivers, 3(2), 1–9.</li><li>Okafor, A. (2019). Old rivers. Bonn: Tilde Press.</li><li>Lind, "
        "B. (2016). Fast rivers. Tilde Press.</li></ul>"
    )
    assert [c.reference for c in cite(html)] == [1, 2, 1]


def test_works_without_a_year_are_told_apart_by_what_stands_for_it():
    html = (
        "<p>Rivers rise (Okafor, in press) and fall (Okafor, n.d.).</p><h2>References</h2><ul><li>"
        "Okafor, A. (n.d.). Slow rivers. Bonn: Tilde Press.</li><li>Okafor, A. (in press). Old "
        "rivers. Journal of Rivers.</li></ul>"
    )
    assert [c.reference for c in cite(html)] == [1, 0]


def test_issues_in_the_list_are_no_numbers_in_round_brackets():
    items = "".join(
        f"<p>{n}. Okafor, A. (201{n}). Slow rivers. Journal of Rivers, 3({n}), 1–9.</p>"
        for n in range(1, 7)
    )
    html = f"<p>Rain (1). Snow (2,3). Hail (4). Fog (5,6).</p><h2>References</h2>{items}"
    found = cite(html)
    assert [c.text for c in found] == ["(1)", "(2,3)", "(4)", "(5,6)"]
    assert [i.reference for c in found for i in c.items] == [0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    "sentence, text, authors, entry",
    [
        ("根据张伟等（2016）的研究，灯是在夜里修的。", "张伟等（2016）", ["张伟"], 0),
        ("同样的结论见于陈晓明和李娜（2010: 3）。", "陈晓明和李娜（2010: 3）", ["陈晓明", "李娜"], 1),
        ("灯是在夜里修的（参见张伟等, 2016）。", "（参见张伟等, 2016）", ["张伟"], 0),
    ],
)  # fmt: skip
def test_names_in_scripts_without_spaces_begin_where_the_list_says(sentence, text, authors, entry):
    html = (
        f"<p>{sentence}</p><h2>参考文献</h2><p>张伟, 王芳, 刘海. 灯塔与守塔人[J]. 港口学报, 2016, 44(5): 14-18.</p>"
        "<p>陈晓明, 李娜. 灯油简史[M]. 北京: 北岸大学出版社, 2010.</p>"
    )
    found = cite(html)
    assert [(c.text, c.items[0].authors, c.reference) for c in found] == [(text, authors, entry)]


def test_place_and_publisher_behind_a_title_cite_nothing():
    assert cite("<p>Her novel <i>Ropewalk</i> (Leeds: Merrow House, 2003) sold badly.</p>") == []


@pytest.mark.parametrize("tag, line", [("pre", "\n\n"), ("div", "<br><br>")])
def test_text_and_list_in_one_block(tag, line):
    text = "The river had been rising for weeks before anybody noticed it (Okafor, 2014, p. 3). "
    entries = (
        "Okafor, A. (2014). Slow rivers. Journal of Rivers, 3(2), 1–9.",
        "Lind, B. (2016). Fast rivers. Bonn: Tilde Press.",
    )
    found = cite(f"<{tag}>{line.join((text * 3, text, 'References', *entries))}</{tag}>")
    assert [(c.text, c.reference) for c in found] == [("(Okafor, 2014, p. 3)", 0)] * 4

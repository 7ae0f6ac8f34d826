"""Reference lists and notes: where they stand, and how they are cut into entries."""

import pytest
from pullquote_test_building import lists_below as read
from pullquote_test_building import rows

from scraper.page import read_page
from scraper.parsers.references.cuts import label_cuts, printed_label
from scraper.parsers.references.headings import find_headings, judge
from scraper.parsers.references.looks import is_comment, is_url, looks
from scraper.parsers.rules.reference_lists import LIST_NOUNS, WEAK_NOUNS, WORKS_PHRASES

ONE = "Okafor, A. (2014). Slow rivers. Journal of Rivers, 3(2), 1–9."
TWO = "Lind, B. (2016). Fast rivers. Bonn: Tilde Press."


@pytest.mark.parametrize(
    "heading",
    (
        "References|7. References:|References (12)|References [edit]|REFERENCES|Works Cited|"
        "Literature cited|Selected bibliography|Sources and references|Article sources|"
        "View Article Sources|Footnotes 🔗|Endnotes|Citations|Literatur|Literaturverzeichnis|"
        "Quellen|Quellen und Literatur|Quellenangaben:|Einzelnachweise|Anmerkungen|Références|"
        "Références bibliographiques|Notes et références|Bibliographie|Bibliografía|Fuentes|"
        "Referencias bibliográficas|Bibliografia|Fonti|Bronnen|Literatuur|Referências|Referenser|"
        "Källor|Kilder|Lähteet|Źródła|Przypisy|Литература|Список литературы|Источники|Kaynakça|"
        "Irodalom|参考文献|참고문헌|المراجع"
    ).split("|"),
)
def test_headings_in_many_languages(heading):
    found = read(f"<h2>{heading}</h2><ul><li>{ONE}</li><li>{TWO}</li></ul>")
    assert [entry.text for entry in found.entries] == [ONE, TWO]


@pytest.mark.parametrize(
    "words",
    (
        "image sources|photo references|power source|recipe notes|release notes|quick links|"
        "job references|open source|rivers of the north"
    ).split("|"),
)
def test_words_that_head_something_else(words):
    assert judge(words.split()) is None


@pytest.mark.parametrize(
    "element",
    [
        "<h1>{}</h1>",
        "<p>{}</p>",
        "<p><strong>{}</strong></p>",
        "<div>{}</div>",
        "<button>{}</button>",
        '<div><a href="#">{}</a></div>',
        "<details open><summary>{}</summary>",
    ],
    ids="h1 p strong div button toggle summary".split(),
)
def test_headings_in_any_element(element):
    found = read(f"{element.format('References')}<ol><li>{ONE}</li><li>{TWO}</li></ol>")
    assert rows(found.entries) == [("1", ONE), ("2", TWO)]


@pytest.mark.parametrize(
    "html",
    [
        f"<ol><li>{ONE}</li><li>{TWO}</li></ol>",
        f"<ul><li>[1] {ONE}</li><li>[2] {TWO}</li></ul>",
        f"<p>[1] {ONE}</p><p>[2] {TWO}</p>",
        f"<p>1. {ONE}</p><p>2. {TWO}</p>",
        f"<p>1 {ONE}</p><p>2 {TWO}</p>",
        f"<p><sup>1</sup>{ONE}</p><p><sup>2</sup>{TWO}</p>",
        f"<p>¹ {ONE}</p><p>² {TWO}</p>",
        f"<p>[1] {ONE}<br>[2] {TWO}</p>",
        f"<p>1. {ONE} 2. {TWO}</p>",
        f"<div><div>1</div><div>{ONE}</div></div><div><div>2</div><div>{TWO}</div></div>",
        f"<dl><dt>[1]</dt><dd>{ONE}</dd><dt>[2]</dt><dd>{TWO}</dd></dl>",
        f"<table><tr><td>[1]</td><td>{ONE}</td></tr><tr><td>[2]</td><td>{TWO}</td></tr></table>",
        f"<ol><li><p>{ONE}</p></li><li><div><p>{TWO}</p></div></li></ol>",
        f'<ol><li value="1">{ONE}</li></ol><ol start="2"><li>{TWO}</li></ol>',
        f"<ol><li>{ONE.replace('. Slow', '.</p><p>Slow')}</li><li>{TWO}</li></ol>",
    ],
    ids="ol ul-printed p-bracket p-point p-plain p-sup p-small br inline divs dl table nested two-ol split".split(),
)
def test_numbered_entries(html):
    assert rows(read(f"<h2>References</h2>{html}", " [1]").entries) == [("1", ONE), ("2", TWO)]


@pytest.mark.parametrize(
    "html",
    [
        f"<ul><li>{ONE}</li><li>{TWO}</li></ul>",
        f"<p>{ONE}</p><p>{TWO}</p>",
        f"<p>{ONE}<br>{TWO}</p>",
        f"<h3>Articles</h3><ul><li>{ONE}</li></ul><h3>Books</h3><ul><li>{TWO}</li></ul>",
        f"<p>We only use good sources.</p><ul><li>{ONE}</li><li>{TWO}</li></ul><p>Back to top</p>",
        f"<div hidden><div><p>{ONE}</p></div><div><p>{TWO}</p></div></div>",
        (
            "<div><div class='e'><div>Okafor, A. (2014).</div><div>Slow rivers. Journal of Rivers, 3(2), 1–9.</div></div>"
            "<div class='e'><div>Lind, B. (2016).</div><div>Fast rivers. Bonn: Tilde Press.</div></div></div>"
        ),
    ],
    ids="ul p br sublists framed hidden parts".split(),
)
def test_unnumbered_entries(html):
    assert rows(read(f"<h2>References</h2>{html}").entries) == [(None, ONE), (None, TWO)]


def test_list_of_one_entry():
    assert rows(read(f"<h2>References</h2><ol><li>{ONE}</li></ol>").entries) == [("1", ONE)]


def test_title_line_and_address_line_are_one_entry():
    html = (
        "<h2>Sources</h2><p>Slow rivers, Water Board, 2014</p><p>https://water.example/1</p>"
        "<p>Fast rivers, Water Board, 2016</p><p>https://water.example/2</p>"
    )
    assert [entry.text for entry in read(html).entries] == [
        "Slow rivers, Water Board, 2014 https://water.example/1",
        "Fast rivers, Water Board, 2016 https://water.example/2",
    ]


def test_addresses_alone_are_entries():
    html = (
        "<h2>Sources</h2><p>https://a.example/1<br>https://b.example/2<br>https://c.example/3</p>"
    )
    assert len(read(html).entries) == 3


def test_links_in_one_paragraph_are_entries():
    html = (
        '<h4>References</h4><p><a href="https://a.example">Water Board</a>, '
        '<a href="https://b.example">Lake Board</a> and <a href="https://c.example">Sea Board</a></p>'
    )
    assert [e.text.strip(" ,").removesuffix(" and") for e in read(html).entries] == [
        "Water Board",
        "Lake Board",
        "Sea Board",
    ]


def test_note_of_two_paragraphs():
    html = f"<h2>Notes</h2><p>1 {ONE}</p><p>She says more of it there.</p><p>2 {TWO}</p>"
    found = read(html, "<sup>1</sup>", "<sup>2</sup>")
    assert rows(found.entries) == [("1", f"{ONE} She says more of it there."), ("2", TWO)]


def test_run_ends_where_the_page_goes_on():
    html = (
        f"<h2>Literatur</h2><p>{ONE}</p><p>{TWO}</p><p>© Rivers, 21. Jan. 2015</p><p>Share this</p>"
    )
    assert len(read(html).entries) == 2


def test_section_ends_at_the_next_heading():
    html = f"<h2>References</h2><ul><li>{ONE}</li></ul><h2>More posts</h2><ul><li>{TWO}</li></ul>"
    assert len(read(html).entries) == 1


def test_line_of_sources():
    html = f"<p>Sources: Water Board (2014); {TWO}; Okafor, A., Slow Rivers, Tilde Press 2014</p>"
    assert [entry.text for entry in read(html).entries] == [
        "Water Board (2014)",
        TWO,
        "Okafor, A., Slow Rivers, Tilde Press 2014",
    ]


def test_full_reference_behind_a_label():
    html = "<p>More information: Ada Okafor et al. Slow rivers, Journal of Rivers (2019). DOI: 10.1234/rivers.1</p>"
    (entry,) = read(html).entries
    assert entry.text.startswith("Ada Okafor et al.")


def test_book_under_review_stands_alone():
    html = "<p>Ada Okafor: Slow Rivers. A History. Tilde Verlag, Bonn 2020. ISBN 978-0-306-40615-7. 221 S.</p>"
    assert len(read(html).entries) == 1


def test_advice_on_citing_the_page_is_no_reference():
    html = "<p>Citation: On rivers (2019, October 22) retrieved 20 July 2020 from https://rivers.example/post</p>"
    assert read(html).entries == ()


def test_back_links_and_link_labels_are_no_text():
    html = (
        '<h2>References</h2><ol><li id="n1">^ <a href="#r1"><sup>a</sup></a> '
        f'<a href="#r2"><sup>b</sup></a> {ONE} <a href="https://doi.org/10.1/x">[CrossRef]</a> '
        '[<a href="https://pubmed.example/1">PubMed</a>] <a href="#r1">↩︎</a></li></ol>'
    )
    assert rows(read(html).entries) == [("1", ONE)]


def test_notes_by_anchor_without_a_heading():
    html = (
        '<ol><li id="fn:1"><p>My aunt says no. <a href="#r1">↩</a></p></li>'
        f'<li id="fn:2">{TWO} <a href="#r2">↩</a></li><li id="fn:3">Nobody points here.</li></ol>'
    )
    marks = ('<sup id="r1"><a href="#fn:1">1</a></sup>', '<sup id="r2"><a href="#fn:2">2</a></sup>')
    found = read(html, *marks)
    assert [(e.label, e.kind) for e in found.entries] == [
        ("1", "note"),
        ("2", "source"),
        ("3", "note"),
    ]
    assert found.anchors[:2] == (frozenset({"fn:1"}), frozenset({"fn:2"}))
    assert found.targets == (0, 1)


@pytest.mark.parametrize(
    "notes",
    [
        '<p><a name="n1" href="#r1">[1]</a> My aunt says no.</p><p><a name="n2" href="#r2">[2]</a> My uncle agrees.</p>',
        '<p><a id="n1" href="#r1">1</a> My aunt says no.<br><a id="n2" href="#r2">2</a> My uncle agrees.</p>',
        (
            '<div class="note"><div><a id="n1" href="#r1">1</a></div><div><p>My aunt says no.</p></div></div>'
            '<div class="note"><div><a id="n2" href="#r2">2</a></div><div><p>My uncle agrees.</p></div></div>'
        ),
        '<p id="n1">1. My aunt says no.</p><p id="n2">2. My uncle agrees.</p>',
    ],
    ids="names one-block label-blocks ids".split(),
)
def test_shapes_of_anchored_notes(notes):
    marks = ('<a id="r1" href="#n1">[1]</a>', '<a id="r2" href="#n2">[2]</a>')
    found = read(notes, *marks)
    assert rows(found.entries) == [("1", "My aunt says no."), ("2", "My uncle agrees.")]
    assert found.targets == (0, 1)


@pytest.mark.parametrize(
    "mark, note",
    [
        ('[<a href="#nb{0}" id="nh{0}">{0}</a>]', '<p>[<a href="#nh{0}" id="nb{0}">{0}</a>] {1}</p>'),
        ('<a href="#_ftn{0}" name="_ftnref{0}">[{0}]</a>', '<div id="ftn{0}"><p><a href="#_ftnref{0}" name="_ftn{0}">[{0}]</a> {1}</p></div>'),
        ('<sup>[<a id="_footnoteref_{0}" href="#_footnotedef_{0}">{0}</a>]</sup>', '<div id="_footnotedef_{0}"><a href="#_footnoteref_{0}">{0}</a>. {1}</div>'),
        ('<a href="#id{0}" id="at{0}">{0}</a>', '<aside id="id{0}"><span>[<a href="#at{0}">{0}</a>]</span><p>{1}</p></aside>'),
        ('<sup><a id="fnr.{0}" href="#fn.{0}">{0}</a></sup>', '<div><sup><a id="fn.{0}" href="#fnr.{0}">{0}</a></sup> <div><p>{1}</p></div></div>'),
        ('<a id="bodyftn{0}" href="#ftn{0}">{0}</a>', '<p class="n"><a id="ftn{0}" href="#bodyftn{0}">{0}</a> {1}</p>'),
        ('<a href="https://rivers.example/post/#fn{0}">{0}</a>', '<p id="fn{0}">{0} {1}</p>'),
    ],
    ids="spip word-processor asciidoc sphinx org openedition full-address".split(),
)  # fmt: skip
def test_what_footnote_software_prints(mark, note):
    texts = ("My aunt says no to all of it.", "Lind, Fast rivers (Bonn: Tilde, 2016), p. 4.")
    notes = "".join(note.format(number, text) for number, text in enumerate(texts, 1))
    found = read(notes, mark.format(1), mark.format(2))
    assert rows(found.entries) == [("1", texts[0]), ("2", texts[1])]
    assert found.targets == (0, 1)


def test_sidenote_beside_its_marker():
    html = '<aside id="s1"><p>1. My aunt says no.</p></aside>'
    found = read(html, '<sup><a href="#s1">1</a></sup>')
    assert rows(found.entries) == [("1", "My aunt says no.")]


@pytest.mark.parametrize(
    "notes, marks",
    [
        ("<p><sup>1</sup> My aunt says no.</p><p><sup>2</sup> He agrees.</p>", ("<sup>1</sup>", "<sup>2</sup>")),
        ("<p>[1] https://a.example/1</p><p>[2] https://b.example/2</p>", (" [1]", " [2]")),
        ("<p>1 Water Board, report, 2014.</p><p>2 Water Board, report, 2016.</p>", ("<sup>1</sup>", "<sup>2</sup>")),
        ("<ul><li>1<div>My aunt says no.</div></li><li>2<div>He agrees.</div></li></ul>", ("<sup>1</sup>", "<sup>2</sup>")),
        ("<p>[1] https://a.example/1<br>[2] https://b.example/2</p>", (" [1]", " [2]")),
    ],
    ids="sup bracket plain label-items lines".split(),
)  # fmt: skip
def test_lists_without_a_heading_by_their_numbers(notes, marks):
    assert [entry.label for entry in read(notes, *marks).entries] == ["1", "2"]


def test_single_note_beside_other_numbered_lines():
    html = (
        "<p><sup>1</sup> My aunt says no.</p><p>10 comments</p><p>Most read</p><p>By readers</p>"
        "<p>Of today</p><p>1. Slow rivers</p><p>2. Fast rivers</p><p>3. Deep rivers</p>"
    )
    assert rows(read(html, "<sup>1</sup>").entries) == [("1", "My aunt says no.")]


@pytest.mark.parametrize(
    "html",
    [
        '<h3>Resources</h3><ul><li><a href="/a">Five rivers to swim</a></li><li><a href="/b">Ten lakes</a></li></ul>',
        '<h3>References</h3><ul><li><a href="/a">Five rivers to swim</a></li><li><a href="/b">Ten lakes</a></li></ul>',
        "<h3>Notes</h3><ul><li>Use cold butter.</li><li>Serve at once.</li></ul>",
        "<h3>Source</h3><p>OECD</p>",
        "<p>Source: OECD</p><p>Source: Eurostat, 2019</p>",
        '<nav><h3>References</h3><ul><li><a href="https://a.example">A</a></li></ul></nav>',
        '<ul><li><a href="#ref">References</a></li><li><a href="#top">Top</a></li></ul>',
        "<h2>1. Buy</h2><p>1. Go to the shop and buy it.</p><p>2. Bring it home with you.</p>",
        '<h3>Further reading</h3><ul><li><a href="https://a.example">A nice shop</a></li></ul>',
        '<div id="respond"><p>Leave a reply, please do.</p></div>',
        f'<div id="comments"><p>Sources:</p><ul><li>{ONE}</li></ul></div>',
        "<form><label>References</label><label>Lakes</label></form>",
    ],
    ids="resources menu recipe source chart nav toc steps shop respond comments form".split(),
)
def test_what_is_no_list(html):
    assert read(html, '<sup><a href="#respond">0</a></sup>').entries == ()


def test_list_printed_twice_is_given_once():
    one = f"<h2>References</h2><ol><li>{ONE}</li><li>{TWO}</li></ol>"
    found = read(f"<div>{one}</div><div>{one}</div>")
    assert len(found.entries) == 2
    assert len(found.claimed) == 6


def test_claimed_blocks_are_heading_and_entries():
    found = read(f"<h2>References</h2><ul><li>{ONE}</li><li>{TWO}</li></ul><p>Goodbye now.</p>")
    assert found.claimed == {1, 2, 3}


def test_where_points_at_the_entry():
    found = read(f"<h2>References</h2><ul><li>{ONE}</li><li>{TWO}</li></ul>")
    assert [entry.where for entry in found.entries] == [
        "/html/body/ul/li[1]",
        "/html/body/ul/li[2]",
    ]


def test_long_list_keeps_its_paths():
    items = "".join(f"<li>Okafor, A. (2014). River {n}.</li>" for n in range(300))
    found = read(f"<h2>References</h2><ul>{items}</ul>")
    assert found.entries[299].where == "/html/body/ul/li[300]"


def test_label_follows_the_text_where_it_is_only_implied():
    html = '<h2>Notes</h2><ol><li id="n22">My aunt says no. <a href="#r22">↩</a></li></ol>'
    found = read(html, '<sup id="r22"><a href="#n22">22</a></sup>')
    assert found.entries[0].label == "22"


@pytest.mark.parametrize("text, least", [(ONE, 5), (TWO, 4), ("https://a.example/1", 2)])
def test_references_look_the_part(text, least):
    assert looks(text) >= least


@pytest.mark.parametrize("text", ["Use cold butter.", "Back to top", "My aunt says no."])
def test_sentences_do_not(text):
    assert looks(text) == 0


def test_comments_talk():
    assert is_comment("I think that it was my aunt who told us.")
    assert not is_comment(ONE)


def test_addresses():
    assert is_url("https://a.example/1?x=2")
    assert is_url("public.rivers.example/profile/board")
    assert not is_url("see https://a.example/1")


def test_inline_numbers_have_to_follow_each_other():
    assert label_cuts("1. Okafor wrote a book. 2. Lind wrote another.") == [0, 24]
    assert label_cuts("1. Okafor wrote 3. Lind wrote another.") == []
    assert label_cuts("It begins with 1. Okafor wrote. 2. Lind wrote.") == []


@pytest.mark.parametrize(
    "text, label",
    [
        ("[12] Okafor", "12"),
        ("(3) Okafor", "3"),
        ("4. Okafor", "4"),
        ("⁵ Okafor", "5"),
        ("[Hol14] Okafor", "Hol14"),
    ],
)
def test_printed_labels(text, label):
    found = printed_label(text, plain=False)
    assert found is not None
    assert found[0] == label
    assert text[found[1] :] == "Okafor"


@pytest.mark.parametrize("text", ["2014 was wet", "3.5 metres", "10.1234/abc", "Okafor", "1"])
def test_numbers_that_are_no_label(text):
    assert printed_label(text, plain=False) is None


def test_headings_know_their_level():
    page = read_page("<body><h3>References</h3><p>Notes</p></body>")
    assert [(heading.level, heading.strong) for heading in find_headings(page)] == [
        (3, True),
        (None, False),
    ]


def test_headings_are_found_among_menus_signs_and_labels():
    page = read_page(
        "<body><ul><li><a href=/s>Sources</a></li><li>Sources</li></ul><p>Rain</p>"
        "<h4>—References—</h4><h4>¶ Notes🔗</h4><h4>Zürich</h4><p>Quelle: Okafor 2014</p>"
        "<h4>3.References[edit]</h4></body>"
    )
    texts = [page.blocks[heading.block].text for heading in find_headings(page)]
    assert texts == [
        "Sources",
        "—References—",
        "¶ Notes🔗",
        "Quelle: Okafor 2014",
        "3.References[edit]",
    ]


@pytest.mark.parametrize("words", sorted(LIST_NOUNS | WEAK_NOUNS | WORKS_PHRASES))
def test_every_word_of_the_tables_heads_a_list(words):
    page = read_page(f"<body><h2>{words.capitalize()}:</h2><p>Okafor</p></body>")
    assert [heading.block for heading in find_headings(page)] == [0]


def test_sources_that_readers_name_in_comments_are_not_the_articles():
    comment = "<p>Sources: https://rivers.example/one https://rivers.example/two</p>"
    assert len(read(comment.replace(" https", "<br>https")).entries) == 2
    for box in ("<ol class=commentlist><li>{}</li></ol>", "<div id=comments>{}</div>"):
        assert not read(box.format(comment.replace(" https", "<br>https"))).entries


LIND = "Lind, B., &amp; Brandt, C. (2016). Fast rivers. Bonn: Tilde Press."
MOSS = "Moss, D. (2018). Old piers. Harbour Studies, 4, 11–20."


@pytest.mark.parametrize(
    "html",
    [
        f"<ul><li>{ONE}</li><li>{LIND}</li><li>{MOSS}</li></ul>",
        f"<p>{ONE}</p><p>{LIND}</p><p>{MOSS}</p>",
    ],
    ids=["items", "paragraphs"],
)
def test_run_of_references_without_a_heading(html):
    found = read(html)
    assert [entry.author[0].family for entry in found.entries] == ["Okafor", "Lind", "Moss"]
    assert len(found.claimed) == 3


@pytest.mark.parametrize(
    "html",
    [
        (
            "<ul><li>Okafor, A. (2014) was the first who measured it, and it is her river now.</li>"
            "<li>Lind, B. (2016) was the second, and he has never been seen there again.</li></ul>"
        ),
        "<ul><li>Slow Rivers (2014), a film by Ada Okafor</li><li>Fast Rivers (2016), her next</li></ul>",
        f"<p>{LIND}</p>",
    ],
    ids=["sentences", "films", "one-of-doubt"],
)
def test_what_only_resembles_a_run_of_references(html):
    assert not read(html).entries


@pytest.mark.parametrize("label", ["↩", "Jump up to top ↑", "Back to text", "zurück zum Text"])
def test_link_back_is_no_part_of_a_note(label):
    html = f"<h2>Notes</h2><ol><li id=n1>My aunt says no. <a href='#b1'>{label}</a></li></ol>"
    found = read(html, "<sup><a id=b1 href='#n1'>1</a></sup>")
    assert [entry.text for entry in found.entries] == ["My aunt says no."]


def test_note_that_talks_has_no_publisher():
    note = "My aunt says no, and she is right about it, following the Tilde Press rules of rain."
    html = f"<h2>Notes</h2><ol><li id=n1>{note} <a href='#b1'>↩</a></li></ol>"
    (entry,) = read(html, "<sup><a id=b1 href='#n1'>1</a></sup>").entries
    assert (entry.kind, entry.publisher) == ("note", None)


@pytest.mark.parametrize(
    "entry, text",
    [
        ("{} <a href='#fnref1'>retour</a>", ONE),
        ("{} <a class=footnote-backref href='#x1'>nach vorn</a>", ONE),
        ("{} <a role=doc-backlink href='#x1'>вернуться</a>", ONE),
        ("<a href='#CITEREFOkafor2014'>Okafor 2014</a>, p. 31.", "Okafor 2014, p. 31."),
        ("Vgl. <a href='#CITEREFOkafor2014'>Okafor 2014</a>", "Vgl. Okafor 2014"),
    ],
)
def test_back_links_are_known_by_their_markup(entry, text):
    html = f"<h2>Notes</h2><ol><li id=fn1>{entry.format(ONE)}</li><li id=fn2>{TWO}</li></ol>"
    mark = "<sup id=fnref1><a href='#fn1'>1</a></sup>"
    assert [entry.text for entry in read(html, mark).entries] == [text, TWO]

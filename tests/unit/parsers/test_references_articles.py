"""Lists of references in whole articles: headings, markup, numbers, back-links, look-alikes."""

from html import escape

import pytest
from pullquote_test_articles import read

SAID = (
    "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>"
)
MARKED = "<p>Oak was dear<sup><a href='#fn1' id='fr1'>1</a></sup> and flour was money<sup><a href='#fn2' id='fr2'>2</a></sup>.</p>"
WORKS = (
    "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.",
    "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press.",
    "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
)
A, B, C = map(escape, WORKS)
LISTED = f"<ul><li>{A}</li><li>{B}</li><li>{C}</li></ul>"


def entries_of(case, end, language):
    """Label and text of each entry of an article's list."""
    references = read(case, end, language=language).references
    return [(entry.label, entry.text) for entry in references]


HEADINGS = {
    "en": (
        "References|Notes|Sources|Further reading|Bibliography|Works cited|"
        "References and further reading|Selected sources|Endnotes"
    ).split("|"),
    "de": [
        "Quellen und Literatur",
        "Weiterführende Literatur",
        "Zum Weiterlesen",
        "Literaturtipps",
    ],
    "fr": ["Pour en savoir plus", "Sources et bibliographie"],
    "es": ["Fuentes consultadas", "Lecturas recomendadas"],
    "it": ["Letture consigliate", "Note"],
    "nl": ["Verder lezen"],
    "pl": ["Źródła", "Literatura uzupełniająca"],
    "sv": ["Källor och litteratur", "Vidare läsning"],
    "pt": ["Leituras complementares", "Fontes"],
    "ru": ["Литература", "Дополнительная литература"],
}


@pytest.mark.parametrize(
    "language, heading", [(language, head) for language in HEADINGS for head in HEADINGS[language]]
)
def test_works_below_a_heading(language, heading):
    found = entries_of(SAID, f"<h3>{heading}</h3>{LISTED}", language)
    assert found == [(None, work) for work in WORKS]


@pytest.mark.parametrize(
    "language, end",
    [
        pytest.param("en", f"<p><strong>Sources:</strong></p>{LISTED}", id="heading in strong"),
        pytest.param("de", f"<dl><dt>Literatur</dt><dd>{A}</dd><dd>{B}</dd><dd>{C}</dd></dl>", id="heading in dt"),
        pytest.param("en", f"<hr><p>{A}</p><p>{B}</p><p>{C}</p>", id="no heading, paragraphs"),
        pytest.param("fr", f"{LISTED}", id="no heading, list"),
        pytest.param("es", f"<h2>Bibliografía</h2><p>{A}</p><p>{B}</p><p>{C}</p>", id="paragraphs"),
        pytest.param("it", f"<h2>Bibliografia</h2><div class=r><div>{A}</div><div>{B}</div><div>{C}</div></div>", id="divs"),
        pytest.param("en", f"<h2>References</h2><p>{A}<br>{B}<br>{C}</p>", id="several in one block (br)"),
        pytest.param("pt", f"<h2>Referências</h2><p>{A}<br><br>{B}<br><br>{C}</p>", id="several in one block (br br)"),
    ],
)  # fmt: skip
def test_works_without_numbers(language, end):
    assert entries_of(SAID, end, language) == [(None, work) for work in WORKS]


@pytest.mark.parametrize(
    "language, end",
    [
        pytest.param(
            "en",
            f"<h2>References</h2><table><tr><td>1</td><td>{A}</td></tr><tr><td>2</td><td>{B}</td></tr><tr><td>3</td><td>{C}</td></tr></table>",
            id="table rows",
        ),
        pytest.param(
            "nl",
            f"<h2>Literatuur</h2><table><tr><td>[1]</td><td>{A}</td></tr><tr><td>[2]</td><td>{B}</td></tr><tr><td>[3]</td><td>{C}</td></tr></table>",
            id="table rows",
        ),
        pytest.param("en", f"<h2>References</h2><dl><dt>[1]</dt><dd>{A}</dd><dt>[2]</dt><dd>{B}</dd><dt>[3]</dt><dd>{C}</dd></dl>", id="definition list"),
        pytest.param(
            "sv",
            f"<h2>Referenser</h2><dl><dt id=f1>1</dt><dd><p>{A}</p></dd><dt id=f2>2</dt><dd><p>{B}</p></dd><dt id=f3>3</dt><dd><p>{C}</p></dd></dl>",
            id="definition list",
        ),
        pytest.param("fr", f"<h2>Références</h2><p>[1] {A} [2] {B} [3] {C}</p>", id="several in one block, numbered"),
        pytest.param("en", f"<h2>Sources</h2><p>1. {A} 2. {B} 3. {C}</p>", id="several in one block, numbered dots"),
        pytest.param("en", f"<h2>References</h2><p>1. {A}</p><p>2. {B}</p><p>3. {C}</p>", id="printed numbers"),
        pytest.param("pl", f"<h2>Literatura</h2><p>(1) {A}</p><p>(2) {B}</p><p>(3) {C}</p>", id="printed numbers (1)"),
        pytest.param("es", f"<h2>Referencias</h2><p>1) {A}</p><p>2) {B}</p><p>3) {C}</p>", id="printed numbers 1)"),
        pytest.param("en", f"<h2>References</h2><ol><li>{A}</li><li>{B}</li><li>{C}</li></ol>", id="ol counts"),
    ],
)  # fmt: skip
def test_works_with_numbers(language, end):
    assert entries_of(SAID, end, language) == [*zip("123", WORKS, strict=True)]


@pytest.mark.parametrize(
    "language, end",
    [
        pytest.param("en", f"<h2>References</h2><ol><li id=fn1>{A} <a href='#fr1'>↩</a></li><li id=fn2>{B} <a href='#fr2'>↩</a></li></ol>", id="↩"),
        pytest.param("en", f"<h2>References</h2><ol><li id=fn1>{A} <a href='#fr1'>↩︎</a></li><li id=fn2>{B} <a href='#fr2'>↩︎</a></li></ol>", id="↩︎"),
        pytest.param("en", f"<h2>References</h2><ol><li id=fn1><a href='#fr1'>^</a> {A}</li><li id=fn2><a href='#fr2'>^</a> {B}</li></ol>", id="^"),
        pytest.param("en", f"<h2>References</h2><ol><li id=fn1>{A} <a href='#fr1'>⇧</a></li><li id=fn2>{B} <a href='#fr2'>⇧</a></li></ol>", id="⇧"),
        pytest.param("en", f"<h2>References</h2><ol><li id=fn1><a href='#fr1'>Jump up</a> {A}</li><li id=fn2><a href='#fr2'>Jump up</a> {B}</li></ol>", id="Jump up"),
        pytest.param("en", f"<h2>References</h2><ol><li id=fn1>{A} <a href='#fr1'>[back]</a></li><li id=fn2>{B} <a href='#fr2'>[back]</a></li></ol>", id="[back]"),
        pytest.param(
            "en",
            f"<h2>References</h2><ol><li id=fn1>{A} <a href='#fr1'>Back to text</a></li><li id=fn2>{B} <a href='#fr2'>Back to text</a></li></ol>",
            id="Back to text",
        ),
        pytest.param(
            "en",
            f"<h2>References</h2><ol><li id=fn1><a href='#fr1'>a</a> <a href='#fr1b'>b</a> {A}</li><li id=fn2><a href='#fr2'>a</a> <a href='#fr2b'>b</a> {B}</li></ol>",
            id="a b c",
        ),
        pytest.param(
            "en",
            f"<h2>References</h2><ol><li id=fn1>{A} <a href='#fr1'>↵ return to text</a></li><li id=fn2>{B} <a href='#fr2'>↵ return to text</a></li></ol>",
            id="↵ return to text",
        ),
        pytest.param(
            "en",
            f"<h2>References</h2><ol><li id=fn1>{A} <a href='#fr1'>&#8617;&#xfe0e;</a></li><li id=fn2>{B} <a href='#fr2'>&#8617;&#xfe0e;</a></li></ol>",
            id="&#8617;&#xfe0e;",
        ),
        pytest.param(
            "de",
            f"<h2>Fußnoten</h2><ol><li id=fn1>{A} <a href='#fr1'>zurück nach oben</a></li><li id=fn2>{B} <a href='#fr2' title='Zurück zum Text'>hoch</a></li></ol>",
            id="de",
        ),
    ],
)  # fmt: skip
def test_links_back_are_no_part_of_an_entry(language, end):
    assert entries_of(MARKED, end, language) == [("1", WORKS[0]), ("2", WORKS[1])]


@pytest.mark.parametrize(
    "language, case, end, expected",
    [
        pytest.param(
            "de",
            SAID,
            "<h2>Literatur</h2><table><tr><th>Autor</th><th>Jahr</th><th>Titel</th></tr><tr><td>Abara, N.</td><td>2011</td><td>Eiche und Wasser. Kiel: Hafen.</td></tr><tr><td>Lind, E.</td><td>2016</td><td>Räder. Bonn: Tilde.</td></tr></table>",
            [
                (None, "Abara, N. 2011 Eiche und Wasser. Kiel: Hafen."),
                (None, "Lind, E. 2016 Räder. Bonn: Tilde."),
            ],
            id="table rows, three cells",
        ),
        pytest.param(
            "en",
            SAID,
            "<h2>References</h2><p>Abara, N. (2011).</p><p>Oak and water. Journal of Mills, 4(1), 3–19.</p><p>Lindqvist, E., &amp; Moreau, P. (2016)</p><p>Keeping wheels. Harbour Press.</p>",
            [
                (None, WORKS[0]),
                (None, "Lindqvist, E., & Moreau, P. (2016) Keeping wheels. Harbour Press."),
            ],
            id="one block cut into several",
        ),
        pytest.param(
            "de",
            SAID,
            "<h2>Quellen</h2><p>Statistik der Mühlen 2019</p><p>https://stat.example/muehlen</p><p>Das Bachbuch, Pfarrarchiv 1871</p><p>https://archiv.example/bach</p>",
            [
                (None, "Statistik der Mühlen 2019 https://stat.example/muehlen"),
                (None, "Das Bachbuch, Pfarrarchiv 1871 https://archiv.example/bach"),
            ],
            id="one entry in title line and address",
        ),
        pytest.param(
            "en",
            SAID,
            "<p><b>Sources:</b> Abara, N. (2011), Oak and water, Harbour Press; Lindqvist, E. (2016), Keeping wheels, Tilde Press; Weiss, O. (2018), Dressing stones, Parish Archive</p>",
            [
                (None, "Abara, N. (2011), Oak and water, Harbour Press"),
                (None, "Lindqvist, E. (2016), Keeping wheels, Tilde Press"),
                (None, "Weiss, O. (2018), Dressing stones, Parish Archive"),
            ],
            id="several in one block, semicolons",
        ),
        pytest.param(
            "fr",
            "<p>Le chêne<sup>1</sup> était cher<sup>2</sup> et la farine<sup>3</sup> aussi.</p>",
            f"<h2>Notes</h2><p><sup>1</sup> {A}</p><p><sup>2</sup> {B}</p><p><sup>3</sup> {C}</p>",
            [("1", WORKS[0]), ("2", WORKS[1]), ("3", WORKS[2])],
            id="printed sup",
        ),
        pytest.param(
            "en",
            MARKED,
            f"<h2>Notes</h2><ol><li id=fn1>The price is in Abara (2011, p. 4). <a href='#fr1'>Jump up</a></li><li id=fn2>For a longer view see Lindqvist and Moreau (2016). <a href='#fr2'>↑</a></li></ol><h2>References</h2><ul><li>{A}</li><li>{B}</li></ul>",
            [
                ("1", "The price is in Abara (2011, p. 4)."),
                ("2", "For a longer view see Lindqvist and Moreau (2016)."),
                (None, WORKS[0]),
                (None, WORKS[1]),
            ],
            id="notes that hold citations",
        ),
        pytest.param(
            "en",
            SAID,
            "<h3>Further reading</h3><ul><li><a href='/a'>How to dress a stone</a></li><li><a href='/b'>Ten brooks worth a walk</a></li></ul>",
            [],
            id="related articles",
        ),
        pytest.param("de", SAID, "<h3>Bildquellen</h3><ul><li>Foto 1: Ada Quill</li><li>Foto 2: Otto Sand, 2019</li></ul>", [], id="image sources"),
    ],
)  # fmt: skip
def test_entries_of_an_article(language, case, end, expected):
    assert entries_of(case, end, language) == expected

"""Citations inside notes: what is found in them, and which notes are sources themselves."""

import pytest
from pullquote_test_articles import cases_of, line_of, values_of

from scraper import extract

MARKED = (
    "The quay was rebuilt twice in its life, as the council said.{} Nobody knows why the second"
    " time was needed at all.{} The mole came later, and with it the lamp and its keeper.{}"
)
SILENCE = (
    "<p>The harbour has kept its silence ever since then, and the town has long stopped asking"
    " what it was that the water took from it in those years.</p>"
)

LISTS = {
    "TIDES": [
        "Holm, A. (2011) Tides. Leeds: Quill.",
        "Okafor, B. (2003) Oak and Water. London: Tern.",
    ],
    "HERRING": [
        "Dietz, M., & Kwame, E. (2019). Counting herring. Fisheries Quarterly, 44(2), 101–118. https://doi.org/10.1234/fq.44.2.101",
        "Ferrant, C. (1987). Salt roads of the north. Bergen: Lantern Press.",
    ],
    "WEAVERS": [
        "Grau, E. (1994). The weavers of Ros. Ghent: Cedar.",
        "Kimura, S. & Wells, D. (2006). Cloth and credit. Textile Review, 8(2), 101–130.",
    ],
}


def build(
    notes,
    works,
    *,
    heading="Notes",
    list_heading="References",
    language="en",
    style="ol",
    list_first=False,
):
    """Return an article with notes and a list of works."""
    marks = [f'<sup><a href="#fn{n}" id="r{n}">{n}</a></sup>' for n in range(1, len(notes) + 1)]
    text = MARKED.format(*marks, *[""] * (3 - len(marks)))
    numbered = list(enumerate(notes, 1))
    if style == "ol":
        items = (f'<li id="fn{n}">{note} <a href="#r{n}">↩</a></li>' for n, note in numbered)
        shelf = f"<ol>{''.join(items)}</ol>"
    elif style == "plain":
        shelf = "".join(f'<p id="fn{n}">{n}. {note}</p>' for n, note in numbered)
    else:
        items = (f'<div id="fn{n}"><a href="#r{n}">[{n}]</a> {note}</div>' for n, note in numbered)
        shelf = f'<div class="footnotes">{"".join(items)}</div>'
    shelf = (f"<h2>{heading}</h2>" if heading else "<hr>") + shelf
    entries = "".join(f"<li>{work}</li>" for work in works)
    listed = f"<h2>{list_heading}</h2><ul>{entries}</ul>" if works else ""
    end = listed + shelf if list_first else shelf + listed
    return (
        f'<html lang="{language}"><head><title>On quays and tides</title></head><body><article>'
        f"<h1>On quays and tides</h1><p>{text}</p>{SILENCE}{end}</article></body></html>"
    )


def read(html):
    """Return the record of an article."""
    return extract(html.encode(), url="https://harbour.example/quays")


def noted(record):
    """The citations of a record that stand in notes, in one line each behind their note."""
    return [f"{c.note} {line_of(c)}" for c in record.citations if c.note is not None]


CASES = """
lead sample
note: The first date is disputed; see Holm (2011, p. 7) and the wider review (Okafor, 2003: 12–14).
source: Okafor, B. (2003) Oak and Water. London: Tern.
works: TIDES
cited: 0 narrative Holm (2011, p. 7) = Holm 2011 @7 →2
cited: 0 author-date (Okafor, 2003: 12–14) = Okafor 2003 @12–14 →3

see narrative
note: See Holm (2011), p. 7.
works: TIDES
cited: 0 narrative Holm (2011), p. 7 = Holm 2011 @7 →1

cf bare
note: Cf. Okafor 2003, p. 15; Holm 2011.
works: TIDES
cited: 0 author-date Okafor 2003, p. 15 = Okafor 2003 @15 →2
cited: 0 author-date Holm 2011 = Holm 2011 →1

ibid
note: See Holm (2011), p. 7.
note: Ibid., p. 9.
works: TIDES
cited: 0 narrative Holm (2011), p. 7 = Holm 2011 @7 →2
cited: 1 author-date Ibid., p. 9 = @9 →2

ibid after a source note
source: Anna Holm, Tides of Stone (Leeds: Quill, 2011), p. 7.
note: Ibid., p. 9.
cited: 1 author-date Ibid., p. 9 = @9 →0

short form to list
note: Holm, Tides, p. 7.
works: TIDES
cited: 0 author-date Holm, Tides, p. 7 = Holm @7 →1

short form to earlier note
source: Anna Holm, Tides of Stone (Leeds: Quill, 2011), p. 7.
note: The mole was never finished.
note: Holm, Tides of Stone, p. 31.
cited: 2 author-date Holm, Tides of Stone, p. 31 = Holm @31 →0

op cit
source: Anna Holm, Tides of Stone (Leeds: Quill, 2011), p. 7.
source: Ben Okafor, Oak and Water (London: Tern, 2003), p. 3.
note: Holm, op. cit., p. 31.
cited: 2 author-date Holm, op. cit., p. 31 = Holm @31 →0

several in prose
note: Early writers were in no doubt about it (Okafor 2003; Lindqvist and Rao 1998), but Holm (2011) shows that the stones were not yet cut in that year.
work: Holm, A. (2011) Tides. Leeds: Quill.
work: Lindqvist, P. and Rao, S. (1998) ‘Harbours in winter’, Coast Review, 12(3), pp. 40–61.
work: Okafor, B. (2003) Oak and Water. London: Tern.
cited: 0 author-date (Okafor 2003; Lindqvist and Rao 1998) = Okafor 2003 →3; Lindqvist & Rao 1998 →2
cited: 0 narrative Holm (2011) = Holm 2011 →1

source then remark
source: Holm, A. (2011) Tides. Leeds: Quill. The dating is disputed.

source stays
source: Okafor, B. (2003) Oak and Water. London: Tern.
source: Holm, A. (2011) Tides. Leeds: Quill, p. 7.

prose only
note: The council met on Tuesdays until 1911, and later on Mondays.
note: I owe this to the keeper of the lamp.
works: TIDES

full in prose, no list
source: The second bridge is later than that; see Anna Holm, Tides of Stone (Leeds: Quill, 2011), p. 7.

german
note: Vgl. Holm 2011, S. 7.
note: So schon Okafor (2003: 12), der aber keine Quelle nennt.
work: Holm, A. (2011): Gezeiten. Leipzig: Quill.
work: Okafor, B. (2003): Eiche und Wasser. Berlin: Tern.
heading: Anmerkungen
list_heading: Literatur
language: de
cited: 0 author-date Holm 2011, S. 7 = Holm 2011 @7 →2
cited: 1 narrative Okafor (2003: 12) = Okafor 2003 @12 →3

french
note: Voir Holm (2011).
note: Ibid., p. 12.
work: Holm, A. (2011), Les marées, Lille, Plume.
work: Okafor, B. (2003), Le chêne et l’eau, Paris, Sterne.
list_heading: Bibliographie
language: fr
cited: 0 narrative Holm (2011) = Holm 2011 →2
cited: 1 author-date Ibid., p. 12 = @12 →2

numeric back
note: The figure given in [2] is too high; compare [1].
work: [1] Holm, A. (2011) Tides. Leeds: Quill.
work: [2] Okafor, B. (2003) Oak and Water. London: Tern.
cited: 0 numeric [2] = #2 →2
cited: 0 numeric [1] = #1 →1

back-linked paras
note: On the dates see Okafor (2003, ch. 4), who had them from the harbour master.
work: Okafor, B. (2003) Oak and Water. London: Tern.
work: Holm, A. (2011) Tides. Leeds: Quill.
heading: -
style: div
cited: 0 narrative Okafor (2003, ch. 4) = Okafor 2003 @4 →1

refs before notes
note: For a different view, see Lindqvist and Rao (1998: 44–45).
work: Holm, A. (2011) Tides. Leeds: Quill.
work: Lindqvist, P. and Rao, S. (1998) ‘Harbours in winter’, Coast Review, 12(3), pp. 40–61.
list_first: yes
cited: 2 narrative Lindqvist and Rao (1998: 44–45) = Lindqvist & Rao 1998 @44–45 →1

years no citations
note: The mill closed (1884), the chapel burned (1891), and the Northern Line (1902) never paid.
works: TIDES

short article title
note: Lindqvist and Rao, ‘Harbours in winter’, p. 44.
work: Lindqvist, P. and Rao, S. (1998) ‘Harbours in winter’, Coast Review, 12(3), pp. 40–61.
work: Holm, A. (2011) Tides. Leeds: Quill.
cited: 0 author-date Lindqvist and Rao, ‘Harbours in winter’, p. 44 = Lindqvist & Rao @44 →1

see also et al
note: See also Berg et al. (2014) for the outer harbour, which had a mole of its own.
work: Berg, T., Holm, A. and Rao, S. (2014) ‘Outer harbours’, Coast Review, 28(1), pp. 3–19.
work: Okafor, B. (2003) Oak and Water. London: Tern.
cited: 0 narrative Berg et al. (2014) = Berg 2014 →1

dated prose
note: The numbers before 1900 are guesses. For those after it, Dietz and Kwame (2019, p. 110) give a table, which Ferrant (1987: 22) could not yet know.
works: HERRING
cited: 0 narrative Dietz and Kwame (2019, p. 110) = Dietz & Kwame 2019 @110 →1
cited: 0 narrative Ferrant (1987: 22) = Ferrant 1987 @22 →2

suffix
note: See Vaszary 2009b: 14.
work: Vaszary, I. (2009a). The net menders. Budapest: Sail.
work: Vaszary, I. (2009b). Boats and debts. Budapest: Sail.
cited: 0 author-date Vaszary 2009b: 14 = Vaszary 2009 ~b @14 →2

bracket alone
note: (Ferrant, 1987, pp. 30–31)
works: HERRING
cited: 0 author-date (Ferrant, 1987, pp. 30–31) = Ferrant 1987 @30–31 →2

contrast
note: But see Dietz & Kwame (2019) for doubts about this.
works: HERRING
style: plain
cited: 0 narrative Dietz & Kwame (2019) = Dietz & Kwame 2019 →1

ibid chain
note: Ferrant 1987, p. 4.
note: Ibid.
note: Ibid., pp. 6–8.
works: HERRING
cited: 0 author-date Ferrant 1987, p. 4 = Ferrant 1987 @4 →4
cited: 1 author-date Ibid. = →4
cited: 2 author-date Ibid., pp. 6–8 = @6–8 →4

ibid with a remark
source: Clara Ferrant, Salt Roads of the North (Bergen: Lantern Press, 1987), p. 40.
note: Ibid., p. 41, where the figure is given in barrels.
cited: 1 author-date Ibid., p. 41 = @41 →0

quoted in prose
note: “They went because the nets were empty” (Ferrant 1987: 52).
works: HERRING
cited: 0 author-date (Ferrant 1987: 52) = Ferrant 1987 @52 →2

short form two works
note: Vaszary, Boats and Debts, 77.
note: Vaszary, Net Menders, p. 5.
work: Vaszary, I. (2009a). The net menders. Budapest: Sail.
work: Vaszary, I. (2009b). Boats and debts. Budapest: Sail.
cited: 0 author-date Vaszary, Boats and Debts, 77 = Vaszary @77 →3
cited: 1 author-date Vaszary, Net Menders, p. 5 = Vaszary @5 →2

short title cut
note: Ferrant, Salt Roads, p. 12.
works: HERRING
cited: 0 author-date Ferrant, Salt Roads, p. 12 = Ferrant @12 →2

source and remark 2
source: Ferrant, C. (1987). Salt roads of the north. Bergen: Lantern Press. I thank her for the loan of the plates.

a source in MLA
source: Ferrant, Clara. Salt Roads of the North. Lantern Press, 1987.
work: Dietz, M., & Kwame, E. (2019). Counting herring. Fisheries Quarterly, 44(2), 101–118. https://doi.org/10.1234/fq.44.2.101

web source
source: “Herring quotas,” Bay Gazette, 4 May 2018, https://gazette.example/herring.
note: The gazette closed in 2019, a year after the ban.

full in prose 2
source: Some have doubted that there was any herring at all. For a summary of the debate, see Clara Ferrant, Salt Roads of the North (Bergen: Lantern Press, 1987), pp. 40–55.

german ebd
note: Siehe dazu Ferrant (1987), S. 30.
note: Ebd., S. 31.
work: Ferrant, C. (1987): Salzwege des Nordens. Bergen: Laterne.
work: Dietz, M. (2019): Heringe zählen. Kiel: Netz.
heading: Fußnoten
list_heading: Literaturverzeichnis
language: de
cited: 0 narrative Ferrant (1987), S. 30 = Ferrant 1987 @30 →2
cited: 1 author-date Ebd., S. 31 = @31 →2

german prose
note: Die Zahl ist umstritten; Dietz 2019, S. 4, hält sie für zu hoch.
work: Ferrant, C. (1987): Salzwege des Nordens. Bergen: Laterne.
work: Dietz, M. (2019): Heringe zählen. Kiel: Netz.
heading: Anmerkungen
list_heading: Literatur
language: de
cited: 0 author-date Dietz 2019, S. 4 = Dietz 2019 @4 →2

spanish
note: Véase Ferrant (1987, p. 30).
note: Cf. Dietz 2019: 8.
work: Ferrant, C. (1987). Caminos de sal. Bilbao: Farol.
work: Dietz, M. (2019). Contar arenques. Cádiz: Red.
heading: Notas
list_heading: Bibliografía
language: es
cited: 0 narrative Ferrant (1987, p. 30) = Ferrant 1987 @30 →2
cited: 1 author-date Dietz 2019: 8 = Dietz 2019 @8 →3

french prose
note: La date est discutée : voir Ferrant 1987, p. 30, et Dietz (2019).
work: Ferrant, C. (1987), Routes du sel, Brest, Phare.
work: Dietz, M. (2019), Compter les harengs, Lorient, Filet.
list_heading: Bibliographie
language: fr
cited: 0 author-date Ferrant 1987, p. 30 = Ferrant 1987 @30 →1
cited: 0 narrative Dietz (2019) = Dietz 2019 →2

numeric with page
note: A longer account is in [1, p. 30].
work: [1] Ferrant, C. (1987). Salt roads of the north. Bergen: Lantern Press.
work: [2] Dietz, M. (2019). Counting herring. Kiel: Net.
cited: 0 numeric [1, p. 30] = #1 @30 →1

unlisted name in prose
note: The census of that year has been questioned (Ferrant, 1987; Moss, 1990: 4).
works: HERRING
cited: 0 author-date (Ferrant, 1987; Moss, 1990: 4) = Ferrant 1987 →2; Moss 1990 @4

places and years
note: It was shown in Bergen (1987) and again at the Herring Fair (2019), and sold in 1990.
works: HERRING

loc cit
note: Ferrant 1987: 4.
note: The mill burned.
note: Ferrant, loc. cit.
works: HERRING
cited: 0 author-date Ferrant 1987: 4 = Ferrant 1987 @4 →4
cited: 2 author-date Ferrant, loc. cit. = Ferrant →4

listed full in prose
note: The date is doubtful; see Clara Ferrant, Salt roads of the north (Bergen: Lantern Press, 1987), p. 7.
works: HERRING
cited: 0 author-date Clara Ferrant, Salt roads of the north (Bergen: Lantern Press, 1987), p. 7 = Ferrant 1987 @7 →2

chicago short chain
source: Elsa Grau, The Weavers of Ros (Ghent: Cedar, 1994), 12–14.
note: Grau, Weavers of Ros, 20.
source: Sho Kimura and Dana Wells, “Cloth and Credit,” Textile Review 8, no. 2 (2006): 103.
note: Kimura and Wells, “Cloth and Credit,” 110; Grau, Weavers, 33.
cited: 1 author-date Grau, Weavers of Ros, 20 = Grau @20 →0
cited: 3 author-date Kimura and Wells, “Cloth and Credit,” 110 = Kimura & Wells @110 →2
cited: 3 author-date Grau, Weavers, 33 = Grau @33 →0

organisation
note: For figures see World Loom Office (2012, p. 3).
work: Grau, E. (1994). The weavers of Ros. Ghent: Cedar.
work: World Loom Office (2012). Looms in use. Geneva: WLO.
cited: 0 narrative World Loom Office (2012, p. 3) = World Loom Office 2012 @3 →2

organisation bare
note: World Loom Office 2012, 3.
work: Grau, E. (1994). The weavers of Ros. Ghent: Cedar.
work: World Loom Office (2012). Looms in use. Geneva: WLO.
cited: 0 author-date World Loom Office 2012, 3 = World Loom Office 2012 @3 →2

possessive
note: Grau’s (1994) figures, which leave out the cottagers, are lower.
works: WEAVERS
cited: 0 narrative Grau’s (1994) = Grau 1994 →1

mla page in note
note: On the price of thread, see also Kimura and Wells 104.
work: Grau, Elsa. The Weavers of Ros. Cedar Press, 1994.
work: Kimura, Sho, and Dana Wells. “Cloth and Credit.” Textile Review, vol. 8, no. 2, 2006, pp. 101–130.
list_heading: Works Cited
cited: 0 author-date Kimura and Wells 104 = Kimura & Wells @104 →2

mla bracket in note
note: The price of thread was fixed by the guild (Kimura and Wells 104).
work: Grau, Elsa. The Weavers of Ros. Cedar Press, 1994.
work: Kimura, Sho, and Dana Wells. “Cloth and Credit.” Textile Review, vol. 8, no. 2, 2006, pp. 101–130.
list_heading: Works Cited
cited: 0 author-date (Kimura and Wells 104) = Kimura & Wells @104 →2

long note two sentences later
note: The rolls name forty looms. Twelve of these were in the suburb, and three stood idle in that spring. On idle looms in general see Kimura & Wells (2006), and for a contrary view Grau (1994: 51).
works: WEAVERS
cited: 0 narrative Kimura & Wells (2006) = Kimura & Wells 2006 →2
cited: 0 narrative Grau (1994: 51) = Grau 1994 @51 →1

italian
note: Cfr. Grau 1994, p. 12.
note: Ivi, p. 14.
work: Grau, E. (1994), I tessitori di Ros, Milano, Cedro.
work: Wells, D. (2006), Tela e credito, Torino, Filo.
heading: Note
list_heading: Bibliografia
language: it
cited: 0 author-date Grau 1994, p. 12 = Grau 1994 @12 →2
cited: 1 author-date Ivi, p. 14 = @14 →2

german aao
source: Elsa Grau: Die Weber von Ros, Gent 1994, S. 12.
note: Ebd., S. 14.
note: Die Rollen sind verloren.
note: Grau, a. a. O., S. 20.
heading: Anmerkungen
language: de
cited: 1 author-date Ebd., S. 14 = @14 →0
cited: 3 author-date Grau, a. a. O., S. 20 = Grau @20 →0

german short
note: Grau: Die Weber von Ros, S. 12.
note: Der Preis galt bis Ostern, vgl. Wells, Tuch und Kredit, S. 4.
work: Grau, Elsa: Die Weber von Ros. Gent: Zeder 1994.
work: Wells, Dana: Tuch und Kredit. Köln: Faden 2006.
heading: Anmerkungen
list_heading: Literatur
language: de
cited: 0 author-date Grau: Die Weber von Ros, S. 12 = Grau @12 →2
cited: 1 author-date Wells, Tuch und Kredit, S. 4 = Wells @4 →3

french op cit
source: Elsa Grau, Les tisserands de Ros, Gand, Cèdre, 1994, p. 12.
note: E. Grau, op. cit., p. 14.
language: fr
cited: 1 author-date E. Grau, op. cit., p. 14 = Grau @14 →0

url comment
note: The roll can be seen <a href="https://rolls.example/ros">here</a>.
note: As Grau (1994) says, nobody has read it.
works: WEAVERS
cited: 1 narrative Grau (1994) = Grau 1994 →2

thanks and years
note: I thank Dana Wells, who read this in 2021.
note: In 1733 the guild had 40 members; in 1790, Grau says, none.
works: WEAVERS

source with see
source: See Elsa Grau, The Weavers of Ros (Ghent: Cedar, 1994).
source: See Kimura, S. & Wells, D. (2006). Cloth and credit. Textile Review, 8(2), 101–130.

endnotes roman heading below list
note: Compare the table in Kimura & Wells (2006: 118).
works: WEAVERS
heading: Endnotes
list_first: yes
cited: 2 narrative Kimura & Wells (2006: 118) = Kimura & Wells 2006 @118 →1

two years one author
note: See Grau (1994; 1999) and Kimura and Wells 2006.
work: Grau, E. (1994). The weavers of Ros. Ghent: Cedar.
work: Grau, E. (1999). Thread. Ghent: Cedar.
work: Kimura, S. & Wells, D. (2006). Cloth and credit. Textile Review, 8(2), 101–130.
cited: 0 narrative Grau (1994; 1999) = Grau 1994 →1; Grau 1999 →2
cited: 0 author-date Kimura and Wells 2006 = Kimura & Wells 2006 →3

id
note: Grau 1994, p. 12.
note: Id., p. 14.
works: WEAVERS
cited: 0 author-date Grau 1994, p. 12 = Grau 1994 @12 →2
cited: 1 author-date Id., p. 14 = @14 →2

plain style
note: Grau 1994: 12.
note: The last loom stood until the war.
works: WEAVERS
style: plain
cited: 0 author-date Grau 1994: 12 = Grau 1994 @12 →2
"""


OPTIONS = "heading list_heading language style list_first"


@pytest.mark.parametrize("case", cases_of(CASES, f"note source work works cited {OPTIONS}"))
def test_notes_of_an_article(case):
    own = [(kind, text) for kind, text in case if kind in ("note", "source")]
    kinds, notes = [kind for kind, _ in own], [text for _, text in own]
    works = values_of(case, "work")
    for name in values_of(case, "works"):
        works += LISTS[name]
    options = {k: None if value == "-" else value for k, value in case if k in OPTIONS.split()}
    record = read(build(notes, works, **options))
    first = len(works) if options.get("list_first") else 0
    listed = record.references[first : first + len(notes)]
    assert [entry.kind for entry in listed] == kinds
    assert noted(record) == values_of(case, "cited")
    assert len(record.references) == len(notes) + len(works)
    for entry in record.references:
        described = (entry.author, entry.issued, entry.title, entry.publisher)
        assert (described == ([], None, None, None)) == (entry.kind == "note")
        assert (entry.title is None) == (entry.kind == "note")
    for citation in record.citations:
        if citation.note is not None:
            assert citation.text in record.references[citation.note].text
            assert (citation.start, citation.end) == (None, None)


def test_a_work_named_in_full_within_the_words_of_a_note_is_its_source():
    record = read(
        build(
            [
                (
                    "The second bridge is later than that; see Anna Holm and Ben Lind,"
                    " Tides of Stone (Leeds: Quill, 2011), p. 7."
                )
            ],
            [],
        )
    )
    (entry,) = record.references
    assert [name.family for name in entry.author] == ["Holm", "Lind"]
    assert (entry.title, entry.issued, entry.publisher) == ("Tides of Stone", "2011", "Quill")
    assert noted(record) == []


def test_the_mark_leads_to_the_note_and_the_note_to_the_work():
    record = read(build(["See Holm (2011), p. 7."], ["Holm, Anna (2011) Tides. Leeds: Quill."]))
    mark, cited = record.citations
    assert (mark.kind, mark.reference, mark.note) == ("footnote", 0, None)
    assert (cited.note, cited.reference) == (0, 1)
    assert record.references[1].title == "Tides"


def test_words_marked_with_a_note_that_cites_one_work_are_of_its_author():
    html = build(["See Holm (2011), p. 7."], ["Holm, Anna (2011) Tides. Leeds: Quill."]).replace(
        "as the council said.<sup>",
        "and it was bitter: “the stones had not been cut when the money was already spent”.<sup>",
    )
    (quote,) = read(html).quotes
    assert (quote.speaker, quote.citation) == ("Anna Holm", 0)


def test_words_in_a_note_carry_the_citation_behind_them():
    record = read(
        build(
            [
                (
                    "Compare “the men went because the nets were empty and the sea was not theirs”"
                    " (Ferrant, 1987: 52)."
                )
            ],
            ["Ferrant, C. (1987). Salt roads of the north. Bergen: Lantern Press."],
        )
    )
    for quote in record.quotes:
        assert record.citations[quote.citation].text == "(Ferrant, 1987: 52)"


def test_a_source_does_not_cite_the_works_that_its_title_names():
    record = read(
        build(
            ["Moss, R. (2014) ‘A reply to Holm (2011) and others’, Coast Review, 28(1), pp. 3–9."],
            ["Holm, A. (2011) Tides. Leeds: Quill."],
        )
    )
    assert [entry.kind for entry in record.references] == ["source", "source"]
    assert noted(record) == []


@pytest.mark.parametrize(
    "note",
    [
        "The mill closed (1884), the chapel burned (1891), and the line (1902) never paid.",
        "I wrote to the keeper in 2011 and had no answer.",
        "The map is from 1911; the council met on Mondays, and its clerk was called Holm.",
        "Holm said in 2011 that nobody had ever asked him.",
    ],
)
def test_years_and_names_in_a_note_cite_nothing(note):
    record = read(build([note], ["Holm, A. (2009) Tides. Leeds: Quill."]))
    assert record.references[0].kind == "note"
    assert record.references[0].title is None
    assert noted(record) == []


@pytest.mark.parametrize(
    "note", ["Holm (2011), ", "Ibid., p. 4; ", "[", "((((Holm, ", "Holm, Tides, "]
)
def test_hostile_notes_end(note):
    record = read(build([note * 2_000], ["Holm, A. (2011) Tides. Leeds: Quill."]))
    assert all(
        citation.text in record.references[citation.note].text
        for citation in record.citations
        if citation.note is not None
    )


def test_notes_that_describe_no_work_have_their_own_lists():
    notes = ["See Holm (2011, p. 7).", "Compare Holm (2011, p. 9)."]
    record = read(build(notes, ["Holm, A. (2011) Tides. Leeds: Quill."]))
    first, second = (entry for entry in record.references if entry.kind == "note")
    assert first.author == second.author == []
    assert first.author is not second.author
    assert first.editor is not second.editor

"""Citations inside notes: what is found in them, and which notes are sources themselves."""

import pytest
from pullquote_test_articles import line_of

from scraper import extract

MARKED = (
    "The quay was rebuilt twice in its life, as the council said.{} Nobody knows why the second"
    " time was needed at all.{} The mole came later, and with it the lamp and its keeper.{}"
)
SILENCE = (
    "<p>The harbour has kept its silence ever since then, and the town has long stopped asking"
    " what it was that the water took from it in those years.</p>"
)

TIDES = ["Holm, A. (2011) Tides. Leeds: Quill.", "Okafor, B. (2003) Oak and Water. London: Tern."]
HERRING = [
    "Dietz, M., & Kwame, E. (2019). Counting herring. Fisheries Quarterly, 44(2), 101–118. https://doi.org/10.1234/fq.44.2.101",
    "Ferrant, C. (1987). Salt roads of the north. Bergen: Lantern Press.",
]
WEAVERS = [
    "Grau, E. (1994). The weavers of Ros. Ghent: Cedar.",
    "Kimura, S. & Wells, D. (2006). Cloth and credit. Textile Review, 8(2), 101–130.",
]


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


CASES = [
    pytest.param(
        [
            "The first date is disputed; see Holm (2011, p. 7) and the wider review (Okafor, 2003: 12–14).",
            "Okafor, B. (2003) Oak and Water. London: Tern.",
        ],
        TIDES,
        {},
        ["note", "source"],
        [
            "0 narrative Holm (2011, p. 7) = Holm 2011 @7 →2",
            "0 author-date (Okafor, 2003: 12–14) = Okafor 2003 @12–14 →3",
        ],
        id="lead sample",
    ),
    pytest.param(
        ["See Holm (2011), p. 7."],
        TIDES,
        {},
        ["note"],
        ["0 narrative Holm (2011), p. 7 = Holm 2011 @7 →1"],
        id="see narrative",
    ),
    pytest.param(
        ["Cf. Okafor 2003, p. 15; Holm 2011."],
        TIDES,
        {},
        ["note"],
        [
            "0 author-date Okafor 2003, p. 15 = Okafor 2003 @15 →2",
            "0 author-date Holm 2011 = Holm 2011 →1",
        ],
        id="cf bare",
    ),
    pytest.param(
        ["See Holm (2011), p. 7.", "Ibid., p. 9."],
        TIDES,
        {},
        ["note", "note"],
        ["0 narrative Holm (2011), p. 7 = Holm 2011 @7 →2", "1 author-date Ibid., p. 9 = @9 →2"],
        id="ibid",
    ),
    pytest.param(
        ["Anna Holm, Tides of Stone (Leeds: Quill, 2011), p. 7.", "Ibid., p. 9."],
        [],
        {},
        ["source", "note"],
        ["1 author-date Ibid., p. 9 = @9 →0"],
        id="ibid after a source note",
    ),
    pytest.param(
        ["Holm, Tides, p. 7."],
        TIDES,
        {},
        ["note"],
        ["0 author-date Holm, Tides, p. 7 = Holm @7 →1"],
        id="short form to list",
    ),
    pytest.param(
        [
            "Anna Holm, Tides of Stone (Leeds: Quill, 2011), p. 7.",
            "The mole was never finished.",
            "Holm, Tides of Stone, p. 31.",
        ],
        [],
        {},
        ["source", "note", "note"],
        ["2 author-date Holm, Tides of Stone, p. 31 = Holm @31 →0"],
        id="short form to earlier note",
    ),
    pytest.param(
        [
            "Anna Holm, Tides of Stone (Leeds: Quill, 2011), p. 7.",
            "Ben Okafor, Oak and Water (London: Tern, 2003), p. 3.",
            "Holm, op. cit., p. 31.",
        ],
        [],
        {},
        ["source", "source", "note"],
        ["2 author-date Holm, op. cit., p. 31 = Holm @31 →0"],
        id="op cit",
    ),
    pytest.param(
        [
            "Early writers were in no doubt about it (Okafor 2003; Lindqvist and Rao 1998), but Holm (2011) shows that the stones were not yet cut in that year."
        ],
        [
            "Holm, A. (2011) Tides. Leeds: Quill.",
            "Lindqvist, P. and Rao, S. (1998) ‘Harbours in winter’, Coast Review, 12(3), pp. 40–61.",
            "Okafor, B. (2003) Oak and Water. London: Tern.",
        ],
        {},
        ["note"],
        [
            "0 author-date (Okafor 2003; Lindqvist and Rao 1998) = Okafor 2003 →3; Lindqvist & Rao 1998 →2",
            "0 narrative Holm (2011) = Holm 2011 →1",
        ],
        id="several in prose",
    ),
    pytest.param(
        ["Holm, A. (2011) Tides. Leeds: Quill. The dating is disputed."],
        [],
        {},
        ["source"],
        [],
        id="source then remark",
    ),
    pytest.param(
        [
            "Okafor, B. (2003) Oak and Water. London: Tern.",
            "Holm, A. (2011) Tides. Leeds: Quill, p. 7.",
        ],
        [],
        {},
        ["source", "source"],
        [],
        id="source stays",
    ),
    pytest.param(
        [
            "The council met on Tuesdays until 1911, and later on Mondays.",
            "I owe this to the keeper of the lamp.",
        ],
        TIDES,
        {},
        ["note", "note"],
        [],
        id="prose only",
    ),
    pytest.param(
        [
            "The second bridge is later than that; see Anna Holm, Tides of Stone (Leeds: Quill, 2011), p. 7."
        ],
        [],
        {},
        ["source"],
        [],
        id="full in prose, no list",
    ),
    pytest.param(
        ["Vgl. Holm 2011, S. 7.", "So schon Okafor (2003: 12), der aber keine Quelle nennt."],
        [
            "Holm, A. (2011): Gezeiten. Leipzig: Quill.",
            "Okafor, B. (2003): Eiche und Wasser. Berlin: Tern.",
        ],
        {"heading": "Anmerkungen", "list_heading": "Literatur", "language": "de"},
        ["note", "note"],
        [
            "0 author-date Holm 2011, S. 7 = Holm 2011 @7 →2",
            "1 narrative Okafor (2003: 12) = Okafor 2003 @12 →3",
        ],
        id="german",
    ),
    pytest.param(
        ["Voir Holm (2011).", "Ibid., p. 12."],
        [
            "Holm, A. (2011), Les marées, Lille, Plume.",
            "Okafor, B. (2003), Le chêne et l’eau, Paris, Sterne.",
        ],
        {"list_heading": "Bibliographie", "language": "fr"},
        ["note", "note"],
        ["0 narrative Holm (2011) = Holm 2011 →2", "1 author-date Ibid., p. 12 = @12 →2"],
        id="french",
    ),
    pytest.param(
        ["The figure given in [2] is too high; compare [1]."],
        [
            "[1] Holm, A. (2011) Tides. Leeds: Quill.",
            "[2] Okafor, B. (2003) Oak and Water. London: Tern.",
        ],
        {},
        ["note"],
        ["0 numeric [2] = #2 →2", "0 numeric [1] = #1 →1"],
        id="numeric back",
    ),
    pytest.param(
        ["On the dates see Okafor (2003, ch. 4), who had them from the harbour master."],
        ["Okafor, B. (2003) Oak and Water. London: Tern.", "Holm, A. (2011) Tides. Leeds: Quill."],
        {"heading": None, "style": "div"},
        ["note"],
        ["0 narrative Okafor (2003, ch. 4) = Okafor 2003 @4 →1"],
        id="back-linked paras",
    ),
    pytest.param(
        ["For a different view, see Lindqvist and Rao (1998: 44–45)."],
        [
            "Holm, A. (2011) Tides. Leeds: Quill.",
            "Lindqvist, P. and Rao, S. (1998) ‘Harbours in winter’, Coast Review, 12(3), pp. 40–61.",
        ],
        {"list_first": True},
        ["note"],
        ["2 narrative Lindqvist and Rao (1998: 44–45) = Lindqvist & Rao 1998 @44–45 →1"],
        id="refs before notes",
    ),
    pytest.param(
        [
            "The mill closed (1884), the chapel burned (1891), and the Northern Line (1902) never paid."
        ],
        TIDES,
        {},
        ["note"],
        [],
        id="years no citations",
    ),
    pytest.param(
        ["Lindqvist and Rao, ‘Harbours in winter’, p. 44."],
        [
            "Lindqvist, P. and Rao, S. (1998) ‘Harbours in winter’, Coast Review, 12(3), pp. 40–61.",
            "Holm, A. (2011) Tides. Leeds: Quill.",
        ],
        {},
        ["note"],
        ["0 author-date Lindqvist and Rao, ‘Harbours in winter’, p. 44 = Lindqvist & Rao @44 →1"],
        id="short article title",
    ),
    pytest.param(
        ["See also Berg et al. (2014) for the outer harbour, which had a mole of its own."],
        [
            "Berg, T., Holm, A. and Rao, S. (2014) ‘Outer harbours’, Coast Review, 28(1), pp. 3–19.",
            "Okafor, B. (2003) Oak and Water. London: Tern.",
        ],
        {},
        ["note"],
        ["0 narrative Berg et al. (2014) = Berg 2014 →1"],
        id="see also et al",
    ),
    pytest.param(
        [
            "The numbers before 1900 are guesses. For those after it, Dietz and Kwame (2019, p. 110) give a table, which Ferrant (1987: 22) could not yet know."
        ],
        HERRING,
        {},
        ["note"],
        [
            "0 narrative Dietz and Kwame (2019, p. 110) = Dietz & Kwame 2019 @110 →1",
            "0 narrative Ferrant (1987: 22) = Ferrant 1987 @22 →2",
        ],
        id="dated prose",
    ),
    pytest.param(
        ["See Vaszary 2009b: 14."],
        [
            "Vaszary, I. (2009a). The net menders. Budapest: Sail.",
            "Vaszary, I. (2009b). Boats and debts. Budapest: Sail.",
        ],
        {},
        ["note"],
        ["0 author-date Vaszary 2009b: 14 = Vaszary 2009 ~b @14 →2"],
        id="suffix",
    ),
    pytest.param(
        ["(Ferrant, 1987, pp. 30–31)"],
        HERRING,
        {},
        ["note"],
        ["0 author-date (Ferrant, 1987, pp. 30–31) = Ferrant 1987 @30–31 →2"],
        id="bracket alone",
    ),
    pytest.param(
        ["But see Dietz & Kwame (2019) for doubts about this."],
        HERRING,
        {"style": "plain"},
        ["note"],
        ["0 narrative Dietz & Kwame (2019) = Dietz & Kwame 2019 →1"],
        id="contrast",
    ),
    pytest.param(
        ["Ferrant 1987, p. 4.", "Ibid.", "Ibid., pp. 6–8."],
        HERRING,
        {},
        ["note", "note", "note"],
        [
            "0 author-date Ferrant 1987, p. 4 = Ferrant 1987 @4 →4",
            "1 author-date Ibid. = →4",
            "2 author-date Ibid., pp. 6–8 = @6–8 →4",
        ],
        id="ibid chain",
    ),
    pytest.param(
        [
            "Clara Ferrant, Salt Roads of the North (Bergen: Lantern Press, 1987), p. 40.",
            "Ibid., p. 41, where the figure is given in barrels.",
        ],
        [],
        {},
        ["source", "note"],
        ["1 author-date Ibid., p. 41 = @41 →0"],
        id="ibid with a remark",
    ),
    pytest.param(
        ["“They went because the nets were empty” (Ferrant 1987: 52)."],
        HERRING,
        {},
        ["note"],
        ["0 author-date (Ferrant 1987: 52) = Ferrant 1987 @52 →2"],
        id="quoted in prose",
    ),
    pytest.param(
        ["Vaszary, Boats and Debts, 77.", "Vaszary, Net Menders, p. 5."],
        [
            "Vaszary, I. (2009a). The net menders. Budapest: Sail.",
            "Vaszary, I. (2009b). Boats and debts. Budapest: Sail.",
        ],
        {},
        ["note", "note"],
        [
            "0 author-date Vaszary, Boats and Debts, 77 = Vaszary @77 →3",
            "1 author-date Vaszary, Net Menders, p. 5 = Vaszary @5 →2",
        ],
        id="short form two works",
    ),
    pytest.param(
        ["Ferrant, Salt Roads, p. 12."],
        HERRING,
        {},
        ["note"],
        ["0 author-date Ferrant, Salt Roads, p. 12 = Ferrant @12 →2"],
        id="short title cut",
    ),
    pytest.param(
        [
            "Ferrant, C. (1987). Salt roads of the north. Bergen: Lantern Press. I thank her for the loan of the plates."
        ],
        [],
        {},
        ["source"],
        [],
        id="source and remark 2",
    ),
    pytest.param(
        ["Ferrant, Clara. Salt Roads of the North. Lantern Press, 1987."],
        [
            "Dietz, M., & Kwame, E. (2019). Counting herring. Fisheries Quarterly, 44(2), 101–118. https://doi.org/10.1234/fq.44.2.101"
        ],
        {},
        ["source"],
        [],
        id="a source in MLA",
    ),
    pytest.param(
        [
            "“Herring quotas,” Bay Gazette, 4 May 2018, https://gazette.example/herring.",
            "The gazette closed in 2019, a year after the ban.",
        ],
        [],
        {},
        ["source", "note"],
        [],
        id="web source",
    ),
    pytest.param(
        [
            "Some have doubted that there was any herring at all. For a summary of the debate, see Clara Ferrant, Salt Roads of the North (Bergen: Lantern Press, 1987), pp. 40–55."
        ],
        [],
        {},
        ["source"],
        [],
        id="full in prose 2",
    ),
    pytest.param(
        ["Siehe dazu Ferrant (1987), S. 30.", "Ebd., S. 31."],
        [
            "Ferrant, C. (1987): Salzwege des Nordens. Bergen: Laterne.",
            "Dietz, M. (2019): Heringe zählen. Kiel: Netz.",
        ],
        {"heading": "Fußnoten", "list_heading": "Literaturverzeichnis", "language": "de"},
        ["note", "note"],
        [
            "0 narrative Ferrant (1987), S. 30 = Ferrant 1987 @30 →2",
            "1 author-date Ebd., S. 31 = @31 →2",
        ],
        id="german ebd",
    ),
    pytest.param(
        ["Die Zahl ist umstritten; Dietz 2019, S. 4, hält sie für zu hoch."],
        [
            "Ferrant, C. (1987): Salzwege des Nordens. Bergen: Laterne.",
            "Dietz, M. (2019): Heringe zählen. Kiel: Netz.",
        ],
        {"heading": "Anmerkungen", "list_heading": "Literatur", "language": "de"},
        ["note"],
        ["0 author-date Dietz 2019, S. 4 = Dietz 2019 @4 →2"],
        id="german prose",
    ),
    pytest.param(
        ["Véase Ferrant (1987, p. 30).", "Cf. Dietz 2019: 8."],
        [
            "Ferrant, C. (1987). Caminos de sal. Bilbao: Farol.",
            "Dietz, M. (2019). Contar arenques. Cádiz: Red.",
        ],
        {"heading": "Notas", "list_heading": "Bibliografía", "language": "es"},
        ["note", "note"],
        [
            "0 narrative Ferrant (1987, p. 30) = Ferrant 1987 @30 →2",
            "1 author-date Dietz 2019: 8 = Dietz 2019 @8 →3",
        ],
        id="spanish",
    ),
    pytest.param(
        ["La date est discutée : voir Ferrant 1987, p. 30, et Dietz (2019)."],
        [
            "Ferrant, C. (1987), Routes du sel, Brest, Phare.",
            "Dietz, M. (2019), Compter les harengs, Lorient, Filet.",
        ],
        {"list_heading": "Bibliographie", "language": "fr"},
        ["note"],
        [
            "0 author-date Ferrant 1987, p. 30 = Ferrant 1987 @30 →1",
            "0 narrative Dietz (2019) = Dietz 2019 →2",
        ],
        id="french prose",
    ),
    pytest.param(
        ["A longer account is in [1, p. 30]."],
        [
            "[1] Ferrant, C. (1987). Salt roads of the north. Bergen: Lantern Press.",
            "[2] Dietz, M. (2019). Counting herring. Kiel: Net.",
        ],
        {},
        ["note"],
        ["0 numeric [1, p. 30] = #1 @30 →1"],
        id="numeric with page",
    ),
    pytest.param(
        ["The census of that year has been questioned (Ferrant, 1987; Moss, 1990: 4)."],
        HERRING,
        {},
        ["note"],
        ["0 author-date (Ferrant, 1987; Moss, 1990: 4) = Ferrant 1987 →2; Moss 1990 @4"],
        id="unlisted name in prose",
    ),
    pytest.param(
        ["It was shown in Bergen (1987) and again at the Herring Fair (2019), and sold in 1990."],
        HERRING,
        {},
        ["note"],
        [],
        id="places and years",
    ),
    pytest.param(
        ["Ferrant 1987: 4.", "The mill burned.", "Ferrant, loc. cit."],
        HERRING,
        {},
        ["note", "note", "note"],
        [
            "0 author-date Ferrant 1987: 4 = Ferrant 1987 @4 →4",
            "2 author-date Ferrant, loc. cit. = Ferrant →4",
        ],
        id="loc cit",
    ),
    pytest.param(
        [
            "The date is doubtful; see Clara Ferrant, Salt roads of the north (Bergen: Lantern Press, 1987), p. 7."
        ],
        HERRING,
        {},
        ["note"],
        [
            "0 author-date Clara Ferrant, Salt roads of the north (Bergen: Lantern Press, 1987), p. 7 = Ferrant 1987 @7 →2"
        ],
        id="listed full in prose",
    ),
    pytest.param(
        [
            "Elsa Grau, The Weavers of Ros (Ghent: Cedar, 1994), 12–14.",
            "Grau, Weavers of Ros, 20.",
            "Sho Kimura and Dana Wells, “Cloth and Credit,” Textile Review 8, no. 2 (2006): 103.",
            "Kimura and Wells, “Cloth and Credit,” 110; Grau, Weavers, 33.",
        ],
        [],
        {},
        ["source", "note", "source", "note"],
        [
            "1 author-date Grau, Weavers of Ros, 20 = Grau @20 →0",
            "3 author-date Kimura and Wells, “Cloth and Credit,” 110 = Kimura & Wells @110 →2",
            "3 author-date Grau, Weavers, 33 = Grau @33 →0",
        ],
        id="chicago short chain",
    ),
    pytest.param(
        ["For figures see World Loom Office (2012, p. 3)."],
        [
            "Grau, E. (1994). The weavers of Ros. Ghent: Cedar.",
            "World Loom Office (2012). Looms in use. Geneva: WLO.",
        ],
        {},
        ["note"],
        ["0 narrative World Loom Office (2012, p. 3) = World Loom Office 2012 @3 →2"],
        id="organisation",
    ),
    pytest.param(
        ["World Loom Office 2012, 3."],
        [
            "Grau, E. (1994). The weavers of Ros. Ghent: Cedar.",
            "World Loom Office (2012). Looms in use. Geneva: WLO.",
        ],
        {},
        ["note"],
        ["0 author-date World Loom Office 2012, 3 = World Loom Office 2012 @3 →2"],
        id="organisation bare",
    ),
    pytest.param(
        ["Grau’s (1994) figures, which leave out the cottagers, are lower."],
        WEAVERS,
        {},
        ["note"],
        ["0 narrative Grau’s (1994) = Grau 1994 →1"],
        id="possessive",
    ),
    pytest.param(
        ["On the price of thread, see also Kimura and Wells 104."],
        [
            "Grau, Elsa. The Weavers of Ros. Cedar Press, 1994.",
            "Kimura, Sho, and Dana Wells. “Cloth and Credit.” Textile Review, vol. 8, no. 2, 2006, pp. 101–130.",
        ],
        {"list_heading": "Works Cited"},
        ["note"],
        ["0 author-date Kimura and Wells 104 = Kimura & Wells @104 →2"],
        id="mla page in note",
    ),
    pytest.param(
        ["The price of thread was fixed by the guild (Kimura and Wells 104)."],
        [
            "Grau, Elsa. The Weavers of Ros. Cedar Press, 1994.",
            "Kimura, Sho, and Dana Wells. “Cloth and Credit.” Textile Review, vol. 8, no. 2, 2006, pp. 101–130.",
        ],
        {"list_heading": "Works Cited"},
        ["note"],
        ["0 author-date (Kimura and Wells 104) = Kimura & Wells @104 →2"],
        id="mla bracket in note",
    ),
    pytest.param(
        [
            "The rolls name forty looms. Twelve of these were in the suburb, and three stood idle in that spring. On idle looms in general see Kimura & Wells (2006), and for a contrary view Grau (1994: 51)."
        ],
        WEAVERS,
        {},
        ["note"],
        [
            "0 narrative Kimura & Wells (2006) = Kimura & Wells 2006 →2",
            "0 narrative Grau (1994: 51) = Grau 1994 @51 →1",
        ],
        id="long note two sentences later",
    ),
    pytest.param(
        ["Cfr. Grau 1994, p. 12.", "Ivi, p. 14."],
        [
            "Grau, E. (1994), I tessitori di Ros, Milano, Cedro.",
            "Wells, D. (2006), Tela e credito, Torino, Filo.",
        ],
        {"heading": "Note", "list_heading": "Bibliografia", "language": "it"},
        ["note", "note"],
        ["0 author-date Grau 1994, p. 12 = Grau 1994 @12 →2", "1 author-date Ivi, p. 14 = @14 →2"],
        id="italian",
    ),
    pytest.param(
        [
            "Elsa Grau: Die Weber von Ros, Gent 1994, S. 12.",
            "Ebd., S. 14.",
            "Die Rollen sind verloren.",
            "Grau, a. a. O., S. 20.",
        ],
        [],
        {"heading": "Anmerkungen", "language": "de"},
        ["source", "note", "note", "note"],
        ["1 author-date Ebd., S. 14 = @14 →0", "3 author-date Grau, a. a. O., S. 20 = Grau @20 →0"],
        id="german aao",
    ),
    pytest.param(
        [
            "Grau: Die Weber von Ros, S. 12.",
            "Der Preis galt bis Ostern, vgl. Wells, Tuch und Kredit, S. 4.",
        ],
        [
            "Grau, Elsa: Die Weber von Ros. Gent: Zeder 1994.",
            "Wells, Dana: Tuch und Kredit. Köln: Faden 2006.",
        ],
        {"heading": "Anmerkungen", "list_heading": "Literatur", "language": "de"},
        ["note", "note"],
        [
            "0 author-date Grau: Die Weber von Ros, S. 12 = Grau @12 →2",
            "1 author-date Wells, Tuch und Kredit, S. 4 = Wells @4 →3",
        ],
        id="german short",
    ),
    pytest.param(
        [
            "Elsa Grau, Les tisserands de Ros, Gand, Cèdre, 1994, p. 12.",
            "E. Grau, op. cit., p. 14.",
        ],
        [],
        {"language": "fr"},
        ["source", "note"],
        ["1 author-date E. Grau, op. cit., p. 14 = Grau @14 →0"],
        id="french op cit",
    ),
    pytest.param(
        [
            'The roll can be seen <a href="https://rolls.example/ros">here</a>.',
            "As Grau (1994) says, nobody has read it.",
        ],
        WEAVERS,
        {},
        ["note", "note"],
        ["1 narrative Grau (1994) = Grau 1994 →2"],
        id="url comment",
    ),
    pytest.param(
        [
            "I thank Dana Wells, who read this in 2021.",
            "In 1733 the guild had 40 members; in 1790, Grau says, none.",
        ],
        WEAVERS,
        {},
        ["note", "note"],
        [],
        id="thanks and years",
    ),
    pytest.param(
        [
            "See Elsa Grau, The Weavers of Ros (Ghent: Cedar, 1994).",
            "See Kimura, S. & Wells, D. (2006). Cloth and credit. Textile Review, 8(2), 101–130.",
        ],
        [],
        {},
        ["source", "source"],
        [],
        id="source with see",
    ),
    pytest.param(
        ["Compare the table in Kimura & Wells (2006: 118)."],
        WEAVERS,
        {"heading": "Endnotes", "list_first": True},
        ["note"],
        ["2 narrative Kimura & Wells (2006: 118) = Kimura & Wells 2006 @118 →1"],
        id="endnotes roman heading below list",
    ),
    pytest.param(
        ["See Grau (1994; 1999) and Kimura and Wells 2006."],
        [
            "Grau, E. (1994). The weavers of Ros. Ghent: Cedar.",
            "Grau, E. (1999). Thread. Ghent: Cedar.",
            "Kimura, S. & Wells, D. (2006). Cloth and credit. Textile Review, 8(2), 101–130.",
        ],
        {},
        ["note"],
        [
            "0 narrative Grau (1994; 1999) = Grau 1994 →1; Grau 1999 →2",
            "0 author-date Kimura and Wells 2006 = Kimura & Wells 2006 →3",
        ],
        id="two years one author",
    ),
    pytest.param(
        ["Grau 1994, p. 12.", "Id., p. 14."],
        WEAVERS,
        {},
        ["note", "note"],
        ["0 author-date Grau 1994, p. 12 = Grau 1994 @12 →2", "1 author-date Id., p. 14 = @14 →2"],
        id="id",
    ),
    pytest.param(
        ["Grau 1994: 12.", "The last loom stood until the war."],
        WEAVERS,
        {"style": "plain"},
        ["note", "note"],
        ["0 author-date Grau 1994: 12 = Grau 1994 @12 →2"],
        id="plain style",
    ),
]


@pytest.mark.parametrize("notes, works, options, kinds, citations", CASES)
def test_notes_of_an_article(notes, works, options, kinds, citations):
    record = read(build(notes, works, **options))
    first = len(works) if options.get("list_first") else 0
    own = record.references[first : first + len(notes)]
    assert [entry.kind for entry in own] == kinds
    assert noted(record) == citations
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

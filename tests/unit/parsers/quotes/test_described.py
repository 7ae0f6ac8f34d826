"""Speakers that are described, or named in another way than by a name beside the verb."""

import time
from itertools import islice, product

import pytest

from scraper import extract

OPENING = {
    "de": "Am Hafen von Selmen wird seit drei Jahren gebaut, und niemand weiß, wann die Schiffe wieder anlegen werden.",
    "en": "The quay at Selmen has been closed for three years, and nobody knows when the boats will come back to it.",
    "fr": "Le quai de Selmen est fermé depuis trois ans, et personne ne sait quand les bateaux vont y revenir enfin.",
    "es": "El muelle de Selmen lleva tres años cerrado, y nadie sabe cuándo van a volver los barcos a sus aguas.",
    "it": "Il molo di Selmen è chiuso da tre anni, e nessuno sa quando le barche potranno tornare in quelle acque.",
    "nl": "De kade van Selmen is al drie jaar gesloten, en niemand weet wanneer de boten er weer zullen aanleggen.",
    "pt": "O cais de Selmen está fechado há três anos, e ninguém sabe quando os barcos vão voltar para as suas águas.",
}


def speakers_of(language: str, text: str) -> str:
    """The speakers of all quotations of an article around a text, one paragraph a line."""
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n"))
    article = extract(
        f"<html lang={language}><title>x</title><article><h1>{OPENING[language][:20]}</h1>"
        f"<p>{OPENING[language]}</p>{paragraphs}<p>{OPENING[language]}</p></article></html>",
        "https://a.example/2020/the-quay",
    )
    return ", ".join(quote.speaker or "nobody" for quote in article.quotes)


SPOKEN: dict[str, dict[str, dict[str, str]]] = {
    "a surname keeps its particle behind the verb": {
        "de": {
            "Hanna von Brunn leitet den Verein der Fischer.\n„Der Hafen gehört uns allen hier“, sagt von Brunn.": "Hanna von Brunn",
            "Hanna von Brunn leitet den Verein der Fischer. Neben der neuen Brücke sagt von Brunn: „Der Hafen gehört uns allen hier.“": "Hanna von Brunn",
            "Karl zu Holm ist Landwirt in Selmen.\n„Wir brauchen den Regen jetzt sehr“, klagt zu Holm.": "Karl zu Holm",
            "Im Sommer war Otto von der Heide zu Besuch. Am Abend erklärte von der Heide: „Wir brauchen den Regen jetzt sehr.“": "Otto von der Heide",
        },
        "en": {
            "Pieter de Vries runs the fishermen's club.\n“The harbour belongs to all of us,” said de Vries.": "Pieter de Vries",
            "Maria van der Meer owns two of the boats.\n“We need the rain right now,” says van der Meer.": "Maria van der Meer",
        },
        "nl": {
            "Anna van den Berg leidt de vereniging.\n‘De haven is van ons allemaal hier’, zegt van den Berg.": "Anna van den Berg",
        },
        "fr": {
            "Claire de Morvan dirige le syndicat.\n« Le port nous appartient à tous », explique de Morvan.": "Claire de Morvan",
        },
        "es": {
            "Lucía de la Cruz vive en el puerto.\n«Necesitamos la lluvia ahora mismo», dice de la Cruz.": "Lucía de la Cruz",
        },
    },
    "a name explains the role before it": {
        "de": {
            "„Der Hafen gehört uns allen hier“, sagt der Präsident des Hafenvereins, Georg Halm.": "Georg Halm",
            "„Der Hafen gehört uns allen hier“, sagte die Leiterin des Museums in Kiel, Anna Holt, am Montag.": "Anna Holt",
            "„Wir brauchen den Regen jetzt sehr“, betont der Sprecher der Initiative, Jonas Wolf.": "Jonas Wolf",
            "„Wir brauchen den Regen jetzt sehr“, erklärt die Direktorin des Instituts für Wetter, Lena Kurz.": "Lena Kurz",
        },
        "en": {
            "“The harbour belongs to all of us,” said the head of the harbour board, Ada Finch.": "Ada Finch",
            "“We need the rain right now,” said the owner of two boats, Tom Reed.": "Tom Reed",
        },
        "fr": {
            "« Le port nous appartient à tous », explique la présidente du syndicat, Claire Morvan.": "Claire Morvan",
        },
        "es": {
            "«El puerto es de todos nosotros», dijo el alcalde de Puerto Luz, Juan Ruiz.": "Juan Ruiz",
        },
        "it": {
            "«Il porto è di tutti noi», ha detto il sindaco di Borgo, Carlo Venti.": "Carlo Venti",
        },
        "pt": {
            "«Precisamos da chuva agora mesmo», disse o presidente do clube, Rui Matos.": "Rui Matos",
        },
        "nl": {
            "‘We hebben de regen nu echt nodig’, zegt de voorzitter van de club, Jan Bakker.": "Jan Bakker",
        },
    },
    "an object behind the name is no part of it": {
        "de": {
            "Georg Halm ist seit zwei Jahren Trainer.\n„Der Hafen gehört uns allen hier“, begründet Halm seine Entscheidung.": "Georg Halm",
            "Georg Halm ist seit zwei Jahren Trainer.\n„Der Hafen gehört uns allen hier“, fasst Halm die Lage zusammen.": "Georg Halm",
            "Georg Halm ist seit zwei Jahren Trainer.\n„Der Hafen gehört uns allen hier“, erklärt Halm den Gästen.": "Georg Halm",
            "Lena Kurz leitet das Institut.\n„Wir brauchen den Regen jetzt sehr“, beschreibt Kurz ihre Sorge.": "Lena Kurz",
            "Lena Kurz leitet das Institut.\n„Wir brauchen den Regen jetzt sehr“, verteidigt Kurz das Vorgehen.": "Lena Kurz",
            "Lena Kurz leitet das Institut.\n„Wir brauchen den Regen jetzt sehr“, lobt Kurz einen Helfer.": "Lena Kurz",
        },
    },
    "an organisation in marks stands between name and verb": {
        "de": {
            "Ousman Halm von „Rettet den Kai“ sagt: „Der Hafen gehört uns allen hier.“": "Ousman Halm",
            "Tim Wolf vom Bündnis „Kai für alle“ sagt: „Wir brauchen den Regen jetzt sehr.“": "Tim Wolf",
        },
        "en": {
            "Ada Finch of “Save the Quay” said: “The harbour belongs to all of us.”": "Ada Finch",
        },
        "fr": {
            "Claire Morvan de « Sauvons le quai » explique : « Il nous faut de la pluie maintenant. »": "Claire Morvan",
        },
    },
    "a role or an age goes to whom the page introduces with it": {
        "de": {
            "Die Juristin Kerstin Halm berät den Verein. Niemand soll seine Arbeit verlieren.\n„Der Hafen gehört uns allen hier“, sagt die Juristin.": "Kerstin Halm",
            "Das weiß auch BDA-Juristin Kerstin Halm. Niemand soll seine Arbeit verlieren.\n„Der Hafen gehört uns allen hier“, sagt die BDA-Juristin.": "Kerstin Halm",
            "Der Virologe Christian Holm forscht in Kiel. Er warnt seit Jahren.\n„Der Hafen gehört uns allen hier“, so der Virologe.": "Christian Holm",
            "Alexander Halm kann nicht dabei sein. Der 24-Jährige: „Ich bin sehr traurig über die Lage hier.“": "Alexander Halm",
            "Alexander Halm kann nicht dabei sein.\n„Ich bin sehr traurig über die Lage hier“, sagt der 24-Jährige.": "Alexander Halm",
            "Stürmer Jonas Wolf traf zweimal. Das Spiel endete spät.\n„Wir brauchen den Regen jetzt sehr“, sagte der Stürmer.": "Jonas Wolf",
            "Lena Kurz ist Meteorologin und lebt in Kiel.\n„Wir brauchen den Regen jetzt sehr“, so die Meteorologin.": "Lena Kurz",
            "Jonas Wolf kam spät nach Hause.\n„Wir brauchen den Regen jetzt sehr“, erzählt der 31-Jährige.": "Jonas Wolf",
            "Jonas Wolf (31) traf Peter Lang (40) am Hafen.\n„Wir brauchen den Regen jetzt sehr“, erzählt der 40-Jährige.": "Peter Lang",
            "Der Wirt Jonas Wolf und der Wirt Peter Lang streiten.\n„Wir brauchen den Regen jetzt sehr“, sagt der Wirt.": "nobody",
        },
        "en": {
            "Ada Finch cannot be there this year.\n“I am very sad about it all,” the 24-year-old said.": "Ada Finch",
            "Firefighter Tom Reed came first, before his friend Jim Holt, 52, did.\n“We need the rain right now,” the 52-year-old said.": "Jim Holt",
        },
        "fr": {
            "L’imam Karim Benali est jugé à Lyon depuis lundi.\n« Le port nous appartient à tous », plaide l’imam.": "Karim Benali",
            "La boulangère Anne Roux ouvre à six heures.\n« Il nous faut de la pluie maintenant », dit la boulangère.": "Anne Roux",
        },
        "it": {
            "Il direttore Carlo Venti guida il museo da tre anni.\n«Il porto è di tutti noi», ha detto il direttore.": "Carlo Venti",
        },
        "es": {
            "El capitán Juan Ruiz lleva dos barcos.\n«Necesitamos la lluvia ahora mismo», dijo el capitán.": "Juan Ruiz",
        },
    },
    "what moves somebody does not speak": {
        "de": {
            "Dass Georg Halm mit seiner makellosen Davis Cup-Bilanz an den Start geht, freut den Bundestrainer: „Georg gehört zum Kern der Mannschaft.“": "nobody",
            "Die gute Bilanz von Jonas Wolf überrascht die Trainerin nicht: „Jonas ist ein sehr guter Läufer.“": "nobody",
        },
    },
    "a pronoun goes on with who speaks for an organisation": {
        "en": {
            "Jo Grady, the union's general secretary, said staff were angry.\n“We need an honest talk about it,” Grady said.\nBut a spokesperson for the Harbour Employers’ Association (HEA) said its members had made progress.\n“We have worked hard with the unions,” he said.": "Jo Grady, Harbour Employers’ Association",
            "Mark Hill, a councillor, disagreed.\n“It is not my harbour at all,” Hill said.\nA representative of the Selmen Port Authority said work would go on.\n“We will open it in the spring,” she said.": "Mark Hill, Selmen Port Authority",
        },
    },
    "a surname that is a trade is a surname": {
        "en": {
            "Ann Baker studies care in small towns.\n“Access to care is a major issue,” Baker said.": "Ann Baker",
            "Tom Fisher mends nets for a living.\n“We need the rain right now,” Fisher said.": "Tom Fisher",
            "Joyful Mason lays walls for a living.\n“We need the rain right now,” Mason said.": "Joyful Mason",
            "The Harbour Officer came late.\n“We need the rain right now,” officer Reed said.": "Reed",
        },
    },
    "words may stand between a verb and its subject": {
        "de": {
            "„Der Zug fährt morgen wieder“, sagte jetzt allerdings Anna Holt dem Reiseblog.": "Anna Holt",
            "„Der Zug fährt morgen wieder“, erklärt auf Nachfrage Martin Holm aus der Presseabteilung.": "Martin Holm",
            "„Der Zug fährt morgen wieder“, führte damals Stadtsprecherin Marion Kurz aus.": "Marion Kurz",
            "„Der Zug fährt morgen wieder“, sagt dazu Geschäftsführer Enrique Costa.": "Enrique Costa",
            "„Wir haben sehr lange gewartet“, berichtet im Gespräch Lena Kurz.": "Lena Kurz",
            "„Wir haben sehr lange gewartet“, meint hingegen am Montag Jonas Wolf.": "Jonas Wolf",
        },
        "it": {
            "«Il treno riparte domani mattina», racconta in lacrime Lina Conti.": "Lina Conti",
        },
        "fr": {
            "« Nous avons attendu très longtemps », raconte en souriant Anne Roux.": "Anne Roux",
        },
        "es": {
            "«Hemos esperado mucho tiempo aquí», explica entre risas Lucía Ruiz.": "Lucía Ruiz",
        },
        "pt": {
            "«Esperámos muito tempo aqui», conta entre lágrimas Rita Matos.": "Rita Matos",
        },
        "nl": {
            "‘We hebben heel lang gewacht’, zegt daarover directeur Jan Bakker.": "Jan Bakker",
        },
    },
    "a verb that no table knows is told by order in german": {
        "de": {
            "„Der Zug fährt morgen wieder“, beruhigt Tabea Kurz, Rechtsanwältin in Kiel.": "Tabea Kurz",
            "„Der Zug fährt morgen wieder“, machte der stellvertretende Vorsitzende Dirk Holm deutlich.": "Dirk Holm",
            "Pastor Jan Holm predigt am Sonntag. „Der Zug fährt morgen wieder“, fährt Holm fort.": "Jan Holm",
            "„Der Zug fährt morgen wieder“, wird Präsident Hans Kurz zitiert.": "Hans Kurz",
            "„Wir haben sehr lange gewartet“, stellte Minister Otto Kurz klar.": "Otto Kurz",
            "„Wir haben sehr lange gewartet“, fasste Lena Kurz zusammen.": "Lena Kurz",
            "„Wir haben sehr lange gewartet“, gab Jonas Wolf zu.": "Jonas Wolf",
            "„Wir haben sehr lange gewartet“, stöhnt Peter Lang.": "Peter Lang",
            "„Wir haben sehr lange gewartet“, hob Anna Holt hervor.": "Anna Holt",
            "„Wir haben sehr lange gewartet“, brachte es Anna Holt auf den Punkt.": "Anna Holt",
        },
    },
    "a name behind the words outweighs who spoke before": {
        "de": {
            "Liam Wolf siegte zuletzt. „Der Zug fährt morgen wieder“, so Chris Holt Jr. jüngst in einem Interview.": "Chris Holt Jr.",
            "Liam Wolf sprach zuerst. „Wir wissen es noch nicht“, sagte Wolf.\n„Der Zug fährt morgen wieder“, brummt nun Peter Lang.": "Liam Wolf, Peter Lang",
        },
    },
    "a post in the genitive is no part of the name": {
        "it": {
            "«Il porto è di tutti noi», ha detto il ministro degli Affari Esteri Antonio Venti.": "Antonio Venti",
            "Il ministro degli Esteri Antonio Venti è a Roma.\n«Il porto è di tutti noi», dice Venti.": "Antonio Venti",
        },
        "fr": {
            "« Le port nous appartient à tous », dit la ministre de la Justice Anne Leroy.": "Anne Leroy",
        },
    },
}
"""What holds → language → text, one paragraph a line → who speaks in its quotations."""


@pytest.mark.parametrize(
    "language, text, speakers",
    [
        pytest.param(language, text, speakers, id=f"{rule}-{language}-{number}")
        for rule, languages in SPOKEN.items()
        for language, texts in languages.items()
        for number, (text, speakers) in enumerate(texts.items())
    ],
)
def test_who_speaks(language, text, speakers):
    assert speakers_of(language, text) == speakers


def test_who_spoke_in_the_paragraph_adds_and_nobody_else():
    text = (
        "El investigador Juan Ruiz midió el agua en mayo.\n"
        "«Hay dudas sobre todo esto», dijo Sergi Costa. «Cada año es muy distinto», añade el investigador."
    )
    assert speakers_of("es", text) == "Sergi Costa, Sergi Costa"


def test_a_role_is_nobody_where_somebody_else_spoke_since():
    text = (
        "Der Virologe Christian Holm forscht in Kiel.\n"
        "„Wir wissen es noch nicht“, sagt Lena Kurz. „Der Regen kommt erst im Mai“, so der Virologe."
    )
    assert speakers_of("de", text) == "Lena Kurz, nobody"


def test_a_spokesperson_of_another_firm_is_nobody():
    text = (
        "Der Konzern schweigt, wie Sprecher Tobias Lind von der Stadt weiß.\n"
        "„Wir wissen es noch nicht“, teilt der Konzern-Sprecher mit."
    )
    assert speakers_of("de", text) == "nobody"


def test_an_age_is_that_of_each_quotation_that_gives_it():
    article = extract(
        f"<html lang=en><title>x</title><article><p>{OPENING['en']}</p>"
        "<p>Hanna Brunner (24) runs the fishermen's club at the old quay.</p>"
        "<p>“The harbour belongs to all of us here,” said the 24-year-old.</p>"
        "<p>“Nobody asked us what we think of it,” said the 24-year-old.</p>"
        f"<p>{OPENING['en']}</p></article></html>"
    )
    assert [quote.speaker for quote in article.quotes] == ["Hanna Brunner"] * 2


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_page_of_many_descriptions_is_read_in_time(language):
    if language == "de":
        nouns = ("".join(letters) for letters in product("abcdefghijkl", repeat=3))
        said = [f"„Das ist nicht gut für uns alle hier“, sagte der Amt{noun}er." for noun in nouns]
    else:
        said = [
            f"“The harbour belongs to all of us,” said the {age % 999}-year-old."
            for age in range(1728)
        ]
    text = "".join(f"<p>{line}</p>" for line in islice(said, 1728))
    began = time.process_time()
    extract(f"<html lang={language}><title>x</title><article>{text}</article></html>")
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    "language, lead",
    [
        ("it", "La scritta sul muro di Roma"),
        ("it", "Il quotidiano Il Sole"),
        ("fr", "Le journal Le Monde"),
        ("fr", "La devise de la République Française"),
        ("es", "La película del año Cien Años"),
        ("es", "La pregunta para Ana López"),
        ("pt", "O título do livro de Paulo Prado"),
    ],
)
def test_no_thing_speaks_before_a_colon(language: str, lead: str) -> None:
    words = {"it": "Il mulino è vecchio", "fr": "Le moulin est vieux"}
    said = words.get(language, "El molino es muy viejo ya")
    assert speakers_of(language, f"{lead}: «{said} e nessuno lo sa»") in ("nobody", "")

"""Invented articles in ten languages around the one thing that a test looks at."""

import pytest

from scraper import extract

URL = "https://mills.example/a"
PROSE: dict[str, tuple[str, str, str]] = {
    "en": (
        "The mill stands where two brooks meet, and for three centuries the people of the valley have carried their grain there in autumn and gone home with flour.",
        "When the wheel broke in the cold winter the miller wrote to every farm along the water and asked for oak, and within a month he had more oak than he could stack in the yard.",
        "What the letters show is how a small place keeps a large thing running: by asking early, by writing everything down and by paying in flour.",
    ),
    "de": (
        "Die Mühle steht dort, wo zwei Bäche zusammenfließen, und seit drei Jahrhunderten tragen die Leute des Tals im Herbst ihr Korn dorthin und gehen mit Mehl nach Hause.",
        "Als das Rad im kalten Winter brach, schrieb der Müller an jeden Hof am Wasser und bat um Eichenholz, und nach einem Monat hatte er mehr Holz, als er im Hof stapeln konnte.",
        "Die Briefe zeigen, wie ein kleiner Ort eine große Sache am Laufen hält: man fragt früh, man schreibt alles auf, und man bezahlt mit Mehl.",
    ),
    "fr": (
        "Le moulin se dresse là où deux ruisseaux se rejoignent, et depuis trois siècles les gens de la vallée y portent leur grain à l'automne et rentrent chez eux avec de la farine.",
        "Quand la roue se brisa pendant l'hiver, le meunier écrivit à toutes les fermes pour demander du chêne, et au bout d'un mois il en avait plus qu'il ne pouvait en ranger dans la cour.",
        "Les lettres montrent comment un petit village fait durer une grande chose : on demande tôt, on note tout et l'on paie en farine.",
    ),
    "es": (
        "El molino está donde se juntan dos arroyos, y desde hace tres siglos la gente del valle lleva allí su grano en otoño y vuelve a casa con harina.",
        "Cuando la rueda se rompió en invierno, el molinero escribió a todas las granjas para pedir roble, y al cabo de un mes tenía más del que podía guardar en el patio.",
        "Las cartas muestran cómo un lugar pequeño mantiene en marcha una cosa grande: se pide pronto, se apunta todo y se paga con harina.",
    ),
    "it": (
        "Il mulino sorge dove due torrenti si incontrano, e da tre secoli la gente della valle vi porta il grano in autunno e torna a casa con la farina.",
        "Quando la ruota si ruppe in inverno, il mugnaio scrisse a tutte le fattorie per chiedere quercia, e dopo un mese ne aveva più di quanta potesse accatastarne nel cortile.",
        "Le lettere mostrano come un piccolo luogo mantenga in funzione una cosa grande: si chiede presto, si annota tutto e si paga in farina.",
    ),
    "nl": (
        "De molen staat waar twee beken samenkomen, en al drie eeuwen brengen de mensen uit het dal daar in de herfst hun graan en gaan met meel naar huis.",
        "Toen het rad in de winter brak, schreef de molenaar aan elke boerderij om eikenhout, en na een maand had hij meer dan hij op het erf kon stapelen.",
        "De brieven laten zien hoe een kleine plaats een groot ding gaande houdt: vroeg vragen, alles opschrijven en betalen met meel.",
    ),
    "pl": (
        "Młyn stoi tam, gdzie łączą się dwa strumienie, i od trzech stuleci ludzie z doliny noszą tam jesienią zboże i wracają do domu z mąką.",
        "Kiedy zimą pękło koło, młynarz napisał do każdego gospodarstwa z prośbą o dąb i po miesiącu miał go więcej, niż mógł ułożyć na podwórzu.",
        "Listy pokazują, jak małe miejsce utrzymuje w ruchu wielką rzecz: pyta się wcześnie, wszystko się zapisuje i płaci się mąką.",
    ),
    "ru": (
        "Мельница стоит там, где сходятся два ручья, и уже три столетия люди из долины приносят туда осенью зерно и уходят домой с мукой.",
        "Когда зимой сломалось колесо, мельник написал на каждый двор и попросил дуба, и через месяц у него было больше дуба, чем помещалось во дворе.",
        "Письма показывают, как маленькое место поддерживает большое дело: просят заранее, всё записывают и платят мукой.",
    ),
    "sv": (
        "Kvarnen står där två bäckar möts, och i tre sekler har folket i dalen burit sin säd dit om hösten och gått hem med mjöl.",
        "När hjulet brast den kalla vintern skrev mjölnaren till varje gård och bad om ek, och inom en månad hade han mer ek än han kunde stapla på gården.",
        "Breven visar hur en liten plats håller en stor sak i gång: man frågar tidigt, man skriver upp allt och man betalar i mjöl.",
    ),
    "pt": (
        "O moinho fica onde se juntam dois ribeiros, e há três séculos que a gente do vale leva para lá o grão no outono e volta para casa com farinha.",
        "Quando a roda se partiu no inverno, o moleiro escreveu a todas as quintas a pedir carvalho, e ao fim de um mês tinha mais do que podia guardar no pátio.",
        "As cartas mostram como um lugar pequeno mantém uma coisa grande a andar: pede-se cedo, anota-se tudo e paga-se em farinha.",
    ),
}
"""Three paragraphs of each language: two before the case, one behind it."""


def read(case="", end="", *, language="en", byline="By Ada Quill", after=""):
    """Return the record of an article with a case in its text and something at its end."""
    first, second, last = PROSE[language]
    title = "The mill of the two brooks"
    return extract(
        f"<!doctype html><html lang={language}><head><meta charset=utf-8><title>{title}</title></head>"
        f"<body><article><h1>{title}</h1><p class=byline>{byline}</p><p>{first}</p><p>{second}</p>"
        f"{case}<p>{last}</p>{end}</article>{after}</body></html>",
        URL,
    )


def cases_of(text, keys):
    """Cases written as text, parted by blank lines: an id above lines of ``key: value``.

    A test is given the pairs of key and value, in their order; a key is one of ``keys``, words
    parted by blanks.
    """
    cases = []
    for name, *lines in (block.split("\n") for block in text.strip().split("\n\n")):
        case = [line.split(": ", 1) for line in lines]
        assert {key for key, _ in case} <= {*keys.split()}, f"{name}: a key that no test reads"
        cases.append(pytest.param(case, id=name))
    return cases


def values_of(case, key):
    """All values of a key, in their order."""
    return [value for name, value in case if name == key]


def line_of(citation):
    """A citation in one line, as "author-date (Holm, 2011a: 7) = Holm 2011 ~a @7 →2".

    Behind its words stand its works, parted by semicolons: authors, #number, year, ~suffix,
    @locator and → the entry of the list; what a work lacks is left out.
    """
    return f"{citation.kind} {citation.text} = {'; '.join(map(_work_of, citation.items))}"


def _work_of(item):
    parts = [("", " & ".join(item.authors)), ("#", item.number), ("", item.year)]
    parts += [("~", item.suffix), ("@", item.locator), ("→", item.reference)]
    return " ".join(f"{sign}{value}" for sign, value in parts if value not in (None, ""))

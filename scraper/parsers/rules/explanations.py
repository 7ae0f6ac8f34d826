"""How a line right behind a picture reads that explains the picture, or says whose it is.

Written from what newspapers and blogs print below their pictures. Nothing of it is asked of other
lines: "Source: …" at the end of an article says where the article comes from, and stays.
"""

import re

from scraper.patterns import late

EXPLANATION_LIMIT = 200
"""Longer lines are text, whatever they begin or end with."""

_SOURCES = (
    "sources?", "quellen?", "fuentes?", "fonte", "bron", "källa", "kilder?", "lähde", "zdroj", "źródło", "forrás",
    "kaynak", "nguồn", "источник", "джерело", "πηγή", "المصدر", "स्रोत", "出典", "来源", "來源", "출처",
)  # fmt: skip
_PICTURES = (
    "photo", "photograph", "image", "picture", "illustration", "graphic", "screenshot", "bild", "foto", "grafik",
    "imagen", "imagem", "immagine",
)  # fmt: skip
_FIGURES = (
    "figure", r"fig\.", "abbildung", r"abb\.", "figura", r"figuur", r"rys\.", r"obr\.", r"рис\.", "рисунок", "şekil",
    "hình", "شكل", "図", "图", "圖", "그림",
)  # fmt: skip
_PLACES = (
    "above", "below", "left", "right", "top", "bottom", "oben", "unten", "rechts", "ci-dessus", "ci-dessous",
    "à gauche", "à droite", "arriba", "abajo", "izquierda", "derecha", "acima", "abaixo", "sopra", "sotto",
)  # fmt: skip
_AGENCIES = (
    "getty(?: images)?", "shutterstock", "istock(?:photo)?", "alamy(?: stock photo)?", "unsplash", "pexels", "pixabay",
    "adobe ?stock", "depositphotos", "dreamstime", "wikimedia(?: commons)?", "reuters", "afp", "epa", "dpa",
    "picture[ -]alliance", "imago(?: images)?", "keystone",
)  # fmt: skip


_SMALL = "a-zß-öø-ÿąćčďęěğıłńňřśşšťůźżžа-яёіїєґά-ώ"
"""Small letters with which the words of a sentence go on."""


def _any(words: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(words)})"


EXPLANATION = late(
    "|".join((
        # As in "(Image source)" and "Source: Ada", and behind a sentence: "The mill, photo by: Ada".
        rf"^[(\[]?(?:{_any(_PICTURES)} ?)?{_any(_SOURCES)}(?:[)\]]?\W*$| ?[:：].+$)",
        rf"[.,;!?|–—-]\s*(?:{_any(_SOURCES)}|{_any(_PICTURES)}s?(?: by| credit)?) ?[:：][^.:]{{2,60}}\W*$",
        # As in "Image from last year's review" and "Picture provided by the mill".
        rf"^{_any(_PICTURES)}s? (?:from.{{1,40}}|(?:via|by|courtesy|credits?|provided|supplied|©).{{1,80}})$",
        # As in "Getty Images / Ada" and "The mill © Reuters".
        rf"^{_any(_AGENCIES)}(?:\s*[/|,·:©–-].+)?$",
        rf"[/|©(]\s?{_any(_AGENCIES)}\)?\W*$",
        # As in "Above: the mill".
        rf"^[(\[]?{_any(_PLACES)} ?[:：].+$",
        # As in "Figure 3. The mill" and "Figure 3 The mill"; "Figure 3 shows a mill" is a sentence.
        rf"^[(\[]?{_any(_FIGURES)}\s?[\dIVX]*[\d.]*[a-z]?\s?(?:[.:：|–-]|(?<=\d)\s(?-i:(?![{_SMALL}]))|$)",
        # "The picture shows", and who took it; "filmed" (拍摄) ends sentences.
        r"^图为|(?<!拍)[摄攝]\W*$",
    )),
    re.I,
)  # fmt: skip
"""Of 62 lines of annotated pages that it knew when it was written 3 were in the reference text."""

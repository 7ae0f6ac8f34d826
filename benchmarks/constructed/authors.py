"""Builds articles with boxes about their authors, in every shape and many languages."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from constructed.prose import CLOSING, FILLING, TITLES


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom a box presents."""

    name: str
    role: str
    bio: str
    slug: str


@dataclass(frozen=True, slots=True)
class BioPage:
    """One page with its gold."""

    name: str
    markup: str
    language: str
    shape: str
    cast: str
    bios: tuple[tuple[str, str], ...]
    """(name, bio) of the authors; none where no box has a text."""
    apart: tuple[str, ...] = ()
    """Texts about others: reviewers, the owner of the blog."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """What boxes say in a language."""

    heading: str
    headings: str
    by: str
    reviewed: str
    role: tuple[str, str]
    bio: tuple[str, ...]
    """``{}`` is the name; the second sentence names nobody."""
    more: str


_TONGUES = {
    "en": Tongue(
        "About the author",
        "About the authors",
        "By",
        "Reviewed by",
        ("Staff writer", "Harbour historian"),
        (
            "{} is a writer who covers ferries and fog. She lives in Leeds with two dogs.",
            "{} teaches history at Northgate University and has mended lamps since 2004. His next book is about rope.",
        ),
        "More by {}",
    ),
    "de": Tongue(
        "Über den Autor",
        "Über die Autoren",
        "Von",
        "Geprüft von",
        ("Redakteurin", "Historiker"),
        (
            "{} schreibt über Fähren und Nebel. Sie lebt mit zwei Hunden in Bremen.",
            "{} ist Historiker und repariert seit 2004 alte Lampen. Sein nächstes Buch handelt von Seilen.",
        ),
        "Alle Beiträge von {}",
    ),
    "fr": Tongue(
        "À propos de l’auteur",
        "À propos des auteurs",
        "Par",
        "Relu par",
        ("Journaliste", "Historienne"),
        (
            "{} écrit sur les bacs et le brouillard. Elle vit à Nantes avec deux chiens.",
            "{} est historien et répare des lampes depuis 2004. Son prochain livre parle de cordages.",
        ),
        "Tous les articles de {}",
    ),
    "es": Tongue(
        "Sobre el autor",
        "Sobre los autores",
        "Por",
        "Revisado por",
        ("Redactora", "Historiador"),
        (
            "{} escribe sobre barcos y niebla. Vive en Vigo con dos perros.",
            "{} es historiador y arregla lámparas desde 2004. Su próximo libro trata de cuerdas.",
        ),
        "Ver todos los artículos de {}",
    ),
    "it": Tongue(
        "L’autore",
        "Gli autori",
        "Di",
        "Revisionato da",
        ("Giornalista", "Storico"),
        (
            "{} scrive di traghetti e di nebbia. Vive a Trieste con due cani.",
            "{} è uno storico e ripara lampade dal 2004. Il suo prossimo libro parla di corde.",
        ),
        "Tutti gli articoli di {}",
    ),
    "pt": Tongue(
        "Sobre o autor",
        "Sobre os autores",
        "Por",
        "Revisado por",
        ("Redatora", "Historiador"),
        (
            "{} escreve sobre barcos e neblina. Mora no Porto com dois cães.",
            "{} é historiador e conserta lâmpadas desde 2004. O próximo livro trata de cordas.",
        ),
        "Ver todos os artigos de {}",
    ),
    "nl": Tongue(
        "Over de auteur",
        "Over de auteurs",
        "Door",
        "Gecontroleerd door",
        ("Redacteur", "Historicus"),
        (
            "{} schrijft over veerboten en mist. Ze woont in Delft met twee honden.",
            "{} is historicus en repareert sinds 2004 lampen. Zijn volgende boek gaat over touw.",
        ),
        "Alle artikelen van {}",
    ),
    "sv": Tongue(
        "Om författaren",
        "Om författarna",
        "Av",
        "Granskad av",
        ("Redaktör", "Historiker"),
        (
            "{} skriver om färjor och dimma. Hon bor i Malmö med två hundar.",
            "{} är historiker och lagar lampor sedan 2004. Nästa bok handlar om rep.",
        ),
        "Fler artiklar av {}",
    ),
    "pl": Tongue(
        "O autorze",
        "O autorach",
        "Autor:",
        "Sprawdził:",
        ("Redaktorka", "Historyk"),
        (
            "{} pisze o promach i mgle. Mieszka w Gdyni z dwoma psami.",
            "{} jest historykiem i od 2004 roku naprawia lampy. Następna książka będzie o linach.",
        ),
        "Więcej artykułów: {}",
    ),
    "ru": Tongue(
        "Об авторе",
        "Об авторах",
        "Автор:",
        "Проверил:",
        ("Редактор", "Историк"),
        (
            "{} пишет о паромах и тумане. Живёт в Казани с двумя собаками.",
            "{} — историк, с 2004 года чинит лампы. Следующая книга будет о верёвках.",
        ),
        "Все статьи автора {}",
    ),
    "tr": Tongue(
        "Yazar hakkında",
        "Yazarlar hakkında",
        "Yazan:",
        "Kontrol eden:",
        ("Editör", "Tarihçi"),
        (
            "{} feribotlar ve sis üzerine yazıyor. İki köpeğiyle İzmir’de yaşıyor.",
            "{} tarihçidir ve 2004’ten beri lamba onarıyor. Bir sonraki kitabı halatlar üzerine.",
        ),
        "{} adlı yazarın tüm yazıları",
    ),
    "ja": Tongue(
        "著者について",
        "著者紹介",
        "文：",
        "監修：",
        ("ライター", "歴史家"),
        (
            "{}は渡し船と霧について書くライター。二匹の犬と横浜に暮らす。",
            "{}は歴史家。2004年からランプを直している。次の本は縄についてである。",
        ),
        "{}の記事一覧",
    ),
    "zh": Tongue(
        "关于作者",
        "作者简介",
        "作者：",
        "审核：",
        ("编辑", "历史学者"),
        (
            "{}写渡轮与雾，与两只狗住在厦门，每天清晨都会去港口散步。",
            "{}是历史学者，自2004年起修理旧灯，下一本书将讲述绳索的故事。",
        ),
        "{}的全部文章",
    ),
}
_NAMES = {
    "dev": {
        "": (("Ada", "Okafor"), ("Thomas", "Fenwick"), ("Ingrid", "Lindqvist"), ("Samuel", "Pym")),
        "ru": (("Ольга", "Соколова"), ("Михаил", "Рыбаков"), ("Иван", "Береговой")),
        "ja": (("佐藤", "花子"), ("高橋", "健一"), ("小林", "美咲")),
        "zh": (("李", "丽娜"), ("王", "建国"), ("陈", "晓明")),
    },
    "check": {
        "": (
            ("Miriam", "Ashdown"),
            ("George", "Kimathi"),
            ("Beatrix", "Whitcombe"),
            ("Colm", "Darcy"),
        ),
        "ru": (("Анна", "Яблокова"), ("Пётр", "Садовников"), ("Вера", "Громова")),
        "ja": (("木村", "陽子"), ("清水", "直樹"), ("石井", "恵")),
        "zh": (("刘", "海燕"), ("赵", "志强"), ("周", "文静")),
    },
}
Shape = Callable[[Sequence[Person], Tongue, bool], str]


def _profile(person: Person) -> str:
    return f"/author/{person.slug}"


def headed(people: Sequence[Person], tongue: Tongue, bare: bool) -> str:
    """A heading and a paragraph each."""
    heading = tongue.headings if len(people) > 1 else tongue.heading
    return f"<div><h3>{heading}</h3>" + "".join(f"<p>{p.bio}</p>" for p in people) + "</div>"


def card(people: Sequence[Person], tongue: Tongue, bare: bool) -> str:
    """A card as themes print it: picture, linked name, job, text, button, accounts."""
    return "".join(
        f"<div class='author-box'><img src='/img/{p.slug}.jpg' alt=''><div class='author-name'><a href='{_profile(p)}' rel='author'>{p.name}</a></div>"
        f"<div class='author-title'>{p.role}</div>"
        + ("" if bare else f"<div class='author-bio'><p>{p.bio}</p></div>")
        + f"<a href='{_profile(p)}'>{tongue.more.format(p.name)}</a><a href='https://twitter.com/{p.slug}'>Twitter</a></div>"
        for p in people
    )


def soup(people: Sequence[Person], tongue: Tongue, bare: bool) -> str:
    """Divisions without a class that says anything."""
    return "".join(
        f"<div class='x1'><div class='x2'><div><a href='{_profile(p)}'>{p.name}</a></div><div>{p.role}</div><div>{p.bio}</div></div></div>"
        for p in people
    )


def italic(people: Sequence[Person], tongue: Tongue, bare: bool) -> str:
    """Last paragraphs in italics."""
    return "".join(f"<p><em>{p.bio}</em></p>" for p in people)


def bracketed(people: Sequence[Person], tongue: Tongue, bare: bool) -> str:
    """Last paragraphs in italics behind a rule."""
    return "<hr>" + "".join(f"<p><i>{p.bio}</i></p>" for p in people)


def one_node(people: Sequence[Person], tongue: Tongue, bare: bool) -> str:
    """Heading and text in one node."""
    return "".join(f"<p>{tongue.heading}: {p.bio}</p>" for p in people)


def name_and_text(people: Sequence[Person], tongue: Tongue, bare: bool) -> str:
    """The name in bold and the text in one paragraph, under a heading."""
    heading = tongue.headings if len(people) > 1 else tongue.heading
    return (
        f"<section class='bio'><h4>{heading}</h4>"
        + "".join(f"<p><strong>{p.name}</strong><br>{p.bio}</p>" for p in people)
        + "</section>"
    )


def aside(people: Sequence[Person], tongue: Tongue, bare: bool) -> str:
    """A box in a side column."""
    return "".join(
        f"<aside class='about-author'><h2>{tongue.heading}</h2><figure><img src='/img/{p.slug}.jpg' alt=''></figure><h3>{p.name}</h3><p>{p.bio}</p></aside>"
        for p in people
    )


def table(people: Sequence[Person], tongue: Tongue, bare: bool) -> str:
    """A table with the picture in its first cell."""
    return (
        f"<h3>{tongue.heading}</h3><table class='author'>"
        + "".join(
            f"<tr><td><img src='/img/{p.slug}.jpg' alt=''></td><td><p><b>{p.name}</b></p><p>{p.bio}</p></td></tr>"
            for p in people
        )
        + "</table>"
    )


def itemprop(people: Sequence[Person], tongue: Tongue, bare: bool) -> str:
    """Microdata in an address element."""
    return "".join(
        f"<div itemscope itemtype='https://schema.org/Person' itemprop='author'><a itemprop='url' href='{_profile(p)}'><span itemprop='name'>{p.name}</span></a><p itemprop='description'>{p.bio}</p></div>"
        for p in people
    )


def teaser(people: Sequence[Person], tongue: Tongue, bare: bool) -> str:
    """A shortened text and the whole one."""
    return "".join(
        f"<div class='author-card'><h4>{p.name}</h4><p class='short'>{p.bio[: len(p.bio) // 2].rstrip()}…</p></div>"
        f"<div class='author-card full'><h4>{p.name}</h4><p>{p.bio}</p></div>"
        for p in people
    )


SHAPES: dict[str, Shape] = {
    "heading": headed,
    "card": card,
    "div soup": soup,
    "italics": italic,
    "italics behind a rule": bracketed,
    "one text node": one_node,
    "name and text": name_and_text,
    "aside": aside,
    "table": table,
    "microdata": itemprop,
    "teaser and text": teaser,
}
_CASTS = ("one", "two", "reviewer", "owner", "no text")


def build_bio_pages(part: str) -> Iterator[BioPage]:
    """Yield the pages of a part: each shape in each language, who is presented by lot.

    Pairs of shape and language are dealt to the parts by a digest of their names.
    """
    for shape in SHAPES:
        for language in _TONGUES:
            if (crc32(f"{shape}|{language}".encode()) % 3 == 0) == (part == "check"):
                for number in range(2):
                    yield _build(part, shape, language, number)


def _build(part: str, shape: str, language: str, number: int) -> BioPage:
    chance = random.Random(f"{part}|{shape}|{language}|{number}")
    tongue = _TONGUES[language]
    people = _people(part, language, tongue, chance)
    cast = "one" if number == 0 else chance.choice(_CASTS[1:])
    if cast == "no text" and shape != "card":
        cast = "two"
    authors = people[:2] if cast == "two" else people[:1]
    other = people[2]
    box = SHAPES[shape](authors, tongue, cast == "no text")
    apart: tuple[str, ...] = ()
    extra = ""
    if cast == "reviewer":
        extra = f"<div class='reviewer-box'><h4>{tongue.reviewed} {other.name}</h4><p>{other.bio}</p></div>"
        apart = (other.bio,)
    if cast == "owner":
        extra = f"<div class='sidebar'><h3>Tern Notes</h3><p>{other.bio}</p></div>"
        apart = (other.bio,)
    placed = "above" if shape in ("card", "microdata") and chance.random() < 0.3 else "below"
    return BioPage(
        name=f"{shape}|{language}|{number}|{cast}",
        markup=_page(language, tongue, authors, box, extra, placed),
        language=language,
        shape=shape,
        cast=cast,
        bios=() if cast == "no text" else tuple((p.name, p.bio) for p in authors),
        apart=apart,
    )


def _people(part: str, language: str, tongue: Tongue, chance: random.Random) -> list[Person]:
    names = _NAMES[part].get(language) or _NAMES[part][""]
    wide = language in ("ja", "zh")
    people: list[Person] = []
    for place, (first, last) in enumerate(chance.sample(names, 3)):
        name = f"{first}{last}" if wide else f"{first} {last}"
        bio = tongue.bio[place % 2].format(name)
        people.append(
            Person(name, tongue.role[place % 2], bio, f"writer-{crc32(name.encode()) % 1000}")
        )
    return people


def _page(
    language: str, tongue: Tongue, authors: Sequence[Person], box: str, extra: str, placed: str
) -> str:
    title = TITLES.get(language, TITLES["en"])
    closing = CLOSING.get(language, CLOSING["en"])
    filling = FILLING.get(language, FILLING["en"])
    text = "\n".join(f"<p>{one.format('')} {filling}</p>" for one in closing[:5])
    names = ", ".join(f"<a href='{_profile(p)}' rel='author'>{p.name}</a>" for p in authors)
    above, below = (box, "") if placed == "above" else ("", box)
    return f"""<!doctype html><html lang='{language}'><head><meta charset='utf-8'><title>{title} – Tern Notes</title></head>
<body><header><nav><a href='/'>Tern Notes</a><a href='/archive'>Archive</a></nav></header>
<main><article><h1>{title}</h1><p class='byline'>{tongue.by} {names}</p>{above}
{text}
{below}</article>{extra}
<div class='related'><h3>Also on this site</h3><ul><li><a href='/a/1'>A walk along the second wall</a></li></ul></div></main>
<footer><p>© 2024 Tern Notes. All rights reserved.</p></footer></body></html>"""

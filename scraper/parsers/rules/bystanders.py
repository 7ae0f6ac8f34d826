"""Words by which the lines around a name say that it is not the writer's.

A book's facts, a press office, a thread of comments: each in the words that pages of some twenty
languages print there. All in lower case.
"""

import re

from scraper.patterns import held_words

WORK_FACTS = {
    word: kind
    for kind, words in {
        "publisher": "publisher verlag éditeur éditions editorial editora editore uitgever uitgeverij "
        "förlag forlag wydawnictwo wydawca nakladatelství vydavatelství kiadó kustantaja kustantamo "
        "издательство видавництво yayınevi penerbit editura εκδόσεις εκδότης 出版社 출판사",
        "pages": "pages seiten seitenzahl seitenanzahl umfang páginas pagine pagina's sidor sidetal "
        "sideantal sider stron stran oldal oldalszám sivuja sivumäärä страниц сторінок halaman pagini sayfa "
        "σελίδες 页数 頁數 ページ数 쪽수",
        "number": "isbn isbn-13 isbn-10 asin ean",
        "genre": "genre gattung género genere gênero gatunek žánr műfaj genre(s) жанр tür",
        "series": "series reihe série serie saga sarja cykl sorozat серия серія",
        "original": "originaltitel original originalsprache titre-original",
        "length": "runtime laufzeit spieldauer duração duración durata durée speelduur speltid spilletid",
        "cast": "cast starring reparto interpreti elenco darsteller besetzung distribution obsada "
        "hrají szereplők rollista oyuncular",
        "price": "price preis prix precio prezzo preço prijs pris cena ár hinta цена ціна fiyat harga",
    }.items()
    for word in words.split()
}
"""Words of the labels that a review prints before a work's facts, with the fact that each names.

Some name a magazine's issue, too; two of them stand around a work's author alone.
"""

PRESS_OFFICE = re.compile(
    r"\b(?:press(?:e)?-?(?:sprecher(?:in)?|referent(?:in)?|kontakt|ansvarig|chef|stelle|talsmand)|"
    r"medienkontakt|mediensprecher(?:in)?|öffentlichkeitsarbeit|rückfragen|"
    r"(?:press|media) (?:contact|officer|office|relations|enquiries|inquiries)|spokes(?:man|woman|person)|"
    r"communications (?:officer|manager)|(?:attachée?|service|contacts?) (?:de )?presse|"
    r"(?:gabinete|contacto|jefa?|responsable) de (?:prensa|comunicación)|ufficio stampa|"
    r"(?:assessoria|gabinete|contato|contacto) de imprensa|(?:pers)?voorlichter|perscontact|woordvoerder|"
    r"press?kontakt(?:er)?|kommunikatör|pressansvarig|pressechef|kommunikationschef|"
    r"rzeczni(?:k|czka) prasow[ya]|tiskov[ýáa] mluvčí|lisätietoja|viestintäpäällikkö|tiedottaja|"
    r"sajtófőnök|sajtókapcsolat|пресс-(?:секретарь|служба)|прес-служба|basın danışmanı|"
    r"purtător de cuvânt|humas)\b"
)
"""What names somebody who answers the press, or the office that does."""

PRESS_WORDS = held_words(PRESS_OFFICE.pattern)
"""Words of which each of its matches holds one: a quick test."""

TELEPHONE = re.compile(
    r"\b(?:tel|telefon|telefoon|téléphone|teléfono|telefone|phone|mobil|tlf|puh|тел)\b\W{0,3}[\d+(]"
)
"""A telephone's number behind the word for one."""

COMMENTS = re.compile(
    r"\W*(?:\d+ )?(?:comments?|replies|responses?|kommentare?|kommentarer|commentaires?|comentarios?|"
    r"comentários?|commenti|reacties|komentarze|komentáře|hozzászólások|kommentit|комментарии|"
    r"коментарі|yorumlar|komentar|comentarii|σχόλια|评论|評論|コメント|댓글|التعليقات|"
    r"(?:customer |guest )?reviews|(?:kunden)?bewertungen|avis(?: clients)?|opiniones|recensioni|"
    r"avaliações|beoordelingen|omdömen|opinie(?: gości| klientów)?|recenzje|отзывы|відгуки|"
    r"contacts?(?: us)?|kontakte?|kontakta oss|ansprechpartner(?:in)?|contactos?|contatos?|contatti|"
    r"yhteystiedot|kapcsolat|контакты?|iletişim|επικοινωνία)"
    r"(?:\W*\d+\W*|\W*)"
)
"""The heading of a thread of comments, of guests' reviews, or of whom to ask, whole."""

TALKED_OF = ("さん", "氏", "先生", "님", "씨")
"""What follows the name of somebody who is spoken of, in Japanese and Korean."""

TEXT_WORDS = frozenset(
    # Words for a text
    "analysis article column columns comment commentary diary dispatch editorial essay feature "
    "interview lecture letter letters memoir note obituary op-ed opinion poem poems report "
    "reportage review reviews sermon speech statement story stories text tribute tutorial "
    "artikel analyse beitrag bericht brief erzählung gedicht glosse kolumne kommentar kritik "
    "kurzgeschichte leitartikel nachruf protokoll rezension tagebuch "
    "billet chronique critique édito éditorial entretien lettre poème récit tribune "
    "análisis artículo carta columna crónica crítica cuento entrevista opinión poema relato "
    "reportaje reseña articolo commento editoriale intervista lettera poesia racconto recensione "
    "rubrica análise artigo coluna conto crônica opinião reportagem resenha "
    "opinie recensie verslag artikkel anmeldelse brev digt dikt intervju klumme krönika kronikk "
    "ledare leder recension artykuł esej felieton recenzja wiersz wywiad báseň článek komentář "
    "recenze rozhovor sloupek arvostelu kolumni runo cikk interjú jegyzet kritika "
    "articol cronică interviu poezie cerpen esai kolom opini puisi resensi ulasan "
    "статья колонка рецензия интервью стаття рецензія "
    # Words for putting it online
    "filed posted published submitted veröffentlicht publié publicado publicada pubblicato "
    "geplaatst gepubliceerd publicerad publicerat publisert udgivet opublikowano publikováno "
    "diposting diterbitkan".split()
)
"""Words before a by-word by which a line says that it is a text's, or tells where that appeared."""

AFTER_A_WORK = frozenset(
    "nach based after inspired adapted from d'après inspiré según basado adaptado secondo tratto "
    "baseado naar gebaseerd efter baserad baseret według podle szerint podľa".split()
)
"""Words before a by-word by which a text says that something of it is another's."""

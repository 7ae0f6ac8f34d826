"""Words of texts about authors.

The openings and headings were collected from the author boxes of common themes and newspapers,
in the languages of the larger presses.
"""

import re

from scraper.patterns import by_first_letter, held_words, late, spellings

_COPULA = (
    r"is|was|has|have|had|are|were|works?|worked|writes|wrote|covers?|covered|lives?|lived|serves|"
    r"served|leads|led|teaches|taught|holds?|specializes|specialises|specialized|joined|runs|"
    r"brings|began|started|studied|studies|loves|currently|graduated|founded|reports|edits|"
    r"received|earned|helps|focuses|spent|believes|oversees|manages|contributes|"
    r"ist|war|arbeitet|schreibt|lebt|studiert|studierte|leitet|lehrt|berichtet|forscht|hat|"
    r"est|a été|écrit|travaille|enseigne|vit|dirige|couvre|a|"
    r"es|fue|escribe|trabaja|vive|dirige|enseña|ha|"
    r"è|scrive|lavora|vive|insegna|si occupa|"
    r"é|escreve|trabalha|mora|atua|"
    r"werkt|schrijft|woont|is|doceert|"
    r"är|skriver|arbetar|bor|er|arbejder|arbeider|skriver|on|työskentelee|kirjoittaa|"
    r"jest|pisze|pracuje|je|píše|pracuje|"
    r"adalah|merupakan|menulis|là|"
    r"пишет|работает|живёт|живет|преподаёт|преподает|родился|родилась|окончил|окончила|ведёт|ведет|"
    r"является|освещает|пише|працює|мешкає|yazıyor|çalışıyor|yaşıyor|γράφει|εργάζεται|είναι|ír|dolgozik|él|"
    r"pracovala|pracoval|narodil|scrie|lucrează|locuiește"
)
COPULA = by_first_letter(_COPULA)
"""Verbs behind the name at the start of a bio."""
COPULA_WORDS = frozenset(
    word
    for verb in _COPULA.split("|")
    for first in verb.split(" ")[:1]
    for word in (first.replace("s?", ""), first.replace("?", ""), first.replace("ı", "i"))
)
"""Their first words, one of which stands wherever one of them does: a quick test. Capitals of "ı"
are those of "i"."""

_AUTOR = r"autor(?:[:*_/·-]{0,2}in(?:nen)?|en)?"
HEADING = late(
    r"(?:(?:more )?about (?:the |this |our |your )?(?:guest )?(?:author|writer|contributor|blogger|"
    r"creator|expert|columnist|editor|reporter|team behind)s?(?:\(s\))?|"
    r"(?:meet|introducing) (?:the |our |your )?(?:guest )?(?:author|writer|contributor|blogger|"
    r"expert|team)s?(?:\(s\))?|"
    r"(?:the |guest |article |post )?(?:author|writer|contributor)s?(?:\(s\))?"
    r"(?:'s|’s|s['’])? ?(?:bio(?:graphy)?|profile|details|info(?:rmation)?|note)?|"
    r"(?:author|contributor)s?['’]? (?:notes?|information)|notes on (?:the )?contributors?|"
    r"contributors? notes?|biograph(?:y|ical note)|bio|"
    r"(?:written|posted|published|authored|article|words|story|reviewed) by|who wrote this|"
    r"veröffentlicht von|über (?:den|die|unsere[n]?|das)? ?(?:"
    rf"{_AUTOR}|verfasser(?:in)?|redaktion|team)(?: und autorin(?:nen)?)?|(?:der|die) {_AUTOR}|"
    rf"zu[rm]? (?:{_AUTOR}|verfasser(?:in)?|person)|zu den {_AUTOR}|{_AUTOR}|autoreninfo|"
    r"geschrieben von|verfasst von|"
    r"à propos (?:de l['’])?(?:des |du )?(?:auteure?s?|autrices?|rédacteur|rédactrice)|"
    r"(?:l['’]|les |de l['’])?(?:auteure?s?|autrices?)|écrit par|rédigé par|biographie|"
    r"(?:sobre|acerca de) (?:el|la|los|las|o|a|os|as)? ?autora?(?:es)?|autora?(?:es)?|"
    r"(?:el|la|o|a) autora?|escrito por|biografía|biografia|"
    r"(?:informazioni )?(?:sull['’]|sugli |sulle |l['’]|gli |le )(?:autore|autrice|autori|autrici)|"
    r"chi è l['’]autore|autore|autrice|scritto da|"
    r"over (?:de )?(?:auteur|schrijver)s?|auteurs?|geschreven door|"
    r"om (?:författaren|författarna|skribenten|skribenterna|forfatteren|forfatterne)|författare|forfatter|"
    r"tietoa kirjoittajasta|kirjoittaja(?:sta)?|"
    r"o autor(?:ze|ce|ach|ovi|ech|och|ke|ce|u|ici|ima)|o avtor(?:ju|ici|jih)|par autor(?:u|i|iem)|"
    r"apie autor(?:ių|ę|ius|es)|autor(?:ist|itest)|sobre l['’]autora?|লেখক (?:সম্পর্কে|পরিচিতি)|"
    r"a szerző(?:k?ről)?|szerző|despre aut(?:or(?:ul|i|ii)?|oare(?:a|le)?)|"
    r"yazar(?:lar)? hakkında|об автор(?:е|ах|ке)|про автор(?:а|ів|ку)|за автор(?:а|ите|ката)|"
    r"о аутор(?:у|ки|има)|автор|tentang penulis|về tác giả|"
    r"(?:关于|關於)作者|作者(?:简介|簡介|介绍|紹介)?|(?:著者|筆者|執筆者|ライター)(?:プロフィール|について|紹介|情報)?|"
    r"この記事(?:を書いた(?:人|記者|ライター)|の(?:著者|筆者|執筆者|ライター))|書いた人|"
    r"(?:نبذة )?(?:عن|حول) (?:الكاتبة?|المؤلفة?|المحررة?)|(?:الكاتبة?|المؤلفة?)|درباره نویسنده|"
    r"(?:על|אודות) (?:הכותבת?|המחברת?)|लेखक के बारे में|เกี่ยวกับผู้เขียน|"
    r"(?:για τον συντάκτη|σχετικά με τον συντάκτη)|"
    r"(?:기자|작가) ?소개|(?:글쓴이|필자|저자)(?: ?소개)?)",
    re.I,
)
"""Headings of boxes about authors; a name or a colon may follow."""

GUEST = late(
    r"(?:this|the following) (?:is|was) an? guest (?:post|article|essay|column|contribution) (?:by|from) "
    r"[^.!?]{3,60}\.\s+(?=\S)|(?:dies ist ein|dieser beitrag ist ein) gast(?:beitrag|artikel) von [^.!?]{3,60}\.\s+(?=\S)|"
    r"(?:ceci|cet article) est un (?:article|billet) invité (?:de|par) [^.!?]{3,60}\.\s+(?=\S)|"
    r"(?:este|esta) es (?:un artículo|una entrada) (?:de )?invitad[oa] (?:de|por) [^.!?]{3,60}\.\s+(?=\S)",
    re.I,
)
"""Sentences before a bio that only say whose the guest post is."""

WEAK_HEADING = late(
    r"(?:(?:the )?(?:author|writer|contributor)s?(?:\(s\))?|bio|biograph\w*|"
    r"(?:written|posted|published|authored|article|words|story|reviewed) by|"
    r"(?:der|die )?autor(?:in|en|innen)?|(?:geschrieben|verfasst|veröffentlicht) von|(?:l['’]|les )?auteure?s?|"
    r"autrices?|écrit par|rédigé par|autora?(?:es)?|escrito por|autore|autrice|scritto da|"
    r"geschreven door|författare|forfatter|kirjoittaja|szerző|автор|作者|著者|筆者|الكاتبة?|المؤلفة?)",
    re.I,
)
"""Headings that stand before bylines too: what follows must speak of the person."""

ABOUT = late(
    r"(?:more )?(?:about|meet|who is|über|à propos de|sobre|acerca de|chi è|over|om|o|об|про|tentang)\s+",
    re.I,
)
"""Words that make a heading of a name ("About Jane Doe")."""

START_CHARS = 6
HEADING_STARTS = frozenset(
    start[:START_CHARS].lower()
    for pattern in (HEADING.pattern, ABOUT.pattern)
    for start in spellings(pattern, START_CHARS)
)
"""The first letters of all such headings, or all of the short ones."""
START_LENGTHS = sorted({len(start) for start in HEADING_STARTS})

COUNT = late(r"\s+\(?\d[\d.,]*\)?\s+[^\W\d_]{4,12}$")
"""How many articles somebody has written, behind the name in a heading."""

PLURAL = late(
    r"authors|writers|contributors|autoren|autorinnen|auteurs|autores|autori|autrici|"
    r"författarna|skribenterna|forfatterne|autorach|autorech|yazarlar|авторах|авторы|"
    # One heading for one and for many: "Meet the author(s)", and languages without a plural.
    r"作者|著者|筆者|執筆者|ライター|글쓴이|필자|저자|penulis|tác giả|ผู้เขียน|"
    r"(?:author|writer|contributor|auteur)\(s\)|autor(?:\(en\)|[:*/_·]inn?en|[/(]es)|auteur[·.]e[·.]s",
    re.I,
)

REVIEWER = late(
    r"review|fact[- ]?check|edited|editor|geprüft|relu|vérifié|revisado|revisionato|verified",
    re.I,
)

_BUTTONS = (
    r"(?:read|learn|see|view|show|find out|discover) (?:more|full|all|author|profile|bio)\b.{0,50}|"
    r"(?:full|complete|author) (?:bio|profile)(?:graphy)?|(?:read|view|see) (?:his|her|their) .{0,40}|"
    r"(?:more|all|other|latest) (?:articles|posts|stories|content|work) (?:by|from|of).{0,60}|"
    r"(?:see|view|read|browse) (?:all )?(?:posts|articles|stories).{0,50}|"
    r"(?:more|mehr) (?:about|über|from|von|by)\b.{0,50}|more by (?:the )?author|"
    r"(?:view|visit) (?:website|profile|site)|"
    r"(?:zum profil|zum autor(?:en)?profil|alle (?:artikel|beiträge) .{0,40}|mehr (?:erfahren|lesen)|"
    r"weiterlesen|mehr von .{0,40}|weitere (?:artikel|beiträge).{0,40})|"
    r"(?:lire (?:la suite|plus)|voir (?:le profil|plus|tous).{0,30}|en savoir plus.{0,30}|"
    r"(?:leer|ver|saber) (?:más|mas|perfil|todo).{0,30}|(?:leia|ver|saiba) mais.{0,30}|"
    r"(?:leggi|scopri) (?:di più|tutto|altro).{0,30}|(?:lees|bekijk) (?:meer|alle).{0,30})"
)
BUTTON = re.compile(rf"(?:\s*[.…]{{0,3}}\s*)(?:\[?…?\]?\s*)(?:{_BUTTONS})\s*[»›>→.]*\s*$", re.I)
"""Links at the end of a bio's text that are no part of it."""

BUTTON_WORDS = held_words(_BUTTONS)
"""Words of which a folded text holds one, if it has such a button: a quick test."""

NOISE_LINE = late(
    r"^\W*(?:\d[\d,.]*\+? (?:published )?(?:articles|posts|stories|followers|beiträge|artikel)|"
    r"follow(?:ing)?(?: me| us| .{0,40})?|folgen|suivre|seguir|share|website|web|e-?mail|contact|"
    r"kontakt|linkedin|twitter|facebook|instagram|x|youtube|github|mastodon|bluesky|rss|close|×|"
    r"more (?:posts|articles|from|by).*|all posts.*|view all.*|see all.*|author|autor|auteur|"
    r"author archive|latest posts?.*|recent posts?.*|bio|biography|posts|copy link|"
    r"(?:view|see|read|show|full|complete|visit) .{0,40}(?:profile|bio|posts|articles|publications|more)\b.*|"
    r"you (?:might|may) also.*|pgp-?key|learn more.*|read more.*|countries visited.*|updated.*|published.*|last .*|@\w+|https?:.*|"
    r"\d+ min(?:ute)?s? read.*)\W*$",
    re.I,
)
"""Short lines of author boxes that are neither name nor job."""

CALL = late(
    r"(?:please )?(?:subscribe|sign up|join (?:us|our|the)|get (?:our|the|your)|don['’]t miss|"
    r"follow us|support (?:us|our)|click here|this (?:article|post|story|content|page) (?:was|is|has)|"
    r"jetzt |abonnier|melden? (?:sie )?|abonnez|inscri|suscr|iscriviti|assine|meld je aan)",
    re.I,
)
"""What speaks to the reader, or of the article, where a bio could stand."""

_NOTICES = (
    r"\bcopyright\b|all rights reserved|rechte vorbehalten|tous droits|derechos reservados|"
    r"^disclaimer|\bISSN\b|(?:signed|logged|sign|log) in\b|subscribed|social login|"
    r"^[^.]{0,80}\bcontributed(?:\.$| to th)|^[^.]{0,80}\breported from\b[^.]{2,80}\.$|(?:picture|photo(?:graph)?s?|image|video) by\b"
)
NO_BIO = re.compile(rf"[©ⓒ]|{_NOTICES}", re.I)
"""Words that no text about a person has: notices of rights and accounts, credits."""

NO_BIO_WORDS = held_words(_NOTICES)
"""Words of which a folded text without © and ⓒ holds one, if it has any of these: a quick test."""

SOCIAL_HOSTS = late(
    r"(?:^|\.)(?:twitter\.com|x\.com|facebook\.com|fb\.com|instagram\.com|linkedin\.com|youtube\.com|"
    r"youtu\.be|github\.com|gitlab\.com|bsky\.app|threads\.net|threads\.com|tiktok\.com|"
    r"pinterest\.\w+|mastodon\.\w+|mstdn\.\w+|orcid\.org|researchgate\.net|xing\.com|vk\.com|"
    r"t\.me|telegram\.me|weibo\.com|medium\.com|scholar\.google\.\w+(?:\.\w+)?|academia\.edu|"
    r"soundcloud\.com|flickr\.com|goodreads\.com|wikipedia\.org|wikidata\.org|behance\.net|"
    r"tumblr\.com|plus\.google\.com|reddit\.com|twitch\.tv|note\.com|hatena\.ne\.jp)$",
    re.I,
)
"""Hosts of accounts."""

ACCOUNT_HOSTS = late(r"^(?!www\.)[\w-]+\.(?:tumblr|medium)\.com$", re.I)
"""Hosts that are an account by themselves."""

NO_ACCOUNT = late(
    r"^/(?:search|explore|hashtag|home|intent|login|log-?in|signin|sign-?up|signup|register|about|help|"
    r"legal|privacy|policies|terms|tos|m/signin|learning|jobs|events|groups|watch|results|feed|"
    r"playlist|shorts|embed|topics?|tags?)(?:[/?.]|$)",
    re.I,
)
"""Paths on the hosts of accounts that lead to none: searches, logins, courses, single films."""

TEXT_CLASS = late(
    r"(?:^|[-_])bio(?:graph(?:y|ie))?(?:$|[-_])|author-?_?(?:desc\w*|bio\w*|about)|"
    r"about-?_?(?:the-?)?author|saboxplugin-desc|abh_about"
)
"""Classes, in lower case, of what holds the text about an author, and little else."""

ENCYCLOPEDIA_HOSTS = late(r"(?:^|\.)(?:wikipedia|wikidata)\.org$", re.I)
"""Hosts with a page about anything: an account only where it is about the person."""

SHARE_LINK = late(
    r"sharer|/share|share\?|intent/|sharearticle|submit\?|pin/create|/dialog/|mailto:|whatsapp|"
    r"\?(?:url|u|text)=http|&(?:url|u|text)=http|/home\?status"
)
"""Addresses of share buttons, in small letters."""

PROFILE_TEXT = late(
    r"profile|profil|perfil|profilo|profiel|profiili|профил|プロフィール|bio|more (?:about|from|by|articles|posts)|all (?:posts|articles)|"
    r"(?:view|see|read|learn) (?:more|all|full)|alle (?:artikel|beiträge)|mehr (?:von|über)|"
    r"articles by|posts by|website|tous (?:les|ses)|voir|ver (?:todos|más)|archive|"
    r"[资資]料|主[页頁]|프로필|προφίλ|الملف|نمایه|פרופיל|โปรไฟล์|प्रोफ़ाइल|hồ sơ",
    re.I,
)
"""Texts of links to an author's page."""

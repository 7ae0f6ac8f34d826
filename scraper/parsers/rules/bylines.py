"""Words, classes and addresses that mark who wrote an article.

Words before names were collected for the languages of the larger presses of Europe, Asia and
Latin America; class names from the markup of common content systems and themes.
"""

import re

BY_WORDS = (
    r"written by|posted by|published by|authored by|created by|story by|words by|text by|words and "
    r"(?:photos|pictures|images) by|article by|report by|contributed by|submitted by|"
    r"(?:an? )?(?:guest post|essay|opinion|analysis|guide|recipe|review|column|commentary|interview|"
    r"feature|piece|blog|post|news|special|tutorial|shared|added|uploaded|sent|filed|reported) by|"
    r"(?:this )?(?:post|article|story|piece) (?:was |is )?(?:written|contributed|created) by|as told to|by|author\(?s?\)?|"
    r"about the authors?|contributors?|redaktion(?=:)|"
    r"(?:ge|ver)?(?:schrieben|fasst|öffentlicht|speichert|postet|mailt|schickt) von|"
    r"(?:er|ein)stellt? von|eingestellt von|eingereicht von|hochgeladen von|beitrag ?von|"
    r"(?:ein(?:e)? )?(?:gast)?(?:beitrag|kommentar|artikel|text|interview|rezept|bericht|analyse|"
    r"essay|kolumne|rezension|reportage|glosse|gespräch|foto|story|post)[: ]+von|"
    r"interviews?(?=:)|redaktion(?=:)|"
    r"text und fotos?|text & fotos?|texte?|autor(?:in|en|innen)?|verfasser(?:in)?|"
    r"autor\*in|autor:in|von|"
    r"écrit par|rédigé par|publié par|propos recueillis par|recueilli par|un texte de|texte de|"
    r"auteure?s?|autrice|par|"
    r"escrito por|publicado por|texto|texto de|autora?(?:es)?|por|"
    r"scritto da|pubblicato da|a cura di|di|autore|autrice|testo di|"
    r"escrito por|texto de|da redação|"
    r"geschreven door|door|auteur|tekst|"
    r"skriven av|publicerad av|text|av|tekst av|skrevet av|af|skrevet af|forfatter|"
    r"kirjoittanut|kirjoittaja|teksti|"
    r"autor(?:ka|zy)?|tekst|opracowanie|napsal[a]?|autor článku|"
    r"írta|szerző|szöveg|scris de|de|autor|"
    r"yazan|yazar|haber|"
    r"автор(?:ы|и|ка)?|текст|"
    r"oleh|penulis|ditulis oleh|tác giả|bài|"
    r"文|作者|記者|记者|撰文|文章作者|编辑|執筆|著者|筆者|取材・文|글|기자|"
    r"بقلم|كتب|كتبت|مؤلف"
)
"""Words that announce the name of the author."""

BYLINE = re.compile(
    rf"(?-i:(?:[Ww]ritten |[Pp]osted )?[Bb]y(?=[A-Z]))|(?:{BY_WORDS})(?:\s*[:：︱|/・]\s*|\s+(?=\S)|(?<=[文者筆글])(?=\S))",
    re.I,
)
"""Such words at the start of a line, with what stands between them and the name."""

LINE_STARTS = frozenset(
    "by wr po pu au cr st wo te ar re co su a_ as gu es op an ab ge ve er ei ei in vo éc ré pr un pa "
    "es au so sc a_ di de da ge do sk pu te av af fo ki op na au ír sz ya ha ав те ol pe di tá bà "
    "me cl le ex la fa ve ed tr ph il im pi ar vi gr na pr ad ap co fo bi üb au üb be me ak cr tr "
    "re vé mi cu sp up fo re ac da op me ku zd tł př fo фо пе ре ge üb ü an o".replace(
        "_", " "
    ).split(" ")
) | {"a ", "o "}
"""The first two letters, in lower case, of all by-words and credits in alphabetic scripts."""

CASELESS_FROM = "\u0590"
"""The first character of the scripts without capitals: any line in them may open with such words."""

STRONG_BYLINE = re.compile(
    r"\b(?:by|von|par|por|door|autor(?:in|en|a|ka)?|author|auteur|autore|text|texte|texto|tekst|"
    r"écrit par|rédigé par|geschrieben von|verfasst von|автор|oleh|yazar|szerző|írta|forfatter)"
    r"\s*[:|]?\s+(?=[^\W\d_])",
    re.I,
)
"""Words inside a line behind which a name stands."""

CREDIT = re.compile(
    r"(?P<role>(?:medically |clinically |legally |scientifically |technically |expert |last )?"
    r"(?:reviewed|fact[- ]?checked|verified|edited|translated|photographed|illustrated|"
    r"photograph(?:y|s)?|photos?|images?|pictures?|illustrations?|artwork|art|video|graphics?|"
    r"interview(?:ed)?|narrated|produced|research(?:ed)?|additional reporting|reporting|"
    r"data|design|updated|curated|approved|sponsored|presented|copy[- ]?edited) by|"
    r"(?:medical(?:ly)? )?review(?:er|ed)|fact[- ]?check(?:ed|er)|edit(?:or|ed)|editing|"
    r"photo(?:s|graphs?|grapher|graphy)?|illustrat(?:ion|ions|or)|translat(?:ion|or)|"
    r"fotos?(?: von)?|fotografie|bild(?:er)?|illustration(?:en)?|übersetzung|übersetzt von|"
    r"aus dem \w+ (?:übersetzt )?von|bearbeitet von|bearbeitung|geprüft von|"
    r"medizinisch geprüft von|überarbeitet von|aktualisiert von|"
    r"photos? (?:de|par)|crédits? photos?|traduit par|traduction|relu par|vérifié par|"
    r"mis à jour par|fotos? de|fotografías?(?: de)?|traducción|traducido por|revisado por|"
    r"editado por|actualizado por|foto di|fotografie di|traduzione|traduzione di|revisionato da|"
    r"fotos? por|tradução|editado por|foto's|vertaling|foto av|foto af|kuvat?|zdjęcia|"
    r"tłumaczenie|překlad|foto|fotó|fordította|fotoğraf|фото|перевод|переклад|редактор|"
    r"foto oleh|editor|译者|翻译|責任編輯|责任编辑|责编|編輯|摄影|攝影|撮影|翻訳|編集|사진|번역)"
    r"(?:\s*[:：︱|/]\s*|\s+)",
    re.I,
)
"""Credits that set a person apart from the author, at the start of a line."""

LINE_OPENING = re.compile(rf"by|(?:{BY_WORDS})|{CREDIT.pattern}")
"""Opens every line that ``BYLINE`` or ``CREDIT`` match, in lower case: a quick test before both."""

AUTHOR_CLASS = re.compile(
    r"by-?_?line|author|(?:^|[-_\s])autor|auteur|autore|verfasser|redakteur|writer|contributor|"
    r"journalist|columnist|reporter|vcard|(?:^|[-_\s])fn(?:$|\s)|dc-?creator|creator|"
    r"posted-?by|article-?by|entry-?by|written-?by|meta-?by|signature|firma(?:$|[-_\s])|"
    r"skribent|forfatter|kirjoittaja|toimittaja|szerzo|yazar|penulis|"
    r"(?:^|[-_\s])credits?(?:$|[-_\s])|username|user-?name|poster|profile-?name|"
    r"(?:^|[-_\s])(?:kisha|hissha|chosha)(?:$|[-_\s])",
)
"""Class and id values of bylines. All patterns of classes and addresses read lower case: without
``re.I`` a search skips to the letters that can begin a match, which is several times faster."""

STRONG_AUTHOR_CLASS = re.compile(
    r"by-?_?line|author(?!i)|(?:^|[-_\s])autor(?!i)|auteur|autore|posted-?by|written-?by"
)

NOT_AUTHOR_CLASS = re.compile(
    r"authori[zst]|author(?:ed)?-?(?:posts|articles|archive)|no-?author|has-?author|"
    r"hide-?author|autoren-?liste|authors?-?list-?page|copywriter|underwriter|typewriter|"
    r"autori[sz]|comment-?author|author-?comment|co-?creator-widget",
)

BIO_CLASS = re.compile(
    r"bio(?:graph\w*)?(?:$|[-_\s])|author-?_?(?:box|card|info|about|desc\w*|block|area|section|"
    r"profile|details?|bio\w*|content|wrap\w*|meta)|about-?_?(?:the-?)?author|autor-?_?(?:box|info)|"
    r"post-?author|entry-?author|contributor|meet-?the-?author|writer-?(?:bio|box|info)|"
    r"saboxplugin|molongui|pp-?author|ts-fab|abh_|guest-?author|byline-?bio|tagline",
)

COMMENT_CLASS = re.compile(
    r"(?:^|[-_\s#])(?:comments?|commentlist|comment-?\w+|respond|disqus\w*|replies|kommentare?|"
    r"commentaires?|comentarios?|commenti|reactions?|discussion|pingback|trackback|webmention\w*)"
    r"(?:$|[-_\s])",
)

NOT_COMMENT_CLASS = re.compile(
    r"comments?-?_?(?:open|closed|off|on|enabled|disabled|count|link|number|status|allowed)|"
    r"(?:no|has|with|hide|show)-?_?comments?|post-?comment-?(?:meta|link)",
)
"""Classes that speak of comments on elements that are none."""

BY_END = re.compile(rf"(?:^|[\s|•·(,.;–—-])(?:{BY_WORDS})\s*[:：︱|/]?\s*$", re.I)
"""A by-word at the end of the text before a name."""

CREDIT_END = re.compile(
    r"(?P<role>(?:medically |clinically |legally |scientifically |technically |expert |last )?"
    r"(?:reviewed|fact[- ]?checked|verified|edited|translated|photographed|illustrated|"
    r"photograph(?:y|s)?|photos?|images?|pictures?|illustrations?|artwork|video|graphics?|"
    r"produced|additional reporting|updated|curated|approved|copy[- ]?edited) by|"
    r"(?:medical(?:ly)? )?reviewer|fact[- ]?checker|editor|photographer|illustrator|translator|"
    r"expert reviewer|technical reviewer|fact[- ]?check|photograph(?:s|y)|photos?|illustrations?|"
    r"geprüft von|medizinisch geprüft von|übersetzt von|bearbeitet von|fotos? von|"
    r"traduit par|relu par|vérifié par|mis à jour par|revisado por|editado por|traducido por|"
    r"actualizado por|revisionato da|aggiornato da|责任编辑|責任編輯|摄影|翻译)\s*[:：]?\s*$",
    re.I,
)
"""A credit at the end of the text before a name, or alone on the line above it."""

RELATED_CLASS = re.compile(
    r"related|recommend|recirc|read-?(?:more|next|also)|more-?(?:stories|posts|news|from|articles)|"
    r"also-?(?:like|read)|popular|trending|latest|recent|most-?(?:read|viewed)|teaser|"
    r"(?:^|[-_\s])(?:card|cards|carousel|slider|sidebar|side-?bar|widget|widgets|rail|promo|"
    r"next-?post|prev(?:ious)?-?post|suggest\w*|outbrain|taboola|footer|menu|nav|navigation|navbar|"
    r"mega-?menu|search|newsletter|advert\w*|ad|ads|weitere|mehr|verwandt\w*|aehnlich\w*|"
    r"similaires|relacionad[oa]s|correlati|gerelateerd)(?:$|[-_\s])",
)

META_CLASS = re.compile(
    r"meta|submitted|(?:^|[-_])(?:posted|published|dateline|kicker|infos?|details?|subline|"
    r"dachzeile|entry-?info|post-?info)(?:$|[-_])"
)
"""Class values of the line that holds date and author."""

OUTSIDE_TAGS = frozenset("nav footer aside".split())

AUTHOR_STEM = re.compile(
    "auth|autor|auteur|abh_|by|bio|verfass|redakt|writ|contrib|creator|credit|journalist|columnist|"
    "report|vcard|fn|firma|forfatt|signature|skribent|szerzo|saboxplugin|kirjoit|toimitt|tagline|"
    "ts-fab|yazar|penulis|kisha|hissha|chosha|poster|profile|user|molongui"
)
"""Parts of class names, one of which those of bylines and author boxes have: a quick test."""

PLACE_STEM = re.compile(
    "comment|kommentar|comentario|respond|disqus|replies|reaction|discussion|pingback|trackback|webm|"
    "relat|relacion|recommend|recirc|recent|read|more|most|also|popular|promo|prev|trending|"
    "taboola|teaser|latest|card|carousel|correlati|slider|side|similaires|suggest|search|widget|"
    "weitere|rail|nav|next|newsletter|menu|mehr|outbrain|footer|[-_]ad|verwandt|aehnlich|gerelateerd|"
    "meta|submitted|posted|published|dateline|kicker|info|detail|subline|dachzeile"
)
"""Parts of class names, one of which those of comments and teasers have, behind a hyphen."""

AUTHOR_PATH = re.compile(
    r"/(?:@|authors?|autor(?:en|es|in|e|i)?|auteurs?|autori|autore|writers?|contributors?|"
    r"contributor|people|persons?|profiles?|profil|staff|staff[-_]name|team|team-?members?|user|"
    r"users|u|by|journalists?|journalistes?|redakteure?|redaktion|columnists?|reporters?|experts?|"
    r"member|members|bio|bios|our[-_]people|blogger|bloggers|editors?|"
    r"firmas?|skribent|forfatter|kirjoittaja|ihmiset|yazar|yazarlar|penulis|szerzo|autorzy|"
    r"community/users|expert|meet|about)(?:[/:-]|$)|[?&]_?author=|/author-|-author-|authorid=",
)
"""Addresses of pages about an author."""

STRONG_AUTHOR_PATH = re.compile(
    r"/(?:@|authors?|autor(?:en|es|in|e|i)?|auteurs?|autori|autore|writers?|contributors?|staff|"
    r"journalists?|journalistes?|redakteure?|columnists?|reporters?|profiles?|staff[-_]name|"
    r"autorzy|yazar|penulis)(?:[/:-]|$)|[?&]author=|/author-",
)

META_AUTHOR_KEYS = (
    "author",
    "article:author",
    "article:author:name",
    "article:author_name",
    "og:article:author",
    "og:author",
    "book:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dc.creator.personalname",
    "dcterms.creator",
    "dc.contributor.author",
    "dcsext.author",
    "citation_author",
    "cxenseparse:author",
    "mrf:authors",
    "byl",
    "byline",
    "authors",
    "article.author",
    "article_author",
    "cse_author",
    "shareaholic:article_author_name",
    "vr:author",
    "bt:author",
    "rbauthors",
    "auteur",
    "autor",
    "creator",
    "twitter:data1",
)
"""Names of ``meta`` elements that hold authors; ``twitter:data1`` only under ``Written by``."""

WRITTEN_BY_LABELS = re.compile(
    r"written by|verfasst von|geschrieben von|écrit par|escrito por|scritto da|geschreven door|"
    r"автор|author|autor|著者|作者|skriven av|skrevet av|napisane przez|kirjoittanut|written",
    re.I,
)

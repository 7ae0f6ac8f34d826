"""Words that say nothing about an article where its section, tags or picture are stated.

Collected from saved pages of some 800 hosts and from the defaults of WordPress, Drupal, TYPO3,
Joomla and Blogger; the other languages are translations of the same words.
"""

import re

from scraper.patterns import held_words, late

HOME_WORDS = frozenset(
    "home|homepage|start|startseite|startpage|front page|frontpage|front-page|hauptseite|accueil|"
    "page d'accueil|accueil du site|inicio|portada|página principal|início|página inicial|principal|"
    "home page|strona główna|domů|úvod|domov|főoldal|kezdőlap|hjem|forside|hem|startsida|etusivu|"
    "начало|главная|главная страница|головна|ana sayfa|anasayfa|beranda|trang chủ|首页|首頁|主页|"
    "トップ|ホーム|トップページ|홈|الرئيسية|דף הבית|αρχική|acasă|pradžia|sākums|avaleht".split("|")
)
"""What a trail of links calls the front page."""

NO_SECTION = frozenset(
    "archives|archive|archiv|archivo|archivos|arquivos|archivio|archief|issues|all issues|past issues|back issues|current issue|"
    "uncategorized|uncategorised|unkategorisiert|nicht kategorisiert|"
    "non classé|non classifié|sin categoría|sin categorizar|senza categoria|sem categoria|"
    "geen categorie|bez kategorii|без рубрики|ukategorisert|okategoriserade|all|alle|all posts|"
    "all articles|all news|other|others|sonstiges|featured|featured article|slider|default|none|"
    "nil|null|posts|post|tags|tag|page|pages|current page|main navigation|navigation|menu|back|"
    "zurück|retour|volver|indietro|terug|next|nächstes|weiter|previous|search|suche|"
    "erweiterte suche|login|more|mehr|you are here|sie sind hier|sie befinden sich hier|"
    "vous êtes ici|estás aquí|usted está aquí|ti trovi in|sei in|u bent hier|you're here|"
    "print|mail|mailen|e-mail|share|正文|記事|文章|기사|rss|index|category|categories|thema|themen|topics|topic|"
    "about|about us|über uns|contact|kontakt|detail|details|detailansicht|service|services|"
    "what's new|online|website|web|content|statischeseiten|seitentypen|like|follow|email|navigate|"
    "tweet|pin|comment|comments|kommentar|kommentare|teilen|drucken|partager|imprimer|compartir|"
    "condividi|save|listen|watch|subscribe|abonnieren|newsletter|facebook|twitter|breadcrumb|"
    "breadcrumbs|root|overview|übersicht|übersichtsseite|popular|shop all|get started|vorheriges|"
    "vorherige|précédent|anterior|precedente|vorige|rss-feeds|tweeten|retweet|"
    "english|deutsch|français|español|italiano|português|nederlands|polski|русский|українська|"
    "türkçe|svenska|dansk|norsk|suomi|čeština|magyar|العربية|中文|日本語|한국어".split("|")
)
"""What is no section at all: the theme's default category, words of menus and of navigation, the
names by which a page leads to itself in another language."""

LEADS_ELSEWHERE = late(
    r"(?:back|return|go|skip|jump) (?:to|back)\b|zu[rm]? (?:startseite|hauptseite|übersicht)|"
    r"(?:zurück|weiter) zu|retour (?:à|au)|volver a|torna a|"
    r"(?:see|view|show|read|print|share|follow|subscribe|browse|explore all|learn more)\b|"
    r"(?:sign|log) ?(?:in|up|on|out)\b|(?:more|mehr|alle|all|weitere|toutes?|todas?|tutt[ei])\s"
)
"""Openings of links that lead away from the article, not to its section."""

ISSUE = late(
    r"(?:vol(?:ume|umen)?|no|nr|núm(?:ero)?|numéro|issue|heft|ausgabe|band|jahrgang|jg|bd|tom[eo]?|"
    r"cilt|sayı|том|выпуск|第)[.\s:]{0,3}\d|"
    r"(?:19|20)\d\d\s?[:/,]|(?:spring|summer|autumn|fall|winter) (?:19|20)\d\d"
)
"""An issue of a journal, through which its trails of links lead; in lower case."""

WEAK_SECTIONS = frozenset(
    "news|latest news|the latest|top news|top stories|alle news|our blog|main blog|blog|blogs|"
    "articles|article|artikel|articulos|artículos|aktuell|aktuelles|nachrichten|meldungen|"
    "actualité|actualités|noticias|notícias|notizie|nieuws|nyheter|nyheder|uutiset|aktualności|"
    "новости|новини|haberler|berita|新闻|新聞|ニュース|뉴스|resources|resource center|stories|story|"
    "beitrag|beiträge|magazin|magazine|publications|library|archive|archiv|archives|learn|insights|"
    "guides|videos|video|updates|newsroom|news room|media|press|presse|top thema|"
    "neue artikel|allgemein|allgemeines|general|generale|divers".split("|")
)
"""Sections that hardly part the articles of a site; taken where nothing else is said."""

BEHIND_SITE_NAMES = frozenset(
    "blog news inc llc ltd gmbh magazine magazin online com net org de home".split()
)
"""What follows a site's name where a theme puts it in the place of a section or tag."""

ARCHIVE_LABEL = late(r"^(?:category|kategorie|cat[eé]gorie|categor[ií]a)\s?:\s+", re.I)
"""What WordPress prints before a category as the title of its archive, and so in trails."""

SECTION_CLASS = late(
    r"(?:^|[-_ ])(?:post-?|article-?|entry-?)?(?:categor(?:y|ies|ie|ia)|cat|cat-?links?|section|rubri[ck]|"
    r"rubrique|kategorie|categorie|sezione|ressort|kicker|eyebrow|channel)"
    r"(?:$|[-_ ](?:link|name|label|title|text|item|tag)s?)",
    re.I,
)
"""Classes of the link to the section that themes print by the headline."""

TAG_CLASS = late(
    r"(?:(?:^|\s|__?|(?:post|article|entry|story|content|node|single|blog|page|meta|item)[-_]*"
    r"(?:category[-_])?)(?:tags?|keywords?|schlagworte?|topics)|-(?:tags|keywords|topics))"
    r"(?:[-_]*(?:list|links?|wrapper|container|items?|group|block|area))?(?:\s|$)",
    re.I,
)
"""Classes of an article's list of tags."""

NOT_THE_ARTICLES = late(
    r"cloud|sidebar|widget|related|teaser|popular|trending|recommend|promo|navbar|megamenu", re.I
)
"""Classes of what lists the tags of the site, or those of other articles."""

TAG_KEYS = frozenset("tag tags topic subject keyword person people company place location".split())
"""Keys of tags such as ``Tag:Docker`` whose value is the tag."""

MACHINE_KEYS = frozenset(
    "category|type|day|time|page type|article type|content type|contenttype|wc|partner|language|"
    "lite|elevated|lockedpostsource|layercake|publication|channel|template|format|source|cat|"
    "primary category|author|section|status|region|edition".split("|")
)
"""Keys of tags that serve a site's own software."""

NO_TAGS = HOME_WORDS | frozenset(
    "news|nachrichten|article|articles|artikel|blog|post|posts|featured|featured-story|affiliate|"
    "the latest|video-article|uncategorized|allgemein|serversidehawk|access-metered|standard|"
    "aktuell|neu|neuigkeiten|aktuelles|web|website|homepage|internet site|weblog|beitrag|"
    "keywords|tags|none|null|undefined".split("|")
)
"""Keywords that part no article from another."""

WELCOME = late(
    r"^(?:welcome to|willkommen (?:auf|bei|beim|in)|bienvenue (?:sur|dans|chez|à)|"
    r"bienvenid[oa]s? a|bem-vind[oa]s? a|benvenut[oi] (?:su|nel|in)|welkom (?:op|bij)|"
    r"witamy (?:na|w)|добро пожаловать|välkommen till|velkommen til|tervetuloa)\b",
    re.I,
)
SITE_WORD = late(
    r"\b(?:web ?site|home ?page|web ?page|blog|portal|website|internetseiten?|webseiten?|"
    r"internetauftritt|site|sitio|sito|página|strona|stronie|сайт|hemsida|hjemmeside|sivuille)\b",
    re.I,
)
"""A summary that begins with a welcome is the site's if it goes on with such a word."""

OF_THE_SITE = late(
    r"\boffizielle[rsn]? (?:start|web|home|internet)-?(?:seite|site|page|auftritt)|"
    r"\bofficial (?:web|home) ?(?:site|page)|\bsite (?:web )?officiel|\bsitio (?:web )?oficial|"
    r"\bsito (?:web )?ufficiale|\bofici[eë]le (?:web)?site|\boficjalna strona|официальный сайт|"
    r"官方网站|公式(?:サイト|ホームページ)",
    re.I,
)
"""Phrases of a summary that is the site's, not the article's."""

OFFICIAL = ("offi", "uffi", "ofic", "официал", "官方", "公式")
"""Beginnings of "official"; a text without one needs no search for the phrases."""

_GOES_ON = (
    r"continue reading|read more|read on|weiterlesen|mehr lesen|lire la suite|leer más|"
    r"seguir leyendo|leia mais|continua a leggere|lees verder|czytaj (?:dalej|więcej)|"
    r"читать далее|læs mere|läs mer|les mer"
)
_DOTS = r"\[\s*(?:…|\.{3}|&hellip;)\s*\]|\((?:…|\.{3})\)|…|\.{3}"
CUT_OFF = re.compile(rf"(?:{_DOTS})\s*$|\s*(?:(?:\.\.\.|…)?\s*(?:{_GOES_ON})\b.{{0,120}})$", re.I)
"""Ends of a summary that a system cut from the text."""

CUT_OFF_WORDS = ("...", "&hellip;", *held_words(_GOES_ON))
"""Words of which a folded text without … holds one, if it ends so: a quick test."""

STAND_IN_HOSTS = late(r"//(?:[\w.]+\.)?gravatar\.com/|//s\d?\.wp\.com/i/", re.I)
STAND_IN_PLACES = late(
    r"/(?:avatars?|logos?|favicons?|icons?|branding|blavatar)/|/default-user-image|"
    r"/default-images?/",
    re.I,
)
"""Folders of pictures that are of nobody's article."""

STAND_IN_NAMES = frozenset(
    "blank spacer pixel transparent placeholder noimage noimg dummy favicon missing nopic "
    "nophoto avatar empty".split()
)
"""Words in a file's name that tell a stand-in, whatever stands beside them."""

STAND_IN_SIGNS = frozenset(
    "logo logos og ogimage opengraph default generic icon social share sharing fallback "
    "emblem".split()
)
STAND_IN_SIGNS_BY_SITE = frozenset("header banner blog main home site brand".split())
"""Words that are a sign only beside the site's name: ``acme-blog-header.jpg``."""
STAND_IN_WORDS = STAND_IN_SIGNS | frozenset(
    "facebook fb twitter open graph image images img photo picture pic graphic card preview wide square header footer "
    "banner site thumb thumbnail link linked brand cropped web small large big medium hd color "
    "colour white black dark light blue red green png svg jpg jpeg webp media seo meta home "
    "homepage website main new final promo crop bg background hq min max size width height "
    "ms msapplication apple touch the of and app post blog news".split()
)
"""A file whose name is made of these words and the site's only, a sign among them, is the picture
of the site."""

NOT_LEAD_NAME = late(r"icon|arrow|smil|emoji|logo|button|badge|avatar|\.gif$", re.I)
"""Names of files that are furniture where they are displayed, whatever their size."""

NOT_LEAD_CLASS = late(
    r"avatar|math|formula|latex|author|byline|credit|reviewer|profile|related|sidebar|share|social|logo|icon|(?:^|[-_ ])ads?(?:$|[-_ ])|widget|"
    r"comment|teaser|recommend|newsletter|emoji|rating|badge|gravatar|navbar|cookie|signature",
    re.I,
)
"""Classes of pictures, or of what holds them, that do not show what the article is about."""

SUBPAGES = frozenset("amp print index.html index.htm index.php view print.html m".split())
"""Last steps of an address that leave it the same article's."""

"""Words of error pages, walls and lists, and of addresses.

Collected from the wording of the common web servers, content systems and languages of the European
Union, East Asia and Arabic.
"""

import re

ERROR_TITLE = re.compile(
    r"(?:^|[|:(\[–—-]|error|fehler|erreur)\s*"
    r"(?:4(?:03|04|10)|50[0-4])\b(?=.{0,40}(?:error|not found|forbidden|gone|fehler|erreur|$))|"
    r"\bnot found\b|page (?:doesn.t|does not) exist|no longer (?:available|exists)|"
    r"(?:page|seite|artikel) nicht (?:gefunden|vorhanden)|page introuvable|"
    r"p[áa]gina no (?:encontrada|existe)|pagina non trovata|p[áa]gina n[ãa]o encontrada|"
    r"pagina niet gevonden|sidan (?:hittades|finns) inte|siden (?:blev|ble) ikke funnet|"
    r"nie znaleziono|str[áa]nka nenalezena|страница не найдена|сторінку не знайдено|"
    r"sayfa bulunamad|找不到|不存在|ページが見つかりません|찾을 수 없|غير موجودة",
    re.I,
)

CHALLENGE = re.compile(
    r"checking your browser|verify (?:that )?you are (?:a )?human|are you a robot|just a moment|"
    r"enable (?:javascript|cookies) (?:and|to)|access denied|unusual traffic|attention required|"
    r"pardon our interruption|security check",
    re.I,
)

CONSENT = re.compile(
    r"\b(?:cookies?|consent|privacy|datenschutz|zustimm\w+|einwillig\w+|consentement|"
    r"consentimiento|consenso|toestemming|samtycke)\b",
    re.I,
)

SUBSCRIBE = re.compile(
    r"\b(?:subscribe|subscribers?|subscription|sign in to read|abonn\w+|suscr[ií]b\w+|"
    r"prenumer\w+|assinante|iscriviti|registrier\w+)\b",
    re.I,
)

LIST_PATH = re.compile(
    r"/(?:categor(?:y|ies|ia)|kategorien?|tags?|topics?|themen?|collections?|archives?|archiv|"
    r"search|suche|recherche|buscar|page|seite|authors?|autor(?:en)?|auteurs?|section|rubrik|"
    r"dossiers?|users?|profile|c|cat|cp|sch|browse|listings?|market|subject)(?:/|$)",
    re.I,
)

SHOP_PATH = re.compile(
    r"/(?:products?|produkte?|produits?|shop|store|dp|item|itm|p|sku|cart|checkout)(?:/|$)", re.I
)

TALK_PATH = re.compile(
    r"/(?:forums?|threads?|topic|discussions?|questions?|viewtopic|showthread|comments|t|d)"
    r"(?:/|\.|$)",
    re.I,
)

DOCS_PATH = re.compile(
    r"/(?:docs?|documentation|reference|manual|userguide|wiki|title|help|support|services?|"
    r"solutions?|platform|pricing|about|contact)(?:/|$|-)",
    re.I,
)

ARTICLE_PATH = re.compile(
    r"/(?:19|20)\d\d[/-](?:0?[1-9]|1[0-2])(?:[/-]|$)|"
    r"/(?:blog|news|articles?|artikel|stor(?:y|ies)|posts?|noticias?|actualites?|magazine|opinion|"
    r"insights?|guides?|reviews?|features?|press)/[^/]{8,}",
    re.I,
)

CURRENCIES = (*"$€£¥₹₩", "USD", "EUR", "GBP", "CHF", "kr", "zł")
"""One of these stands in every price."""

PRICE = re.compile(
    r"(?:[$€£¥₹₩]|\b(?:USD|EUR|GBP|CHF|kr|zł)\b)\s?\d|\d[.,]\d\d\s?(?:[$€£¥₹₩]|\b(?:EUR|CHF|kr|zł)\b)"
)

ASIDE_WORDS = frozenset(
    "modal popup dialog overlay lightbox drawer offcanvas flyout dropdown menu nav navigation navbar "
    "header topbar toolbar footer sidebar aside widget".split()
)
"""Words of class names and ids of what lies over or beside what a page is for."""

ASIDE_TAGS = frozenset("header nav footer aside dialog".split())

ASIDE_ROLES = frozenset(
    "dialog alertdialog navigation banner contentinfo complementary menu".split()
)
"""WAI-ARIA 1.2, landmarks and windows."""

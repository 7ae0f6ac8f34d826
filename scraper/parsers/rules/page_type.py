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

JOB_HEADING = re.compile(
    r"(?:your |key |main |the )?(?:responsibilities|duties|tasks)(?: include)?|"
    r"(?:about|in) (?:the|this) (?:role|job|position|opportunity)|job (?:description|summary|details|duties)|"
    r"(?:your|the) (?:role|profile|mission)|what you(?:[’']ll| will)(?: be)? (?:do|doing|bring|need)|what you bring|"
    r"what we(?:[’']re| are) looking for|who (?:you are|we are looking for|we[’']re looking for)|what we offer|we offer|why join us|"
    r"(?:(?:minimum|preferred|required|desired|basic|your) )?(?:qualifications|skills)(?: (?:and|&) experience)?|"
    r"(?:skills|education) (?:and|&) (?:experience|qualifications)|"
    r"(?:job |position |role )?requirements|how to apply|compensation(?: (?:and|&) benefits)?|benefits(?: (?:and|&) perks)?|perks|"
    r"(?:deine|ihre|die|unsere) (?:aufgaben|rolle|tätigkeiten)|aufgaben(?:gebiet)?|(?:dein|ihr|das) profil|anforderung(?:en|sprofil)|"
    r"(?:das )?(?:wir bieten|bieten wir)(?: (?:ihnen|dir))?|(?:wir bieten|das bieten wir) (?:ihnen|dir)|"
    r"(?:vos|tes|les) missions|missions|(?:votre|ton|le) profil|profil (?:recherché|souhaité)|ce que nous (?:offrons|proposons)|"
    r"responsabilidades|funciones|requisitos|(?:qué|que) ofrecemos|se ofrece|tu perfil|ofrecemos|"
    r"responsabilità|mansioni|requisiti|cosa offriamo|offriamo|(?:o que )?oferecemos|atribuições|benefícios|"
    r"(?:jouw )?(?:taken|functie(?:omschrijving|-eisen)?)|wij bieden|wat bieden wij|wie ben jij|"
    r"(?:twoje )?(?:zadania|obowiązki)|(?:nasze )?wymagania|oferujemy|(?:co )?oferujemy|arbetsuppgifter|kvalifikationer|vi erbjuder|"
    r"обязанности|требования|условия|мы предлагаем|обов[’']язки|вимоги|ми пропонуємо|"
    r"仕事内容|応募資格|待遇|勤務地|给与|岗位职责|任职要求|职位描述|福利待遇|담당업무|자격요건|우대사항|복리후생"
)
"""Headings, in lower case, of adverts for a job."""

ANSWERS = re.compile(
    r"(?:(?:quote|reply|report post|reply with quote|zitieren|antworten|citer|répondre|citar|responder|"
    r"cita|rispondi|citeren|reageren|cytuj|odpowiedz|citovat|citera|svara|citér|svar|цитировать|"
    r"ответить|цитувати|відповісти|alıntı(?:la)?|cevapla|引用|返信|回复|回覆|인용|답글)(?!\w)|"
    r"(?:answered|replied|asked|beantwortet|a répondu|respondió|respondeu|ha risposto)(?!\w).{0,30}\d)"
)
"""What, in lower case, begins the line of buttons below a post, or the line of who answered."""

INTO_BASKET = re.compile(
    r"\W*(?:add (?:item |product )?to (?:(?:my |your )?(?:shopping )?(?:cart|basket|bag|trolley))|"
    r"in den (?:warenkorb|einkaufswagen)(?: legen)?|ajouter au panier|a[ñn]adir (?:al carrito|a la cesta)|agregar al carrito|"
    r"aggiungi al carrello|adicionar ao carrinho|(?:voeg toe aan|in) (?:de )?winkel(?:wagen|mand(?:je)?)|dodaj do koszyka|"
    r"(?:přidat |vložit )?do košíku|lägg i (?:varukorgen|kundvagnen)|læg i kurv(?:en)?|legg i handlekurv(?:en)?|lisää ostoskoriin|"
    r"kosárba(?: teszem)?|adaugă în coș|sepete ekle|в корзину|добавить в корзину|(?:додати )?(?:в|до) кошика?|"
    r"カートに(?:入れる|追加)|加入购物车|加入購物車|장바구니(?: ?담기)?|أضف إلى (?:السلة|العربة)|הוספה לסל)\W*"
)
"""What a button that puts goods into a basket says, in lower case."""

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

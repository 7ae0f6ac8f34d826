"""Words of error pages, walls and lists, and of addresses.

Collected from the wording of the common web servers, content systems and languages of the European
Union, East Asia and Arabic.
"""

import re

from scraper.patterns import late

ERROR_TITLE = late(
    r"(?:^|[|:(\[–—-]|error|fehler|erreur)\s*"
    r"(?:4(?:03|04|10)|50[0-4])\b(?=.{0,40}(?:error|not found|forbidden|gone|fehler|erreur|$))|"
    r"\bnot found\b|page (?:doesn.t|does not) exist|no longer (?:available|exists)|"
    r"(?:page|seite|artikel) nicht (?:gefunden|vorhanden)|page introuvable|"
    r"p[áa]gina no (?:encontrada|existe)|pagina non trovata|p[áa]gina n[ãa]o encontrada|"
    r"pagina niet gevonden|sidan (?:hittades|finns) inte|siden (?:blev|ble) ikke f[uo]n[nd]et|no s[’']ha trobat la pàgina|pàgina no trobada|"
    r"nie znaleziono|str[áa]nka nenalezena|страница не найдена|сторінку не знайдено|"
    r"sayfa bulunamad|找不到|不存在|ページが見つかりません|찾을 수 없|غير موجودة|"
    r"(?:halaman|laman) tidak (?:ditemukan|tersedia)|(?:az|a keresett) oldal nem található|"
    r"σελίδα (?:που \w+ )?δεν βρέθηκε|sivua ei löyt|không tìm thấy trang|pagin[ăa] nu (?:a fost g[ăa]sit|exist)|"
    r"sidan (?:kunde inte|kan inte) hittas|siden (?:kunne|kan) ikke findes|fant ikke siden|"
    r"صفحه (?:مورد نظر )?(?:پیدا|یافت) نشد|(?:الصفحة|صفحة) (?:المطلوبة )?غير (?:موجودة|متوفرة)|"
    r"ה(?:דף|עמוד) (?:לא נמצא|אינו קיים)|ไม่พบหน้า|страницата не (?:е намерена|съществува)|"
    r"stranica nije (?:pronađena|pronadjena)|str[áa]nka (?:sa nenašla|nebola nájdená)|"
    r"puslapis nerastas|lapa nav atrasta|lehte ei leitud|पृष्ठ नहीं मिला|stran ni (?:bila )?najdena",
    re.I,
)

ERROR_TEXT = late(
    r"(?:page|article|content|url) (?:that )?you(?:[’']re| are| were)? (?:looking for|requested|trying)|"
    r"requested (?:page|url|content|article)|"
    r"(?:gewünschte|gesuchte|angeforderte|aufgerufene)[nrs]? (?:seite|inhalt|artikel|adresse)|"
    r"(?:page|l[’']article|contenu) que vous (?:cherchez|recherchez|avez demandée?)|page demandée|"
    r"página que (?:busca|est[aá]s? buscando|has? solicitado|procura|você procura)|"
    r"pagina (?:che (?:cerchi|stai cercando|hai richiesto)|richiesta|căutată|pe care o cauți)|"
    r"(?:deze|de gevraagde|de opgevraagde) pagina (?:bestaat|is niet|kon niet)|"
    r"strona o podanym adresie|(?:żądana|szukana) strona|požadovan[áa] stránk[au]|hledan[áa] stránk[au]|"
    r"запрошенн\w+ (?:вами )?страниц|запитувана сторінка|запрашиваем\w+ (?:вами )?страниц|"
    r"страниц\w*,? котор\w+ вы (?:ищете|запрашива)|такої сторінки|такой страницы|"
    r"aradığınız (?:sayfa|içerik)|halaman yang anda (?:cari|minta)|(?:keresett|kért) oldal|"
    r"σελίδα που (?:ζητήσατε|αναζητ|ψάχν)|(?:etsimä|pyytämä|hakema)\w+ sivu|trang (?:mà )?(?:bạn|quý vị) (?:đang )?tìm|"
    r"(?:sidan|siden) (?:som )?(?:du|ni) (?:söker|letar|leder|søger|ser etter|leter|prøver)|"
    r"صفحه مورد نظر|الصفحة التي (?:تبحث|طلبت)|הדף שחיפשת|העמוד המבוקש|ขออภัย ไม่พบ|ไม่พบหน้าที่|"
    r"cette page n[’']existe|página que você tentou|contenuto (?:richiesto|cercato)|strona,? której szukasz|"
    r"böyle bir sayfa|(?:tato|táto) stránka (?:už )?(?:neexistuje|nie je)|konten yang anda cari|"
    r"(?:this|the) page (?:you[’']re after|no longer exists|has (?:moved|been removed))|هذه الصفحة لم تعد|"
    r"존재하지 않는 페이지|(?:该|此)(?:文章|页面|内容)(?:已被|不存在)|指定された(?:url|ページ)|お探しのページ|ご指定のページ|您访问的页面|您訪問的頁面|您要找的页面|요청하신 페이지|찾으시는 페이지",
    re.I,
)
"""Sentences of error pages: they speak to the reader of the page that was asked for."""

RESULTS_TITLE = late(
    r"^\W*(?:search results\b(?= for|\W*$|\W*[:|–-])|you searched for|suchergebnisse?\b|suche nach\b.*\btreffer|"
    r"r[ée]sultats? (?:de (?:la |votre )?|pour (?:la )?)recherche|resultados? (?:de|da) (?:la |su |sua )?"
    r"(?:b[úu]squeda|busca|pesquisa)|risultati (?:della |di )?ricerca|zoekresultaten|wyniki wyszukiwania|"
    r"v[ýy]sledky (?:vyhled[áa]v[áa]n[íi]|hled[áa]n[íi]|vyhľadávania)|результат[ыи] (?:поиска|пошуку)|"
    r"резултати от търсене|arama sonuçları|sökresultat|søge ?resultater|søkeresultat(?:er)?|hakutulokset|"
    r"keresési eredmény|találatok|rezultatele? c[ăa]ut[ăa]rii|rezultati (?:pretrage|iskanja)|"
    r"αποτελέσματα αναζήτησης|hasil pencarian|kết quả tìm kiếm|نتائج البحث|نتایج جستجو|תוצאות (?:ה)?חיפוש|"
    r"ผลการค้นหา|खोज परिणाम)|搜[索尋寻](?:结果|結果)|検索結果|검색 ?결과",
    re.I,
)
"""Headlines of results of a search."""

SEARCH_QUERY = late(
    r"[?&](?:s|q|qs|qry|query|search\w*|keywords?|text|terms?|phrase|wd|suche|suchbegriff|recherche|"
    r"busca|buscar|pesquisa|cerca|zoek\w*|szukaj|hledat|sok|haku|ara|cari)=",
    re.I,
)
"""A query by which sites are searched."""

CHALLENGE = late(
    r"checking your browser|verify (?:that )?you are (?:a )?human|are you a robot|just a moment|"
    r"enable (?:javascript|cookies) (?:and|to)|access denied|unusual traffic|attention required|"
    r"pardon our interruption|security check",
    re.I,
)

CONSENT = late(
    r"\b(?:cookies?|consent|privacy|datenschutz|zustimm\w+|einwillig\w+|consentement|"
    r"consentimiento|consenso|toestemming|samtycke|personal data|personenbezogen\w+|werbung und tracking|"
    r"(?:our|unsere|nos|nuestros|nostri|nossos|onze|nasi|naši|våra|vores|våre|наши|наші) (?:\d+ )?part(?:ner(?:s|n|e|i|zy|ři|ar)?|nere|enaires)|"
    r"наш[иі] партн[её]р\w+|iş ortaklarımız|partnereink|partenerii noștri|kumppanimme|οι συνεργάτες μας|"
    r"informasjonskapsl\w+|informační soubory|конфиденциальност\w+|confidențialit\w+|gizlili\w+|"
    r"données (?:à caractère )?personnel\w+|vie privée|dat(?:os|i|o) personal\w+|dados pessoais|privacida\w+|"
    r"persoonsgegevens|dan(?:e|ych) osobow\w+|prywatno\w+|plik(?:ów|i) cookie|osobní(?:ch)? údaj\w+|"
    r"soukromí|personuppgifter|integritet|personoplysninger|personvern|evästei\w+|henkilötie\w+|"
    r"süti\w*|személyes adat\w+|çerez\w*|kişisel veri\w+|date(?:le)? (?:cu caracter )?personal\w*|"
    r"персональн\w+ дан\w+|файл\w+ cookie|προσωπικ\w+ δεδομέν\w+|data pribadi)\b",
    re.I,
)

SUBSCRIBE = late(
    r"\b(?:subscribe|subscribers?|subscription|sign in to read|abonn\w+|suscr[ií]b\w+|"
    r"prenumer\w+|assinante|iscriviti|registrier\w+)\b",
    re.I,
)

LIST_PATH = late(
    r"/(?:categor(?:y|ies|ia)|kategorien?|tags?|topics?|themen?|collections?|archives?|archiv|"
    r"search|suche|recherche|buscar|page|seite|authors?|autor(?:en)?|auteurs?|section|rubrik|"
    r"dossiers?|users?|profile|c|cat|cp|sch|browse|listings?|market|subject)(?:/|$)",
    re.I,
)

SHOP_PATH = late(
    r"/(?:products?|produkte?|produits?|shop|store|dp|item|itm|p|sku|cart|checkout)(?:/|$)", re.I
)

TALK_PATH = late(
    r"/(?:forums?|threads?|topic|discussions?|questions?|viewtopic|showthread|comments|t|d)"
    r"(?:/|\.|$)",
    re.I,
)

DOCS_PATH = late(
    r"/(?:docs?|documentation|reference|manual|userguide|wiki|title|help|support|services?|"
    r"solutions?|platform|pricing|about|contact)(?:/|$|-)",
    re.I,
)

ARTICLE_PATH = late(
    r"/(?:19|20)\d\d[/-](?:0?[1-9]|1[0-2])(?:[/-]|$)|"
    r"/(?:blog|news|articles?|artikel|stor(?:y|ies)|posts?|noticias?|actualites?|magazine|opinion|"
    r"insights?|guides?|reviews?|features?|press)/[^/]{8,}",
    re.I,
)

CURRENCIES = (*"$€£¥₹₩", "USD", "EUR", "GBP", "CHF", "kr", "zł")
"""One of these stands in every price."""

PRICE = late(
    r"(?:[$€£¥₹₩]|\b(?:USD|EUR|GBP|CHF|kr|zł)\b)\s?\d|\d[.,]\d\d\s?(?:[$€£¥₹₩]|\b(?:EUR|CHF|kr|zł)\b)"
)

JOB_HEADING = late(
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

ANSWERS = late(
    r"(?:(?:quote|reply|report post|reply with quote|zitieren|antworten|citer|répondre|citar|responder|"
    r"cita|rispondi|citeren|reageren|cytuj|odpowiedz|citovat|citera|svara|citér|svar|цитировать|"
    r"ответить|цитувати|відповісти|alıntı(?:la)?|cevapla|引用|返信|回复|回覆|인용|답글)(?!\w)|"
    r"(?:answered|replied|asked|beantwortet|a répondu|respondió|respondeu|ha risposto)(?!\w).{0,30}\d)"
)
"""What, in lower case, begins the line of buttons below a post, or the line of who answered."""

INTO_BASKET = late(
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

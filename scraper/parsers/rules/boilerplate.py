"""Tables for telling an article from what surrounds it: elements and roles.

Element meanings follow the HTML Living Standard (sections 4.3 to 4.11), roles WAI-ARIA 1.2.
What class names and ids mean is not listed here: it is learned, and stands in
``weights/body.npz`` (see ``docs/model-card.md``).
"""

import re

from scraper.patterns import late

TAGS = (
    "p li ul ol dl dt dd h1 h2 h3 h4 h5 h6 div section article main body td th tr table tbody "
    "blockquote pre figure figcaption details summary aside header footer nav form label button "
    "address fieldset center dialog caption legend hgroup"
).split()
"""Elements told apart by the model; all others are 0, these count from 1."""

TAG_CODES = {tag: code for code, tag in enumerate(TAGS, 1)}

ANCESTORS = (
    "article main nav footer aside header form table li blockquote figure figcaption details pre "
    "button address dialog label dl td section ul ol p hidden"
).split()
"""What a block may stand in, one bit each."""

ANCESTOR_BITS = {name: 1 << place for place, name in enumerate(ANCESTORS)} | {
    "caption": 1 << ANCESTORS.index("figcaption"),
    "summary": 1 << ANCESTORS.index("details"),
    "menu": 1 << ANCESTORS.index("nav"),
}

HIDDEN = ANCESTOR_BITS["hidden"]

ROLE_BITS = {
    role: ANCESTOR_BITS[name]
    for role, name in (
        ("navigation", "nav"),
        ("menu", "nav"),
        ("banner", "header"),
        ("contentinfo", "footer"),
        ("complementary", "aside"),
        ("main", "main"),
        ("article", "article"),
        ("dialog", "dialog"),
        ("alertdialog", "dialog"),
        ("search", "form"),
        ("form", "form"),
        ("button", "button"),
    )
}

WHOLE_MARKS = {
    "a": 1, "b": 2, "strong": 2, "em": 3, "i": 3, "small": 4, "time": 5, "cite": 6, "u": 7,
    "code": 8, "sup": 9,
}  # fmt: skip
"""Inline elements that say something about a block they cover as a whole."""

WORD_LIMIT = 300
"""Characters of a class attribute that are read: generated ones run to thousands."""

POINTERS = (
    "read more", "read also", "also read", "read next", "more on this", "see also", "related",
    "related articles", "related stories", "related posts", "related reading", "don't miss", "don’t miss",
    *(f"you {may} also {like}" for may in ("may", "might") for like in ("like", "be interested in", "enjoy")),
    "recommended reading", "keep reading",
    "more articles you might enjoy", "what to read next", "up next", "latest articles", "latest posts",
    "lesen sie auch", "lesen sie mehr", "lesen sie dazu", "mehr zum thema", "auch interessant", "siehe auch",
    "ähnliche beiträge", "ähnliche artikel", "verwandte artikel", "verwandte beiträge", "neueste artikel", "neueste beiträge",
    *(f"{these} {you} {also}"
      for these in ("das könnte", "diese artikel könnten", "diese beiträge könnten")
      for you, pleases in (("sie", "interessieren"), ("dich", "interessieren"), ("euch", "interessieren"),
                           ("ihnen", "gefallen"), ("dir", "gefallen"), ("euch", "gefallen"))
      for also in (f"auch {pleases}", f"ebenfalls {pleases}")),
    "schon gelesen", "auch lesenswert",
    "lire aussi", "à lire aussi", "à lire également", "voir aussi",
    "lea también", "lee también", "leer más", "te puede interesar", "también te puede interesar", "ver también",
    "leia também", "leia mais", "veja também", "veja mais", "saiba mais", "matérias relacionadas", "notícias relacionadas",
    "leggi anche", "per approfondire",
    "lees ook", "lees meer", "läs också", "läs mer", "læs også", "les også", "lue myös", "lue lisää", "lue seuraavaksi",
    "czytaj też", "czytaj także", "czytaj również", "zobacz także", "zobacz też", "przeczytaj także",
    "čtěte také", "přečtěte si také", "citește și", "kapcsolódó cikkek", "ayrıca okuyun", "ilgili haberler", "ilgili yazılar",
    "читайте также", "смотрите также", "читайте також", "διαβάστε επίσης", "διαβάστε ακόμη",
    "baca juga", "artikel terkait", "xem thêm", "đọc thêm", "tin liên quan", "bài liên quan", "اقرأ أيضا", "اقرأ أيضًا", "यह भी पढ़ें", "ये भी पढ़ें", "इसे भी पढ़ें",
    "articles similaires", "articles liés", "sur le même sujet", "lire la suite", "artículos relacionados", "noticias relacionadas",
    "artigos relacionados", "articoli correlati", "leggi tutto", "leggi di più", "continua a leggere", "gerelateerde artikelen", "gerelateerde berichten",
    "weiterlesen", "mehr lesen", "relaterade artiklar", "relaterede artikler", "relaterte artikler", "læs mere", "les mer",
    "aiheeseen liittyvät artikkelit", "powiązane artykuły", "podobne artykuły", "czytaj więcej", "czytaj dalej", "související články", "číst dál",
    "číst více", "súvisiace články", "čítať viac", "čítať ďalej", "tovább olvasom", "articole similare", "articole asemănătoare", "citește mai mult",
    "свързани статии", "прочети още", "прочетете още", "вижте още", "povezani članci", "pročitaj više", "pročitajte i", "sorodni članki", "preberi več",
    "preberite tudi", "похожие статьи", "статьи по теме", "материалы по теме", "читать далее", "читать дальше", "схожі статті", "статті за темою",
    "матеріали за темою", "читати далі", "σχετικά άρθρα", "διαβάστε περισσότερα", "devamını oku", "baca selengkapnya", "bài viết liên quan",
    "บทความที่เกี่ยวข้อง", "ข่าวที่เกี่ยวข้อง", "อ่านต่อ", "อ่านเพิ่มเติม", "続きを読む", "相关文章", "相关新闻", "阅读更多", "阅读全文", "閱讀更多",
    "자세히 보기", "مقالات ذات صلة", "مواضيع ذات صلة", "اقرأ المزيد", "مطالب مرتبط", "اخبار مرتبط", "ادامه مطلب", "بیشتر بخوانید", "כתבות קשורות",
    "קראו עוד", "קרא עוד", "संबंधित लेख", "संबंधित खबरें", "और पढ़ें", "susiję straipsniai", "skaityti daugiau", "skaitykite taip pat", "saistītie raksti",
    "lasīt vairāk", "lasi arī", "seotud artiklid", "loe edasi", "loe lisaks", "loe ka", "articles relacionats", "llegeix-ne més",
    "関連記事", "あわせて読みたい", "相关阅读", "延伸阅读", "推荐阅读", "延伸閱讀", "相關文章", "관련기사", "관련 기사",
)  # fmt: skip
"""How a line begins that points readers to another story, as printed by newspapers and blogs.

A line is only taken out when the rest of it is a link (or when nothing follows), so that a
sentence that happens to begin so stays.
"""

SITE_LISTS = frozenset((
    "recommended for you", "editor's picks", "editors' picks", "editor’s picks", "editors’ picks",
    "empfehlungen der redaktion", "empfehlungen aus der redaktion", "unsere empfehlungen", "à découvrir", "te recomendamos",
    "most read", "most popular", "most viewed", "popular posts", "popular articles", "popular stories", "trending", "trending now",
    "recent posts", "recent articles", "recent comments", "latest comments", "latest news", "latest stories", "related topics",
    "related terms", "related content", "further reading",
    "meistgelesen", "meistgelesene artikel", "beliebte beiträge", "beliebte artikel", "neueste kommentare", "letzte kommentare",
    "aktuelle beiträge", "letzte beiträge", "passend dazu", "les plus lus", "articles récents", "commentaires récents",
    "lo más leído", "más leídas", "entradas recientes", "comentarios recientes", "mais lidas", "posts recentes", "i più letti",
    "articoli recenti", "commenti recenti", "meest gelezen", "recente berichten", "mest läst", "mest læst", "mest lest",
    "najczęściej czytane", "najnowsze wpisy", "ostatnie komentarze", "самое читаемое", "последние новости", "свежие записи",
    "en çok okunanlar", "son yazılar", "berita terkini", "terpopuler", "人気記事", "最新記事", "ランキング", "热门文章", "最新文章",
    "많이 본 뉴스", "الأكثر قراءة", "सबसे ज्यादा पढ़े गए",
))  # fmt: skip
"""What stands above lists of a site's other pages, as whole lines, besides the pointers."""

POINTER_LIMIT = 250
"""Longer blocks are text, whatever they begin with."""

AD_LABELS = frozenset((
    "ad", "ads", "advertisement", "advertisements", "advertising", "sponsored", "sponsored content", "promoted",
    *(word + dots for dots in ("...", "…") for word in (
        "loading", "laden", "lädt", "wird geladen", "chargement", "chargement en cours", "cargando", "carregando", "caricamento",
        "laster inn", "ładowanie", "načítání", "загрузка", "yükleniyor", "読み込み中", "加载中", "로딩중")),
    *(f"{text} {goes_on}{what}" for text in ("article", "story", "content", "text") for goes_on in ("continues below", "continues after")
      for what in ("", " advertisement", " this advertisement", " the advertisement", " ad", " this ad", " the ad", " video", " the video", " gallery")),
    *(f"{go_on} after {the} {what}" for go_on in ("story continues", "continue reading") for the in ("the", "this") for what in ("ad", "advertisement")),
    "continue reading below", "continue reading the main story", "scroll to continue", "scroll to continue reading",
    "advertisement - continue reading below", "advertisement - scroll to continue",
    *(f"{text} geht {where} der {what} weiter" for text in ("artikel", "text", "der artikel", "der text") for where in ("nach", "unter") for what in ("anzeige", "werbung")),
    "nach der anzeige weiterlesen", "nach der werbung weiterlesen", "lesen sie nach der anzeige weiter", "hier geht es weiter nach der anzeige",
    *(f"la suite après {the}{what}" for the in ("la ", "cette ") for what in ("publicité", "pub")), "la suite de l'article après la publicité", "la suite sous la publicité",
    *(f"{go_on} {where} {what}" for go_on in ("continúa", "la noticia continúa", "el artículo continúa", "sigue leyendo")
      for where in ("después de la", "tras la", "debajo de la") for what in ("publicidad",)),
    *(f"continua {where} publicidade" for where in ("após a", "depois da")), "continue lendo após a publicidade", "a matéria continua após a publicidade",
    *(f"{go_on} dopo la pubblicità" for go_on in ("continua a leggere", "continua", "l'articolo continua", "l'articolo prosegue", "l’articolo continua", "l’articolo prosegue")),
    *(f"{text} gaat verder onder de {what}" for text in ("artikel", "tekst", "het artikel", "de tekst") for what in ("advertentie", "video", "foto", "tweet")),
    *(f"lees verder onder de {what}" for what in ("advertentie", "video", "foto", "tweet")),
    *(f"{text} {goes_on}" for text, goes_on in (("artikeln", "fortsätter efter annonsen"), ("artikeln", "fortsätter under annonsen"), ("texten", "fortsätter efter annonsen"),
      ("artiklen", "fortsætter efter annoncen"), ("artiklen", "fortsætter under annoncen"), ("artikkelen", "fortsetter under annonsen"), ("saken", "fortsetter under annonsen"),
      ("saken", "fortsetter etter annonsen"), ("juttu", "jatkuu mainoksen jälkeen"), ("artikkeli", "jatkuu mainoksen jälkeen"), ("cikk", "a hirdetés után folytatódik"))),
    "a cikk a hirdetés után folytatódik", "článek pokračuje pod reklamou", "článok pokračuje pod reklamou", "articolul continuă după reclamă",
    *(f"{rest} pod {what}" for rest in ("dalsza część artykułu", "dalsza część tekstu", "dalszy ciąg artykułu", "dalszy ciąg materiału", "ciąg dalszy artykułu")
      for what in ("reklamą", "materiałem wideo", "wideo", "filmem", "zdjęciem", "galerią", "materiałem")),
    "продолжение после рекламы", "продолжение статьи после рекламы", "читайте далее после рекламы", "продовження після реклами",
    "haberin devamı reklamdan sonra", "haberin devamı aşağıda", "haberin devamı için tıklayınız", "haberin devamı için tıklayın", "devamı için tıklayınız",
    "ここから続き", "広告の後に続きます", "広告の後にも続きます", "記事は広告の後に続きます", "文章未完，请继续往下看", "广告 请继续往下阅读", "기사는 광고 뒤에 이어집니다",
    "يستمر المقال بعد الإعلان", "المقال يستمر بعد الإعلان", "ادامه مطلب پس از تبلیغ",
    "anzeige", "werbung", "publicité", "publicidad", "anuncio", "publicidade", "pubblicità", "advertentie",
    "annons", "annonce", "reklame", "mainos", "reklama", "реклама", "реклама на сайті", "reklam", "hirdetés",
    "publicitate", "διαφήμιση", "oglas", "iklan", "quảng cáo", "請繼續往下閱讀", "請繼續往下閱讀...", "広告", "广告", "廣告", "광고", "إعلان", "विज्ञापन",
))  # fmt: skip
"""What is printed above advertisements, where the text goes on below one, and in the place of what a
script loads, as whole lines."""

CONTENTS_LABELS = frozenset((
    "table of contents", "on this page", "in this article", "in this post", "in this guide", "in this story",
    "jump to", "jump to section", "quick links", "topics covered",
    "inhaltsverzeichnis", "auf dieser seite", "in diesem artikel", "in diesem beitrag", "table des matières", "dans cet article",
    "índice de contenidos", "tabla de contenidos", "en este artículo", "neste artigo", "indice dei contenuti", "in questo articolo",
    "inhoudsopgave", "in dit artikel", "innehållsförteckning", "indholdsfortegnelse", "innholdsfortegnelse", "sisällysluettelo",
    "spis treści", "w tym artykule", "tartalomjegyzék", "оглавление", "içindekiler", "daftar isi", "mục lục", "目次", "目录", "目錄",
    "목차", "المحتويات", "विषय सूची",
))  # fmt: skip
"""What stands above a list of an article's own sections, as whole lines. Words that head a summary
as well ("Inhalt", "Sommaire") are not among them."""

TAG_LABELS = frozenset((
    "tags", "tagged", "keywords", "key words", "index terms", "topics", "schlagwörter", "schlagworte", "stichwörter", "themen", "mots-clés", "mots clés", "mots-clefs", "descriptores", "schlüsselwörter",
    "palabras clave", "etiquetas", "palavras-chave", "tag", "parole chiave", "trefwoorden", "taggar", "nyckelord", "emner", "avainsanat",
    "tagi", "słowa kluczowe", "štítky", "klíčová slova", "címkék", "kulcsszavak", "etichete", "oznake", "tagovi", "теги", "метки", "тагове", "етикети", "temas",
    "ключевые слова", "ключові слова", "ετικέτες", "etiketler", "anahtar kelimeler", "từ khóa", "thẻ", "kata kunci", "關鍵字", "关键词",
    "tagy", "kľúčové slová", "značky", "märksõnad", "ključne riječi", "ključne besede", "emneord", "stikord", "asiasanat", "cuvinte cheie", "temat", "tematy",
    "registrado em", "registado em", "archivado en", "mots clefs", "टैग", "टैग्स", "ট্যাগ", "বিষয়", "แท็ก", "แท็กที่เกี่ยวข้อง", "کلیدواژه‌ها",
    "標籤", "标签", "タグ", "関連タグ", "キーワード", "태그", "키워드", "الوسوم", "الكلمات المفتاحية", "برچسب‌ها", "תגיות",
))  # fmt: skip
"""What stands before, or above, the list of an article's tags."""

ABOUT_LABELS = TAG_LABELS | frozenset(
    ("責任編輯", "责任编辑", "責編", "责编", "編輯", "编辑", "编审", "校对")
)
"""What the last lines of a text begin with that name its tags, or who edited it."""

CLOSING_LABELS = ABOUT_LABELS | frozenset((
    "categories", "comments", "share", "share this", "filed under", "posted in", "published in", "appeared in", "shop", "kategorien",
    "kommentare", "teilen", "erschienen in", "veröffentlicht in", "autor", "catégories", "commentaires", "partager", "publié dans",
    "categorías", "comentarios", "compartir", "comentários", "compartilhar", "commenti", "condividi", "reacties", "delen", "kommentarer",
    "kommentit", "komentarze", "komentáře", "комментарии", "поделиться", "коментарі", "σχόλια", "yorumlar", "bình luận",
    "share this article", "share this post", "artikel teilen", "beitrag teilen", "partager cet article", "compartir este artículo", "comparte este artículo",
    "partilhar este artigo", "partilhar", "compartilhe", "condividi questo articolo", "deel dit artikel", "deel dit bericht", "dela artikeln", "dela", "del artiklen",
    "del artikkelen", "jaa artikkeli", "udostępnij artykuł", "udostępnij", "sdílet článek", "sdílet", "zdieľať článok", "zdieľať", "cikk megosztása",
    "megosztás", "distribuie articolul", "distribuie", "сподели статията", "сподели", "podijeli članak", "podijeli", "deli članek", "deli",
    "поделиться статьёй", "поделиться статьей", "поділитися статтею", "поділитися", "κοινοποιήστε το άρθρο", "κοινοποίηση", "makaleyi paylaş", "paylaş",
    "bagikan artikel ini", "bagikan", "chia sẻ bài viết", "chia sẻ", "แชร์บทความนี้", "แชร์", "この記事をシェアする", "シェアする", "分享本文", "分享",
    "기사 공유하기", "공유하기", "شارك هذا المقال", "شارك المقال", "مشاركة", "اشتراک‌گذاری", "اشتراک‌گذاری این مطلب", "שתפו את הכתבה", "שתפו", "इस लेख को साझा करें",
    "साझा करें", "dalintis straipsniu", "dalintis", "dalies ar rakstu", "dalīties", "jaga artiklit", "jaga", "comparteix aquest article", "comparteix",
    "skriv ut", "печат", "роздрукувати", "印刷する", "인쇄", "प्रिंट करें", "nästa artikel", "neste artikkel", "следваща статия", "наступна стаття",
    "次の記事", "前の記事", "다음 기사", "이전 기사", "अगला लेख",
    "コメント", "댓글", "التعليقات",
))  # fmt: skip
"""What stands, as a whole line, above what sites set below a text and a body leaves out."""

LABEL_LIMIT = 40
"""Characters that a label of a bar ("Share this:", "Tags:") or of an advertisement may have."""

SHARE_TARGET = late(
    r"(?:https?:)?//(?:www\.|m\.|api\.|web\.|old\.|service\.|connect\.|social-plugins\.|b\.)?(?:"
    r"facebook\.com/(?:sharer|share|dialog/(?:share|send|feed))|(?:twitter|x)\.com/(?:intent|share|home\?status)|"
    r"linkedin\.com/(?:shareArticle|sharing|cws/share)|pinterest\.[a-z.]+/pin/create|reddit\.com/(?:r/\w+/)?submit|"
    r"(?:wa\.me/|whatsapp\.com/send)\?|(?:t|telegram)\.me/share|(?:vk\.com|vkontakte\.ru)/share|"
    r"tumblr\.com/(?:share|widgets/share)|getpocket\.com/(?:save|edit)|(?:news\.)?ycombinator\.com/submit|"
    r"bsky\.app/intent|threads\.net/intent|line\.me/(?:R/msg|R/share|lineit)|hatena\.ne\.jp/(?:entry|add|append)|"
    r"xing\.com/(?:spi|social_plugins)|(?:share\.)?flipboard\.com/(?:bookmarklet|share)|buffer(?:app)?\.com/(?:add|share)|"
    r"(?:digg|stumbleupon)\.com/submit|delicious\.com/(?:save|post)|plus\.google\.com/share|weibo\.com/share|"
    r"(?:sns\.)?qzone\.qq\.com/|ok\.ru/(?:offer|dk\?st\.cmd=addShare)|addtoany\.com/(?:share|add_to)|"
    r"addthis\.com/bookmark|instapaper\.com/(?:edit|hello2)|mix\.com/add)|"
    r"(?:whatsapp|viber|fb-messenger|tg|sms|line):|mailto:\?|javascript:.*\bprint\b|"
    r"[^?#]*\?(?:[^#]*&)?(?:print|printer|printable|send|sendtofriend|tell|email)(?:[=&]|$)",
    re.I,
)
"""Addresses at which services take what a reader wants to share, save, send or print."""

BUTTON_NAME = late(r"(?:^|[\s_-])(?:btn|button|cta)(?:$|[\s_-])", re.I)
"""Parts of a link's class that say that it is drawn as a button: ``btn-primary``, ``cta-button``."""

BUTTON_LIMIT = 60
"""Characters of a button's words; longer links are text that is drawn so."""

CALLS = (
    "shop", "buy", "buy now", "buy here", "buy it", "buy at", "buy on", "book now", "book here", "book online", "book today", "order now", "order here",
    *(f"{look} {what}" for look in ("check", "see", "view", "get") for what in ("price", "prices", "deal", "deals", "offer")),
    *(f"{look} {the} {what}" for look in ("check", "see", "view", "get") for the in ("the", "this", "current", "latest", "best")
      for what in ("price", "prices", "deal", "deals", "offer")),
    "check availability", "get a quote", "get a free quote", "get your quote", "view on", "view at", "see on", "see at",
    "back to top", "back to the top", "back to contents", "back to table of contents", "back to the table of contents", "read our full", "read our complete", "read the full",
    "jetzt kaufen", "jetzt bestellen", "jetzt buchen", "zum angebot", "zum shop", "zum produkt", "zum deal", "preis prüfen", "preis ansehen",
    "bei amazon", "nach oben", "zurück nach oben", "zum seitenanfang", "zurück zum inhaltsverzeichnis", "zum inhaltsverzeichnis", "acheter", "commander", "voir l'offre", "voir l’offre", "voir le prix", "haut de page", "retour au sommaire", "retour en haut",
    "comprar", "ver precio", "ver oferta", "ver en amazon", "volver arriba", "volver al índice", "voltar ao topo", "voltar ao índice", "acquista", "vedi offerta", "torna su", "torna all'indice", "bekijk prijs",
    "terug naar boven", "tillbaka till innehåll", "do góry", "powrót do spisu treści", "к содержанию", "목차로", "目次へ戻る", "回到目录",
    "bestel nu", "koop nu", "köp nu", "kjøp nå", "køb nu", "kup teraz", "sprawdź cenę", "купить", "satın al", "購入する", "购买",
)  # fmt: skip
"""How a link begins that sells, or leads to the page's top, whatever its theme calls it."""

LIST_TARGET = late(
    r"/(?:tags?|topics?|categor(?:y|ies|ias?|ie)|etiquetas?|etiquettes?|temas?|thema|themen|schlagw(?:ort|orte|örter)|"
    r"keywords?|labels?|kategori(?:e|en|a)?|tagged|feed|trackback)(?:/|=|\?)",
    re.I,
)
"""Addresses of a site's lists by tag or category, and of an article's feed, as blogs build them."""

COPYRIGHT_LINE = late(
    r"\W{0,3}(?:저작권자\W{0,2})?[©ⓒ]|\W{0,3}저작권자\W{0,2}\(c\)|\W{0,3}(?:\(c\)|(?:copyright|all content|contents?|text)\b\W{0,2}(?:©|\(c\)|(?=\d{4}\b)|by\b))"
    r".{0,40}?(?:19|20)\d\d\b|\W{0,3}\(c\)\s*(?:19|20)",
    re.I,
)
"""How a copyright line begins: the sign or the word, and a year (Berne and UCC notices)."""

COMMENT_WORDS = frozenset(
    "comments commentlist commentarea usercomments usercomment disqus kommentare kommentarer kommentarliste "
    "commentaires comentarios comentários commenti reacties opmerkingen komentarze komentare yorumlar".split()
)  # fmt: skip
"""Words of class names and ids that name the comments below an article, wherever they stand."""

COMMENT_BEGINNINGS = frozenset(
    "comment kommentar commentaire comentario commento reactie komentarz yorum".split()
)
"""Words that begin the class name or id of one comment: ``comment-body``, ``comment-1508``."""

COMMENT_OWNERS = frozenset(
    "user users reader readers visitor visitors guest guests member members leser besucher lecteur lecteurs".split()
)
"""Words before those: ``visitors-comment-block``."""

COMMENT_ITEMS = frozenset(
    "comment usercomments forummessage forumfil forumtexte forumchapo".split()
)
"""Whole names of one comment: item types of schema.org, and what SPIP writes."""

COMMENT_STEMS = ("omment", "oment", "reacti", "opmerk", "yorum", "disqus", "forum")
"""Parts of all names of comments, one of which is in each."""

NO_COMMENT_WORDS = frozenset(
    "has have no not without with open opened closed close enabled disabled allow allowed on off count counter "
    "number link links button icon toggle date category cat kategorie tag topic section gallery item hide show".split()
)  # fmt: skip
"""Words beside them that make the name say something about an article."""

DIALOG_WORDS = frozenset("modal modals popup dialog".split())
"""Words of class names and ids that name a box which opens over the page."""

DIALOG_PARTS = frozenset(
    "backdrop body bottom box center close container content dialog fade footer form frame header in "
    "inner inside lg main md mask open outer overlay panel root show sm text title top window wrap "
    "wrapper xl".split()
)
"""Words behind them that name a part of such a box; others make the name say what a text is about
("modal-verbs", "popup-restaurants")."""

DIALOG_ROLES = frozenset(("dialog", "alertdialog"))
"""WAI-ARIA 1.2, 5.4."""

SERVER_MESSAGE = late(
    r"(?:PHP )?(?:Warning|Notice|Deprecated|Fatal error|Parse error|Strict Standards): .+ in \S+ on line \d+"
)
"""What PHP prints into a page when its own code fails."""

_PICTURE = (
    r"(?:(?:titel|beitrags|header|cover|featured?|main|hero|lead|teaser)[ -]?)?"
    r"(?:photos?|photographs?|photography|images?|pictures?|illustrations?|bild(?:er)?|fotos?|fotografi\w*|imagen|crédit(?:o?s)?|credits?|copyright(?=\s*:\s*(?-i:[^\Wa-z_\d]))"
    r"|bildquelle|bildnachweis|bildrechte|bildcredits?|fotocredits?|zdjęci\w+|фото|снимка|ภาพ|撮影|写真(?:提供)?|图片(?:来源)?|圖片(?:來源)?|摄影|攝影|사진(?:제공)?|फ़ोटो|फोटो|kuva|ảnh|fotók?|fotoğraf|φωτογραφία|تصوير|صورة|عکس|צילום)"
)
CREDIT_LINE = late(
    rf"[(\[]?\s*{_PICTURE}(?:[ ](?:credits?|source|by|courtesy(?:[ ]of)?|via|von|quelle|oben|unten|(?:de[ ](?:las?[ ])?)?(?:photos?|fotos?|imágenes)))?"
    r"\s*[:：©](?=.)|fot\.\s(?=[^\Wa-z_\d])|[^\Wa-z_\d]\w+\s[^\Wa-z_\d]\w+\snuotr\.?$"
    r"|(?:featured|cover|lead|header|main|hero|top|banner)[ ](?:photo|image|picture|illustration)(?:[ ]credit)?[ ](?:by|via|from|courtesy)\b",
    re.I | re.S,
)
"""How a line begins that credits a picture, whatever element it stands in."""

CREDITED = late(
    rf"[(\[]\s*{_PICTURE}\s*[:：©/][^()\[\]]{{1,80}}[)\]]\W*$"
    r"|(?:^|[.,;)\s])(?:bildrechte|bildquelle|fotocredit|bildnachweis|(?:photo|image)[ ]credit)\s*:[^.:]{2,60}$"
    r"|[,.。।！？؟\n]\s*(?:photo|foto|fotó|image|bild|crédits?(?:[ ]photos?)?|fotograf[íi]a|zdjęcie|фото|kuva|ảnh|fotoğraf|फ़ोटो|फोटो|사진(?:제공)?|تصوير|عکس|צילום|撮影|写真提供|图片来源|圖片來源|摄影|攝影)\s?[:：／=][^.:。।：]{2,50}$"
    r"|[,.\n]\s*fot\.\s(?-i:[^\Wa-z_\d])[^.:]{2,50}$"
    r"|(?:^|[.!?][ ])(?:photo|photograph|image|picture|illustration|foto|bild)s?[ ](?:by|via|von)[ ][^.]{2,50}$"
    r"|[.|\n]\s*©\s?[^.©\d]{2,60}$",
    re.I,
)
"""How a line ends that explains a picture: with who took it, "(Photo: Ada Byron)"."""

CREDIT_STEMS = (
    "photo", "image", "picture", "illustration", "bild", "foto", "fotó", "crédit", "credit", "copyright", "zdjęci", "fot.", "nuotr", "снимка", "ภาพ", "фото", "撮影", "写真",
    "图片", "圖片", "摄影", "攝影", "사진", "फ़ोटो", "फोटो", "kuva", "ảnh", "φωτογραφία", "تصوير", "صورة", "عکس", "צילום",
)  # fmt: skip
"""What credits hold one of, in lower case, where they have no ©: asked first, since it is cheap."""
CREDIT_LIMIT = 120
CREDITED_LIMIT = 200
"""Longer lines are text that happens to begin, or to end, so."""

CAPTION_NAME = late(
    r"(?:[a-z0-9]+[-_]+)*[a-z]*caption(?:[-_]+(?:text|body|content|title|inner|description))?"
    r"(?:[-_]+[a-z0-9]{5,8}){0,2}|"
    r"(?:(?:[a-z0-9]+[-_]+)*(?:photo|image|img|picture|media|body|foto|bild)[-_]*)?credits?(?:[-_]+(?:box|container|inner|line|text|wrap(?:per)?))?|"
    r"(?:[a-z0-9]+[-_]+)*(?:img|image|photo|pic|picture|foto)(?:[-_]+(?:desc|description|legend|title)(?:[-_]+(?:box|container|inner|wrap(?:per)?))?|desc)|"
    r"bildunterschrift|bildtext|bildnachweis|fotocredit|spip_doc_(?:titre|descriptif|credits?)",
    re.I,
)
"""Class names that say that an element explains a picture or credits it: ``wp-caption-text``,
``imageCaption``, ``figure__caption``, ``photo-credit``, ``img_desc``, ``cmp-image__title``, and what SPIP writes."""

CAPTION_STEMS = ("caption", "credit", "bild", "spip", "desc", "legend", "title")
"""What such names hold one of, in lower case: asked first, since nearly all names hold none."""

PICTURE_LINE = re.compile(
    r"(?:[a-z0-9]+[-_]+)*(?:img|image|photo|pic|picture|foto|bild)[-_]*(?:text|info|beschreibung|unterschrift|sub|subtitle"
    r"|note|copy|copyright|source|quelle)"
    r"|(?:bild)?unterschrift|bu|legende?|[a-z0-9]*caption[-_]+[a-z]+|(?:[a-z0-9]+[-_]+)*copyright"
    r"|slides?[-_]?count(?:er)?|pie(?:[-_]?(?:de[-_]?)?foto)?|didascalia|leyenda|epigrafe|podpis|(?:foto)?bijschrift|bil(?:led|de)tekst"
    r"|bildtext|kuvateksti",
    re.I,
)
"""Class names of a line that explains or credits a picture, where it stands right behind one: ``bu``
("Bildunterschrift"), ``img-text``, ``pictext``, ``icaption_nonfloating``, ``slidesCount``."""

PICTURE_BOX = re.compile(
    r"(?:^|[\s_-])(?:imgs?|images?|imginline|pictures?|photos?|fotos?|bild|bilder|textpic|imagem|imagen|imagenes)(?:$|[\s_-])",
    re.I,
)
"""Parts of a class name that say that a box holds a picture; what else is in it explains it."""

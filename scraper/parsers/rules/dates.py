"""Tables for dates: which keys state one, what words stand before one, zones, eras, order.

Sources: schema.org, Open Graph, Dublin Core, Highwire Press tags, PRISM and the documentation of
the tracking systems that read metadata (Parse.ly, Sailthru, Cxense, Chartbeat, Swiftype) for the
keys; Unicode CLDR (Unicode License v3) for order and day periods; the IANA time zone database
(public domain) for zone abbreviations and the United States' summer time; words before dates
collected from the house habits of news sites and blog themes in the languages named.
"""

import re

from scraper.needles import make_needles
from scraper.patterns import late
from scraper.remembering import remembered

PUBLISHED_KEYS: dict[str, str] = dict.fromkeys(
    "article:published_time article:published og:published_time og:article:published_time "
    "og:pubdate article.published article:published_date article:publicationdate published_time "
    "datepublished published pubdate publishdate publish_date publish-date publication_date "
    "publicationdate publication-date published-date date_published datepublicationdate "
    "parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime "
    "cse_pubdate analyticsattributes.articledate bt:pubdate shareaholic:article_published_time "
    "swiftype:published_at rnews:datepublished sdate pdate originalpublicationdate "
    "displaydate display_date ptime news:publication_date article_date_original "
    "dcterms.created dc.date.created dcterms.issued dc.date.issued dc.issued dc.created "
    "dcterms.date.issued eprints.date citation_publication_date citation_online_date "
    "citation_date prism.publicationdate bepress_citation_date bepress_citation_online_date "
    "gsa_pubdate iso-8601-publish-date firstpublished first_published cb_pubdate "
    "mediator_published_time weibo:article:create_at created creation_date date_created "
    "datecreated blog:published_time video:release_date book:release_date".split(),
    "published",
)
"""Keys of ``meta`` elements that state when the page was published."""

GENERIC_KEYS: dict[str, str] = dict.fromkeys(
    "date dc.date dcterms.date dc:date dcsext.pubdate article_date articledate article:date "
    "content_date release_date releasedate search_date page_date rnews:date doc_date dat "
    "article.created timestamp pubtime revised_date release-date og:date posted postdate "
    "post_date date:published time vr:published_time newsdate dcterms.available "
    "dc.date.available dcterms.modifieddate citation_year".split(),
    "generic",
)
"""Keys that state a date without saying which."""

MODIFIED_KEYS: dict[str, str] = dict.fromkeys(
    "article:modified_time article:modified article:updated_time og:updated_time "
    "og:modified_time og:article:modified_time article:updated modified_time datemodified "
    "date_modified modified last-modified last_modified lastmodified lastmod lastupdated "
    "last-updated last_updated dateupdate dateupdated updated updated_time updateddate update_date date-modified "
    "dcterms.modified dc.date.modified dc.modified dcterms.date.modified "
    "swiftype:updated_at cxenseparse:recs:moddate revised revision_date utime "
    "article:last_modified modified-date modifieddate lastmodifieddate "
    "analyticsattributes.articleupdated iso-8601-update-date parsely-modified-date".split(),
    "modified",
)
"""Keys that state when the page was changed."""

META_KEYS: dict[str, str] = {**GENERIC_KEYS, **PUBLISHED_KEYS, **MODIFIED_KEYS}

PUBLISHED_KEY = late(
    r"(?:^|[^a-z])(?:publi(?:sh|shed|shing|cation)[-_.:]?(?:date|time|at|on)|pub[-_.]?date|"
    r"date[-_.]?published)$"
)
MODIFIED_KEY = late(
    r"(?:^|[^a-z])(?:last[-_.]?)?(?:modified|updated?|modification)(?:[-_.:]?(?:date|time|at|on))?$"
)
"""Keys with a vendor's prefix (``cme_last_updated``), which no list can hold."""


@remembered(2048)
def kind_of_key(key: str) -> str | None:
    """Return what date a ``meta`` key states, or None where it states none."""
    if kind := META_KEYS.get(key):
        return kind
    if PUBLISHED_KEY.search(key):
        return "published"
    return "modified" if MODIFIED_KEY.search(key) else None


ITEM_PROPERTIES: dict[str, str] = {
    "datePublished": "published",
    "dateCreated": "created",
    "dateModified": "modified",
    "uploadDate": "created",
    "dateIssued": "published",
    "published": "published",
    "updated": "modified",
    "pubdate": "published",
    "datepublished": "published",
    "datemodified": "modified",
    "issued": "published",
    "created": "created",
    "modified": "modified",
    "date": "generic",
}
"""Properties of items that are dates (schema.org, hAtom, Dublin Core)."""

SCRIPT_KEYS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "published",
        "ubli",
        tuple(
            "datePublished publishedAt published_at publishDate publish_date publicationDate "
            "publication_date publishedDate published_date publishedTime published_time "
            "publishTime publishing_date firstPublished first_published datePublication "
            "articlePublishDate".split()
        ),
    ),
    ("published", "ubDate", ("pubDate",)),
    ("published", "ost_date", ("post_date",)),
    ("created", "reated", tuple("dateCreated date_created createdAt created_at".split())),
    ("modified", "odified", tuple("dateModified date_modified modifiedAt modified_at".split())),
    ("modified", "pdated", ("updatedAt", "updated_at")),
)
"""What a date is, what all of its keys hold, and the keys, in the data of scripts (state of
JavaScript frameworks, tracking)."""

SCRIPT_VALUE = late(r'[A-Z]?\w{0,6}\\?["\']?\s{0,3}[:=]\s{0,3}\\?["\']?(\d[\dTZ:+. /-]{7,34})')
"""What follows such a key: its closing mark, quoted once or twice, and a date in digits."""

DATA_ATTRIBUTE_START = (b"data-publi", b"data-publi".index(b"b"))
DATA_ATTRIBUTE = re.compile(rb"(data-publi[a-z-]{0,24})\s?=\s?[\"']([\dTZ:+. /-]{8,34})[\"']")
"""An attribute that states a date for the page's scripts, and its value. What it begins with stands
beside the place of its rarest byte."""
ATTRIBUTE_JSON_START = (b"&quot;:&quot;", 0)
ATTRIBUTE_JSON = re.compile(
    rb"&quot;(datePublished|publishedAt|publishDate|publicationDate|publishedDate|firstPublished)"
    rb"&quot;:\s?&quot;([\dTZ:+. /-]{8,34})&quot;"
)
"""The same as JSON within an attribute. Keys such as ``published_at`` are left out: shops keep
their goods' data so."""

LABELS_PUBLISHED = (
    "publi ligne@ posté postée postad postat gepostet eingestellt inserito veröffentlicht veroffentlicht erschienen erstellt posted post@ geplaatst "
    "gepubliceerd pubblicat publicad publicat опублик размещ додано створен yayın "
    "eklenme giriş publicerad udgivet publisert julkaistu megjelent közzétéve diterbitkan "
    "dipublikasikan terbit 发布 發佈 发表 發表 公開 投稿 掲載 配信 등록 입력 작성 게시 "
    "ngày đăng wydan zveřejněn vydáno publikován dodano opublik δημοσ نشر "
    "פורסם प्रकाशित প্রকাশ เผยแพร่ written created uploaded aired "
    "originally issued released entered oprettet skapad luotu objavljeno publicēts paskelbta "
    "avaldatud izdano"
).split()
"""What stands before a day of publication, in lower case (beginnings of words; ``@``: whole)."""

LABELS_LEADING = (
    "date дата data fecha datum 时间 時間 日期 更新日時 تاريخ vom@ on@ le@ du@ am@ first artikel autor "
    "by@ von@ par@ por@ di@ da@ av@ af@"
).split()
"""What stands before a date of any sort, as a rule the article's."""

LABELS_MODIFIED = (
    "updat modif revis edited geändert geaendert aktualis stand@ überarbeitet zuletzt "
    "jour@ maj@ actualiz actualis aggiorn atualiz bijgewerkt gewijzigd laatst обновл "
    "изменен оновл змінен güncel uppdaterad senast opdateret oppdatert päivitetty muokattu "
    "frissít módosít diperbarui zmieni zmian upraven změn modificat ажур ενημ تحديث "
    "עודכן अपडेट আপডেট อัปเดต cập@ 更新 修改 최종 수정 last latest reviewed corrected amended letzte "
    "änderung geupdatet dernière derniere última ultima ultimo posledn последн останн ostatni sist@ "
    "sidst viimeksi utolj utolsó terakhir son@ endret redigerad 最終 最后 最後 마지막"
).split()
"""What stands before a day of change."""

PAGE_EDITED = late(
    r"(?:(?:this|the) page (?:was )?|\bpage (?:was|has been) )(?:last|most recently) (?:edited|modified|updated|changed|revised)|"
    r"page revision: \d+, last edited|diese seite wurde zuletzt|"
    r"letzte (?:änderung|bearbeitung) (?:dieser|der) seite|"
    r"dernière (?:modification|mise à jour) de (?:cette|la) page|"
    r"cette page a été modifiée pour la dernière fois|"
    r"esta página (?:se editó|fue (?:editada|modificada)) por última vez|"
    r"última (?:edición|modificación) de (?:la|esta) página|"
    r"esta página foi (?:editada|modificada) pela última vez|"
    r"questa pagina è stata modificata|ultima modifica (?:di questa|della) pagina|"
    r"deze pagina is voor het laatst|sidan (?:redigerades|ändrades) senast|"
    r"denne siden? (?:ble sist|blev senest)|sivua on viimeksi muutettu|tę stronę ostatnio|"
    r"stránka byla naposledy|a lap utolsó módosítása|эта страница (?:в )?последний раз|"
    r"последнее изменение этой страницы|цю сторінку востаннє|sayfa en son|"
    r"本[页頁]面?最[后後]|此[页頁]面最[后後]|このページの最終更新|이 문서는|"
    r"آخر تعديل لهذه الصفحة|דף זה נערך לאחרונה",
    re.I,
)
"""What wikis print in their footer before the day of the last change (MediaWiki's message
"lastmodifiedat" in its languages, Wikidot's, and what hand-written pages say alike)."""
PAGE_EDITED_NEEDLES = make_needles(
    "page seite página pagina sida side sivua stronę stránka lap страниц сторінку sayfa "
    "本页 本頁 此页 此頁 ページ 문서 الصفحة נערך".split()
)
"""Words for a page, one of which stands in all that ``PAGE_EDITED`` finds."""

LABELS_OTHER = (
    "copyright © (c) since seit@ depuis desde founded gegründet born geboren died event termin "
    "deadline expires valid until bis@ starts begins beginn@ beginnt ende@ début@ inicio@ início@ inizio@ member joined registered angemeldet "
    "mitglied beiträge registr inscrit miembro membre medlem зарегистр регистрац katılım kayıt retrieved accessed abgerufen consulté besucht version accessed@ "
    "comment kommentar commentaire reply antwort répondre said@ says@ schrieb schreibt "
    "wrote@ heute today aujourd hoy@ oggi hoje сегодня today's fassung gesetz vom@ isbn "
    "next previous nächster vorheriger archived crawled"
).split()
"""What stands before a day that has nothing to do with the article's publication."""

NOTICE_BEFORE = late(
    r"\b(?:effective|valid|expir(?:es?|ing|ation)|until|deadlines?|due(?: date| by| on)?|"
    r"clos(?:es|ed|ing)|apply by|register by|rsvp by|takes? place|be held|(?<!has )beginning|"
    r"generated|rendered|converted|exported|downloaded|"
    r"when\s?:|retrieved|accessed|founded|established|meets? on|on sale|next (?:course|meeting|event)|"
    r"in (?:cinemas|theaters|theatres)|sortie(?: en salles?| nationale)?|kinostart|filmstart|"
    r"estreno|al cinema|nelle sale|estreia|w kinach|v kinech|biopremiär|"
    r"gültig|bis zum|ab (?:dem|sofort)|[a-zäöü]*(?:schluss|frist)|in kraft|wann\s?:|abgerufen|"
    r"date limite|jusqu[’']au|valable|à partir du|en vigueur|clôture|quand\s?:|consulté|"
    r"fecha límite|hasta el|válid[oa]s?|a partir del?|plazo|en vigor|cuándo\s?:|vence|"
    r"scadenza|scade|entro il|fino al|valid[oaei]|a partire dal?|in vigore|quando\s?:|"
    r"prazo|até o?|vigência|geldig|uiterlijk|tot en met|vanaf|wanneer\s?:|"
    r"ważn[aey]|do dnia|od dnia|obowiązuj\w+|platn[áéý]|uzávěrk\w+|giltig\w*|gyldig\w*|senast den|senest den|"
    r"действ\w+|не позднее|срок\w*|вступ\w+ в силу|когда\s?:|дійсн\w+|термін|geçerli|son başvuru)(?!\w)[^.!?]{0,24}$|"
    r"(?:締切|締め切り|有効期限|開催日|开催|開催|截止|有效期|举办|活动时间|마감|유효기간|행사일|الموعد النهائي|صالح حتى)\D{0,8}$"
)
"""What stands, in lower case, before the day of an event, of a deadline or from which on something
holds. A month or a weekday may stand between."""

NOTICE_BEHIND = late(
    r"\W{0,3}(?:(?:at|um|à|a las|alle) [\d:.]+ ?(?:am|pm|uhr|h)?\W{0,2})?"
    r"(?:takes? place|findet|gilt|gelten|tritt|treten|まで|까지|tarihine kadar|kadar)"
)
"""What stands, in lower case, behind such a day."""

_BOUND_TIME = late(r"\btime")
_BOUND_ITEM = late(r"\bitem\b")
_TODAY = late(
    r"(?<![a-z])(?:today|todays?-?date|date-?today|current-?date|header-?date|date-?header-?top|"
    r"heute|aktuelles-?datum|fecha-?actual|data-?atual|clock|wm-nav-captures)(?![a-z])"
)

BUILDER_PREFIX = "elementor-widget"
"""Opening of the classes that a page builder gives to all boxes, the article's own ones too."""

CLASS_WORDS: dict[str, tuple[str, ...]] = {
    "date": tuple("date datum fecha timestamp publi posted pubtime -time _time zeit dt-".split()),
    "modified": tuple("modif updat aktual revis lastmod".split()),
    "byline": tuple(
        "byline meta author autor info entry post article artikel story headline title head "
        "single detail content dateline".split()
    ),
    "embed": tuple("instagram-media tiktok-embed twitter-tweet bluesky-embed fb-post".split()),
    "other": tuple(
        "comment kommentar related teaser recent recommend popular most- trending sidebar widget "
        "aside ticker latest similar more- next prev nav menu footer promo carousel slider archive "
        "calendar event termin weather wetter reply discussion feed tweet listing bottom outbrain "
        "card -list read-also readalso suggest associated outros weitere mehr masthead top-bar "
        "topbar site-head sitehead page-head pagehead".split()
    ),
}
"""Parts of classes and ids, in lower case: of what is made for a date, for a change's, of what
surrounds an article's own date, of a post from elsewhere, and of what holds the dates of something
else."""

CLASS_BOUNDED: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "date": (("time", _BOUND_TIME),),
    "other": (("item", _BOUND_ITEM),),
    "today": tuple(
        (word, _TODAY) for word in "today date datum heute actual data clock captures".split()
    ),
}
"""Parts that count between certain letters only, each behind a plain text that it holds; ``today``
is the calendar day that some sites print in their header, or that of a web archive's capture."""

ZONES: dict[str, int] = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 60, "BST": 60, "CET": 60, "MEZ": 60,
    "CEST": 120, "MESZ": 120, "EET": 120, "EEST": 180, "MSK": 180, "TRT": 180, "SAST": 120,
    "EAT": 180, "МСК": 180, "CAT": 120, "WAT": 60, "EST": -300, "EDT": -240, "CDT": -300,
    "CST": -360, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "AKST": -540, "AKDT": -480,
    "HST": -600, "NST": -210, "NDT": -150, "BRT": -180, "ART": -180, "CLT": -240, "CLST": -180,
    "IST": 330, "PKT": 300, "NPT": 345, "WIB": 420, "WITA": 480, "WIT": 540, "ICT": 420,
    "SGT": 480, "HKT": 480, "PHT": 480, "MYT": 480, "AWST": 480, "JST": 540, "KST": 540,
    "ACST": 570, "ACDT": 630, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780,
}  # fmt: skip
"""Zone abbreviations to minutes ahead of UTC, in the sense that news pages give them."""

AMERICAN_ZONES: dict[str, int] = {"ET": -300, "CT": -360, "MT": -420, "PT": -480}
"""Zones named without season (``3 p.m. ET``): standard time, an hour more in summer."""

MONTH_FIRST_LANGUAGES = frozenset({"en-us", "en-ph", "fil", "en-pr", "es-us", "es-pr"})
DAY_FIRST_ENGLISH = frozenset(
    "uk gb au nz ie in za sg my ng ke gh pk bd lk hk mt cy ug tz zw zm jm tt bw na rw mu np eu de "
    "fr it es nl be at ch dk se no fi pl cz ru ua tr gr il ae sa qa eg lb jo om kw bh scot london".split()
)
"""Top-level domains of places whose English (or other) pages put the day first."""

DAY_FIRST_CHINESE = frozenset({"hk", "mo", "sg", "my", "hant-hk", "hant-mo", "hans-sg"})
"""Domains and regions in which Chinese pages print day, month and two digits of the year."""

MONTH_FIRST_DOMAINS = frozenset({"us", "gov", "mil", "edu", "ph", "nyc"})

OTHER_DIGITS = frozenset("ar fa ur ps ckb hi mr ne bn th ja zh my".split()) | {""}
"""Languages whose pages may write digits of their own script; empty where none is stated."""

ERAS: dict[str, int] = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
"""Era to the year before its first (Japan: Imperial eras; Taiwan: years of the Republic)."""

ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

CHINESE_DIGITS: dict[str, int] = {
    sign: number
    for number, signs in enumerate("〇零○ 一 二 三 四 五 六 七 八 九".split())
    for sign in signs
}

BEHIND_DATE = r"(?:года|року|roku|г|р|r|d|m|g|yil)\b\.?"
"""Words for "year" or "day" behind a date: ``5 марта 2021 г.``, ``2021 m. kovo 5 d.``."""

BEFORE_CLOCK = (
    r"at|um|à|às|as|a\slas|alle(?:\sore)?|ore|ora|la\sora|kl\.?|klo|klockan|klokken|o|v|ve|w|в|во|у|u|"
    r"о|об|about|om|godz\.?|godzina|saat|pukul|jam|de|lúc|ob|στις|เวลา|u\.?"
)
"""What stands between a date and a clock time."""

WEEKDAYS = (
    # The languages that put the weekday behind the date, and papers of others that do.
    r"pazartesi|sal[ıi]|çarşamba|perşembe|cuma(?:rtesi)?|pazar|"
    r"hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap|"
    r"poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|"
    r"понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|"
    r"понеділок|вівторок|середа|четвер|п[’']ятниця|субота|неділя|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|"
    r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|"
    r"[월화수목금토일](?:요일)?|[月火水木金土日](?:曜日?)?|(?:星期|週|周|礼拜)[一二三四五六日天]"
)
"""Weekdays as they stand behind a date (Unicode CLDR)."""

AFTERNOON = frozenset({"下午", "午後", "오후", "晚上", "中午", "pm", "p.m", "p.m.", "م"})
FORENOON = frozenset({"上午", "午前", "오전", "早上", "凌晨", "am", "a.m", "a.m.", "ص"})

RELATIVE_UNITS: dict[str, tuple[int, str]] = {
    "minute": (
        1,
        "min minut минут хвилин минути dakika perc menit 分 분 phút دقيقة دقائق דקות λεπτ นาที m@",
    ),
    "hour": (
        60,
        (
            "hour hr std stund heure hora ora oră ore uur uren godz hodin час годин saat sat timm time "
            "tunti tuntia óra órá jam 小时 小時 時間 시간 giờ ساعة ساعات שעות שעה ώρ ชั่วโมง h@"
        ),
    ),
    "day": (
        1440,
        (
            "day tag jour día dia giorn dag dni dny dan dzień den дн день ден gün dygn päivä nap hari zi "
            "天 日 일 ngày يوم أيام ימים ημέρ μέρ วัน d@"
        ),
    ),
    "week": (
        10080,
        (
            "week woche semaine semana settiman weken tydz týd недел тижн седмиц hafta veck uge uke "
            "viikko hét minggu săptăm tjed nedelj 周 週 주 tuần أسبوع أسابيع שבוע εβδομάδ สัปดาห์ w@"
        ),
    ),
}
"""Unit to its minutes and the beginnings of its names (``@``: whole), for ``2 hours ago``."""

RELATIVE_WORDS: tuple[str, ...] = tuple(
    word.replace("_", " ")
    for word in (
        "ago vor_ il_y_a hace_ há_ atrás geleden temu před_ pred_ назад тому преди_ önce sedan siden "
        "sitten ezelőtt napja órája perce hete lalu _fa acum_ prije_ pre_ 前 전 trước منذ קודם לפני πριν "
        "ที่แล้ว ก่อน"
    ).split()
)
"""What makes a stretch of time a time before now."""

DAYS_AGO: dict[str, int] = {
    # Of words that end alike (``vorgestern``, ``gestern``) the longer one comes first.
    **{
        word.replace("_", " "): days
        for days, words in (
            (
                2,
                (
                    "vorgestern avant-hier anteayer antier l'altro_ieri l’altro_ieri anteontem eergisteren "
                    "przedwczoraj předevčírem позавчера позавчора i_förrgår toissapäivänä tegnapelőtt "
                    "evvelsi_gün 前天 一昨日 おととい 그저께 그제 προχθές alaltăieri prekjučer"
                ),
            ),
            (
                1,
                (
                    "yesterday gestern hier ayer ieri ontem gisteren wczoraj včera вчера вчора dün igår i_går "
                    "eilen tegnap kemarin 昨天 昨日 어제 χθες jučer أمس אתמול เมื่อวาน hôm_qua"
                ),
            ),
            (
                0,
                (
                    "today heute aujourd'hui aujourd’hui hoy oggi hoje vandaag dzisiaj dziś dnes сегодня "
                    "сьогодні bugün idag i_dag tänään hari_ini 今天 今日 오늘 σήμερα azi danas اليوم היום วันนี้ hôm_nay"
                ),
            ),
        )
        for word in words.split()
    },
}
"""Words for the day before yesterday, for yesterday and for today."""

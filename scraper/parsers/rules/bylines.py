"""Words, classes and addresses that mark who wrote an article.

Words before names were collected for the languages of the larger presses of Europe, Asia and
Latin America; class names from the markup of common content systems and themes.
"""

import re

from scraper.parsers.rules import credited, posted
from scraper.patterns import by_first_letter, first_words, last_words, late

BY_WORDS = by_first_letter(
    rf"{posted.ANNOUNCING}|"
    r"written by|posted by|published by|authored by|created by|story by|words by|text by|"
    r"(?:words|story|writer|reporter|reporting)(?=:)|(?:this is )?an? guest (?:post|column|essay) (?:by|from)|dies ist ein gastbeitrag von|"
    r"ceci est un article invité de|este es un artículo invitado de|words and "
    r"(?:photos|pictures|images) by|article by|report by|contributed by|submitted by|"
    r"(?:an? )?(?:guest post|essay|opinion|analysis|guide|recipe|review|column|commentary|interview|"
    r"feature|piece|blog|post|news|special|tutorial|shared|added|uploaded|sent|filed|reported) by|"
    r"(?:this )?(?:post|article|story|piece) (?:was |is )?(?:written|contributed|created) by|as told to|by|author\(?s?\)?|"
    r"dieser (?:artikel|beitrag|text) (?:wurde |ist )?(?:\w+ )?von|cet article a été \w+ par|"
    r"este (?:artículo|post) (?:fue|ha sido) \w+ por|"
    r"about the authors?|contributors?|redaktion(?=:)|interviews?(?=:)|bericht(?=\s?:)|"
    r"(?:ge|ver)?(?:schrieben|fasst|öffentlicht|speichert|postet|mailt|schickt) von|"
    r"(?:er|ein)stellt? von|eingestellt von|eingereicht von|hochgeladen von|beitrag ?von|"
    r"(?:ein(?:e)? )?(?:gast)?(?:beitrag|kommentar|artikel|text|interview|rezept|bericht|analyse|"
    r"essay|kolumne|rezension|reportage|glosse|gespräch|foto|story|post)[: ]+von|"
    r"(?:text|words) (?:and|&) (?:photos?|photographs|pictures|images)(?=\s?:)|"
    r"text und fotos?|text & fotos?|texte?|autor(?:/-?in|_in|in|en|innen)?|verfasser(?:in)?|"
    r"autor\*in|autor:in|von|"
    r"écrit par|rédigé par|publié par|propos recueillis par|recueilli par|un texte de|texte de|"
    r"auteure?s?|autrice|par|"
    r"escrito por|publicado por|texto|texto de|autora?(?:es)?|por|"
    r"scritto da|pubblicato da|a cura di|di|autore|autrice|testo(?: di|(?=\s?:))|"
    r"escrito por|texto de|da redação|"
    r"geschreven door|door|auteur|tekst|"
    r"skriven av|publicerad av|text|av|tekst av|skrevet av|af|skrevet af|forfatter|"
    r"kirjoittanut|kirjoittaja|teksti|"
    r"autor(?:ka|zy)?|tekst|opracowanie|opr(?:ac)?\.|autor článku|"
    r"szerző|szöveg|scris de|de|autor|"
    r"yazan|yazar|haber|kaleme alan|muhabir|hazırlayan|(?:röportaj|söyleşi|yazı)(?=\s?:)|"
    r"автор(?:ка)? (?:статьи|текста|материала|статті|тексту|матеріалу)|автор(?:ы|и|ка)?|текст(?: (?:и|і|й|та) фото)?|"
    r"(?:материал )?подготовила?|(?:интервью|інтерв['’ʼ]ю)(?=:)|беседовала?|записала?|корреспондент|корр\.|"
    r"розмовля(?:в|ла)|спілкува(?:вся|лася)|підготува(?:в|ла)|кореспондент(?:ка)?|"
    r"oleh|penulis|ditulis oleh|reporter(?=:)|wartawan|kontributor|"
    r"tác giả|bài(?: (?:và|&) ảnh|, ảnh)?|người viết|phóng viên|thực hiện(?=\s?:)|"
    r"文(?:・写真)?|作者|(?:本[报報刊社网網站]|特[约約]|[\u4e00-\u9fff]{2,8}(?=[記记]者\s))?(?:記者|记者)|特[约約]撰稿人?|撰稿人?|撰文|文章作者|编辑|執筆者?|著者|筆者|"
    r"取材・文|聞き手|寄稿|編集委員|論説委員|ライター|글쓴이|작성자|필자|취재(?=\s?:)|글(?:·사진)?|기자명?|"
    r"γράφ(?:ει|ουν)(?: (?:ο|η|οι))?|συντάκτ(?:ης|ρια)|αρθρογράφος|συνέντευξη στ(?:ον|ην|η)|κείμενο|ρεπορτάζ|επιμέλεια|"
    r"του|της|των|"
    r"автори|статията е на|מאת|ה?כתבת?|כתבה|लेखक|लेखिका|आलेख(?=\s?:)|द्वारा|रिपोर्टर?|संवाददाता|प्रस्तुति(?=\s?:)|ผู้เขียน|ผู้สื่อข่าว|บทความโดย|เรียบเรียง|เขียนโดย|โดย|เรื่อง|"
    r"نویسنده|نگارنده|نوشته|به قلم|خبرنگار|گزارشگر|گزارش(?=\s?:)|تحریر|"
    r"بقلم|كتبت?|الكاتبة?|كاتبة? المقال|مؤلف|(?:إعداد|تقرير|حوار|متابعة)(?=\s?:)"
)
"""Words that announce the name of the author."""

BYLINE = late(
    rf"(?-i:(?:[Ww]ritten |[Pp]osted )?[Bb]y(?=[A-Z])|[Vv]on(?=[A-ZÄÖÜ][a-zäöüß]))|[【\[]?(?:{BY_WORDS})(?:[】\]]\s*|\s*[:：︱|｜/／・＝=]\s*|\s+(?:[-–—]\s)?(?=\S)|(?<=[者筆글])(?=\S)|(?<=文)(?=[^章字化\s]))",
    re.I,
)
"""Such words at the start of a line, with what stands between them and the name."""

WRITTEN_WORDS = by_first_letter(
    r"(?:written|authored|words|story|text|texts|article|essay|report|reported|post|posted) by|"
    r"(?:the |about the )?authors?\s*[:：|]|(?:by-?line|writer|reporter)\s*[:：|]|"
    r"(?:autor|verfasser)(?:in|en|innen)?\s*[:：|]|texte?(?: und fotos?| & fotos?)?\s*[:：|]|"
    r"(?:geschrieben|verfasst|erstellt|veröffentlicht|gepostet|eingestellt) von|"
    r"(?:ein )?(?:gast)?(?:beitrag|kommentar|artikel|text|bericht|analyse|essay|kolumne) von|"
    r"(?:écrit|rédigé|publié) par|auteure?s?\s*[:：|]|(?:escrito|publicado|redactado) por|"
    r"autora?(?:es)?\s*[:：|]|texto\s*[:：|]|(?:scritto|pubblicato) da|a cura di|"
    r"aut(?:ore|rice)\s*[:：|]|testo\s*[:：|]|(?:geschreven) door|tekst\s*[:：|]|"
    r"(?:skriven|skrevet) a[vf]|forfatter\s*[:：|]|kirjoittaja\s*[:：|]|(?:napsala?|írta)\b|szerző\s*[:：|]|"
    r"автор(?:ы|и|ка)?\s*[:：|]|текст\s*[:：|]|ditulis oleh|penulis\s*[:：|]|"
    r"(?:文(?![章字化])|作者|記者|记者|撰文|文章作者|執筆者?|著者|筆者|取材・文|ライター|글)\s*[:：︱|｜/／＝]?|"
    rf"(?:{posted.WRITTEN})\s"
)
"""By-words that say of nothing else than a text who wrote it, unlike a bare "by" or "von"."""

WRITTEN = late(rf"(?:{WRITTEN_WORDS})", re.I)
"""Such words at the start of a line."""

WRITTEN_ALONE = late(rf"(?:{WRITTEN_WORDS})\s*$", re.I)
"""Such words and nothing else, as the text before a name ends with."""

SPEAKING = late(
    r"\s*(?:\([^)]{1,30}\)\s*|[,·|]\s*)?(?:am \d[^:]{3,25})?"
    r"(?:says|said|sagte?|schreibt|schrieb|wrote|writes|meint|commented|kommentierte?|dit|dice|dijo|"
    r"disse|diz|ha scritto|a écrit|replied|antwortete?|zegt|schreef|skriver|skrev|pisze|napisała?)\b",
    re.I,
)
"""What a comment goes on with behind the name of its writer, and a sentence behind a speaker's."""

CLOCKED = late(
    r":\s[^@]{1,80}\s[—–-]\s(?:(?:posted )?by\s)?([^\s@—–|][^@—–|]{1,30}?)\s@\s\d{1,2}[:.]\d\d"
)
"""A writer between a dash and the clock, behind a label and sections, as old themes print: "Filed
under: Harbour — jane @ 08:15". Without a label a hall and its hour are printed so."""

COMMENTED = late(
    r"(?:kommentar|comment|comentario|comentário|commentaire|commento|reactie|komentarz|komentář|"
    r"kommentti)\s(?:von|by|de|di|van|av|af|od)\s",
    re.I,
)
"""What opens the line of a reader's comment, or of an opinion: the one stands behind the article."""

AGENCY_BEHIND = late(r"\s*/\s*(?=[A-Z])([\w.]+(?:\s[\w.]+)?)")
"""A slash and the agency of a picture's maker behind the name."""

INTERVIEWED_END = late(
    r"(?:interview|gespräch|conversation|talk|q&a|entretien|intervista|entrevista|conversación|"
    r"colloquio|chat|conversa|gesprek|samtale|samtal|rozmowa|rozhovor|beszélgetés)"
    r"[^.|:]{0,60}\b(?:mit|with|avec|con|com|met|med|z|ze|s|se)"
    r"(?:\s(?:(?:der|dem|the|la|el|le|il|o|a)\s)?[\w-]{3,24}){0,2}$",
    re.I,
)
"""Words before the name of somebody who is interviewed."""

CASELESS_FROM = "\u0590"
"""The first character of the scripts without capitals: any line in them may open with such words."""

FIRST_WORD = late(r"(?:[Bb]y|[Vv]on)(?=[A-ZÀ-Þ])|\w+")
"""A line's first word; themes glue the name to "By"."""

_INNER = (
    r"by|von|par|por|door|autor(?:in|en|a|ka)?|author|auteur|autore|text|texte|texto|tekst|"
    r"redaktion(?=:)|(?:作者|记者|記者|撰文|執筆|取材・文|文・写真|文)(?=[:：/／｜・])|(?<=[\d.] )(?:av|af|di|da|oleh|od|przez|от|від|από|nga)|"
    r"écrit par|rédigé par|geschrieben von|verfasst von|автор|oleh|yazar|szerző|írta|forfatter|بقلم|"
    r"opr(?:ac)?\.|rozmawia(?:ła?)?"
)
STRONG_BYLINE = late(
    rf"\b(?:{_INNER})(?:\s*[:|]?\s+|\s*[:：/／｜・]\s*)(?=[^\W\d_])",
    re.I,
)
"""Words inside a line behind which a name stands."""

INNER_WORDS = last_words(_INNER)
"""Words of which a line holds one, if it holds such a by-word and its letters are parted by spaces:
a quick test before the search."""

REPORTER = late(
    r"(?:^|[\s=\](（【〔/／:：])(?!本[報报刊站网網])"
    r"((?:[\uac00-\ud7af]{2,4}[·,]\s?){0,4}[\uac00-\ud7af]{2,4}|[\u3400-\u9fff\u3005]{2,5})\s?"
    r"(?:(?:선임|수습|인턴|객원|전문|시민)?기자|특파원|논설위원|記者|记者|特派員|編集委員)(?=[\s\])）】〕]|$)"
)
"""Names with the word for reporter behind them, as papers of Korea, Japan and China sign."""

REPORTERS = late(r"[·,、]\s?")
"""What parts names that share that word."""

HAN_FROM = "\u2e80"
"""The first character of the scripts of China, Japan and Korea."""

LABELLED = late(
    r"(?<=[^\s:：、，,/／|｜・글文])[\s、，,；/／|｜・·]+(?=(?:(?:作者|记者|記者|文|撰文|取材・文|聞き手|構成|写真|撮影|"
    r"イラスト|摄影|攝影|[图圖]|责任编辑|責任編輯|责编|责校|编辑|編輯|編集|编审|校对|校對|审核|翻译|翻訳|译者|"
    r"来源|來源|글|사진|그림|정리|번역|편집|영상)\s?[:：/／＝=｜]|"
    r"(?:通讯员|通訊員|摄影|攝影|写真|撮影|사진|그림)\s))"
)
"""Where the next credit begins in a line of several: papers of China, Japan and Korea print who
wrote, took the pictures and edited behind each other."""

DEGREE = late(r",\s?(?:[A-Z]{2,5}|Ph\.?D|[A-Z]\.[A-Z]\.|MSc|BSc)\b")
"""A degree behind a comma, as in lines that name several scholars."""

SOURCE = late(
    r"(?:quelle|source|fuente|fonte|bron|zdroj|źródło|forrás|kilde|källa|lähde|kaynak|sumber|nguồn|"
    r"источник|джерело|来源|來源|出典|출처)\s?[:：]\s*",
    re.I,
)
"""Words that name where a story was taken from: an agency, another paper."""

WRITER_IN_DATELINE = late(
    r"[【\[(（][^】\])）＝=]{1,16}[＝=](?:(?P<there>[\u3400-\u9fff々\u30a0-\u30ff・]{3,10})[】\])）]|"
    r"[^】\])）]{1,14}[】\])）]\s?(?P<after>[\uac00-\ud7af]{2,4}(?:[·,]\s?[\uac00-\ud7af]{2,4}){0,3})"
    r"\s?(?:선임|수습|인턴)?기자\s?=)|"
    r"[（(][^（）()]{0,6}記者(?P<cna>[\u3400-\u9fff]{3})[\u3400-\u9fff]{2,6}\d{1,2}日[專专]?[電电]|"
    r"[^（(。]{0,24}[（(](?:本[报報刊网網]|新华社)?[记記]者[：:\s]?(?P<wire>[\u3400-\u9fff、\s]{2,16})[）)]"
)
"""Who wrote, in front of a story's first sentence, as papers of Japan, Korea and China print it:
behind the place, behind the agency, or in brackets behind place and day."""

DATELINE = late(
    r"(?:[^()\n]{2,60}?\s)?[(/](?P<agency>[^()\d\n]{2,24})[)/]\s?(?:[-–—:.]+\s|(?=[A-ZÀ-Þ]))"
)
"""A place and an agency in front of a story's first sentence ("LISBON (AFP) -")."""

_ROLES = by_first_letter(
    r"(?:medically |clinically |legally |scientifically |technically |expert |last )?"
    r"(?:reviewed|fact[- ]?checked|verified|edited|translated|photographed|illustrated|"
    r"photograph(?:y|s)?|photos?|images?|pictures?|illustrations?|artwork|art|video|graphics?|"
    r"interview(?:ed)?|narrated|produced|research(?:ed)?|additional reporting|reporting|"
    r"data|design|updated|curated|approved|sponsored|presented|copy[- ]?edited|editing) by|"
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
    r"foto oleh|editor|译者|翻译|通讯员|通訊員|審核|审核|责校|校对|校對|編審|编审|写真|イラスト|責任編輯|责任编辑|责编|編輯|摄影|攝影|撮影|翻訳|編集|사진|그림|영상|편집|번역|صور(?:ة)?|تصوير|تحرير|ترجمة|عکس|مترجم|ویراستار|צילום|צילומים|עריכה|עורכ(?:ת)?|תרגום|संपादक|फोटो|फ़ोटो|ภาพ|บรรณาธิการ|ảnh|biên tập|[图圖]片?(?=\s?[:：/／])|"
    rf"{credited.LABELLED}"
)
CREDIT = late(rf"(?P<role>{_ROLES})(?:\s*[:：︱|｜/／＝=]\s*|\s+)", re.I)
"""Credits that set a person apart from the author, at the start of a line."""

BY_ALONE = late(rf"(?:{BY_WORDS})\s*[:：︱|｜/／]?\s*$", re.I)
"""A by-word and nothing else, as the text before a name ends with."""

_WORD_START = r"(?-i:(?<![A-Za-zÀ-ÿ])|(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ]))"
"""Where a word begins: also within glued ones ("Jane DoePhotographs by")."""

NEXT_CREDIT = late(
    r"\s*[;|/•·,.](?:\s+|(?<=[;|]))(?=[^\W\d_][^:;|,/]{2,24}:)|\s+(?=[^\W\d_]{3,16}\s?:)|"
    r"\s*[;|/•·,.]\s+(?:and\s+)?(?=[^\W\d_][\w-]+(?: [\w-]+)? by\s)",
    re.I,
)
"""What parts the credits of one line: each with a colon ("Author: Jane Doe; Editor: John Roe"), or
as news agencies have them ("Reporting by Jane Doe; Editing by John Roe")."""

NEWSROOM = late(
    r"(redaktion|redactie|redazione|redakcja|redakce|redacción|rédaction|redação|编辑|編輯)"
    r"\s?[:：]\s*",
    re.I,
)
"""Words for who edits, behind another credit of the line; alone they name who signs."""

_LAST_ROLES = rf"{_ROLES}|(?:expert|technical) reviewer|aggiornato da|designed by"
CREDIT_END = late(
    rf"{_WORD_START}(?![\w-]+ed\s*[:：]?\s*$)(?P<role>{_LAST_ROLES})\s*[:：]?\s*$", re.I
)
"""A credit at the end of the text before a name, or alone on the line above it."""

OTHER_END = late(
    rf"{_WORD_START}(?:contacts?|kontakt|ansprechpartner(?:in)?|contacto|contatto|contato|yhteystiedot|"
    r"контакты?|kontakti?|iletişim|联系人|問い合わせ先?)\s*[:：]\s*$|"
    rf"{_WORD_START}(?:sort(?:ed)?|filter(?:ed)?|listed|marketed|organi[sz]ed|directed|composed|performed|group(?:ed)?|order(?:ed)?|powered|generated|hosted|designed|developed|built|theme|template|web ?design|"
    r"website|site|maintained|operated|owned|realisiert|umgesetzt|programmiert|propulsé|réalisé|"
    r"desarrollado|diseñado|realizzato|gemaakt|bereitgestellt|shared|geteilt|partagée?|condiviso|"
    r"compartid[ao]|compartilhad[ao]|partilhad[ao]|gedeeld|delat|delt|udostępniony) "
    r"(?:by|von|par|por|da|door|av|af|przez)\s*[:：]?\s*$",
    re.I,
)
"""Words before the name of somebody to ask, of who made the site, or of whose picture is shown ("A
post shared by"): they have written nothing."""


def _undotted(words: frozenset[str]) -> frozenset[str]:
    """Return words with their forms whose "ı" is an "i", as patterns without case take it."""
    return words.union(word.replace("ı", "i") for word in words)


ANNOUNCING_WORDS = _undotted(
    first_words(BY_WORDS) | first_words(_ROLES) | (first_words(WRITTEN_WORDS) - {"the"})
)
"""The first words, in lower case, of all by-words and credits: a quick test before the patterns.
"The author:" is looked for apart, as half of all paragraphs open so."""

ENDING_WORDS = _undotted(
    last_words(BY_WORDS)
    | last_words(_LAST_ROLES)
    | last_words(WRITTEN_WORDS)
    | last_words(OTHER_END.pattern)
)
"""The last words that by-words, credits and other words before names may end with: the same."""

OTHER_LINE = late(
    r"(?:(?:press|media|presse|medien|your|our|ihre?) ?-?)?(?:contacts?|kontakte?|"
    r"ansprechpartner(?:in|innen)?|contacto|contatt[oi]|contato|experts?|expert(?:e|in|en|innen)|"
    r"speakers?|referent(?:in|en|innen)?|interviewees?|gäste?|guests?|редактор|контакты?|"
    r"(?:related |post |article )?(?:tags?|topics?|keywords?|categories)|(?:filed|posted) (?:under|in)|"
    r"schlag(?:wörter|worte)|themen|kategorien?|mots[- ]clés|étiquettes|etiquetas|temas|parole chiave|"
    r"trefwoorden|теги|метки)\s?[:：]?",
    re.I,
)
"""A label alone on the line above a name: of somebody to ask, who is asked, or written about."""

AUTHOR_PATH = late(
    r"/(?:authors?|autor(?:en|es|in|e|i)?|auteurs?|autori|autore|writers?|contributors?|"
    r"people|persons?|profiles?|profil|staff|staff[-_]name|team|team-?members?|user|"
    r"users|u|by|journalists?|journalistes?|redakteure?|redaktion|columnists?|reporters?|experts?|"
    r"member|members|bio|bios|our[-_]people|blogger|bloggers|editors?|"
    r"firmas?|skribent|forfatter|tac-gia|avtory?|autorius|kirjoittaja|ihmiset|yazar|yazarlar|penulis|szerzo|autorzy|"
    r"community/users|expert|meet|about)(?:[/:-]|$)|/@\w|\?_?author=|&_?author=|/author-|-author-|authorid=",
)
"""Addresses of pages about an author."""

AUTHOR_PATH_STEMS = (
    "author /@ /about /auteu /auth /auto /bio /blogger /by /column /community /contrib /edit /expert "
    "/avtor /firma /forfatt /ihmiset /journalist /kirj /meet /member /our /penulis /people /person /profil "
    "/redakt /report /skrib /staff /szerz /tac /team /u$ /use /writer /yazar"
).split()
"""How a part of such addresses begins; ``$`` is the end of the part."""

STRONG_AUTHOR_PATH = late(
    r"/(?:authors?|autor(?:en|es|in|e|i|zy)?|auteurs?|autori|autore|writers?|contributors?|staff|"
    r"journalists?|journalistes?|redakteure?|columnists?|reporters?|profiles?|staff[-_]name|yazar|penulis|tac-gia)"
    r"(?:[/:-]|$)|\?author=|&author=|/author-",
)

POINTING = frozenset("this these diese diesem diesen dieser ces cette estos estas questi".split())
"""What goes on with no name: "PAR CES MOTIFS", by which a court of France begins to rule."""

META_AUTHOR_KEYS = tuple(
    (
        "author article:author article:author:name article:author_name og:article:author og:author "
        "book:author parsely-author sailthru.author dc.creator dc.creator.personalname "
        "dcterms.creator dc.contributor.author dcsext.author citation_author cxenseparse:author "
        "mrf:authors byl byline authors article.author article_author cse_author "
        "shareaholic:article_author_name vr:author bt:author rbauthors auteur autor creator "
        "search.byline twitter:creator twitter:data1"
    ).split()
)
"""Names of ``meta`` elements that hold authors; ``twitter:data1`` only under ``Written by``, and
``twitter:creator`` where a name stands in it instead of an account."""

WRITTEN_BY_LABELS = late(
    r"written by|verfasst von|geschrieben von|écrit par|escrito por|scritto da|geschreven door|"
    r"автор|author|autor|著者|作者|skriven av|skrevet av|napisane przez|kirjoittanut|written",
    re.I,
)

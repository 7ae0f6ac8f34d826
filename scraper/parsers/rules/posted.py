"""Words by which systems and papers of some forty languages say who put an article online.

They are the translations of "Posted by", "Published by", "Guest author" and kin that WordPress,
Blogger, Drupal, Joomla and DataLife Engine ship, and the labels of papers' own. One phrase a form, in lower case; what
may follow "by" in an article's text as well stands apart (``BARE``).
"""

from scraper.patterns import by_first_letter

_PHRASES = {
    "af": "geskryf deur|geplaas deur|gepubliseer deur",
    "ar": "نشر بواسطة|نشرت بواسطة|كتب بواسطة|كتبه|كتبها|كتبته|أضيف بواسطة|بواسطة|تحرير بواسطة",
    "az": "müəllif|müəllifi",
    "be": "аўтар|аўтарка|апублікаваў|апублікавала|напісаў|напісала",
    "bg": "публикувано от|публикувана от|публикуван от|написано от|написана от|добавено от|"
    "автор на статията",
    "bn": "লেখক|প্রতিবেদক|লিখেছেন|নিজস্ব প্রতিবেদক|নিজস্ব সংবাদদাতা|স্টাফ রিপোর্টার",
    "ca": "publicat per|escrit per|text de",
    "cs": "napsal|napsala|vložil|vložila|zveřejnil|zveřejnila|publikoval|publikovala|přidal|přidala|připravil|"
    "připravila|autor článku|autorka článku|od autora|vydal|vydala|ptal se|ptala se|"
    "rozhovor vedl|rozhovor vedla",
    "da": "indsendt af|udgivet af|offentliggjort af|lagt ud af|gæsteskribent|gæsteforfatter|oprettet af",
    "de": "gastautor|gastautorin|gastautor:in|ein gastbeitrag von|aufgezeichnet von",
    "el": "αναρτήθηκε από|δημοσιεύτηκε από|δημοσιεύθηκε από|γράφτηκε από|δημοσιεύτηκε από την|δημοσιεύτηκε από τον|αναρτήθηκε από την|αναρτήθηκε από τον|"
    "του συντάκτη",
    "en": "guest author|guest writer|guest contributor|guest blogger|guest columnist",
    "es": "publicada por|enviado por|enviada por|subido por|redactado por|posteado por|añadido por|"
    "autor invitado|autora invitada|firma invitada|de nuestro corresponsal|"
    "de nuestra corresponsal|de nuestro enviado especial|un artículo de|un texto de|un reportaje de",
    "et": "postitas|kirjutas|autorid|avaldas",
    "fa": "ارسال شده توسط|نوشته شده توسط|منتشر شده توسط|ارسال توسط",
    "fi": "julkaissut|lähettänyt|kirjoittajana|vieraskynä|vierailija",
    "fil": "isinulat ni|ipinost ni",
    "fr": "posté par|postée par|publiée par|mis en ligne par|proposé par|ajouté par|envoyé par|"
    "soumis par|auteur invité|auteure invitée|autrice invitée|un article de|une enquête de|"
    "un reportage de|un billet de|une chronique de|de notre correspondant|de notre correspondante|"
    "de notre envoyé spécial|de notre envoyée spéciale",
    "he": "פורסם על ידי|נכתב על ידי|הועלה על ידי|פורסם ע״י|נכתב ע״י",
    "hi": "लेखन|द्वारा लिखित|द्वारा प्रकाशित|द्वारा पोस्ट",
    "hr": "objavio|objavila|objavio/la|napisao|napisala|piše|pišu|autor teksta|autorica|autorica teksta|"
    "pripremio|pripremila|razgovarao|razgovarala",
    "hu": "írta|közzétette|beküldte|feltöltötte|bejegyezte|posztolta|vendégszerző|"
    "az interjút készítette",
    "id": "diposting oleh|diterbitkan oleh|dipublikasikan oleh|diunggah oleh|dikirim oleh|"
    "ditulis oleh|kontributor tamu|penulis tamu|artikel oleh|catatan oleh",
    "is": "höfundur|skrifað af",
    "it": "pubblicata da|pubblicati da|inserito da|inserita da|postato da|aggiunto da|inviato da|"
    "redatto da|caricato da|articolo di|un articolo di|autore ospite|autrice ospite|"
    "guest post di|un post di|dal nostro inviato|dalla nostra inviata|dal nostro corrispondente|"
    "dalla nostra corrispondente",
    "ja": "投稿者|発信者|公開者|ゲスト執筆者",
    "ka": "ავტორი",
    "ko": "게시자|등록자",
    "lt": "autorius|autorė|parašė|parengė|paskelbė|įkėlė|kalbėjosi|kalbino",
    "lv": "autors|publicēja|sagatavoja|uzrakstīja",
    "nl": "geplaatst door|gepost door|gepubliceerd door|toegevoegd door|ingezonden door|"
    "een artikel van|een bijdrage van|gastauteur|gastblogger|gastschrijver|gastbijdrage van",
    "no": "publisert av|lagt ut av|postet av|lagt til av|gjesteskribent|gjesteblogger|gjesteinnlegg av",
    "pl": "dodane przez|dodany przez|dodał|dodała|dodał(a)|opublikowane przez|opublikowany przez|"
    "opublikował|opublikowała|opublikował(a)|napisane przez|napisany przez|napisał|napisała|"
    "napisał(a)|autor gościnny|autorka gościnna|autor artykułu|autorka artykułu|autor tekstu|"
    "wpis gościnny|zamieścił|zamieściła|zamieszczone przez|wysłane przez|autor wpisu|"
    "autorka wpisu|rozmawiał|rozmawiała|rozmawia",
    "pt": "postado por|postada por|publicada por|enviado por|enviada por|redigido por|"
    "autor convidado|autora convidada|um artigo de|um texto de|adicionado por",
    "ro": "publicat de|publicată de|postat de|postată de|adăugat de|trimis de|un articol de|"
    "un text de|autorul|autoarea|autoare",
    "ru": "опубликовал|опубликовала|опубликовал(а)|добавил|добавила|добавил(а)|"
    "разместил|разместила|разместил(а)|написал|написала|приглашённый автор|гостевой автор",
    "sk": "pridal|pridala|zverejnil|zverejnila|publikoval|publikovala|vložil|vložila|pripravil|"
    "pripravila|autorka článku",
    "sl": "avtor|avtorica|besedilo|objavil|objavila|napisal|napisala|zapisal|zapisala",
    "sq": "shkruar nga|publikuar nga|postuar nga|autori",
    "sr": "пише|аутор|ауторка|објавио|објавила|написао|написала|autorka teksta",
    "sv": "publicerat av|postat av|upplagt av|inlagt av|inskickat av|gästskribent|gästbloggare|"
    "gästkrönika av|skrivet av|upplagd av|inlagd av",
    "sw": "imeandikwa na|mwandishi",
    "th": "โพสต์โดย|เผยแพร่โดย|ลงประกาศโดย",
    "tr": "gönderen|ekleyen|yayınlayan|yazıyı gönderen|haberi ekleyen|konuk yazar|yazarı",
    "uk": "опублікував|опублікувала|додав|додала|розмістив|розмістила|написав|написала|"
    "запрошений автор|авторка тексту",
    "ur": "مصنف|شائع کردہ",
    "vi": "đăng bởi|được đăng bởi|viết bởi|được viết bởi|người đăng|biên soạn bởi|bài viết của",
    "zh": "发布者|發布者|发布人|發布人|发表者|撰稿|特邀作者|客座作者|投稿人",
}

_LABELS = (
    "reportagem|redacta|escribe|tekst i foto|text a foto|tekst i fotografije|redazione di|laporan|reportase|liputan|reportaj|reportaż|reportáž|riport|"
    "text und bild|texto y fotos|testo e foto|texte et photos|tekst en foto's|signé|"
    "καταγραφή|репортаж|автор фото и текста|besedilo in fotografije|tekst i zdjęcia"
)
"""Words that name a writer only with a colon behind them."""

BARE = ("от", "από", "od", "przez", "від", "توسط", "deur", "nga", "bởi", "על ידי", "ע״י")
"""Words for "by" that say as much of other things: prose begins with them, and names follow."""

PHRASES = tuple(
    dict.fromkeys(phrase for phrases in _PHRASES.values() for phrase in phrases.split("|"))
)
"""Phrases that announce who wrote an article, or put it online."""


def _either(phrases: tuple[str, ...]) -> str:
    """Return phrases as alternatives of a pattern, of those that begin alike the longest first."""
    ordered = sorted(phrases, key=len, reverse=True)
    return by_first_letter("|".join(p.replace("(", r"\(").replace(")", r"\)") for p in ordered))


WRITTEN = _either(PHRASES)
"""The phrases as alternatives of a pattern."""

_CAPITALS = "".join(filter(str.isupper, map(chr, (*range(0x41, 0x530), *range(0x1E00, 0x2000)))))
_CAPITAL = rf"(?-i:[{_CAPITALS}])[^\s,]*"
_NAMES = rf"{_CAPITAL}(?:\s(?:(?:a|i|и|та|й|και|dhe|en)\s)?{_CAPITAL}){{0,5}}"
_ENDS = r"\s*(?:$|[,;|•·(–—/\d-]|(?:[^\W\d_]+\.?,?\s+){1,3}\d)"
_ARTICLE = r"(?:(?:de|het|la|el|il|den|die|der|o|a|os|as|η|ο)\s)?"
_SIGNED = (
    r"\s*[:：]|\s*$|\s+(?=[^\W\dA-Za-zÀ-ɏͰ-ӿ])|"
    rf"\s+(?:{_NAMES}{_ENDS}|{_ARTICLE}[^\s,]+{_ENDS})"
)
"""What is behind such words where they announce somebody: nothing but names, or an account, and
perhaps a day, unless there is a colon or a script without capitals."""

ANNOUNCING = rf"(?:{WRITTEN}|{_either(BARE)})(?={_SIGNED})|(?:{_LABELS})(?=\s?[:：])"
"""Those, words for "by", and labels with a colon, as alternatives of a pattern. Prose goes on:
"Gastautor Peter Handke liest am Freitag", "Od Karla Čapka k Janu Nerudovi"."""

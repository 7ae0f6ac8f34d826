"""Class names that mark bylines, author boxes, and the parts of a page that name other people.

Collected from the markup of common content systems and themes, in the languages of
``rules.bylines``. All patterns read lower case: without ``re.I`` a search skips to the letters that
can begin a match, which is several times faster.
"""

import re

AUTHOR_CLASS = re.compile(
    r"by-?_?line|author|(?:^|[-_\s])autor|auteur|autore|verfasser|redakteur|writer|contributor|"
    r"journalist|columnist|reporter|vcard|(?:^|[-_\s])fn(?:$|\s)|dc-?creator|creator|"
    r"posted-?by|article-?by|entry-?by|written-?by|meta-?by|signature|firma(?:$|[-_\s])|"
    r"skribent|forfatter|kirjoittaja|toimittaja|szerzo|yazar|penulis|"
    r"(?:^|[-_\s])credits?(?:$|[-_\s])|username|user-?name|poster|profile-?name|"
    r"(?:^|[-_\s])(?:kisha|hissha|chosha)(?:$|[-_\s])",
)
"""Class and id values of bylines."""

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

TOPIC_CLASSES = ("category-", "cat-", "tag-", "term-", "format-", "status-", "type-")
"""Openings of the classes by which content systems name an article's topics, whatever follows."""

BUILDER_PREFIX = "elementor-widget"
"""Opening of the classes that a page builder gives to all boxes, the article's own ones too."""

TOPIC_ELEMENT = re.compile(
    r"(?:^|[-_\s])(?:categor(?:y|ies|ia)|kategori(?:e|a)|rubri(?:k|c|que)|topics?|tags?|languages?|lang)(?:$|[-_\s])"
)
"""Class values of a section, tag or language that is named beside a byline ("byline__category")."""

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

RELATED_CLASS = re.compile(
    r"related|recommend|recirc|read-?(?:more|next|also)|more-?(?:stories|posts|news|from|articles)|"
    r"also-?(?:like|read)|popular|trending|latest|recent|most-?(?:read|viewed)|teaser|"
    r"(?:^|[-_\s])(?:card|cards|carousel|slider|sidebar|side-?bar|widget|widgets|rail|promo|"
    r"next-?post|prev(?:ious)?-?post|suggest\w*|outbrain|taboola|footer|menu|nav|navigation|navbar|"
    r"mega-?menu|search|newsletter|advert\w*|ad|ads|weitere|mehr|verwandt\w*|aehnlich\w*|"
    r"similaires|relacionad[oa]s|correlati|gerelateerd)(?:$|[-_\s])",
)

OWN_FOOTER = re.compile(r"(?:article|story|post|entry|content|artikel|beitrag)[-_]{1,2}footer")
"""The end of an article in class names: it signs there, and names no other article."""

MENU_CLASS = re.compile(
    r"(?:^|[-_\s])(?:mega-?menu|menus?|nav|navs|navbar|navigation|breadcrumbs?)(?:$|[-_\s])"
)
"""Class values of menus, which name nobody who wrote this page."""

CAPTION_CLASS = re.compile(
    r"caption|(?:^|[-_\s])figure|(?:photo|image|img|picture|media|bild|foto)-?_?(?:credit|copyright|"
    r"source|author|by-?line)|credits?-?_?(?:photo|image|img)|bild(?:unterschrift|quelle|nachweis)|legende"
)
"""Class values of what is said about a picture."""

QUOTE_CLASS = re.compile(
    r"(?:^|[-_])(?:quotes?|block-?quote|pull-?quote|epigraph|zitat|testimonials?|tweet)(?:$|[-_])|"
    r"twitter-tweet|instagram-media"
)
"""Class values of words that are somebody else's."""

WORK_CLASS = re.compile(r"(?:^|[-_])infobox(?:$|[-_])")
"""Class values of the box in which an encyclopedia sums up what its article is about."""

META_CLASS = re.compile(
    r"meta|submitted|(?:^|[-_])(?:posted|published|dateline|kicker|infos?|details?|subline|"
    r"dachzeile|entry-?info|post-?info)(?:$|[-_])"
)
"""Class values of the line that holds date and author."""

# --- quick tests -------------------------------------------------------------------------------
#
# What one of the parts of a class name between hyphens holds, if the pattern of the same name can
# match. Sites share such parts far more than whole names, so that answers can be kept.

AUTHOR_PART = re.compile(
    r"a(?:utor|uth|ut(?:eur|ore))|by|c(?:hosha|o(?:lumnist|ntrib)|re(?:ator|dit))|"
    r"f(?:irma|n$|orfatt)|hissha|journalist|ki(?:rjoit|sha)|p(?:enulis|oster|rofile)|"
    r"re(?:dakt|port)|s(?:ignature|kribent|zerzo)|toimitt|user|v(?:card|erfass)|writ|yazar"
)
STRONG_AUTHOR_PART = re.compile(r"a(?:uth|utor|ut(?:eur|ore))|by")
NOT_AUTHOR_PART = re.compile(r"a(?:uth|utor)|creator|writ")
BIO_PART = re.compile(r"a(?:bh$|uth|utor)|b(?:io|y)|contrib|fab|molongui|saboxplugin|tagline|writ")
COMMENT_PART = re.compile(
    r"comment|comentario|disqus|discussion|kommentar|pingback|re(?:action|plies|spond)|trackback|"
    r"webmention"
)
NOT_COMMENT_PART = re.compile(r"comment")
RELATED_PART = re.compile(
    r"a(?:d(?:s?$|vert)|ehnlich|lso)|c(?:ar(?:d|ousel)|orrelati)|footer|gerelateerd|latest|"
    r"m(?:e(?:hr|nu)|o(?:re|st))|n(?:av|e(?:wsletter|xt))|outbrain|p(?:opular|r(?:ev|omo))|"
    r"r(?:ail|e(?:ad|c(?:ent|irc|ommend)|la(?:cion|t)))|s(?:earch|i(?:de|milaires)|lider|uggest)|"
    r"t(?:aboola|easer|rending)|verwandt|w(?:eitere|idget)"
)
MENU_PART = re.compile(r"breadcrumb|menu|nav")
CAPTION_PART = re.compile(
    r"author|b(?:y|ild[uqn])|c(?:aption|opyright|redit)|figure|legende|source"
)
QUOTE_PART = re.compile(r"epigraph|instagram|quote|t(?:estimonial|weet)|zitat")
WORK_PART = re.compile(r"infobox")
META_PART = re.compile(
    r"d(?:a(?:chzeile|teline)|etail)|info|kicker|meta|p(?:osted|ublished)|sub(?:line|mitted)"
)

TELLING_PART = re.compile(
    r"a(?:bh|d(?:s?$|vert)|ehnlich|lso|ut(?:h|or|eur))|b(?:i(?:ld[uqn]|o)|readcrumb|y)|"
    r"c(?:a(?:ption|r(?:d|ousel))|hosha|o(?:lumnist|mment|mentario|ntrib|pyright|rrelati)|"
    r"re(?:ator|dit))|d(?:a(?:chzeile|teline)|etail|is(?:cussion|qus))|epigraph|"
    r"f(?:ab|ig|irma|n$|o(?:oter|rfatt))|gerelateerd|hissha|in(?:fo|stagram)|journalist|"
    r"ki(?:cker|rjoit|sha)|kommentar|l(?:atest|egende)|m(?:e(?:hr|nu|ta)|o(?:longui|re|st))|"
    r"n(?:av|e(?:wsletter|xt))|outbrain|p(?:enulis|ingback|o(?:pular|ste)|r(?:ev|o[fm])|ublished)|"
    r"quote|r(?:ail|e(?:a(?:ction|d)|c(?:ent|irc|ommend)|dakt|la(?:cion|t)|p(?:lies|ort)|spond))|"
    r"s(?:aboxplugin|earch|i(?:de|gnature|milaires)|kribent|lider|ource|u(?:b(?:line|mitted)|ggest)|"
    r"zerzo)|t(?:a(?:boola|gline)|easer|estimonial|oimitt|r(?:ackback|ending)|weet)|user|"
    r"v(?:card|er(?:fass|wandt))|w(?:e(?:bm|itere)|idget|rit)|yazar|zitat"
)
"""The same for all patterns at once. Parts that begin alike are written together: the search is
three times faster so."""

"""Class names that mark bylines, author boxes, and the parts of a page that name other people.

Collected from the markup of common content systems and themes, in the languages of
``rules.bylines``. All patterns read lower case: without ``re.I`` a search skips to the letters that
can begin a match, which is several times faster.
"""

import re

AUTHOR_CLASS = re.compile(
    r"by-?_?line|author|(?:^|[-_\s])autor|auteur|autore|verfasser|redakteur|writer|contributor|"
    r"journalist|colum?nist|reporter|vcard|(?:^|[-_\s])fn(?:$|\s)|dc-?creator|creator|"
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
    r"autori[sz]|comment-?author|author-?comment|co-?creator-widget|(?<!with-)(?<!has-)location$",
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
    r"source|author|by-?line)|credits?-?_?(?:photo|image|img)|bild(?:unterschrift|quelle|nachweis)|legende|"
    r"^(?:modal|lightbox|fancybox|mfp|pswp)(?:$|[-_])"
)
"""Class values of what is said about a picture, and of what opens over the page: a picture mostly."""

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
# Letters of which a class value holds some, in any case, if the pattern of the same name can match
# one of its words; ``$`` is the end of a part between hyphens.

AUTHOR_STEMS = (
    "auteur auth autor by chosha columnist colunist contrib creator credit firma fn$ forfatt hissha "
    "journalist kirjoit kisha penulis poster profile redakt report signature skribent szerzo "
    "toimitt user vcard verfass writ yazar"
).split()
STRONG_AUTHOR_STEMS = "auteur auth autor by".split()
NOT_AUTHOR_STEMS = "auth autor creator location writ".split()
BIO_STEMS = "abh$ auth autor bio by contrib fab molongui saboxplugin tagline writ".split()
COMMENT_STEMS = (
    "comentario comment discussion disqus kommentar pingback reaction replies respond trackback "
    "webmention"
).split()
NOT_COMMENT_STEMS = ["comment"]
RELATED_STEMS = (
    "ad$ ads$ advert aehnlich also card carousel correlati footer gerelateerd latest mehr menu more "
    "most nav newsletter next outbrain popular prev promo rail read recent recirc recommend relacion "
    "relat search side similaires slider suggest taboola teaser trending verwandt weitere widget"
).split()
MENU_STEMS = "breadcrumb menu nav".split()
CAPTION_STEMS = (
    "author bildn bildq bildu by caption copyright credit fancybox figure legende lightbox mfp modal "
    "pswp source"
).split()
QUOTE_STEMS = "epigraph instagram quote testimonial tweet zitat".split()
WORK_STEMS = ["infobox"]
META_STEMS = (
    "dachzeile dateline detail info kicker meta posted published subline submitted"
).split()

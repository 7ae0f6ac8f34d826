"""Words by which markup says that a block is a quotation, a signature, or neither.

Sources: HTML Living Standard 4.4.4 (``blockquote``: attribution outside, in ``figcaption`` or
``footer``); class names of the commonest themes and embeds (WordPress core blocks, Elementor,
Ghost; oEmbed markup of X, Mastodon, Bluesky, Instagram, Facebook).
"""

QUOTE_CLASSES = frozenset(
    "quote quotes blockquote quotation pullquote pull-quote pull_quote pquote testimonial testimonials epigraph "
    "review-text review__text review-body review-content reviewbody customer-review user-review testimonial-text "
    "testimonial-content testimonial__text testimonial-item".split()
)
"""Whole class names, in lower case."""

PULL_CLASSES = ("pullquote", "pull-quote", "pull_quote", "pquote")
EMBED_CLASSES = tuple(
    "twitter-tweet twitter-video mastodon-embed bluesky-embed instagram-media fb-post tiktok-embed".split()
)
SIGNATURE_CLASSES = tuple(
    "author attribution cite citation name source byline caption signature credit speaker person".split()
)
CALLOUT_CLASSES = tuple(
    "summary action callout note tip readmore read-more related highlight alert warning info key "
    "takeaway promo cta disclaimer editor aside-box notice bio newsletter".split()
)
CALLOUT_OPENINGS = tuple(
    "read more|related|note:|notes:|tip:|pro tip|key |the bottom line|bottom line|editor’s note|"
    "editor's note|update:|disclaimer|see also|learn more|subscribe|sign up|click|download|"
    "watch:|listen:|important|remember:|warning|fun fact|quick tip|action box|lesen sie|"
    "lire aussi|leia também|leggi anche|lees ook|czytaj|читайте|lea también|lee también|"
    "en savoir plus|mehr zum thema|did you know".split("|")
)
"""How blocks begin that point elsewhere or repeat the article, in lower case."""

"""Quotation marks: which open, which close what, and where a dash opens speech.

Sources: Unicode Standard 16.0, section 6.2 "General Punctuation" (quotation marks by language);
CLDR 46 ``delimiters`` of each locale; what publishers type by mistake (a mark turned round, a
typographic mark paired with a straight one) as seen on saved pages.
"""

DOUBLE = '"“”„‟«»＂'
SINGLE = "'‘’‚‛‹›`"
CJK = "「」『』﹁﹂﹃﹄"

CLOSERS = {
    '"': '"”“＂',
    "“": '”"“',
    "”": '”"',
    "„": '“”"‟',
    "‟": '”"',
    "＂": "＂",
    "«": "»",
    "»": "«»",
    "‘": "’'‘",
    "’": "’",
    "'": "'’",
    "‚": "‘’",
    "‛": "’",
    "`": "'’",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    "﹁": "﹂",
    "﹃": "﹄",
}
"""For each opening mark the marks that may close it, the regular one first."""

ONLY_OPEN = frozenset("„‟‚‛「『﹁﹃")
ONLY_CLOSE = frozenset("」』﹂﹄")
GUILLEMETS = {"«": "»", "»": "«", "‹": "›", "›": "‹"}

FREE_BEFORE = frozenset("([{—–-/:;,=>…¿¡“”„«»‹›‘‚\"'「『（【：，。、")
"""What may stand right before an opening mark, besides white space."""

FREE_AFTER = frozenset(".,;:!?)]}—–-…/”»›’\"'」』（）。、，！？：；[(*†")
"""What may stand right behind a closing mark, besides white space."""

ELISIONS = frozenset(
    "90s 80s 70s 60s 50s 40s 30s 20s 10s 00s em til tis twas cause bout round n cos cuz kay nuff "
    "neath twere tween twill".split()
)
"""Words that begin with an apostrophe, which printers often turn into an opening mark."""

DASHES = "—–―"
DASH_LANGUAGES = frozenset("bg ca es fr gl hu it lt pl pt ro ru sr sv tr uk".split())
"""Languages whose printed speech may open with a dash (CLDR does not cover it; RAE, Ortografía
2010, VIII 1.7; Lexique des règles typographiques, "Guillemets"; Rozental, § 119)."""
TALKING_LANGUAGES = frozenset("da fi nb nn no sv".split())
"""Languages whose newspapers print speech behind a dash (*talstreck*) and who says so behind a
comma (Svenska skrivregler 2017, 7.4; Kielitoimiston ohjepankki, "Repliikkiviiva")."""

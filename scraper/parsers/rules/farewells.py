"""Words with which writers take their leave, in front of the name that they sign with.

Letters to readers, newsletters and blogs end so, in the forms that guides to letters give for each
language; whole phrases, in lower case.
"""

import re

_PHRASES = {
    "en": "all the best|best|best wishes|best regards|kind regards|warm regards|warmly|regards|"
    "sincerely|yours|yours truly|yours sincerely|cheers|love|lots of love|much love|with love|xoxo|"
    "hugs|until next time|see you soon|see you next time|see you next week|take care|"
    "thanks for reading|thank you for reading|happy reading|peace",
    "de": "viele grüße|liebe grüße|herzliche grüße|beste grüße|schöne grüße|sonnige grüße|"
    "sportliche grüße|ganz liebe grüße|grüße|mit freundlichen grüßen|mit besten grüßen|"
    "mit herzlichen grüßen|mit lieben grüßen|mit sportlichen grüßen|herzlichst|alles liebe|eure|"
    "euer|deine|dein|ihre|ihr|bis bald|bis dann|bis zum nächsten mal|freundliche grüsse|"
    "liebe grüsse|viele grüsse|herzliche grüsse",
    "fr": "bises|bisous|amitiés|à bientôt|cordialement|bien à vous|amicalement|bien cordialement",
    "es": "un abrazo|abrazos|un saludo|saludos|un beso|besos|hasta pronto|hasta la próxima|atentamente",
    "it": "un abbraccio|un saluto|a presto|baci|cordiali saluti|saluti|con affetto",
    "pt": "um abraço|abraços|um beijo|beijos|beijinhos|até breve|até à próxima|até a próxima|"
    "atenciosamente",
    "nl": "liefs|veel liefs|groet|groeten|groetjes|hartelijke groet|met vriendelijke groet|"
    "vriendelijke groet|tot snel|tot de volgende keer",
    "sv": "hälsningar|vänliga hälsningar|kram|kramar|puss och kram|allt gott",
    "da": "hilsen|mange hilsner|kærlig hilsen|venlig hilsen|knus|kram",
    "no": "vennlig hilsen|med vennlig hilsen|klem|beste hilsen",
    "fi": "terveisin|ystävällisin terveisin|terkuin|rakkaudella",
    "pl": "pozdrawiam|pozdrawiam serdecznie|pozdrowienia|z pozdrowieniami|ściskam|buziaki",
    "cs": "s pozdravem|zdraví|srdečně",
    "hu": "üdvözlettel|üdv|puszi|ölel",
    "ro": "cu drag|cu stimă|cu prietenie",
    "tr": "sevgiler|sevgilerimle|saygılarımla|sevgiyle",
    "id": "salam|salam hangat",
    "ru": "с уважением|ваш|ваша|твоя|твой|до встречи|обнимаю",
    "uk": "з повагою|ваш|ваша|до зустрічі",
    "el": "με εκτίμηση|φιλιά|με αγάπη",
}

SALUTATIONS = frozenset(
    "dear liebe lieber liebes cher chère chers chères querida querido queridos cara caro cari beste "
    "lieve kära käre kæra kære kjære drogi droga drodzy kochani milý milá milí kedves sevgili дорогой "
    "дорогая дорогие уважаемый уважаемая шановний шановна draga dragă dragi αγαπητέ αγαπητή".split()
)
"""Words with which a letter begins."""

PHRASES = frozenset(phrase for phrases in _PHRASES.values() for phrase in phrases.split("|"))
"""The phrases, each once."""

FIRST_WORDS = frozenset(phrase.split()[0] for phrase in PHRASES)
"""The first word of each."""

FAREWELL = re.compile(
    rf"(?:{'|'.join(map(re.escape, sorted(PHRASES, key=len, reverse=True)))})(?!\w)\s*[,!.–—-]*\s*",
    re.IGNORECASE,
)
"""Such words at the start of a line, with what stands between them and the name."""

KISSES = re.compile(r"(?:\s+(?:x{1,4}|xo(?:xo)?|♥|❤\ufe0f?|☺\ufe0f?|🙂|😊|:-?\)|;-?\)))+$")
"""What writers draw behind their name."""

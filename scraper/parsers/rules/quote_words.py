"""Small words by which sentences with quotation marks are told apart.

Source: function words as the grammars of each language list them; the words of instruction,
supposition and address were collected from the non-quotations of the public quotation set that
``benchmarks/train_quotes.py`` learns from, and extended by their synonyms.
"""

DETERMINERS = frozenset(
    "a an the this that these those its his her their our my your no any each every such some new der die das den dem des "
    "ein eine einer einem le la les l un une du des el los las lo il gli i o os as um uma de het een".split()
)
MODALS = frozenset(
    "can could may might would will should must shall to let let’s let's don't don’t cannot if when whenever".split()
)
SECOND_PERSON = frozenset("you your yours yourself yourselves".split())
FIRST_PERSON = frozenset(
    "i we my our me us mine ours i'm i’m i've i’ve we're we’re we've we’ve i'd i’d i'll i’ll myself".split()
)
FINITE = (
    "is are was were be been am has have had do does did will would can could should may might must isn’t aren’t wasn’t "
    "don’t doesn’t didn’t won’t can’t it’s that’s there’s we’re they’re you’re i’m ist sind war est sont était es son era è sono "
    "é são foi está jest są był zijn was"
)
"""The commonest finite verbs, parted by spaces."""
THAT = frozenset("that dass que che dat że что".split())
TITLED = frozenset(
    "titled entitled headlined subtitled betitelt intitulé intitulée titulado titulada intitolato intitolata "
    "getiteld zatytułowany zatytułowana".split()
)
"""Words right before the name of a work."""
LINKS = frozenset("as of in for to by with from on and or not is are was".split())
"""Words whose place right before a mark tells something."""
GENERIC = frozenset(
    "you people someone somebody anyone anybody everyone everybody nobody many most some others one every each any "
    "no if who parents students clients customers employers recruiters we".split()
)
"""Subjects who speak on no single occasion."""
UNIVERSAL = frozenset("every everyone everybody nobody no each any anyone anybody".split())
"""Subjects of whom no one has spoken (*said every student in the country*)."""
LABEL_VERBS = frozenset(
    "press click tap select choose type enter search searching hit check open labeled labelled marked reads says saying ask "
    "add adding write use using see visit spelled google googling".split()
)
"""Verbs of what is to be pressed, typed or looked for."""
SAMPLES = frozenset(
    "question questions like example say think ask wonder imagine thought asked".split()
)
SPOKEN_STEMS = tuple(
    "say said ask tell told think thought wonder answer repl respond write argu object hear get claim complain as "
    "seem remember be".split()
)
"""How verbs of speech and thought begin."""
IMPERATIVES = frozenset(
    "say ask tell write type try use add include start begin consider enter search click press reply respond answer explain "
    "avoid never remember imagine suppose picture repeat finish end open close practice practise replace swap choose pick "
    "google describe mention state prompt instead rather".split()
)
"""First words of a sentence that tells its reader what to do with the words."""
LABELLED = frozenset(
    "post posts button tab section page approach mindset mode method rule rules strategy trend challenge culture folder label".split()
)
"""Nouns right behind words that name something."""
SAMPLE_HEADINGS = frozenset(
    "say saying ask script scripts template templates prompt prompts sample samples example examples phrase phrases wording "
    "questions interview answers reply replies keywords queries sentences captions affirmations objection objections excuses myths".split()
)
"""Words of headings under which guides list what one might say or ask."""
READ_ON = (
    r"\W*(?:(?:read (?:more|also|next|on)|see also|related|more on|watch|listen|recommended|lire aussi|à lire|lire|mehr "
    r"(?:informationen|dazu|zum thema)|lesen sie|lesen|auch interessant|siehe auch|lea también|lee también|leggi anche|"
    r"leia también|lees ook|czytaj|читайте)\b|[^:]{0,40}\b(?:zitieren|zitierweise|cite (?:this|as)|pour citer)\b[^:]{0,40}:)"
)
"""How a line begins that points to another piece by its title, as a pattern."""
READ_ON_HERE = r"\bfor more\b[^.:]{0,30}\b(?:read|see|watch|visit|check out)\W*$|[(\s](?:lire|voir|siehe|cf\.?|vgl\.?|vedi|ver|zie|см\.?)\W*$"
"""The same right before the title."""
CONJUNCTIONS = frozenset("|and|or|or a|and a|and the|und|et|y|e|en|i|и|not|but".split("|"))
"""What stands between the members of a list of quoted words."""
SOURCE_WORDS = frozenset(
    "per laut selon según secondo segundo volgens według zdaniem согласно according".split()
)
POSSESSIVES = frozenset("his her their my our its sein seine ihr ihre son sa su seu sua".split())
NOUN_STARTS = (
    "the|a|an|one|another|some|several|many|most|other|two|three|his|her|their|its|my|our|this|that|these|those|"
    "der|die|das|ein|eine|le|la|les|un|une|l|el|los|las|una|il|lo|gli|i|uno|o|os|as|um|uma|de|het|een|son|sa|su|seu|sua|sein|seine|ihr|ihre"
)
"""Words that open a noun phrase, as a pattern."""
PHRASE_STOPS = (
    "who|which|that|when|while|after|before|during|where|adding|noting|in|on|at|via|about|because|if|with|from|"
    "following|whose|as|to|by|upon|regarding|this|last"
)
"""Words that end the mention of a source behind its verb, as a pattern."""
PHRASE_STOPS_ELSEWHERE = {
    "de": "im|am|vom|beim|zum|zur|bei|auf|für|gegenüber|mit|nach|vor|zu|über|unter|gegen|seit|während|dem|den|dass|"
    "weiter|darunter|dazu|nun|dann|bereits|heute|gestern|jetzt|gern|gerne|später|kürzlich|zuletzt|damals|nämlich|selbst|"
    "einmal|schon|noch|auch|und (?:fügt|fügte|warnt|warnte|betont|betonte|ergänzt|ergänzte)",
    "fr": "dans|sur|avec|à|au|aux|lors|en|qui|dont|pour|devant|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ce|cette",
    "es": "en|a|ante|durante|con|que|al|tras|sobre|quien|para|este|esta|ayer|lunes|martes|miércoles|jueves|viernes",
    "it": "ai|al|alla|alle|con|nel|nella|sul|sulla|durante|che|dopo|ieri|lunedì|martedì|mercoledì|giovedì|venerdì",
    "pt": "em|no|na|ao|à|aos|com|que|durante|sobre|nesta|neste|ontem|segunda|terça|quarta|quinta|sexta",
    "nl": "tegen|aan|met|die|tijdens|over|bij|na|voor|gisteren|maandag|dinsdag|woensdag|donderdag|vrijdag",
    "pl": "w|na|dla|podczas|z|który|która|po|przed|wczoraj|poniedziałek|wtorek|środę|czwartek|piątek",
    "ru": "в|на|для|что|который|которая|во|после|перед|вчера|журналистам|агентству",
}
"""The same in other languages."""
CONNECTIVES = (
    "and|but|so|yet|or|as|because|when|while|though|although|if|since|then|also|however|indeed|still|now|"
    "meanwhile|instead|yesterday|today|later|recently|eventually|finally|once|for example|for instance|in turn|in fact|that|which|como|comme|wie|zoals|jak|как|und|et|(?-i:y|e|en|i)|и"
)
"""Words that open a clause before its subject, as a pattern."""
ADVERBS = r"[^\WA-Z_]\w*ly|also|then|later|once|again|further|now|just|still|even|never|often|always|had|has|have|himself|herself|themselves"
"""Words between a subject and its verb, as a pattern; *Emily* is none."""
AUXILIARIES = {
    "de": "hat|hatte|haben|hatten|habe",
    "fr": "a|ai|avons|ont|avait|avaient|avoir|ayant|aurait|auraient|s[’']est|s[’']était|se sont",
    "es": "ha|han|he|hemos|había|habían|haber",
    "it": "ha|ho|hanno|abbiamo|aveva|avevano|avere",
    "pt": "tem|têm|tinha|tinham|ter|havia|haviam",
    "nl": "heeft|hebben|had|hadden",
    "ro": "a|au",
    **dict.fromkeys(("hr", "sr", "bs"), "je|su|је|су"),
}
"""Auxiliaries of the perfect, before an inverted verb or before a participle, as patterns."""
CLITICS = {
    "de": "mir|uns|ihm|ihr",
    "fr": "se|s[’']|me|m[’']|lui|leur|nous|l[’']",
    "es": "se|me|le|les|lo|nos",
    "it": "si|mi|gli|le|lo|ci|l[’']",
    "pt": "se|me|lhe|lhes|nos",
    "nl": "mij|me|hem|haar|ons",
    "pl": "mi|mu|jej|nam",
    "ru": "мне|ему|ей|нам",
}
"""Pronouns between a quotation and its verb (``« … », lui a répondu …``), as patterns."""
PASSIVES = frozenset("sido sida été stato stata stati worden geworden".split())
"""Words between an auxiliary and a participle that make it passive."""
OWNED = (
    "words|description|definition|statement|answer|reply|response|remarks?|comments?|motto|slogan|mission|advice|message|"
    "account|tagline|promise|philosophy|goal|verdict"
)
"""Nouns by which somebody owns words, as a pattern."""
CREDENTIALS = r"Ph\.?\s?D|M\.?D|M\.?A|M\.?S\.?c?|B\.?A|R\.?D\.?N?|J\.?D|MBA|MBE|OBE|CBE|CPA|RN|Esq|MPH|DVM|DO|LCSW|CNS|PE|AIA|CFA|FACLM"
"""Degrees and memberships behind a name, as a pattern."""
AGED = r"-?\s?[Jj]ährig\w{1,2}|[- ]year[- ]olds?|-jarige"
"""What stands behind a number in the age of somebody, as a pattern."""
MOUTHPIECES = (
    "spokes(?:man|woman|person)|representative|Sprecher(?:in)?|porte-parole|portavoz|portavoce|porta-voz|woordvoerder|"
    "woordvoerster"
)
"""Who speaks for somebody else and has no name, as a pattern."""
ARE = "is|was|ist|war|est|était|es|era|è|é"
"""Verbs between a person and what they are, as a pattern."""
FRONTED_DE = frozenset(
    "am an auf aus bei beim dabei danach dann daraufhin dazu dort hier hinter im in mit nach neben seit später um vor "
    "während wegen zu zuletzt zum zur zwischen gestern heute schon".split()
)
"""Words that open a German sentence whose subject stands behind its verb."""
OBJECTS_DE = "seine|seinen|seinem|ihre|ihren|ihrem|den|die|das|dem|einen|eine|einem|ein|zum|zur"
"""Words that open the object behind an inverted subject (``begründet Finch seine Wahl``)."""
NO_SUBJECT_BEHIND_DE = frozenset(
    "als an auf aus bei bis dass durch für gegen in mit nach oder ohne über um und unter vom von vor wenn wie wo zu zum "
    "zur zwischen gegenüber laut".split()
)
"""German words behind which a name is no subject."""

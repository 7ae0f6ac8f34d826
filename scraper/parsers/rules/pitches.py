"""How a page asks its reader to subscribe, to become a member or to give, in the words of such lines.

Written from what newspapers, magazines and newsletter services print on their pages. Each is
looked for in short blocks only, and each needs a form of address or a demand: "newsletter" alone
is what many an article is about.
"""

import re

PITCH_LIMIT = 320
"""Longer blocks are text, whatever they ask for."""

PITCH_STEMS = (
    "newsletter", "mailing list", "inbox", "postfach", "briefing", "email ", "nieuwsbrief", "nyhetsbrev", "nyhedsbrev",
    "uutiskirje", "infolettre", "lettre d", "bolet", "bülten", "biuletyn", "hírlevél", "рассылк", "розсилк",
    "ニュースレター", "メルマガ", "メールマガジン", "뉴스레터", "电子报", "電子報", "通讯邮件",
    "subscri", "suscri", "to continue", "to read", "to keep", "to unlock", "to access", "to view", "member", "patron",
    "abonn", "abo-", " abo ", "mit abo", "für abo", "weiterzulesen", "zu lesen", "registriert", "mitglied", "lire la suite", "il vous reste", "déjà inscrit",
    "socio", "leyendo", "lendo", "leggere", "assinante", "te lezen", "prenumer", "vidare", "videre", "masz już", "czytać dalej",
    "подписчик", "читать", "会員限定", "続きを読む", "阅读", "구독자",
    "help us", "help our", "support us", "support our", "donat", "give to", "give now", "give today", "unterstütz", "spende",
    "soutenez", "faites un don", "apoya", "apóye", "apoie", "sostieni", "steun", "wesprzyj", "поддержите", "підтримайте",
)  # fmt: skip
"""What each of the patterns below needs, in lower case: asked first, since it is cheap."""

_LETTER = r"""(?:
    newsletter|mailing[ ]list|(?:your|ihr|dein|euer)\w*[ ](?:e-?mail[ ])?(?:inbox|postfach)|daily[ ]briefing|email[ ](?:alerts|updates|digest)
    |nieuwsbrief|nyhetsbrev|nyhedsbrev|uutiskirje|infolettre|lettre[ ]d['’]information|bolet[ií]n|boletim|bülten|biuletyn
    |hírlevél|рассылк|розсилк|ニュースレター|メルマガ|メールマガジン|뉴스레터|电子报|電子報|通讯邮件
)"""
_ASK = r"""(?:
    sign[ ]up|subscribe|join|register|never[ ]miss|don['’]t[ ]miss|get|receive|want[ ](?:more|to)
    |abonnieren[ ]sie|abonniere?t?|melden[ ]sie[ ]sich|melde?t?[ ](?:dich|euch)|nie[ ]mehr|tragen?[ ](?:sie[ ]sich|dich)
    |inscrivez-vous|abonnez-vous|recevez|suscr[ií]b[ae](?:te|se)|recib[ae]|reg[ií]str[ae](?:te|se)|iscriviti|iscrivetevi|ricevi
    |assine|inscreva-se|receba|meld[ ]je|schrijf[ ](?:je|u)|abonneer|ontvang|prenumerera|anmäl[ ]dig|tilmeld|meld[ ]deg
    |tilaa|zapisz[ ]się|subskrybuj|iratkozz[ ]?on|abone[ ]ol|kaydol|подпи(?:шитесь|шись|сывайтесь)|підпи(?:шіться|шись|суйтесь)
)"""
_OURS = r"(?:our|unser\w*|notre|nos|nuestr[ao]s?|noss[ao]s?|nostr[aie]|onze|ons|vårt|vores|vår|nasz\w*|наш\w*)"

NEWSLETTER_PITCH = re.compile(
    rf"""(?:^|[.!?:>»–—|\n]\s*|\b(?:please|jetzt|hier|now)\s) {_ASK} \b [^.!?]{{0,120}}? {_LETTER}
    |(?:sign(?:ing)?[ ]up|subscrib(?:e|ing))[ ](?:to|for)[ ]{_OURS}\b[^.!?]{{0,60}}{_LETTER}
    |{_LETTER}[^.!?]{{0,160}}[.!?]\s*(?:sign[ ]up|subscribe|abonnieren|anmelden|inscrivez|zur[ ]anmeldung)
    |(?:ニュースレター|メルマガ|メールマガジン|뉴스레터|电子报|電子報).{{0,20}}(?:登録|購読|구독|신청|订阅|訂閱)
    |(?:登録|订阅|訂閱).{{0,12}}(?:ニュースレター|メルマガ|メールマガジン|电子报|電子報)""",
    re.I | re.X,
)
"""A demand with the letter that is offered: "Sign up for our newsletter"."""

SUBSCRIBERS_ONLY = re.compile(
    r"""\b(?:subscribe|register|sign[ ]in|log[ ]?in|join)\b[^.!?]{0,30}\bto[ ](?:continue|keep|read|unlock|access|view)\b
    |\balready[ ](?:a[ ]|an[ ])?(?:paying[ ]|digital[ ]|print[ ])?(?:subscriber|member|subscribed)\b
    |\b(?:this|the[ ]rest[ ]of[ ]this)[ ](?:article|story|content|post|page)[ ]is[ ](?:only[ ]|exclusively[ ])?(?:available[ ](?:only[ ])?|reserved[ ]|exclusive[ ]|open[ ])?(?:for|to)[ ](?:our[ ])?(?:paying[ ]|paid[ ]|registered[ ])?(?:subscribers|members)\b
    |\b(?:bereits|schon)[ ](?:abonnent|abo-?nutzer|registriert|mitglied)|\bum[ ](?:weiterzulesen|diesen[ ]artikel[ ](?:weiter)?zu[ ]lesen)
    |\bnur[ ]für[ ](?:abonnent|mitglieder|abo)|\bartikel[ ]nur[ ]mit[ ]abo
    |\bréservée?s?[ ](?:à[ ]nos|aux)[ ]abonné|\bdéjà[ ](?:abonné|inscrit)|\bpour[ ]lire[ ](?:la[ ]suite|l['’]intégralité)|\bil[ ]vous[ ]reste[ ][\d,.]+[ ]?%
    |\b(?:exclusiv[oa]s?|sólo|solo)[ ]para[ ](?:nuestros[ ])?(?:suscriptores|socios|assinantes)|\bya[ ]eres[ ](?:suscriptor|socio)|\bpara[ ](?:seguir|continuar|continuar[ ]a)[ ](?:leyendo|lendo|ler)
    |\bgià[ ]abbonat|\bper[ ]continuare[ ]a[ ]leggere|\b(?:riservat\w+[ ]agli|solo[ ]per[ ]gli)[ ]abbonati|\bjá[ ](?:é|sou)[ ]assinante
    |\bal[ ]abonnee\b|\balleen[ ]voor[ ]abonnees|\bom[ ]verder[ ]te[ ]lezen
    |\b(?:redan|allerede)[ ](?:prenumerant|abonnent)|\b(?:för[ ]att|for[ ]å)[ ]l[äe]se?a?[ ](?:vidare|videre)
    |\bmasz[ ]już[ ](?:konto|prenumerat)|\btylko[ ]dla[ ](?:prenumerator|subskrybent)|\baby[ ]czytać[ ]dalej
    |\bтолько[ ]для[ ]подписчиков|\bчтобы[ ](?:про)?читать[ ](?:дальше|полностью)|(?:有料)?会員限定|続きを読むには|登录后(?:继续|可)阅读|订阅后(?:继续|可)阅读|구독자[ ]전용""",
    re.I | re.X,
)
"""What a paywall says of the article that it hides."""

SUPPORT_PITCH = re.compile(
    r"""(?:^|[.!?:\n]\s*)(?:please[ ])?(?:help|support)[ ](?:us|our)\b
    |(?:^|[.!?:\n]\s*)(?:please[ ])?become[ ]an?[ ](?:\w+[ ])?(?:member|subscriber|patron|supporter)\b
    |(?:^|[.!?:\n]\s*)(?:please[ ])?(?:donate|give)[ ](?:to|now|today|here|generously)\b|\bmake[ ]a[ ](?:[\w-]+[ ])?donation\b
    |\bunterstütz(?:e|t|en[ ]sie)[ ](?:uns\b|unser)|\bspende[nt]?[ ](?:sie|jetzt|hier)|\bjetzt[ ](?:\w+[ ]\w+[ ])?spenden|\bwerden?[ ](?:sie|du)?[ ]?(?:jetzt[ ])?(?:mitglied|fördermitglied)
    |\bsoutenez(?:-nous|[ ]notre)|\bfaites[ ]un[ ]don|\b(?:apoya|ap[oó]ye)n?(?:nos|[ ]a?[ ]?nuestr)|\bhaz(?:te)?[ ](?:socio|una[ ]donaci)|\bapoie[ ](?:-?nos|noss)|\bsostieni(?:ci|[ ]il[ ]nostro)
    |\bsteun[ ](?:ons|onze)|\bwesprzyj[ ]nas|\bподдержите[ ](?:нас|наш|проект|редакц)|\bпідтримайте[ ](?:нас|наш)""",
    re.I | re.X,
)
"""An appeal for money or membership, in the first person of the publisher or as a demand."""

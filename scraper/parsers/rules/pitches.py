"""How a page asks its reader to subscribe, to join, to give, to follow or to agree, in words.

Written from what newspapers, magazines and newsletter services print on their pages. Each is
looked for in short blocks only, in lower case, and each needs a form of address or a demand:
"newsletter" alone is what many an article is about. What a page says of itself stands here, too:
that its links are paid for, where it first appeared, whose views these are.
"""

import re

PITCH_LIMIT = 400
"""Longer blocks are text, whatever they ask for."""

_LETTER = r"""(?:
    newsletter|mailing[ ]list|(?:your|ihr|dein|euer)\w*[ ](?:e-?mail[ ])?(?:inbox|postfach)|daily[ ]briefing|email[ ](?:alerts|updates|digest)
    |nieuwsbrief|nyhetsbrev|nyhedsbrev|uutiskirje|infolettre|lettre[ ]d['’]information|bolet[ií]n|boletim|bülten|biuletyn
    |hírlev[eé]l|e-novice|odber[ ]noviniek|бюлетин|ενημερωτικ|buletin|bản[ ]tin|จดหมายข่าว|نشرت|خبرنامه|ניוזלטר|न्यूज़लेटर|naujienlaišk
    |jaunumiem|uudiskir|butlletí|рассылк|розсилк|ニュースレター|メルマガ|メールマガジン|뉴스레터|电子报|電子報|通讯邮件
)"""
_ASK = r"""(?:
    sign[ ]up|subscribe|join|register|never[ ]miss|don['’]t[ ]miss|get|receive|want[ ](?:more|to)
    |abonnieren[ ]sie|abonniere?t?|melden[ ]sie[ ]sich|melde?t?[ ](?:dich|euch)|nie[ ]mehr|tragen?[ ](?:sie[ ]sich|dich)
    |inscrivez-vous|abonnez-vous|recevez|suscr[ií]b[ae](?:te|se)|recib[ae]|reg[ií]str[ae](?:te|se)|iscriviti|iscrivetevi|ricevi
    |assine|inscreva-se|receba|meld[ ]je|schrijf[ ](?:je|u)|abonneer|ontvang|prenumerera|anmäl[ ]dig|tilmeld|meld[ ]deg
    |subscreva|přihlaste|prihláste|pretplati(?:te)?|naročite|абонирай(?:те)?|abonează-te|abonați-vă|εγγραφείτε|berlangganan|đăng[ ]ký|สมัคร(?:รับ)?
    |اشترك|عضویت|הירשמו|prenumeruok(?:ite)?|piesakies|liitu|subscriu(?:-te)?|tilaa|zapisz[ ]się|subskrybuj|iratkozz[ ]?on|abone[ ]ol|kaydol|подпи(?:шитесь|шись|сывайтесь)|підпи(?:шіться|шись|суйтесь)
)"""
_OURS = r"(?:our|unser\w*|notre|nos|nuestr[ao]s?|noss[ao]s?|nostr[aie]|onze|ons|vårt|vores|vår|nasz\w*|наш\w*)"

NEWSLETTER_PITCH = re.compile(
    rf"""(?:^|[.!?:>»–—|\n]\s*|\b(?:please|jetzt|hier|now)\s) {_ASK} (?:\b|(?<=[ก-๛])) [^.!?]{{0,120}}? {_LETTER}
    |(?:^|[.!?:\n]\s*)(?:sign[ ]up|subscribe|register)\b[^.!?]{{0,80}}\bnever[ ]miss\b
    |(?:sign(?:ing)?[ ]up|subscrib(?:e|ing))[ ](?:to|for)[ ]{_OURS}\b[^.!?]{{0,60}}{_LETTER}
    |(?:^|[.!?:\n]\s*)(?:\w+[ ])?{_LETTER}\w*[ ](?:\w+[ ])?(?:abonnieren|bestellen|abone[ ]ol\w*|सदस्यता)
    |{_LETTER}[^.!?]{{0,160}}[.!?]\s*(?:sign[ ]up|subscribe|abonnieren|anmelden|inscrivez|zur[ ]anmeldung)
    |(?:ニュースレター|メルマガ|メールマガジン|뉴스레터|电子报|電子報).{{0,20}}(?:登録|購読|구독|신청|订阅|訂閱)
    |(?:登録|订阅|訂閱).{{0,12}}(?:ニュースレター|メルマガ|メールマガジン|电子报|電子報)""",
    re.X,
)
"""A demand with the letter that is offered: "Sign up for our newsletter"."""

SUBSCRIBERS_ONLY = re.compile(
    r"""\b(?:subscribe|register|sign[ ]in|log[ ]?in|join)\b[^.!?]{0,30}\bto[ ](?:(?:continue|keep)\b|(?:read|unlock|access|view)[ ](?:this|the[ ](?:full|rest|whole|entire)|more|all|our|unlimited|exclusive|premium)\b)
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
    re.X,
)
"""What a paywall says of the article that it hides."""

SUPPORT_PITCH = re.compile(
    r"""(?:^|[.!?:\n]\s*)(?:please[ ])?(?:help|support)[ ](?:us|our)\b
    |(?:^|[.!?:\n]\s*)(?:please[ ])?become[ ]an?[ ](?:\w+[ ])?(?:member|subscriber|patron|supporter)\b
    |(?:^|[.!?:\n]\s*)(?:please[ ])?donate[ ](?:to[ ](?:us|our)|now|today|here|generously)\b|(?:^|[.!?:\n]\s*)(?:please[ ])?make[ ]a[ ](?:[\w-]+[ ])?donation\b
    |\bunterstütz(?:e|t|en[ ]sie)[ ](?:uns\b|unser)|\bspende[nt]?[ ](?:sie|jetzt|hier)|\bjetzt[ ](?:\w+[ ]\w+[ ])?spenden|\bwerden?[ ](?:sie|du)?[ ]?(?:jetzt[ ])?(?:mitglied|fördermitglied)
    |\bsoutenez(?:-nous|[ ]notre|[ ](?:une|la|le)[ ](?:presse|journalisme|média))|\bun[ ]don\b[^.!?]{0,40}\bnous[ ]aide|\bfaites[ ]un[ ]don|\b(?:apoya|ap[oó]ye)n?(?:nos|[ ]a?[ ]?nuestr)|\bhaz(?:te)?[ ](?:socio|una[ ]donaci)|\bapoie[ ](?:-?nos|noss)|\bsostieni(?:ci|[ ]il[ ]nostro)
    |\bsteun[ ](?:ons|onze)|\bwesprzyj[ ]nas|\bподдержите[ ](?:нас|наш|проект|редакц)|\bпідтримайте[ ](?:нас|наш)""",
    re.X,
)
"""An appeal for money or membership, in the first person of the publisher or as a demand."""

APPEAL = re.compile(
    r"""\b(?:please|you[ ](?:can|could|may)|if[ ]you|would[ ]you)\b[^.!?]{0,140}\bconsider(?:ing)?[ ](?:making[ ])?(?:an?[ ])?(?:[\w-]+[ ]){0,2}?(?:donati\w+\b(?![ ]of\b)|contribution\b(?![ ]of\b)|supporting[ ](?:(?:me|us)\b|(?:my|our|this)[ ](?:work|writing|journalism|reporting|blog|site|website|newsletter|podcast|channel|project)\b)|becoming[ ]an?[ ](?:\w+[ ])?(?:member|patron|subscriber|supporter))
    |\b(?:support|sponsor)[ ](?:me|us|my[ ](?:work|writing)|our[ ](?:work|journalism|reporting)|this[ ](?:blog|site|website|newsletter|podcast|channel|project))[ ](?:(?:on|via|through|at)[ ](?:our[ ]|my[ ])?(?:patreon|paypal|ko-?fi|steady|substack|liberapay|github|boosty|gofundme)\b|(?:by|through|with)[ ](?:making[ ]|giving[ ])?(?:an?[ ]|your[ ])?(?:[\w-]+[ ]){0,2}?(?:donat\w+|contribution|gift|tip|coffee|membership|subscription|subscribing|becoming|joining|buying)\b)
    |(?:^|[.!?:]\s*|\b(?:you[ ](?:can|could|may)|please)[ ])buy[ ](?:me|us)[ ]a[ ](?:\w+[ ])?(?:coffee|beer|tea)\b
    |\bkaffeekasse\b|\bspendier(?:e|t|en[ ]sie)?[ ](?:mir|uns)\b|\bfreue[n]?[ ](?:ich[ ]mich|wir[ ]uns)[ ](?:sehr[ ])?über[ ](?:eine|ihre|deine|jede)[ ](?:\w+[ ])?(?:spende|unterstützung)
    |(?:^|[.!?:]\s*|\bpour[ ])souten(?:ir|ez)[ ](?:ce|mon|notre)[ ](?:blog|site|travail|média)\b|\b(?:offrez|payez)-(?:moi|nous)[ ]un[ ]café
    |\binvíta(?:me|nos)[ ]a[ ]un[ ]café|\b(?:puedes|podés|considera)[ ](?:\w+[ ])?(?:apoyar(?:me|nos)|hacer[ ]una[ ]donación)
    |\boffri(?:mi|ci)[ ]un[ ]caffè|\bfai[ ]una[ ]donazione|\bfaça[ ]uma[ ]doação|\b(?:me|nos)[ ]pague[ ]um[ ]café
    |\bpostaw[ ](?:mi|nam)[ ]kawę|\btrakteer[ ](?:me|mij|ons)[ ]op
    |\bподдержать[ ](?:проект|автора|блог|канал|редакцию|нас)\b[^.!?]{0,60}(?:донат|перевод|карт|patreon|boosty|ссылк)
    |(?:寄付|ご支援|カンパ)(?:を|の|いただ)[^。]{0,12}(?:お願い|幸い|助か)|후원(?:을|해)[^.]{0,8}(?:부탁|주세요)|[请請][^。]{0,10}(?:打赏|贊助|赞助)""",
    re.X,
)
"""An appeal below a post, in the first person of who wrote it: "please consider a donation"."""

_NETWORK = r"(?:facebook|twitter|instagram|you[ ]?tube|tik[ ]?tok|whats[ ]?app|telegram|linked[ ]?in|threads|bluesky|mastodon|pinterest|google[ ]news|flipboard|social[ ]media|вконтакте|微信|微博)"

FOLLOW_PITCH = re.compile(
    rf"""(?:^|[.!?]\s+)follow\b[^.!?]{{1,40}}\bon\b[^.!?]{{0,40}}{_NETWORK}[^.!?]{{0,20}}[,&|/][^.!?]{{0,20}}{_NETWORK}
    |\b(?:follow|find|join|connect[ ]with)[ ](?:us|me)\b[^.!?]{{0,60}}{_NETWORK}|\blike[ ]us\b[^.!?]{{0,60}}{_NETWORK}
    |\bjoin(?:ing)?[ ](?:our|the)\b[^.!?]{{0,60}}{_NETWORK}[ ]?(?:group|community|channel|service|page)?
    |\b(?:folgen?|folgt|liken?|besuchen?|besucht|findet|finden)[ ](?:sie[ ])?(?:uns|mir)\b[^.!?]{{0,60}}{_NETWORK}|\bfan\b[^.!?]{{0,60}}\b(?:facebook)\b[^.!?]{{0,10}}werden
    |\b(?:suivez|rejoignez|retrouvez)-(?:nous|moi)\b[^.!?]{{0,60}}{_NETWORK}|\b(?:síguenos|seguinos|únete|siga-nos|siga[ ]a[ ]gente|seguici|seguiteci)\b[^.!?]{{0,60}}{_NETWORK}
    |\b(?:volg|følg|följ|seuraa|śledź|obserwuj)[ ](?:ons|oss|os|meitä|nas)\b[^.!?]{{0,60}}{_NETWORK}|\bпод(?:пи(?:шитесь|сывайтесь)|писаться)[ ]на[ ](?:нас|наш)\b[^.!?]{{0,60}}{_NETWORK}
    |{_NETWORK}['’]?\w{{0,4}}[ ](?:bizi|sayfamızı)[ ]takip""",
    re.X,
)
"""A demand to follow the publisher on a network: "Follow us on …"."""

_CHANNEL = (
    "channel|kanal|kanał|canal|canale|chaîne|канал|قناة|قنات|频道|頻道|公众号|チャンネル|채널"
)
_ABROAD = (
    "telegram|whats[ ]?app|viber|youtube|zalo|kakao|تلغرام|تليغرام|تيليجرام|واتساب|تلگرام|カカオ|카카오톡|카톡|텔레그램|유튜브"
    "|line(?=\\W{0,2}[\u0e00-\u9fff가-힣])"
)
_GO_FIRST = (
    r"(?:follow|join|subscribe|folge|folgen|folgt|abonniere|abonnieren|suivez|rejoignez|s[ií]gue(?:nos)?|síguenos|siga|entre[ ]n[oa]|participe|segui|volg|följ|følg|seuraa|sleduj(?:te)?)(?!\w)"
    "|abonnez|únete|suscríbe|inscreva|iscriviti|unisciti|dołącz|obserwuj|theo[ ]dõi|ikuti|gabung|تابع|انضم|اشترك|关注|關注"
)
"""Demands in languages that set them first: in the middle of a sentence somebody else follows."""
_GO = (
    r"под(?:пи|ел|ключа)\w*(?:тесь|ись)|присоединя\w*(?:тесь|йся)|(?:підпи|долуча|приєдн)\w*(?:теся|тесь|йся)"
    r"|katılın|katılabilirsiniz|abone[ ]olun|takip[ ]ed(?:in|ebilirsiniz)|دنبال[ ]کنید|عضو[ ]شوید"
    "|(?:请|請|欢迎|歡迎|扫码|掃碼)(?:关注|關注)|登録(?!者)|フォロー(?!ワ)|추가|구독(?!자)"
)
"""Forms of the verb that demand wherever they stand."""
_LAST = r"(?:abonnieren|folgen|unirte|seguir)\W*\Z"

CHANNEL_PITCH = re.compile(
    rf"""\A(?=[\s\S]{{0,140}}\Z)[\s\S]*?(?:
    (?:(?<![\s\S])|[.!?…:|]\s+)[^\w“”„«»"]{{0,3}}(?:(?:please|jetzt|now)[ ])?(?:{_GO_FIRST})(?:[^.!?]{{0,60}}(?:{_CHANNEL})[^.!?]{{0,40}}(?:{_ABROAD})|[^.!?]{{0,60}}(?:{_ABROAD})[^.!?]{{0,15}}(?:{_CHANNEL}))
    |(?:{_GO})[^.!?]{{0,60}}(?:(?:{_CHANNEL})[^.!?]{{0,40}}(?:{_ABROAD})|(?:{_ABROAD})[^.!?]{{0,15}}(?:{_CHANNEL}))
    |(?:(?:{_CHANNEL})[^.!?]{{0,40}}(?:{_ABROAD})|(?:{_ABROAD})[^.!?]{{0,15}}(?:{_CHANNEL}))[^.!?]{{0,30}}(?:{_GO}|{_LAST})
    |(?<![\s\S])follow[ ][^.!?]{{2,40}}[ ]on[ ]{_NETWORK}[ ](?:for|to[ ]get)[ ](?:more|the[ ]latest|all|updates|news|breaking))""",
    re.X,
)
"""A demand to follow a channel of a messenger, whoever's it is: "Join our channel on Telegram".

Longer lines tell of somebody who does.
"""

TAKE_PART = {
    "en": "have your say#|join the conversation#|do you have a story#|do you have a tip#|do you have a news tip|got a story#|got a tip#|"
    "did you make this recipe|did you make this*? tell|did you make this*? let|did you make this*? leave|did you make this*? rate|did you make this*? share|did you make this*? tag|pin this*for later|pin it for later|was this page helpful|was this page useful|was this article helpful|was this article useful|"
    "is this page useful|is this article useful|did you find this*helpful|did you find this*useful|spotted an error#|spotted a mistake#|found an error#|found a mistake#|"
    "found a typo#|see an error#|rate this article|rate this recipe",
    "de": "haben sie einen fehler#|hast du einen fehler#|fehler gefunden#|fehler entdeckt#|war dieser artikel hilfreich|war dieser beitrag hilfreich|artikel bewerten|"
    "diskutieren sie mit|schreiben sie*kommentar|ihre meinung ist gefragt",
    "fr": "vous avez trouvé une erreur|vous avez repéré une*?|une erreur ? une faute ?|une erreur ? écri|une erreur ? signal|une faute ? signal|signaler une erreur#|cet article vous a*?|réagissez à cet article|réagir à cet article|donnez votre avis#|"
    "une information à nous*?",
    "es": "has encontrado*error#|encontraste*error#|detectaste*error#|viste algún error#|te ha gustado est*?|te ha resultado útil|tienes una historia*?|valora este artículo",
    "pt": "encontrou*erro#|viu algum erro#|achou*erro#|tem alguma sugestão de|esta página foi útil|este artigo foi útil|esta matéria foi útil|este conteúdo foi útil|avalie este|avalie esta",
    "it": "hai trovato un errore#|hai notato un errore#|hai una segnalazione|hai una notizia da|ti è piaciuto questo|ti è stato utile",
    "nl": "tip de redactie|fout gezien#|zie je een fout#|heb je een tip#|heeft u een tip#|was dit artikel*?",
    "north": "hittat ett fel#|har du hittat fel#|har du ett tips#|har du tips#|tipsa oss|tips oss#|har du et tip#|fandt du en fejl#|har du funnet en feil#|huomasitko virheen#|lähetä uutisvinkki",
    "pl": "oceń artykuł|oceń ten artykuł|oceń tekst|znalazłeś błąd#|zauważyłeś błąd#|widzisz błąd#|masz ciekawy temat|masz temat*?",
    "cs": "našli jste*chybu#|našli ste*chybu#|ohodnoťte*článek|hibát talált#|értékelje a cikket|ai găsit o greșeală#",
    "ru": "нашли ошибку#|нашли опечатку#|заметили ошибку#|заметили опечатку#|если вы нашли*ошибку|если вы нашли*опечатку|если вы заметили*ошибку|если вы обнаружили*ошибку|"
    "выделите*ctrl|оцените статью|оцените материал|знайшли помилку#|помітили помилку#|якщо ви*помилку|виділіть*ctrl|намерихте грешка#",
    "east": "βρήκατε*λάθος#|bu haberi nasıl buldunuz|bu içeriği beğendiniz mi|hata mı buldunuz#|apakah artikel ini*?|هل وجدت خطأ#|هل كان هذا المقال*؟|هل أعجبك المقال|"
    "この記事は役に立ちましたか|この記事は参考になりましたか|誤字*報告|이 기사가 도움이|기사 제보|기사제보|这篇文章*帮助*吗|本文*有用吗",
}
"""Demands to take part, each at the start of a sentence; a star stands for a few words.

Behind a sharp the sentence ends, or goes on about this page or to us: "Found an error in your tax
return?" and "Do you have a tip for beginners?" ask something else.
"""

_DEMANDS = "|".join(TAKE_PART.values()).split("|")
PART_STEMS = tuple(
    dict.fromkeys(max(demand.rstrip("#").split("*"), key=len) for demand in _DEMANDS)
)
"""What lines that ask so hold one of, at least."""

_HERE = (
    r"(?=\W*\Z|\W{0,2}[?!:…;؟]|[^\n]{0,80}?(?:@|(?<!\w)(?:this|article|story|page|website|comments?|below|us|our|text|artikel\w*|beitrag|seite|gefunden|entdeckt|uns"
    r"|texte|cet|artículo|texto|nota|noticia|página|matéria|notícia|artigo|articolo|testo|pagina|tekst\w*|artyk\w*|článk\w*|článek|cikk\w*|ons|redactie"
    r"|oss|os|redaktion\w*|artikkel\w*|тексте?|статье|материал\w*|нам|тексті|статті|κείμενο|άρθρο|haberde|مقال\w*)(?!\w)))"
)


def _pattern(demand: str) -> str:
    words = re.escape(demand.rstrip("#")).replace(r"\*", "[^.!?]{0,40}")
    return words + _HERE if demand.endswith("#") else words


PART_PITCH = re.compile(
    rf"\A(?=[\s\S]{{0,200}}\Z)(?:[\s\S]*[.!?…|]\s)?[^\w“”„«»\"]{{0,3}}(?:{'|'.join(map(_pattern, _DEMANDS))})"
)
"""What asks a reader to comment, to rate, to send in news or errors; longer lines hold more."""

_COOKIES = r"""(?:
    cookie|куки|informasjonskapsl|evästei|sütik|бисквитк|kolačić|piškotk|çerez|คุกกี้|クッキー|쿠키|عريف[ ]الارتباط|کوکی|עוגיות|कुकी|slapuk|sīkdatn
    |küpsis|galetes
)"""
_WE_USE = r"""(?:
    vi[ ](?:använder|bruger|bruker)|käytämme|používáme|používame|używamy|használunk|folosim|използваме|koristimo|uporabljamo|используем
    |використовуємо|χρησιμοποιούμε|kullanıyoruz|kami[ ]menggunakan|chúng[ ]tôi[ ]sử[ ]dụng|เราใช้|使用し|我们使用|我們使用|사용합니다|نستخدم|استفاده[ ]می
    |אנו[ ]משתמשים|उपयोग[ ]करते|naudojame|izmantojam|kasutame|utilitzem
)"""

CONSENT_LINE = re.compile(
    rf"""{_WE_USE}[^.!?]{{0,60}}{_COOKIES}|{_COOKIES}[^.!?]{{0,60}}{_WE_USE}
    |\b(?:by|when)[ ](?:clicking|loading|continuing|using|accepting)\b[^.!?]{{0,100}}\byou[ ](?:accept|agree|consent)
    |\b(?:we|this[ ](?:web)?site|our[ ](?:web)?site)[ ](?:and[ ]our[ ]partners[ ])?uses?[ ](?:\w+[ ])?cookies\b|\b(?:enable|accept|allow)[ ](?:all[ ])?cookies\b|\bmanage[ ](?:your[ ])?cookie
    |\bmit[ ]dem[ ](?:laden|klick\w*|aufruf\w*)\b[^.!?]{{0,100}}\b(?:akzeptier|stimm|erklär)|\b(?:wir|diese[ ](?:web)?(?:seite|site))[ ](?:ver?wende[nt]|nutz(?:en|t)|benutz(?:en|t)|setz(?:en|t))\b[^.!?]{{0,30}}\bcookies
    |\ban[ ]dieser[ ]stelle[ ](?:finden[ ]sie|findest[ ]du|befindet[ ]sich)\b[^.!?]{{0,60}}\b(?:extern|inhalt)|\b(?:akzeptiere|stimme|bestätige)n?[ ]?(?:sie)?\b[^.!?]{{0,40}}\b(?:datenschutz|cookies)
    |\ben[ ](?:cliquant|poursuivant|continuant)\b[^.!?]{{0,100}}\bacceptez|\b(?:utilise|utilisons|paramétrer|gérer)[ ](?:des|les|vos|mes)?[ ]?cookies
    |\b(?:utiliza(?:mos)?|usamos|aceptar|aceitar|utilizziamo|utilizza|accetta(?:re)?)[ ](?:todas?[ ])?(?:las?|os|i|tutti[ ]i)?[ ]?cookies?\b|\bal[ ]hacer[ ]clic\b[^.!?]{{0,100}}\bacepta
    |\b(?:wij|we|deze[ ]site)[ ]gebruik(?:en|t)\b[^.!?]{{0,30}}\bcookies
    |\b(?:please[ ])?(?:enable|turn[ ]on)[ ]javascript\b|\bjavascript[ ]is[ ](?:disabled|required|not[ ]enabled)|\bbitte[ ](?:aktivieren[ ]sie|schalten[ ]sie)\b[^.!?]{{0,30}}\bjavascript|\bactiv(?:er|ez)[ ]javascript""",
    re.X,
)
"""What a consent dialog, or what stands in place of an embed, asks: "We use cookies …"."""

DISCLOSURE = re.compile(
    r"""\A(?=[\s\S]*(?:\blinks?\b|purchas|\bbuy|\border|partner|advertiser|product))[\s\S]*?
        (?<!["“„«])\b(?:i|we|this[ ](?:blog|site|website|post|page))(?:['’](?:ll|d))?\b
        (?:[ ](?:may|might|will|would|can|could|do|does|also|sometimes|often|\w+ly))*(?:,[^,.!?]{1,40},)?
        [ ](?:earn(?:s|ing)?|receives?|gets?|makes?|(?:am|are|is|be|get)[ ]paid)\b
        [^.!?]{0,40}\b(?:commissions?|compensation|kick[ -]?backs?)\b
    |\b(?:links?|purchas\w+|buy\w*)\b[^.!?]{0,60}\bearns?[ ](?:us|me)\b[^.!?]{0,20}\bcommission
    |\bearn[ ](?:\w+[ ])?commissions?[ ](?:from|on|when|if|through)\b[^.!?]{0,40}\b(?:links?|buy|purchases?)\b(?=[^.!?]{0,40}\b(?:our|my|this|you)\b)
    |\b(?:as[ ]an[ ]amazon[ ](?:associate|affiliate)|als[ ]amazon-partner)\b[^.!?]{0,40}\b(?:earns?|verdien)
    |\b(?:this|the[ ]following)[ ](?:article|post|blog|blogpost|page|site|website|guide|review|video|list|recipe)\b[^.!?]{0,30}
        \b(?:contains?|includes?|uses?|has)\b[^.!?]{0,30}\baffiliate[ ]links?
    |^\W*affiliate[ ]links?[ ]are[ ]used\b(?=\W*$|[^.!?]{0,20}\b(?:this|the|my|our)[ ](?:article|post|blog|page|site)\b)
    |\b(?:enthält|enthalten|gekennzeichnet\w*|handelt[ ]es[ ]sich)\b[^.!?]{0,60}\baffiliate-?[ ]?links?
    |\A(?=[\s\S]*\b(?:wir|uns|ich|mir|du|dir|dich|ihr|euch|für[ ]sie|wenn[ ]sie|ihnen)\b)[\s\S]*\baffiliate-?[ ]?links?\b.{0,200}\bprovision\b
    |\b(?:contient|contiene|contém|bevat|innehåller|indeholder|inneholder|zawiera)\b[^.!?]{0,40}\b(?:liens?[ ](?:d['’])?affili|enlaces?[ ](?:de[ ])?afiliad
        |links?[ ](?:di[ ]affiliazione|affiliat|de[ ]afiliad)|affiliate-?[ ]?(?:links?|länkar)|reklamelinks|annonselenker|linki[ ]afiliacyjne)""",
    re.X,
)
"""That who publishes a page earns by its links, as the rules for advertising ask (FTC 16 CFR 255.5,
UWG § 5a): "We may earn a commission when you buy through our links"."""

FEED_LINE = re.compile(
    r"""^(?:the[ ]post[ ].+[ ]appeared[ ]first[ ]on|der[ ]beitrag[ ].+[ ]erschien[ ]zuerst[ ]auf|l['’]article[ ].+[ ]est[ ]apparu[ ]en[ ]premier[ ]sur
    |la[ ]entrada[ ].+[ ](?:se[ ]publicó|aparece|apareció)[ ]primero[ ]en|l['’]articolo[ ].+[ ]proviene[ ]da|o[ ]post[ ].+[ ]apareceu[ ]primeiro[ ]em
    |het[ ]bericht[ ].+[ ]verscheen[ ]eerst[ ]op|inlägget[ ].+[ ]dök[ ]först[ ]upp[ ]på|artykuł[ ].+[ ]pochodzi[ ]z[ ]serwisu)[ ].{1,80}$""",
    re.X,
)
"""What WordPress writes below each text of its feeds, in its translations."""

MAIL_LINE = re.compile(
    r"""(?:^|[?.!:|•–-]\s*)view[ ](?:it[ ]|(?:this[ ])?(?:e-?mail|message|newsletter)[ ])?in[ ](?:your[ ]|a[ ]|the[ ])?(?:web[ ]?)?browser\W*$
    |(?:^|[?.!:|•–-]\s*)(?:(?:die|diese|den|diesen|e-?mail|mail|nachricht|newsletter|ausgabe|hier|online)[ ])*im[ ](?:web)?browser[ ](?:ansehen|anzeigen|öffnen|lesen)\W*$
    |(?:^|[?.!:|•–-]\s*)(?:afficher|voir|ouvrir|lire)[ ][^.!?]{0,40}\bdans[ ](?:votre|un|le)[ ]navigateur\W*$
    |(?:^|[?.!:|•–-]\s*)(?:ver|abrir|visualizar)[ ][^.!?]{0,40}\b(?:en|no)[ ](?:(?:el|tu|su|seu)[ ])?navegador\W*$
    |(?:^|[?.!:|•–-]\s*)bekijk[ ](?:(?:de|deze|het|dit|e-?mail|mail|bericht|nieuwsbrief|online)[ ])*in[ ](?:je|uw|de|een)[ ](?:web)?browser\W*$
    |(?:^|[?.!:|•–-]\s*)(?:apri|guarda|leggi|vedi|visualizza)[ ][^.!?]{0,40}\bnel[ ](?:tuo[ ])?browser\W*$""",
    re.X,
)
"""What services for letters by mail print above each; sentences that end so say what one can do."""

OWN_VIEWS = re.compile(
    r"""(?:^|[.!?]\s+)(?:the[ ]|all[ ]|any[ ])?(?:views|opinions|statements)\b[^.!?]{0,60}\bexpressed\b[^.!?]{0,160}\b(?:(?:do|does|may|should|are)[ ]not|don['’]t)[ ]
        (?=necessarily\b|[^.!?]*\b(?:views?|opinions?|positions?|polic(?:y|ies)|those)\b)[^.!?]{0,30}\b(?:reflect|represent)
    |\bnicht[ ](?:notwendigerweise|unbedingt|zwingend|zwangsläufig)[ ]die[ ](?:meinung|ansicht)\w*[ ]der[ ](?:redaktion|herausgeber)
    |\blas[ ]opiniones[ ](?=[^.!?]*\b(?:expresad|vertid|emitid|contenid|publicad|autor|column|colabor|firma))[^.!?]{0,100}\bno[ ](?:reflejan|representan)[ ]necesariamente
    |\bas[ ]opiniões[ ](?=[^.!?]*\b(?:express|emitid|contid|veiculad|publicad|autor|colun|colabor|articul))[^.!?]{0,100}\bnão[ ]refletem[ ]necessariamente
    |\bn['’]engage(?:nt)?[ ]que[ ](?:leurs?[ ]auteurs?|son[ ]auteur)\b|\bmening\w*[ ][^.!?]{0,60}\bniet[ ]noodzakelijk\w*[ ][^.!?]{0,30}\bredactie
    |\bмнение[ ](?:автора|редакции)[ ]может[ ]не[ ]совпадать[ ]с[ ](?:мнением|позицией|точкой[ ]зрения)[ ](?:редакци|издани|автор)""",
    re.X,
)
"""That what is written is the writer's own opinion."""

PITCHES: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (
        (
            "newsletter", "never miss", "mailing list", "inbox", "postfach", "briefing", "email alert", "email update", "email digest",
            "nieuwsbrief", "nyhetsbrev", "nyhedsbrev", "uutiskirje", "infolettre", "lettre d", "boletín", "boletin", "boletim",
            "bülten", "biuletyn", "hírlev", "e-novice", "odber noviniek", "бюлетин", "ενημερωτικ", "buletin", "bản tin",
            "จดหมายข่าว", "نشرت", "خبرنامه", "ניוזלטר", "न्यूज़लेटर", "naujienlaišk", "jaunumiem", "uudiskir", "butlletí", "рассылк", "розсилк", "ニュースレター", "メルマガ", "メールマガジン", "뉴스레터",
            "电子报", "電子報", "通讯邮件",
        ),
        NEWSLETTER_PITCH,
    ),
    (
        (
            "to continue", "to read", "to keep", "to unlock", "to access", "to view", "subscribe", "already a ", "already an ",
            "already member", "already paying", "already digital", "already print", "this article is", "this story is",
            "this content is", "this post is", "this page is", "abonn", "abbonat", "abo-", "abonutzer", "registriert", "mitglied", "weiterzulesen", "zu lesen", "mit abo", "für abo", "déjà inscrit",
            "lire la suite", "lire l", "il vous reste", "suscriptor", "socio", "assinante", "leyendo", "lendo", "para seguir",
            "para continuar", "leggere", "te lezen", "prenumer", "vidare", "videre", "masz już", "subskrybent", "czytać dalej",
            "подписчик", "читать", "会員限定", "続きを読む", "阅读", "구독자",
        ),
        SUBSCRIBERS_ONLY,
    ),
    (
        (
            "help us", "help our", "support us", "support our", "become a", "donat", "unterstütz", "spende", "mitglied", "soutenez", "faites un don", "un don", "apoya", "apoye",
            "apóye", "haz socio", "haz una donaci", "hazte ", "apoie", "sostieni", "steun", "wesprzyj", "поддержите", "підтримайте",
        ),
        SUPPORT_PITCH,
    ),
    (
        (
            "donati", "contribution", "becoming a", "supporting me", "supporting us", "supporting my", "supporting our",
            "supporting this", "support me", "support us", "support my", "support our", "support this", "sponsor ", "buy me", "buy us", "kaffeekasse", "spendier", "freue", "soutenir", "soutenez",
            "offrez-", "payez-", "invítame", "invítanos", "apoyarme", "apoyarnos", "hacer una donación", "offrimi", "offrici", "fai una", "faça uma",
            "pague um", "postaw", "trakteer", "поддержать", "寄付", "ご支援", "カンパ", "후원", "打赏", "贊助", "赞助",
        ),
        APPEAL,
    ),
    (
        (
            "facebook", "twitter", "instagram", "youtube", "you tube", "tiktok", "tik tok", "whatsapp", "whats app",
            "telegram", "linkedin", "linked in", "threads", "bluesky", "mastodon", "pinterest", "google news", "flipboard",
            "social media", "вконтакте", "微信", "微博",
        ),
        FOLLOW_PITCH,
    ),
    (
        (
            "cookie", "куки", "informasjonskapsl", "evästei", "sütik", "бисквитк", "kolačić", "piškotk", "çerez", "คุกกี้", "クッキー", "쿠키",
            "الارتباط", "کوکی", "עוגיות", "कुकी", "slapuk", "sīkdatn", "küpsis", "galetes", "javascript", "you accept", "you agree", "you consent", "mit dem laden", "mit dem klick",
            "mit dem aufruf", "dieser stelle", "datenschutz", "en cliquant", "en poursuivant", "en continuant", "hacer clic",
        ),
        CONSENT_LINE,
    ),
    (
        (
            "commission", "compensation", "kickback", "kick-back", "kick back", "affili", "amazon associate", "amazon-partner", "afiliad",
            "reklamelinks", "annonselenker", "afiliacyjn",
        ),
        DISCLOSURE,
    ),
    (
        (
            " appeared first on ", " erschien zuerst auf ", " en premier sur ", " primero en ", " proviene da ",
            " apareceu primeiro em ", " verscheen eerst op ", " dök först upp ", " pochodzi z serwisu ",
        ),
        FEED_LINE,
    ),
    (
        (*_CHANNEL.split("|"), "follow "),
        CHANNEL_PITCH,
    ),
    (PART_STEMS, PART_PITCH),
    (("browser", "navigateur", "navegador"), MAIL_LINE),
    (
        (
            "expressed", "der redaktion", "der herausgeber", "las opiniones", "as opiniões", "engage que", "engagent que",
            "noodzakelijk", "мнение",
        ),
        OWN_VIEWS,
    ),
)  # fmt: skip
"""Each pattern behind what its lines hold at least, in lower case: asked first, since it is cheap.

Of what a branch needs, that stands here which fewest texts hold ("you agree", not "when ")."""

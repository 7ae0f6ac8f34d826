"""Words by which papers of some thirty languages credit others than the writer, before a colon.

Who took or drew the pictures, who edited and who translated; what stands before a name without a
colon too is in ``bylines``.
"""

_LABELS = {
    "ar": "عدسة|صور|مراجعة|تدقيق",
    "bg": "снимка|снимки|превод",
    "bn": "ছবি|সম্পাদনা|অনুবাদ",
    "cs": "editorka|fotografie",
    "da": "fotograf|billeder|redigering|oversættelse",
    "el": "φωτογραφία|φωτογραφίες|φωτό|φωτο|μετάφραση",
    "et": "fotod|toimetaja|tõlkija|tõlge",
    "fa": "عکاس|ترجمه",
    "fi": "kuvaaja|kuvitus|käännös|suomennos",
    "he": "איור",
    "hi": "संपादन|अनुवाद|छायांकन",
    "hr": "fotografija|snimio|snimila|urednik|urednica|prijevod",
    "hu": "fotók|kép|képek|szerkesztette|szerkesztő",
    "id": "redaktur|penyunting|fotografer|ilustrasi|penerjemah",
    "is": "mynd|myndir|ljósmynd|ljósmyndir|þýðing",
    "it": "illustrazioni|illustrazione|immagini",
    "lt": "nuotrauka|nuotraukos|nuotr.|redaktorius|redaktorė|vertė",
    "lv": "redaktors|redaktore|tulkojums",
    "nl": "beeld|illustratie|illustraties|eindredactie",
    "pl": "fot.|zdjęcie|tłum.|korekta",
    "pt": "fotografia|imagem|imagens|edição|ilustração|infografia|revisão",
    "ro": "fotografii|traducere|ilustrație",
    "ru": "фотограф|корректор|иллюстрация|иллюстрации",
    "sk": "preklad|snímky",
    "sl": "prevod|fotografije",
    "sr": "фотографија|фотографије|снимио|снимила|уредник|уредница|превод|лектор",
    "sv": "redigering|översättning|bildredaktör",
    "th": "ช่างภาพ|แปล",
    "tr": "kamera|çeviri|çeviren",
    "uk": "світлина|світлини|редакторка|ілюстрації",
    "vi": "dịch|người dịch|hiệu đính",
}
_ALL = dict.fromkeys(label for labels in _LABELS.values() for label in labels.split("|"))

LABELLED = "|".join(sorted((f"{label}(?=\\s?[:：])" for label in _ALL), key=len, reverse=True))
"""The labels as alternatives of a pattern."""

FIRST_WORDS = frozenset(label.partition(" ")[0].rstrip(".") for label in _ALL)
"""The first word of each."""

PICTURING = frozenset(
    "photographer photojournalist videographer illustrator cameraman fotograf fotografin fotografka "
    "fotojournalist fotoreporter fotograaf fotógrafo fotógrafa fotografo fotografa fotoperiodista "
    "photographe illustrateur illustratrice illustratör kuvaaja valokuvaaja ljósmyndari фотограф "
    "фотокорреспондент фотографка φωτογράφος fényképész fotós foto-redakteur".split()
)
"""Jobs of those who make pictures, in lower case."""

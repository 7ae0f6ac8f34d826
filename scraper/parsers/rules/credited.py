"""Words by which papers of some thirty languages credit others than the writer, before a colon.

Who took or drew the pictures, who edited and who translated; what stands before a name without a
colon too is in ``bylines``.
"""

_LABELS = (
    "grafik|grafiken|infografik|grafiikka|grafika|grafikk|graphisme|infographie|gráficos|графика|инфографика|графіка|"
    "foto’s|illustrationer|"
    "editorka|fotografie|fotograf|billeder|redigering|oversættelse|fotod|toimetaja|tõlkija|"
    "tõlge|kuvaaja|kuvitus|käännös|suomennos|fotografija|snimio|snimila|urednik|urednica|"
    "prijevod|fotók|kép|képek|szerkesztette|szerkesztő|redaktur|penyunting|fotografer|"
    "ilustrasi|penerjemah|mynd|myndir|ljósmynd|ljósmyndir|þýðing|illustrazioni|illustrazione|"
    "immagini|nuotrauka|nuotraukos|nuotr.|redaktorius|redaktorė|vertė|redaktors|redaktore|"
    "tulkojums|beeld|illustratie|illustraties|eindredactie|fot.|zdjęcie|tłum.|korekta|"
    "fotografia|imagem|imagens|edição|ilustração|infografia|revisão|fotografii|traducere|"
    "ilustrație|preklad|snímky|prevod|fotografije|redigering|översättning|bildredaktör|"
    "kamera|çeviri|çeviren|dịch|người dịch|hiệu đính|"
    "снимка|снимки|превод|фотограф|корректор|иллюстрация|иллюстрации|фотографија|фотографије|"
    "снимио|снимила|уредник|уредница|превод|лектор|світлина|світлини|редакторка|ілюстрації|"
    "عدسة|صور|مراجعة|تدقيق|ছবি|সম্পাদনা|অনুবাদ|φωτογραφία|φωτογραφίες|φωτό|φωτο|μετάφραση|"
    "عکاس|ترجمه|איור|संपादन|अनुवाद|छायांकन|ช่างภาพ|แปล"
)
LABELLED = "|".join(
    rf"{label.replace('.', '[.]')}(?=\s?[:：])"
    for label in sorted(set(_LABELS.split("|")), key=lambda label: (-len(label), label))
)
"""The labels as alternatives of a pattern."""

PICTURING = frozenset(
    "photographer photojournalist videographer illustrator cameraman fotograf fotografin fotografka "
    "fotojournalist fotoreporter fotograaf fotógrafo fotógrafa fotografo fotografa fotoperiodista "
    "photographe illustrateur illustratrice illustratör kuvaaja valokuvaaja ljósmyndari фотограф "
    "фотокорреспондент фотографка φωτογράφος fényképész fotós foto-redakteur".split()
)
"""Jobs of those who make pictures, in lower case."""

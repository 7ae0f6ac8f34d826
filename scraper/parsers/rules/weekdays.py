"""The days of the week in the languages of the larger presses, in lower case (Unicode CLDR)."""

WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag "
    "freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes "
    "martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì "
    "sabato domenica segunda terça quarta quinta sexta maandag dinsdag woensdag donderdag vrijdag "
    "zaterdag zondag måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag "
    "søndag maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai poniedziałek "
    "wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle "
    "hétfő kedd szerda csütörtök péntek szombat vasárnap luni marți miercuri joi vineri sâmbătă "
    "duminică pazartesi salı çarşamba perşembe cuma cumartesi pazar senin selasa rabu kamis jumat "
    "sabtu minggu понедельник вторник среда четверг пятница суббота воскресенье понеділок "
    "вівторок середа четвер субота неділя понеделник сряда четвъртък петък събота δευτέρα τρίτη "
    "τετάρτη πέμπτη παρασκευή σάββατο κυριακή الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة "
    "السبت الأحد دوشنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه thứ सोमवार मंगलवार बुधवार गुरुवार शुक्रवार "
    "शनिवार रविवार সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার".split()
)

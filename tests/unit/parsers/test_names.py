import pytest

from scraper.parsers.names import (
    is_agency,
    is_credential,
    is_given_name,
    is_label,
    is_role,
    looks_like_organization,
    looks_like_person,
    name_key,
    name_parts,
    read_name,
    same_person,
    spelling_rank,
    split_names,
)
from scraper.parsers.names.plain import is_plain
from tests.building import seconds_of


def printed(text):
    return [name.name for name in split_names(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Berg und Jonas Keller", ["Anna Berg", "Jonas Keller"]),
        ("Anna Berg, Jonas Keller and Mira Stone", ["Anna Berg", "Jonas Keller", "Mira Stone"]),
        ("Anna Berg et Jonas Keller", ["Anna Berg", "Jonas Keller"]),
        ("Ana Pérez y Luis Gómez", ["Ana Pérez", "Luis Gómez"]),
        ("Anna Berg & Jonas Keller", ["Anna Berg", "Jonas Keller"]),
        ("Anna Berg; Jonas Keller", ["Anna Berg", "Jonas Keller"]),
        ("Anna Berg | Jonas Keller", ["Anna Berg", "Jonas Keller"]),
        ("Anna Berg with Jonas Keller", ["Anna Berg", "Jonas Keller"]),
        ("Anna Berg, as told to Jonas Keller", ["Anna Berg", "Jonas Keller"]),
        ("Anna Berg (avec Luc Morel et Jeanne Roy)", ["Anna Berg", "Luc Morel", "Jeanne Roy"]),
        ("Josef Novák och Karin Lind", ["Josef Novák", "Karin Lind"]),
        ("Иван Петров и Анна Иванова", ["Иван Петров", "Анна Иванова"]),
        ("Anna Berg1 ; Jonas Keller1,2 ; Mira Stone2", ["Anna Berg", "Jonas Keller", "Mira Stone"]),
        ("Anna Berg at December 16, 2025 11:15 AM", ["Anna Berg"]),
        ("Anna Berg on Friday December 19, 2025", ["Anna Berg"]),
        ("river77", ["river77"]),
        ("river7 am 12.05.2009", ["river7"]),
        ("Anna Berg12 May 2019", ["Anna Berg"]),
        ("Anna Berg, Senior Writer, Project on Rivers, and Harbour Office", ["Anna Berg"]),
        ("Anna Berg, reporter, and Jonas Keller", ["Anna Berg", "Jonas Keller"]),
        ("Autor: Anna Berg", ["Anna Berg"]),
        ("Tim Berg", ["Tim Berg"]),
    ],
)
def test_joined_names_are_split(text, names):
    assert printed(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Keller, Jonas P.", "Jonas P. Keller"),
        ("Doe, Jane", "Jane Doe"),
        ("Berg, Michiel van den", "Michiel van den Berg"),
    ],
)
def test_inverted_names_are_turned(text, name):
    assert printed(text) == [name]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Anna Berg (Pressesprecherin des Vereins)", "Pressesprecherin des Vereins"),
        ("Anna Berg, Master Gardener & Garden Writer", "Master Gardener, Garden Writer"),
    ],
)
def test_a_job_in_brackets_or_of_two_parts_is_no_name(text, role):
    (name,) = split_names(text)
    assert (name.name, name.role) == ("Anna Berg", role)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("unserem Redakteur Anna Berg", "Anna Berg"),
        ("notre envoyée spéciale Anna Berg", "Anna Berg"),
        ("onze redacteur Anna de Wit", "Anna de Wit"),
        ("Anna Berg Political editor", "Anna Berg"),
        ("Anna Berg 3 de mayo de 2020", "Anna Berg"),
        ("Anna Berg 2020-05-03 10:15", "Anna Berg"),
        ("Anna Berg — São Paulo", "Anna Berg"),
        ("2020年5月3日 山田太郎", "山田太郎"),
        ("／山田太郎", "山田太郎"),
        ("Our Editors", "Our Editors"),
    ],
)
def test_jobs_dates_and_places_around_a_name_go(text, name):
    assert printed(text) == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dpa", True),
        ("dpa/AFP", True),
        ("EFE", True),
        ("ТАСС", True),
        ("AFP und Reuters", True),
        ("dpa Infocom", False),
        ("Ria Berg", False),
        ("", False),
    ],
)
def test_short_names_of_agencies(text, expected):
    assert is_agency(text) is expected


@pytest.mark.parametrize("name", ["山田太郎", "王小明", "홍길동", "Kovács Katalin", "Олена Коваль"])
def test_names_that_put_the_family_first_or_have_no_capitals(name):
    assert looks_like_person(name) >= 0.8


def test_a_name_that_means_team_elsewhere_is_a_person():
    assert not looks_like_organization("Tim Berg")
    assert looks_like_person("Tim Berg") > 0.9


def test_labels_are_words_around_bylines_only():
    assert is_label("Last updated")
    assert not is_label("Anna Updated")


def test_a_surname_with_and_inside_stays_whole():
    assert printed("José Ortega y Vargas") == ["José Ortega y Vargas"]


def test_an_organisation_with_and_inside_stays_whole():
    assert printed("Office for Rivers and Harbours Agency") == [
        "Office for Rivers and Harbours Agency"
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jane Doe - Apr 16, 2015", "Jane Doe"),
        ("Jane Doe22 Dec 2016", "Jane Doe"),
        ("Jane Doe on 2019-02-15", "Jane Doe"),
        ("Jane Doe 4. 2. 2022", "Jane Doe"),
        ("Jane Doe For The Evening Lantern", "Jane Doe"),
        ("Jane Doe in Berlin", "Jane Doe"),
        ("Jane Doe (https://doe.example/)", "Jane Doe"),
        ("Jane Doe (@janedoe)", "Jane Doe"),
        ("Jane Doe Follow", "Jane Doe"),
        ("Jane Doe Skicka e-post", "Jane Doe"),
        ("Jane Doe Envoyer un e-mail", "Jane Doe"),
        ("Jane DoePublished", "Jane Doe"),
        ("Jane Doe Publié le 3 mai 2021", "Jane Doe"),
        ("सुनीता शर्मा 16 नवंबर 2026", "सुनीता शर्मा"),
        ("सुनीता शर्मा, पटना16 नवंबर 2026, 08:10", "सुनीता शर्मा"),
        ("Άννα Παππά3 Μαΐου 2021", "Άννα Παππά"),
        ("Lokal-Experte Jonas Keller", "Jonas Keller"),
        ("Dec. 19, 2025 · Jane Doe", "Jane Doe"),
        ("jane.doe", "Jane Doe"),
    ],
)
def test_what_is_glued_to_a_name_is_cut(text, name):
    assert printed(text) == [name]


def test_a_login_with_digits_stays_whole():
    assert printed("heron1984") == ["heron1984"]


def test_honorific_and_credentials_stand_apart():
    (name,) = split_names("Dr. Jane Doe, MD, PhD")
    assert (name.name, name.honorific, name.credentials) == ("Jane Doe", "Dr.", "MD, PhD")


@pytest.mark.parametrize(
    "text, honorific, name, role",
    [
        ("Dr. med. Eva Roth", "Dr. med.", "Eva Roth", None),
        ("Dr. rer. nat. Max Frei", "Dr. rer. nat.", "Max Frei", None),
        ("Dr.-Ing. Max Frei", "Dr.-Ing.", "Max Frei", None),
        ("prof. dr hab. Jan Kowalski", "prof. dr hab.", "Jan Kowalski", None),
        ("dr Jan Kowalski adiunkt", "dr", "Jan Kowalski", "adiunkt"),
        ("Dr Sunniva Holm Lecturer in Botany", "Dr", "Sunniva Holm", "Lecturer in Botany"),
        ("Phil Collins", None, "Phil Collins", None),
        ("Nat King", None, "Nat King", None),
    ],
)
def test_titles_of_doctors_stand_apart(text, honorific, name, role):
    read = read_name(text)
    assert (read.honorific, read.name, read.role) == (honorific, name, role)


def test_a_job_behind_a_comma_is_the_role():
    (name,) = split_names("Jane Doe, Senior Science Writer")
    assert (name.name, name.role) == ("Jane Doe", "Senior Science Writer")


def test_a_suffix_belongs_to_the_name():
    assert printed("Perry Stone, Jr.") == ["Perry Stone Jr."]


def test_agencies_are_organisations():
    (name,) = split_names("dpa/lno")
    assert (name.name, name.kind) == ("dpa/lno", "organization")


@pytest.mark.parametrize(
    "text", ["Anna Berg", "J. P. Stone", "Ludwig van Ahlen", "Maria-José Pinto", "佐藤健", "王小明"]
)
def test_names_look_like_persons(text):
    assert looks_like_person(text) >= 0.6


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Read more about this",
        "https://doe.example",
        "The Lantern Staff",
        "Science Editor",
        "12 comments",
        "May 3, 2020",
        "This is a sentence about rivers and their banks",
    ],
)
def test_other_lines_do_not(text):
    assert looks_like_person(text) < 0.3


@pytest.mark.parametrize("text", ["Redaktion", "Lantern Media Group", "AFP", "lantern.example.org"])
def test_organisations_are_told_by_their_words(text):
    assert looks_like_organization(text) or text.endswith(".org")


def test_roles_and_credentials():
    assert is_role("Senior Science Writer")
    assert not is_role("Jane Doe")
    assert is_credential("MD, FACP")
    assert not is_credential("Jane")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Jane Doe", "jane doe", True),
        ("J. Doe", "Jane Doe", True),
        ("Jane", "Jane Doe", True),
        ("Jane M. Doe", "Jane Doe", True),
        ("Jane Doe", "John Doe", False),
        ("", "Jane Doe", False),
    ],
)
def test_same_person(one, other, same):
    assert same_person(one, other) is same


def test_keys_fold_accents_and_case():
    assert name_key("Zoë ÅSTRÖM-Łoś") == name_key("zoe astrom łoś")


def test_spellings_are_ranked():
    assert spelling_rank("Jane Doe") > spelling_rank("JANE DOE") > spelling_rank("jane")
    assert spelling_rank("jane") > spelling_rank("jane.doe")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Jane Doe", ("Jane", "Doe")),
        ("Anna van den Berg", ("Anna", "van den Berg")),
        ("Jane M. Doe Jr.", ("Jane M.", "Doe Jr.")),
        ("Zyx Qwv", (None, None)),
        ("王小明", (None, None)),
        ("Madonna", (None, None)),
    ],
)
def test_parts_only_where_certain(name, parts):
    assert name_parts(name) == parts


@pytest.mark.parametrize(
    "text", ["@handle", "https://doe.example/x", "2020", "...", "Posted 12 May"]
)
def test_what_is_no_name_is_refused(text):
    assert read_name(text) is None


def test_splitting_is_bounded_on_long_input():
    small, large = "a, b & c; " * 1_000, "a, b & c; " * 100_000

    def spent(text):
        return seconds_of(split_names, text)

    assert spent(large) < 20 * max(spent(small), 0.01)


@pytest.mark.parametrize(
    "text",
    "锁定 讨论|章 总阅读|新規登録|もっと見る記事|最新评论|로그인|기사입력|返回首页".split("|"),
)
def test_words_of_buttons_are_no_names_of_people(text):
    assert looks_like_person(text) < 0.1


@pytest.mark.parametrize(
    ("text", "least"),
    [("王小明", 0.8), ("佐藤花子", 0.8), ("ジョン・スミス", 0.6), ("内山花子", 0.4)],
)
def test_names_without_a_frequent_surname_may_be_words(text, least):
    assert least <= looks_like_person(text) <= 0.95


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Jane Doe (text), John Roe (photos)", ["Jane Doe"]),
        ("Anna Berg (Text) / Paul Hofmann (Foto)", ["Anna Berg"]),
        ("Jane Doe and John Roe (pictures)", ["Jane Doe"]),
        ("Jane Doe (photos)", []),
        ("Jane Doe (Reporter), John Roe", ["Jane Doe", "John Roe"]),
    ],
)
def test_who_made_the_pictures_is_left_out(line, expected):
    assert [name.name for name in split_names(line)] == expected


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("Jane Doe", True),
        ("Anna Maria Berg Hofmann", True),
        ("Jane And John", False),
        ("Reuters", False),
        ("Professor Jane Doe", False),
        ("Redakteur Paul Hofmann", False),
        ("Our Editor", False),
        ("Jane Doe Follow", False),
        ("Jane de Groot", False),
        ("Müller Anna", False),
    ],
)
def test_plain_lines_need_no_taking_apart(line, plain):
    assert is_plain(line) == plain


def test_names_of_equal_length_are_compared_both_ways_alike():
    assert same_person("00:¼", "0:0:00") == same_person("0:0:00", "00:¼")
    assert same_person("J. Doe", "Jane Doe")
    assert same_person("Jane Doe", "J. Doe")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Starling under Just For Fun", ["Starling"]),
        ("Robin Freitag", ["Robin Freitag"]),
        ("Hanna Sonntag and Mary Roe", ["Hanna Sonntag", "Mary Roe"]),
    ],
)
def test_a_section_behind_under_is_no_name_and_a_weekday_may_be_one(line, expected):
    assert [name.name for name in split_names(line)][: len(expected)] == expected


def test_an_organisation_is_told_by_the_last_part_of_a_double_name():
    assert looks_like_organization("Anna-Holt-Stiftung")
    assert not looks_like_organization("Anna-Lena Holt")


def test_a_job_behind_the_last_of_several_names_without_a_comma():
    found = split_names("LILIAN ALDER, LAURE BRETON Envoyés spéciaux à Toulouse")
    assert [name.name for name in found] == ["LILIAN ALDER", "LAURE BRETON"]
    assert found[1].role == "Envoyés spéciaux à Toulouse"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("3 декабря 2020 Марина Ветрова", "Марина Ветрова"),
        ("9 فبراير 2021 ليلى الحداد", "ليلى الحداد"),
        ("ليلى الحداد، 9 فبراير 2021", "ليلى الحداد"),
    ],
)
def test_a_date_before_or_behind_a_name_in_other_scripts(line, name):
    assert printed(line) == [name]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Jane Doe Saturday, 3 May 2025", "Jane Doe"),
        ("Jane Doe Sat May 3 2025", "Jane Doe"),
        ("Karin Wiegand Samstag 03.05.2025", "Karin Wiegand"),
        ("Graça Lobato Segunda-feira, 5 de Maio de 2025", "Graça Lobato"),
        ("Ольга Белова Суббота, 3 мая 2025", "Ольга Белова"),
        ("سلمى النجار السبت 3 مايو 2025", "سلمى النجار"),
        ("Lê Thu Lan Thứ Bảy, 3/5/2025", "Lê Thu Lan"),
        ("Kerekes Borbála 2025. május 3., szombat", "Kerekes Borbála"),
        ("Ana Domingo 3 de mayo de 2025", "Ana Domingo"),
    ],
)
def test_the_day_of_the_week_before_a_day_is_no_part_of_the_name(line, name):
    assert printed(line) == [name]


def test_a_by_word_glued_to_a_line_begins_another():
    # A shop's menu: "By Category", "By Manufacturer", each in a box of its own.
    assert printed("CategoryBy Manufacturer") == ["Category"]
    assert printed("Hanna BeckBy the same writer") == ["Hanna Beck"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Hanna Beck, Lisbon", ["Hanna Beck"]),
        ("Hanna Beck, Berlin", ["Hanna Beck"]),
        ("Hanna Beck in Mode, Leben", ["Hanna Beck"]),
        ("Hanna Beck in Mode, Leben, Wohnen", ["Hanna Beck"]),
        ("Hanna Beck dans Mode", ["Hanna Beck"]),
        ("Ana Souza em Cultura", ["Ana Souza"]),
        ("Ana Souza en Moda", ["Ana Souza"]),
        ("Анна Петрова в Культура", ["Анна Петрова"]),
    ],
)
def test_a_place_and_sections_behind_a_name_are_nobody(line, expected):
    assert printed(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Hanna Beck, Maria", ["Hanna Beck", "Maria"]),
        ("Hanna Beck and Lisbon", ["Hanna Beck", "Lisbon"]),
        ("Hanna Beck, Kuno, Sulwe", ["Hanna Beck", "Kuno", "Sulwe"]),
        ("Hanna Beck in London, John Roe in Paris", ["Hanna Beck", "John Roe"]),
        ("Josep Puig i Cadafalch", ["Josep Puig i Cadafalch"]),
        ("João da Silva para O Globo", ["João da Silva"]),
        ("Wei En Lin", ["Wei En Lin"]),
        ("Beck, Hanna", ["Hanna Beck"]),
        ("王小明, 李雷", ["王小明", "李雷"]),
    ],
)
def test_names_behind_a_comma_or_with_a_preposition_inside_stay(line, expected):
    assert printed(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "More by Hanna Beck",
        "See more articles from Hanna Beck",
        "Mehr von Hanna Beck",
        "Plus d'articles de Hanna Beck",
        "Más de Hanna Beck",
        "Hanna Beck Follow",
    ],
)
def test_the_words_of_a_button_are_no_part_of_the_name(line):
    assert printed(line) == ["Hanna Beck"]


def test_more_of_a_section_is_no_name():
    assert printed("More from Sports") == ["More from Sports"]


def test_a_single_job_and_the_country_of_an_office_belong_to_the_role():
    assert [n.role for n in split_names("Hanna Beck, Redaktion")] == ["Redaktion"]
    found = split_names("Uta Stern, Projektleiterin der HBS in Tunesien.")
    assert [(n.name, n.role) for n in found] == [
        ("Uta Stern", "Projektleiterin der HBS in Tunesien.")
    ]


@pytest.mark.parametrize("text", ["編集部 佐藤健太", "编辑部 王建国", "편집부 박정호"])
def test_the_desk_of_a_writer_stands_before_the_name(text):
    assert printed(text) == [text.split()[1]]


def test_whom_a_writer_works_for_stands_behind_a_swedish_word_too():
    assert printed("Karin Ek till Kvarnbladet") == ["Karin Ek"]


def test_an_employer_with_an_address_behind_it_is_one():
    text = "Yong Marsh, Lock Engineering and Forestry University (China), mailto:y@lock.example"
    assert printed(text) == ["Yong Marsh"]


def test_a_house_that_opens_with_its_sort_is_an_organisation():
    assert looks_like_organization("Museo del Agua")
    assert not looks_like_organization("Marta Museo")


@pytest.mark.parametrize(
    "name",
    "Morag Angharad Muireann Ananya Senthil Debashis Olumide Chinedu Hauwa Akosua Wanjiru "
    "Nomvula Tigist Ghada Niloufar Lusine Ketevan Aigerim Solomiya Ayelet Hinemoa Megumi "
    "Norhayati Dilrukshi Mehwish Khady".split(),
)
def test_given_names_of_many_peoples_are_known(name):
    assert is_given_name(name)


@pytest.mark.parametrize(
    "word", ["Bharat", "Imam", "Peace", "Forum", "Muslim", "Jihad", "Lega", "Safari", "Among"]
)
def test_words_and_places_of_the_same_lists_are_no_names(word):
    assert not is_given_name(word)

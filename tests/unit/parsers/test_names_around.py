"""What bylines print around names: sections, employers, buttons, accounts."""

import pytest

from scraper.parsers.names import cut_holder, is_label, looks_like_person, split_names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Jane Fairweather in Fashion, Life & Style", ["Jane Fairweather"]),
        ("Jane Fairweather in Culture & Travel", ["Jane Fairweather"]),
        ("Lucía Fernández en Moda, Vida", ["Lucía Fernández"]),
        ("Åsa Öberg i Nyheter", ["Åsa Öberg"]),
        ("Jordi Puig i Cornet", ["Jordi Puig i Cornet"]),
        ("Jane Doe in London and John Roe in Paris", ["Jane Doe", "John Roe"]),
        ("Yun Jiang, Agriculture and Forestry University (China)", ["Yun Jiang"]),
        ("Jane Doe, John Roe and the Daily News Team", ["Jane Doe", "John Roe"]),
        ("Zum Profil von k4y", ["k4y"]),
        ("PROFILE OF JANE FAIRWEATHER", ["JANE FAIRWEATHER"]),
        ("k4y @ 00:11", ["k4y"]),
    ],
)
def test_sections_employers_and_buttons_are_no_names(line, names):
    assert [name.name for name in split_names(line) if name.kind == "person"] == names


@pytest.mark.parametrize(
    "account",
    ["Admin", "wordpressadmin", "wp-admin", "Διαχειριστής", "Quản trị viên", "Vieras", "访客"],
)
def test_accounts_that_systems_are_set_up_with_are_labels(account):
    assert is_label(account)


@pytest.mark.parametrize(
    ("line", "name", "role"),
    [
        ("Ingeborg AasenJournalist", "Ingeborg Aasen", "Journalist"),
        ("高橋美咲（地域報道部）", "高橋美咲", "地域報道部"),
        ("Nguyễn Thị Hoài An", "Nguyễn Thị Hoài An", None),
        ("Avec AFP", "AFP", None),
        ("EcoCult Staff", "EcoCult Staff", None),
        ("Ewan McReporter", "Ewan McReporter", None),
        ("Jane DoeReporter", "Jane Doe", "Reporter"),
        ("Jane Doe Reporter", "Jane Doe", "Reporter"),
        ("Robert Hollow Junior", "Robert Hollow Junior", None),
        ("Mary Jane Head", "Mary Jane Head", None),
        ("Jane Baumgardener", "Jane Baumgardener", None),
    ],
)
def test_a_desk_and_a_glued_job_are_no_part_of_a_name(line, name, role):
    found = split_names(line)
    assert [(one.name, one.role) for one in found] == [(name, role)]


@pytest.mark.parametrize(
    ("credit", "left"),
    [
        ("CreditAda Quill/Quay Images", "Ada Quill"),
        ("Credits: Ada Quill", "Ada Quill"),
        ("(c) Hans Helmut Kranz", "Hans Helmut Kranz"),
        ("© Ada Quill", "Ada Quill"),
        ("Ada Quill von Pexels", "Ada Quill"),
        ("Ada Quill on Unsplash", "Ada Quill"),
        ("Robin Kranz (r.)", "Robin Kranz"),
        ("QPA/C. Marrow", "C. Marrow"),
        ("Ada Quill / Robin Kranz", "Ada Quill, Robin Kranz"),
        ("Quay Images/QPA", "Quay Images/QPA"),
        ("Creditreform", "Creditreform"),
    ],
)
def test_who_holds_a_picture_did_not_take_it(credit, left):
    assert cut_holder(credit) == left


@pytest.mark.parametrize("name", ["Nova Reid", "Richard Courant", "Heraldo Quintela"])
def test_a_persons_name_may_be_a_towns_or_a_papers_first_or_last_word(name):
    assert [(one.name, one.kind) for one in split_names(name)] == [(name, "person")]
    assert looks_like_person(name) >= 0.6


@pytest.mark.parametrize("town", ["Nova Scotia", "Nova Gorica", "Novi Sad", "Fort Worth"])
def test_a_town_is_no_person(town):
    assert looks_like_person(town) < 0.1


@pytest.mark.parametrize("paper", ["Santiago Heraldo", "Heraldo", "Heraldo de Quintela"])
def test_a_papers_name_is_no_persons(paper):
    assert [one.kind for one in split_names(paper)] == ["organization"]

"""What bylines print around names: sections, employers, buttons, accounts."""

import pytest

from scraper.parsers.names import is_label, split_names


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

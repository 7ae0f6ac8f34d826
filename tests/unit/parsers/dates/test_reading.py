import pytest

from scraper.parsers.dates.reading import find_printed, month_number, to_ascii_digits
from scraper.parsers.dates.values import read_value
from scraper.parsers.rules.months import MONTHS

VALUES = {
    "2019-10-16": "2019-10-16",
    "2019-10-16T12:00:00Z": "2019-10-16T12:00:00Z",
    "2019-10-16T12:00Z": "2019-10-16T12:00Z",
    "2019-10-16T12:00:00.125+02:00": "2019-10-16T12:00:00.125+02:00",
    "2020-11-11 12:00:00.000-0600": "2020-11-11T12:00:00.000-06:00",
    "2018-12-21 12:55:00": "2018-12-21T12:55:00",
    "2019-10-16 12:00:00 +0200": "2019-10-16T12:00:00+02:00",
    "2019-10-16T12:00:00 UTC": "2019-10-16T12:00:00+00:00",
    "20170113000004": "2017-01-13T00:00:04",
    "20170113": "2017-01-13",
    "20191016T120000Z": "2019-10-16T12:00:00Z",
    "2019-10": "2019-10",
    "2019/10/16": "2019-10-16",
    "1571212800": "2019-10-16T08:00:00Z",
    "1571212800000": "2019-10-16T08:00:00Z",
    "/Date(1571212800000)/": "2019-10-16T08:00:00Z",
    "Tue Jul 30 09:35:14 CEST 2019": "2019-07-30T09:35:14+02:00",
    "Fri Mar 13 21:30:09 EST 2015": "2015-03-13T21:30:09-05:00",
    "Wed, 02 Feb 2022 09:12:22 +0100": "2022-02-02T09:12:22+01:00",
    "Tue Oct 15 2019 09:12:22 GMT+0200 (CEST)": "2019-10-15T09:12:22+02:00",
    "Wed, 02 Feb 2022 09:12:22 +9900": "2022-02-02T09:12:22",
    "Tue Jul 30 09:35:14 +2400 2019": "2019-07-30T09:35:14",
    "2 February 2022 09:12 GMT+99": "2022-02-02T09:12",
    "11.11.2021": "2021-11-11",
    "05/29/2007 09:49:00": "2007-05-29T09:49:00",
    "2019-10-16T24:00:00Z": "2019-10-16",
}


@pytest.mark.parametrize("value, expected", VALUES.items(), ids=VALUES)
def test_machine_value(value, expected):
    assert read_value(value).iso() == expected


@pytest.mark.parametrize(
    "value",
    ["", "May", "today", "0000-00-00", "2019-02-30", "12345", "v2.10.19.3", "10:30", "x" * 500],
)
def test_no_date_is_none(value):
    assert read_value(value) is None


PRINTED = {
    "Thai, era named": ("วันอังคารที่ 5 มีนาคม พ.ศ. 2567", "2024-03-05"),
    "Thai, two digits of the year": ("5 มี.ค. 67", "2024-03-05"),
    "Urdu": ("منگل 5 مارچ 2024", "2024-03-05"),
    "Tamil, month first": ("மார்ச் 5, 2024", "2024-03-05"),
    "Georgian": ("5 მარტი, 2024", "2024-03-05"),
    "Armenian": ("5 մարտի, 2024", "2024-03-05"),
    "Marathi": ("५ मार्च २०२४", "2024-03-05"),
    "Uzbek": ("5 avgust 2024", "2024-08-05"),
    "Polish, Roman month": ("7 XI 2019", "2019-11-07"),
    "Danish, mixed marks": ("7/11-2019", "2019-11-07"),
    "Chinese signs": ("二〇一九年十一月二十七日", "2019-11-27"),
    "Arabic, two-word month": ("14 كانون الثاني 2020", "2020-01-14"),
    "Arabic, two-word month and its other name": ("3 تشرين الأول/أكتوبر 2021", "2021-10-03"),
    "Arabic, December": ("31 كانون الأول، 2019", "2019-12-31"),
    "Basque, genitive": ("2021eko martxoaren 5a", "2021-03-05"),
    "Basque, locative": ("2020ko abenduaren 12an", "2020-12-12"),
    "Basque, short": ("2019 urriak 7", "2019-10-07"),
    "Arabic, both month names": ("7 آذار/مارس 2019", "2019-03-07"),
    "English, apostrophe": ("November 7, ’19", "2019-11-07"),
    "Ukrainian, short": ("7 листоп. 2019", "2019-11-07"),
    "English, weekday before the year": ("Nov 27 Wed 2019 00:28", "2019-11-27T00:28"),
    "English, clock before the year": ("Nov 27 09:34:12 CET 2019", "2019-11-27"),
    "English, glued to what stands before": ("TravelNovember 27, 2019", "2019-11-27"),
    "English, clock glued to the year": ("Published 27 November 201912:30 pm", "2019-11-27"),
    "English, month first, clock glued": ("November 27, 201909:30 (IST)", "2019-11-27"),
    "Digits, clock glued": ("Jo Rowe27.11.201909:30", "2019-11-27"),
    "English, capitals glued to a name": ("Jo RoweNOVEMBER 27, 2019", "2019-11-27"),
    "English, day first": ("16 October 2019", "2019-10-16"),
    "English, month first": ("October 16th, 2019", "2019-10-16"),
    "English, short": ("Sept. 5, 2019", "2019-09-05"),
    "English, hyphens": ("02-Oct-17", "2017-10-02"),
    "German": ("16. März 2019", "2019-03-16"),
    "German, Austrian": ("3. Jänner 2020", "2020-01-03"),
    "French": ("1er août 2019", "2019-08-01"),
    "French, no accent": ("2 fevrier 2019", "2019-02-02"),
    "Spanish": ("5 de mayo de 2019", "2019-05-05"),
    "Italian": ("7 gennaio 2019", "2019-01-07"),
    "Portuguese": ("3 de março de 2019", "2019-03-03"),
    "Portuguese, points": ("21.dez.2018", "2018-12-21"),
    "Dutch": ("9 maart 2019", "2019-03-09"),
    "Polish": ("11 listopada 2019", "2019-11-11"),
    "Czech": ("10. října 2021", "2021-10-10"),
    "Russian": ("5 июня 2019", "2019-06-05"),
    "Ukrainian": ("19 жовтня 2019", "2019-10-19"),
    "Turkish": ("19 Ekim 2019", "2019-10-19"),
    "Swedish": ("den 5 maj 2019", "2019-05-05"),
    "Danish": ("5. marts 2019", "2019-03-05"),
    "Norwegian": ("5. desember 2019", "2019-12-05"),
    "Finnish": ("2. helmikuuta 2022", "2022-02-02"),
    "Hungarian": ("2019. október 19.", "2019-10-19"),
    "Indonesian": ("17 Agustus 2019", "2019-08-17"),
    "Chinese": ("2019年10月19日", "2019-10-19"),
    "Taiwanese era": ("民國108年10月19日", "2019-10-19"),
    "Japanese era": ("令和元年5月3日", "2019-05-03"),
    "Korean": ("2019년 10월 19일", "2019-10-19"),
    "Vietnamese": ("19 tháng 10, 2019", "2019-10-19"),
    "Latvian": ("2019. gada 19. oktobrī", "2019-10-19"),
    "Lithuanian": ("2019 m. spalio 19 d.", "2019-10-19"),
    "Greek": ("19 Οκτωβρίου 2019", "2019-10-19"),
    "Hebrew": ("19 באוקטובר 2019", "2019-10-19"),
    "Thai, Buddhist years": ("19 ตุลาคม 2562", "2019-10-19"),
    "Arabic digits": ("١٩ أكتوبر ٢٠١٩", "2019-10-19"),
    "Bengali digits": ("১৯ অক্টোবর ২০১৯", "2019-10-19"),
}


@pytest.mark.parametrize("text, expected", PRINTED.values(), ids=PRINTED)
def test_printed_day(text, expected):
    (found,) = find_printed(to_ascii_digits(f"Text {text}"))
    assert found.moment.iso() == expected


def test_digits_alone_leave_both_orders_open():
    (found,) = find_printed("05/06/2019", month_first=True)
    assert found.moment.iso() == "2019-05-06"
    assert found.other.iso() == "2019-06-05"


@pytest.mark.parametrize("language", ["ja", "ko", "zh"])
@pytest.mark.parametrize("text", ["21.05.23", "21/05/23", "입력 21-05-23"])
def test_two_digits_of_the_year_come_first_in_east_asia(text, language):
    assert find_printed(text, language=language)[0].moment.iso() == "2021-05-23"
    assert find_printed(text, language="de")[0].moment.iso() == "2023-05-21"


def test_what_is_no_such_date_is_read_as_elsewhere():
    assert find_printed("21.05.2023", language="ja")[0].moment.iso() == "2023-05-21"
    assert find_printed("23.21.05", language="ko") == []


def test_a_day_above_twelve_settles_the_order():
    (found,) = find_printed("25/06/2019", month_first=True)
    assert found.moment.iso() == "2019-06-25"
    assert found.other is None


def test_points_put_the_day_first_even_in_english():
    (found,) = find_printed("05.06.2019", month_first=True)
    assert found.moment.iso() == "2019-06-05"


@pytest.mark.parametrize(
    "text",
    [
        "Call 555-12-3456 now",
        "version 10.4.2.1",
        "ratio 3/4/5/6",
        "from 1990 to 2020",
        "chapter 12, verse 2019",
        "192.168.10.20",
        "32 October 2019",
    ],
)
def test_numbers_that_are_no_dates(text):
    assert find_printed(text) == []


def test_shared_month_name_follows_the_page_language():
    (polish,) = find_printed("3 listopada 2019", language="pl")
    (croatian,) = find_printed("3 listopada 2019", language="hr")
    assert (polish.moment.month, croatian.moment.month) == (11, 10)


def test_glued_label_does_not_hide_the_date():
    (found,) = find_printed("Datum:26. Januar 2022")
    assert found.moment.iso() == "2022-01-26"


@pytest.mark.parametrize("language", MONTHS)
def test_every_language_names_twelve_months(language):
    groups = MONTHS[language].split()
    assert len(groups) == 12
    for number, group in enumerate(groups, 1):
        assert {month_number(form, language) for form in group.split("/")} == {number}


def test_a_month_glued_to_a_word_begins_where_the_month_begins():
    (found,) = find_printed("TravelNovember 27, 2019")
    assert (found.start, found.end) == (6, 23)


def test_a_word_that_ends_like_a_month_is_none():
    assert find_printed("In dismay 27, 2019 votes were cast") == []


@pytest.mark.parametrize("text", ["27.11.20191", "27 November 201912", "27.11.2019123:45"])
def test_a_number_that_goes_on_is_no_year(text):
    assert find_printed(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("heron28.09.1912:44", "2019-09-28"),
        ("26 | 01 | 2022\tCountry | Practice", "2022-01-26"),
        ("1 | 2 | 10 | 2020", None),
        ("Apr 042013", "2013-04-04"),
        ("Model 042013", None),
    ],
)
def test_parts_of_a_date_in_boxes_of_their_own(text, expected):
    found = [printed.moment.as_day().iso() for printed in find_printed(text)]
    assert found == ([expected] if expected else [])

import pytest

from scraper.parsers.dates.clock import find_clock
from scraper.parsers.dates.reading import find_printed

CLOCKS = {
    "Italian": ("martedì 7 maggio 2019 alle ore 18:20", "2019-05-07T18:20"),
    "Dutch": ("dinsdag 7 mei 2019 om 18.20 uur", "2019-05-07T18:20"),
    "Polish": ("7 maja 2019 r., godz. 18:20", "2019-05-07T18:20"),
    "Russian": ("7 мая 2019 года, 18:20", "2019-05-07T18:20"),
    "Russian, zone": ("07.05.2019 18:20 МСК", "2019-05-07T18:20+03:00"),
    "Ukrainian": ("7 травня 2019 р., 18:20", "2019-05-07T18:20"),
    "Bulgarian": ("7 май 2019 г., 18:20 ч.", "2019-05-07T18:20"),
    "Turkish, weekday behind": ("7 Mayıs 2019 Salı 18:20", "2019-05-07T18:20"),
    "Hungarian, weekday behind": ("2019. május 7., kedd 18:20", "2019-05-07T18:20"),
    "Lithuanian": ("2019 m. gegužės 7 d. 18:20", "2019-05-07T18:20"),
    "Swedish, long word": ("7 maj 2019 klockan 18:20", "2019-05-07T18:20"),
    "Indonesian, zone": ("Selasa, 7 Mei 2019 18:20 WIB", "2019-05-07T18:20+07:00"),
    "Vietnamese, hours of offset": ("7/5/2019, 18:20 (GMT+7)", "2019-05-07T18:20+07:00"),
    "Thai": ("7 พฤษภาคม 2562 เวลา 18:20 น.", "2019-05-07T18:20"),
    "Japanese, minutes of one digit": ("2019年5月7日 18時5分", "2019-05-07T18:05"),
    "Korean, minutes of one digit": ("2019년 5월 7일 오후 6시 5분", "2019-05-07T18:05"),
    "Chinese, weekday behind": ("2019年5月7日 星期二 18:20", "2019-05-07T18:20"),
    "12-hour": ("October 16, 2019 3:05pm", "2019-10-16T15:05"),
    "12-hour, noon": ("October 16, 2019 at 12:10 PM", "2019-10-16T12:10"),
    "12-hour, midnight": ("October 16, 2019 at 12:10 a.m.", "2019-10-16T00:10"),
    "hour only": ("Dec 12, 2019, 5 p.m.", "2019-12-12T17:00"),
    "named zone": ("October 16, 2019 3:05pm EST", "2019-10-16T15:05-05:00"),
    "American summer": ("June 10, 2019 at 3:00 p.m. ET", "2019-06-10T15:00-04:00"),
    "American winter": ("January 10, 2019 at 3:00 p.m. ET", "2019-01-10T15:00-05:00"),
    "German": ("02.02.2022, 09:12 Uhr", "2022-02-02T09:12"),
    "time first": ("09:12 Uhr, 02.02.2022", "2022-02-02T09:12"),
    "French": ("5 mai 2019 à 10h20", "2019-05-05T10:20"),
    "Swedish": ("5 maj 2019 kl. 10.20", "2019-05-05T10:20"),
    "Czech": ("10. října 2021 v 10:52", "2021-10-10T10:52"),
    "Chinese afternoon": ("2019年10月19日 下午 3:17", "2019-10-19T15:17"),
    "Korean afternoon": ("2019년 10월 19일 오후 3:17", "2019-10-19T15:17"),
}


@pytest.mark.parametrize("text, expected", CLOCKS.values(), ids=CLOCKS)
def test_time_beside_a_day(text, expected):
    (found,) = find_printed(text)
    assert found.moment.iso() == expected


def test_a_time_before_the_date_ends_with_it():
    text = "09:12 Uhr, 02.02.2022"
    assert find_clock(text, 11, len(text)) == ((9, 12, None, ""), "", len(text))


@pytest.mark.parametrize("text", ["16 October 2019", "16 October 2019 25:10", "16 October 2019 x"])
def test_no_time_beside_a_date(text):
    assert find_clock(text, 0, 15) is None

"""References whose fields are marked by signs: Chinese, Japanese, Russian lists."""

import time

import pytest

from scraper.parsers.reference_fields import parse_reference
from scraper.parsers.reference_marked import marked_fields


def names(reference):
    return [(n.family, n.given) if n.family else n.literal for n in reference.author]


ENTRIES = """
张晓明, 李伟. 灯塔与守塔人[J]. 港口学报, 1978, 44(5): 14-18.
title: 灯塔与守塔人
container_title: 港口学报
issued: 1978
volume: 44
issue: 5
page: 14-18
type: article-journal

赵敏．潮间带生物调查［R］．大连：海岸研究所，2011．
title: 潮间带生物调查
publisher: 海岸研究所
publisher_place: 大连
issued: 2011
type: report

陈静. 渔港的春天[N]. 滨海日报, 2018-03-12(4).
container_title: 滨海日报
page: 4
issue: -
type: article-newspaper

潮汐的故事 ．新海网．2008-03-02[引用日期2014-05-19]
title: 潮汐的故事
container_title: 新海网
issued: 2008-03-02
accessed: 2014-05-19
type: webpage

第19届海潮奖名单公布(图) ．海湾网[引用日期2014-05-19]
title: 第19届海潮奖名单公布(图)
container_title: 海湾网
issued: -

山田太郎 (2014)『港の潮』海鳴社.
title: 港の潮
publisher: 海鳴社
page: -
type: book

陈伟. 灯油简史[M]. 北京: 北岸大学出版社, 2017.
title: 灯油简史
container_title: -
publisher: 北岸大学出版社
publisher_place: 北京
issued: 2017
type: book

陈晓明, 张伟. 灯油简史[M]//岛屿经济手册. 厦门: 北岸大学出版社, 1968: 78-111.
title: 灯油简史
container_title: 岛屿经济手册
page: 78-111
volume: -
type: chapter

王伟. 海岸儿童地图[EB/OL]. (2009-05-04)[2023-06-02]. https://www.haichao.example/2009/2249.
title: 海岸儿童地图
issued: 2009-05-04
page: -
URL: https://www.haichao.example/2009/2249
type: webpage

张伟：《灯油简史》，北京：海潮出版社，2010年，第3页。
title: 灯油简史
publisher: 海潮出版社
publisher_place: 北京
issued: 2010
page: 3

王芳、李娜：《霜与糖》，《乡村史评论》2011年第3期，第4-9页。
title: 霜与糖
container_title: 乡村史评论
issue: 3
page: 4-9
issued: 2011

佐藤健一・高橋太郎（1969）「渡し船はなぜ遅れるか」『港湾学雑誌』49巻1号、211–220頁。
title: 渡し船はなぜ遅れるか
container_title: 港湾学雑誌
volume: 49
issue: 1
page: 211–220
issued: 1969

山田太郎「渚の仕事」『水辺の仕事』潮書房、1999年、4-9頁。
title: 渚の仕事
container_title: 水辺の仕事
publisher: 潮書房
issued: 1999
page: 4-9
type: chapter

高橋健一（1980）『海辺の子どもの地図』北浜大学出版会。
title: 海辺の子どもの地図
publisher: 北浜大学出版会
type: book

Береговой И. П. Краткая история лампового масла. — М.: Наследие, 1975. — 284 с.
title: Краткая история лампового масла
publisher: Наследие
container_title: -
volume: -
type: book
"""


@pytest.mark.parametrize("entry", ENTRIES.strip().split("\n\n"))
def test_signs_say_what_a_field_is(entry):
    text, *fields = entry.split("\n")
    expected = dict(field.split(": ", 1) for field in fields)
    reference = parse_reference(text)
    assert {name: getattr(reference, name) or "-" for name in expected} == expected


def test_chinese_names_are_split_behind_the_family_name():
    reference = parse_reference("张晓明, 欧阳修文, 李伟, 等. 霜与糖[J]. 果树学报, 2001(3): 4-9.")
    assert names(reference) == [("张", "晓明"), ("欧阳", "修文"), ("李", "伟")]


def test_japanese_names_stay_whole():
    reference = parse_reference("佐藤健一・高橋太郎（1969）「渡し船」『港湾学雑誌』49巻1号。")
    assert names(reference) == ["佐藤健一", "高橋太郎"]


@pytest.mark.parametrize(
    "text",
    [
        "Okafor, A. (2016). Rope and rust. Journal of Coastal Labour, 12(3), 4–9.",
        "[J] 没有题名",
        "《》",
        "「」『』",
        "蔡山当「黑手」 与大厨做面. 中时. 2017-07 [2019-02].",
        "",
    ],
)
def test_without_such_signs_the_labeller_decides(text):
    assert marked_fields(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "「" * 3000,
        "《" * 3000,
        "[J]" * 1000,
        "a.[J]" * 600,
        ". — М.: " * 400,
        "A. " + "a" * 2900 + " «x»",
        "A. a a a, " * 300 + "«x",
        "Аа А. " * 400 + " // " + "б" * 900,
        '"abc" by ' + "a, " * 900,
        "A. " * 900 + '"q w"',
        "Aa " * 900 + '"q w e r" x',
        "Aa." * 900 + " “q w” x",
    ],
)
def test_hostile_signs_take_no_time(text):
    parse_reference("Okafor, A. (2014). Slow rivers.")
    started = time.process_time()
    parse_reference(text)
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    "text, authors, title, container",
    [
        ("Лоцманов И. П., Рыбаков О. С. История масла // Записки о гаванях. 2014. № 8. С. 61–95.", ["Лоцманов", "Рыбаков"], "История масла", "Записки о гаванях"),
        ("Береговой О. С. Туман [Текст] // Очерки / под ред. Р. Хейл. Казань: Наследие, 1981. С. 9.", ["Береговой"], "Туман", "Очерки"),
        (
            "G. L. Dell’Acqua, P. De Rosa, Traghetti in ritardo, «Quaderni del porto», 29, 1981, pp. 251-256.",
            ["Dell’Acqua", "De Rosa"],
            "Traghetti in ritardo",
            "Quaderni del porto",
        ),
        (
            "“Why ferries run late” – Ada Jane MacBride, Ingrid Okafor and Thomas Tan, Maritime Studies (1982)",
            ["MacBride", "Okafor", "Tan"],
            "Why ferries run late",
            "Maritime Studies",
        ),
    ],
)  # fmt: skip
def test_names_titles_and_journals_by_their_signs(text, authors, title, container):
    reference = parse_reference(text)
    assert [name.family for name in reference.author] == authors
    assert (reference.title, reference.container_title) == (title, container)

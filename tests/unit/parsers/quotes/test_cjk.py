"""Pronouns in Chinese and Japanese: whom they mean, or nobody."""

import pytest

ZH = "他说：“没有人会离开这里。”"
JA = "彼は「誰もここを離れない」と話した。"


@pytest.mark.parametrize(
    "language, before, sentence, speaker",
    [
        pytest.param("zh", "李明在会上表示：“港口会得救。”", ZH, "李明", id="who-spoke"),
        pytest.param("zh", "港口今年修好了。", ZH, None, id="nobody"),
        pytest.param("zh", "记者采访了王丽。王丽是港口的工程师。", ZH.replace("他", "她"), "王丽", id="subject"),
        pytest.param("zh", "记者采访了王丽。王丽是港口的工程师。", ZH, None, id="other-gender"),
        pytest.param("zh", "王强和李明都在港口。王强和李明是工人。", ZH, None, id="two-people"),
        pytest.param("zh", "李明表示：“港口会得救。”张伟在码头工作。", ZH, None, id="somebody-since"),
        pytest.param("zh", "李明表示：“港口会得救。”", ZH.replace("他说", "他还说"), "李明", id="also"),
        pytest.param("zh", "李明表示：“港口会得救。”", ZH.replace("他说", "随后他说"), "李明", id="then"),
        pytest.param("zh", "李明表示：“港口会得救。”", ZH.replace("他", "他们"), None, id="they"),
        pytest.param("zh", "李明表示：“港口会得救。”", ZH.replace("他", "大家"), None, id="all"),
        pytest.param("ja", "田中太郎さんは港で働く。", JA, "田中太郎", id="ja-topic"),
        pytest.param("ja", "田中太郎さんは港で働く。", JA.replace("彼", "彼女"), None, id="ja-gender"),
        pytest.param("ja", "田中太郎さんは港で働く。", JA.replace("彼", "彼ら"), None, id="ja-they"),
        pytest.param("ja", "田中太郎さんは漁師だ。佐藤一郎さんは大工だ。", JA, None, id="ja-two"),
        pytest.param("ja", "港の修理が終わった。", JA, None, id="ja-nobody"),
    ],
)  # fmt: skip
def test_a_pronoun_means_one_person_or_nobody(language, before, sentence, speaker, quotes):
    found = quotes(f"<p>{before}</p><p>{sentence}</p>", language)
    assert found[-1].speaker == speaker


@pytest.mark.parametrize(
    "source, speaker",
    [
        pytest.param("船工周德福", "周德福", id="trade"),
        pytest.param("老船工周德福", "周德福", id="old-trade"),
        pytest.param("周德福", "周德福", id="name-alone"),
        pytest.param("欧阳德福", "欧阳德福", id="surname-of-two"),
        pytest.param("江口镇旅游局", "江口镇旅游局", id="office"),
    ],
)
def test_a_name_behind_a_trade_stands_alone(source, speaker, quotes):
    found = quotes(f"<p>“我撑了四十年船，今天第一次舍不得靠岸，”{source}说。</p>", "zh")
    assert found[-1].speaker == speaker


def test_the_age_may_stand_between_a_name_and_its_particle(quotes):
    html = "<p>実行委員長の佐藤和子さん（62）は「十年前はここに何もなかった」と話した。</p>"
    assert [quote.speaker for quote in quotes(html, "ja")] == ["佐藤和子"]


def test_korean_speech_has_no_guessed_speaker(quotes):
    html = "<p>김철수 시장은 항구에 왔다.</p><p>그는 “아무도 이곳을 떠나지 않을 것입니다.” 하고 말했다.</p>"
    assert {quote.speaker for quote in quotes(html, "ko")} <= {None}

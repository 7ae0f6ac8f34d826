"""Bytes to text: the order of the WHATWG standard, and labels that lie."""

import pytest

from scraper.charset import decode

GERMAN = "Über Größe und Mühe — „ganz genau“"


def html(text: str, meta: str = "") -> str:
    return f"<html><head>{meta}<title>x</title></head><body><p>{text}</p></body></html>"


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_beats_every_label(codec):
    content = html(GERMAN, '<meta charset="koi8-r">').encode(codec)
    found = decode(content, {"Content-Type": "text/html; charset=iso-8859-1"})
    assert GERMAN in found.text
    assert found.source == "bom"


def test_valid_utf_8_is_utf_8_whatever_the_header_says():
    found = decode(html(GERMAN).encode(), {"content-type": "text/html; charset=ISO-8859-1"})
    assert GERMAN in found.text


@pytest.mark.parametrize("label", ["latin-1", "iso-8859-1", "ISO8859-1", "us-ascii"])
def test_latin_1_is_read_as_windows_1252(label):
    content = html(GERMAN).encode("windows-1252")
    found = decode(content, {"Content-Type": f"text/html; charset={label}"})
    assert GERMAN in found.text
    assert found.source == "header"


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("shift_jis", "cp932", "図書館は髙い丘の上にある①"),
        ("euc-jp", "euc-jp", "図書館は丘の上にある"),
        ("iso-2022-jp", "iso-2022-jp", "図書館は丘の上にある"),
        ("gb2312", "gb18030", "图书馆在山上，朱镕基"),
        ("big5", "big5", "圖書館在山上"),
        ("euc-kr", "cp949", "도서관은 언덕 위에 있다 똠"),
        ("windows-1251", "windows-1251", "Библиотека на холме"),
        ("koi8-r", "koi8-r", "Библиотека на холме"),
        ("iso-8859-2", "iso-8859-2", "Žluťoučký kůň"),
        ("windows-1256", "windows-1256", "المكتبة على التل"),
    ],
)
def test_meta_label_is_believed_when_the_bytes_fit(label, codec, text):
    content = html(text, f'<meta charset="{label}">').encode(codec)
    assert text in decode(content).text


def test_meta_http_equiv_and_xml_declaration_are_read():
    text = "Библиотека на холме"
    meta = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'
    assert text in decode(html(text, meta).encode("windows-1251")).text
    declared = '<?xml version="1.0" encoding="windows-1251"?>' + html(text)
    assert text in decode(declared.encode("windows-1251")).text


def test_a_missing_label_is_sniffed():
    text = "Библиотека стоит на холме, и каждый вечер в её окнах горит свет. " * 8
    assert text.strip() in decode(html(text).encode("windows-1251")).text


def test_meta_utf_16_in_readable_bytes_means_utf_8():
    assert GERMAN in decode(html(GERMAN, '<meta charset="utf-16">').encode()).text


def test_a_cut_multibyte_character_does_not_change_the_encoding():
    content = (html(GERMAN * 20).encode())[:-20] + "ü".encode()[:1]
    found = decode(content)
    assert GERMAN in found.text
    assert found.damaged


def test_an_unknown_label_is_ignored():
    found = decode(html("plain").encode(), {"Content-Type": "text/html; charset=no-such"})
    assert "plain" in found.text


@pytest.mark.parametrize("content", [b"", b"\xff", b"\xef\xbb\xbf", b"\x1b$B", bytes(range(256))])
def test_no_bytes_raise(content):
    decode(content)


@pytest.mark.parametrize("label", ["base64", "quoted-printable", "hex", "zip", "idna", "undefined"])
def test_a_label_that_python_alone_knows_is_none(label):
    found = decode(html(GERMAN).encode("windows-1252"), {"Content-Type": f"x; charset={label}"})
    assert "ganz genau" in found.text
    assert found.source == "sniffed"

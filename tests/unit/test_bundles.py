import base64
import json
import plistlib
import zipfile
from datetime import UTC, datetime

import pytest

from scraper.batch import extract_pages
from scraper.errors import InputError
from scraper.inputs import find_pages, read_bytes
from tests.warc_files import stories, write_answers

URL = "https://mills.example/2016/wheel"
HTML = "<!doctype html><title>Mühle</title><h1>Die Mühle am Bach</h1><p>Das Rad brach im Winter."
MHTML = """From: <Saved by Blink>
Snapshot-Content-Location: https://mills.example/2016/wheel
Subject: =?utf-8?Q?M=C3=BChle?=
Date: Mon, 21 Sep 2020 16:25:18 GMT
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----Boundary"


------Boundary
Content-Type: text/css
Content-Transfer-Encoding: quoted-printable
Content-Location: cid:css-1@mhtml.blink

p { color: red }
------Boundary
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://mills.example/2016/wheel

<!doctype html><meta http-equiv=3D"Content-Type" content=3D"text/html; charset=3DUTF-8"><title>M=C3=BChle</title><h1>Die M=
=C3=BChle am Bach</h1><p>Das Rad brach im Winter.
------Boundary--
"""
TAKEN = datetime(2020, 9, 21, 16, 25, 18, tzinfo=UTC)


def one(path):
    (page,) = find_pages([str(path)])
    return read_bytes(page)


def test_chromes_single_file_is_its_page(tmp_path):
    (tmp_path / "wheel.mhtml").write_text(MHTML.replace("\n", "\r\n"), "utf-8", newline="")
    page = one(tmp_path / "wheel.mhtml")
    assert "Die Mühle am Bach" in page.content.decode()
    assert (page.url, page.fetched_at) == (URL, TAKEN)
    assert one(tmp_path).url == URL, "found in a folder"


def test_mhtml_without_a_page_says_so(tmp_path):
    (tmp_path / "wheel.mht").write_text(MHTML.replace("text/html\nC", "text/plain\nC"), "utf-8")
    with pytest.raises(InputError, match=r"wheel\.mht is no HTML page: it is MHTML without a page"):
        one(tmp_path)


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_safaris_archive_is_its_page(tmp_path, form):
    main = {
        "WebResourceData": HTML.encode("latin-1"),
        "WebResourceURL": URL,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "iso-8859-1",
    }
    path = tmp_path / "wheel.webarchive"
    path.write_bytes(plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=form))
    (extracted,) = extract_pages(find_pages([str(path)]))
    assert (extracted.record.url, extracted.record.title) == (URL, "Die Mühle am Bach")


@pytest.mark.parametrize("content", [b"bplist00 and no more", plistlib.dumps({"a": 1})])
def test_a_property_list_without_a_page_says_so(tmp_path, content):
    (tmp_path / "a.webarchive").write_bytes(content)
    with pytest.raises(InputError, match="property list without a page"):
        one(tmp_path)


def entry(url, text, kind="text/html; charset=iso-8859-1", status=200, **more):
    headers = [{"name": "Content-Type", "value": kind}, {"name": "X-A", "value": "b"}]
    response = {"status": status, "headers": headers}
    response["content"] = {"mimeType": kind, "text": text, **more}
    return {"startedDateTime": "2020-09-21T18:25:18.000+02:00", "request": {"url": url},
            "response": response}  # fmt: skip


def test_a_recording_of_the_network_gives_its_pages(tmp_path):
    coded = base64.b64encode(HTML.encode("latin-1")).decode()
    entries = [
        entry(URL, HTML),
        entry(URL + ".png", "", "image/png"),
        entry(URL + "/gone", HTML, status=404),
        entry(URL + "/coded", coded, encoding="base64"),
        entry(URL + "/broken", "abcde", encoding="base64"),
    ]
    (tmp_path / "a.har").write_text(json.dumps({"log": {"entries": entries}}), "utf-8")
    records = [one.record for one in extract_pages(find_pages([str(tmp_path)]))]
    assert [(record.url, record.title, record.fetched_at) for record in records] == [
        (URL, "Die Mühle am Bach", TAKEN),
        (URL + "/coded", "Die Mühle am Bach", TAKEN),
    ]


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"log": {"entries": [{}]}}', '{"log": {"entries": 1}}']
)
def test_a_broken_recording_is_named(tmp_path, text):
    (tmp_path / "a.har").write_text(text)
    with pytest.raises(InputError, match=r"a\.har is no HAR file"):
        list(find_pages([str(tmp_path / "a.har")]))


def test_a_browsers_web_archive_gives_the_pages_of_all_its_warc_files(tmp_path):
    for name, first in (("a", 1), ("b", 4)):
        write_answers(tmp_path / f"{name}.warc.gz", stories(first, 3))
    with zipfile.ZipFile(tmp_path / "study.wacz", "w") as wacz:
        for name in ("a", "b"):
            wacz.write(tmp_path / f"{name}.warc.gz", f"archive/{name}.warc.gz")
        wacz.writestr("pages/pages.jsonl", "{}\n")
    one_by_one = [
        page.url for name in "ab" for page in find_pages([str(tmp_path / f"{name}.warc.gz")])
    ]
    found = [page.url for page in find_pages([str(tmp_path / "study.wacz")])]
    assert found == one_by_one
    assert len(found) == 6


def test_a_damaged_web_archive_is_named(tmp_path):
    (tmp_path / "study.wacz").write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(InputError, match=r"study\.wacz is damaged or no WACZ file"):
        list(find_pages([str(tmp_path)]))
    with zipfile.ZipFile(tmp_path / "study.wacz", "w") as wacz:
        wacz.writestr("archive/data.warc", b"no record")
    with pytest.raises(InputError, match=r"archive/data\.warc.*damaged or no WARC file"):
        list(find_pages([str(tmp_path)]))


def test_parts_nested_without_end_are_told(tmp_path):
    deep = "".join(
        f'Content-Type: multipart/related; boundary="b{n}"\n\n--b{n}\n' for n in range(2000)
    )
    (tmp_path / "deep.mhtml").write_text(f"MIME-Version: 1.0\n{deep}", "utf-8")
    with pytest.raises(InputError, match=r"deep\.mhtml is no HTML page: it is MHTML"):
        one(tmp_path)


def test_a_recordings_moment_that_no_calendar_has_is_left(tmp_path):
    recorded = entry(URL, HTML) | {"startedDateTime": "9999-12-31T23:59:59-14:00"}
    (tmp_path / "a.har").write_text(json.dumps({"log": {"entries": [recorded]}}), "utf-8")
    (page,) = find_pages([str(tmp_path)])
    assert page.fetched_at is None

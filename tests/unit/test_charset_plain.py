import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.charset import decode, is_plain_utf8


@pytest.mark.parametrize(
    "content, plain",
    [
        (b"", True),
        (b"plain", True),
        ("Größe – “so”".encode(), True),
        (b"\xef\xbb\xbfmarked", False),
        (b"\xff\xfeh\x00i\x00", False),
        ("Größe".encode("latin-1"), False),
        (b"cut off \xe2\x80", False),
        (b"\x1b$B8lG.\x1b(B", False),
        ("â€".encode() + "\u0080\u009c".encode(), True),
        ("“so”".encode().decode("latin-1").encode(), False),
    ],
)
def test_utf8_as_it_stands(content: bytes, *, plain: bool) -> None:
    assert is_plain_utf8(content) is plain


@pytest.mark.parametrize("at", range(32760, 32772))
def test_characters_between_two_slices_are_whole(at: int) -> None:
    text = "a" * at + "€𝔸" + "b" * 40_000
    assert is_plain_utf8(text.encode())
    assert not is_plain_utf8(b"a" * at + b"\xe2\x82" + b"b" * 40_000)


@given(
    st.binary(max_size=40) | st.text(max_size=20).map(lambda text: text.encode("utf-8", "replace"))
)
def test_what_is_plain_is_decoded_as_it_stands(content: bytes) -> None:
    found = decode(content)
    if is_plain_utf8(content):
        assert (found.charset, found.damaged, found.changed) == ("utf-8", False, False)
        assert found.text.encode() == content
    else:
        assert found.source != "utf-8" or found.changed

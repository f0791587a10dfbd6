"""The allow list judges what an address is, never what it looks like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl

from kiosk.origins import AllowList, Origin, Use, origin, origins_of

SITE = AllowList((origin("https://czt.example.gov.cn"), origin("https://*.files.example.gov.cn:8443")))


@pytest.mark.parametrize(
    "url",
    [
        "https://czt.example.gov.cn",
        "https://czt.example.gov.cn/",
        "https://CZT.Example.gov.cn:443/a?b#c",
        "https://a.files.example.gov.cn:8443/x",
        "https://a.b.files.example.gov.cn:8443/",
    ],
)
def test_what_is_named_is_allowed(url: str) -> None:
    assert SITE.allows(QUrl(url))


@pytest.mark.parametrize(
    "url",
    [
        "",
        "about:blank",
        "http://czt.example.gov.cn/",
        "https://czt.example.gov.cn:8443/",
        "https://czt.example.gov.cn.evil.cn/",
        "https://evil.cn/https://czt.example.gov.cn/",
        "https://evil.cn/?czt.example.gov.cn",
        "https://evil.cn#czt.example.gov.cn",
        "https://czt.example.gov.cn@evil.cn/",
        "https://user:secret@czt.example.gov.cn/",
        "https://xczt.example.gov.cn/",
        "https://czt.example.gov.cn./",
        "https://files.example.gov.cn:8443/",
        "https://xfiles.example.gov.cn:8443/",
        "https://czt。example.gov.cn.evil.cn/",
        "view-source:https://czt.example.gov.cn/",
        "blob:https://czt.example.gov.cn/1",
        "data:text/html,czt.example.gov.cn",
        "javascript:alert(1)//https://czt.example.gov.cn/",
        "file:///etc/passwd",
        "file://czt.example.gov.cn/etc/passwd",
        "chrome://version",
        "qrc:/qt-project.org",
        "ftp://czt.example.gov.cn/",
        "ws://czt.example.gov.cn/",
        "wss://czt.example.gov.cn/",
    ],
)
def test_what_is_not_named_is_refused_as_a_page(url: str) -> None:
    assert not SITE.allows(QUrl(url))


@pytest.mark.parametrize(
    ("url", "use", "allowed"),
    [
        ("wss://czt.example.gov.cn/", Use.PART, True),
        ("ws://czt.example.gov.cn/", Use.PART, False),
        ("data:image/png;base64,AA", Use.PART, True),
        ("data:text/html,x", Use.FRAME, False),
        ("blob:https://czt.example.gov.cn/1", Use.PART, True),
        ("blob:https://czt.example.gov.cn/1", Use.FRAME, False),
        ("about:blank", Use.FRAME, True),
        ("about:srcdoc", Use.FRAME, True),
        ("about:version", Use.FRAME, False),
        ("https://evil.cn/a.js", Use.PART, False),
        ("file:///etc/passwd", Use.PART, False),
    ],
)
def test_what_is_wanted_for_decides_too(url: str, use: Use, allowed: bool) -> None:
    assert SITE.allows(QUrl(url), use) is allowed


@given(st.text(max_size=60))
def test_no_text_around_a_strangers_host_makes_it_ours(text: str) -> None:
    for url in (
        f"https://evil.cn/{text}",
        f"https://evil.cn?{text}",
        f"https://{text}.evil.cn",
        f"{text}https://evil.cn",
    ):
        parsed = QUrl(url)
        assert not SITE.allows(parsed) or parsed.host() == "czt.example.gov.cn"


def test_an_empty_list_allows_nothing() -> None:
    assert not AllowList().allows(QUrl("https://czt.example.gov.cn"))


def test_an_entry_may_name_a_port_and_every_name_below() -> None:
    assert origin("http://10.1.2.3:8080/") == Origin("http", "10.1.2.3", 8080)
    assert origin("https://*.例子.cn") == Origin("https", "xn--fsqu00a.cn", 443, below=True)
    assert origin(origin("https://*.example.cn:444").text) == origin("https://*.example.cn:444")


@pytest.mark.parametrize(
    "text",
    ["", "www.example.cn", "ftp://a.cn", "https://", "https://a.cn/path", "https://a.cn?x", "https://u@a.cn", "https://*",
     "https://a.*.cn", "https://*.*.cn", "file:///"],
)  # fmt: skip
def test_an_entry_that_is_no_origin_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="an origin such as"):
        origin(text)


def test_the_editions_addresses_name_their_origins() -> None:
    found = origins_of(["https://a.cn/x", "https://a.cn/y", "", "not one", "https://b.cn:8443/", "javascript:1"])
    assert found.origins == (Origin("https", "a.cn", 443), Origin("https", "b.cn", 8443))

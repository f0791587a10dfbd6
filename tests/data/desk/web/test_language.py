"""The desk speaks Chinese, and English to whoever asks: every sentence of every page has its English."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import nodes

import data.desk.web
from data.desk.web.history import _SUBJECT_WORDS, ACTION_WORDS
from data.desk.web.language import _SPEAKING, ENGLISH, Language, Speaking, catalogue, english, spoken
from data.desk.web.pages import _ENVIRONMENT
from data.desk.web.visit import MENU
from data.store.accounts import ROLE_WORDS
from data.store.words import CHOICE_WORDS, FIELD_WORDS, KIND_WORDS
from tests.data.desk.web.conftest import EDITOR, OpenBrowser

WEB = Path(data.desk.web.__file__).parent
HANZI = re.compile("[\u3400-\u9fff]")
ENDONYM = ">中文<"
"""A language is offered in itself."""
ROOMS = ("data/desk/web", "data/desk/tables", "data/store", "data/review")
"""Whose refusals a page may show."""
TOLD_APART = {"密码%s", "%s：%s", "%s %s 刚被别人改过%s，请重新打开再改"}
"""Sentences put together from halves: each whole one is in the catalogue."""
FOR_THE_CONSOLE = {"dump.py", "database.py"}
"""What only a command meets: restoring, and the store's address in the settings."""


def templates() -> list[Path]:
    return sorted((WEB / "templates").glob("*.html"))


def said(path: Path) -> Iterator[str]:
    """The sentences that a template or a module looks up."""
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        yield from (constant.value for constant in looked_up(_ENVIRONMENT.parse(source)))
    else:
        calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
        named = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in {"phrase", "worded"}]
        yield from (str(call.args[0].value) for call in named if isinstance(call.args[0], ast.Constant))


def looked_up(tree: nodes.Template) -> Iterator[nodes.Const]:
    """The sentences written inside `_( )` and `trans`."""
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in {"_", "gettext", "ngettext"}:
            yield from (node for node in call.args if isinstance(node, nodes.Const) and isinstance(node.value, str))


@pytest.fixture
def speaking_english() -> Iterator[None]:
    token = _SPEAKING.set(Speaking(Language.ENGLISH, "/"))
    yield
    _SPEAKING.reset(token)


def test_every_sentence_of_a_page_has_its_english() -> None:
    wanted = {key: path.name for path in [*templates(), *WEB.rglob("*.py")] for key in said(path) if HANZI.search(key)}
    assert {key: name for key, name in wanted.items() if key not in english()} == {}


def test_every_word_that_is_looked_up_has_its_english() -> None:
    tables = (KIND_WORDS, FIELD_WORDS, CHOICE_WORDS, ACTION_WORDS, ROLE_WORDS)
    words = [
        *_SUBJECT_WORDS.values(),
        *(word for table in tables for word in table.values()),
        *(word for _, word, _ in MENU),
    ]
    assert [word for word in words if word not in english()] == []


def test_nothing_is_translated_twice_or_left_empty_or_with_other_places_to_fill() -> None:
    pairs = [pair for path in sorted(ENGLISH.glob("*.po")) for pair in catalogue(path)]
    keys = [key for key, _ in pairs]
    assert [key for key in keys if keys.count(key) > 1] == []
    for key, text in pairs:
        assert text.strip(), key
        assert not HANZI.search(text), key
        places = re.compile(r"%\(\w+\)s")
        assert sorted(places.findall(key)) == sorted(places.findall(text)), key


@pytest.mark.parametrize("path", templates(), ids=lambda path: path.name)
def test_a_template_says_nothing_that_is_not_looked_up(path: Path) -> None:
    tree = _ENVIRONMENT.parse(path.read_text(encoding="utf-8"))
    known = {id(node) for node in looked_up(tree)}
    bare = [
        node.data.strip() for node in tree.find_all(nodes.TemplateData) if HANZI.search(node.data.replace(ENDONYM, ""))
    ]
    bare += [
        node.value
        for node in tree.find_all(nodes.Const)
        if isinstance(node.value, str) and HANZI.search(node.value) and id(node) not in known
    ]
    assert bare == []


@pytest.mark.parametrize("path", sorted((WEB / "static").glob("*.js")), ids=lambda path: path.name)
def test_a_script_says_nothing_of_its_own(path: Path) -> None:
    """Its page gives it the sentences, in the page's language."""
    assert HANZI.findall(path.read_text(encoding="utf-8")) == []


def test_every_refusal_that_a_page_may_show_has_its_english() -> None:
    known = {unnamed(key) for key in english()}
    folders = [WEB.parents[2] / room for room in ROOMS]
    paths = [path for folder in folders for path in folder.rglob("*.py") if path.name not in FOR_THE_CONSOLE]
    sentences = {sentence: path.name for path in paths for sentence in refusals(path)}
    assert len(sentences) > 50
    assert {sentence: name for sentence, name in sentences.items() if sentence not in known} == {}


def unnamed(key: str) -> str:
    return re.sub(r"%\(\w+\)s", "%s", key).replace("%%", "%")


def refusals(path: Path) -> Iterator[str]:
    """What `Refused` and `Stale` are raised with, `%s` for what is filled in."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"Refused", "Stale"}:
            match node.args:
                case [ast.Constant(value=str(said))] if HANZI.search(said):
                    yield said
                case [ast.JoinedStr(values=parts)]:
                    said = "".join(str(part.value) if isinstance(part, ast.Constant) else "%s" for part in parts)
                    if said not in TOLD_APART:
                        yield said


def test_english_is_one_click_away_and_leads_back(browse: OpenBrowser) -> None:
    client = browse(EDITOR).client
    page = client.get("/today?day=2026-11-23").text
    assert '<html lang="zh-CN">' in page
    (address,) = re.findall(r'href="(/language/en[^"]*)"', page)
    answer = client.get(address.replace("&amp;", "&"))
    assert answer.headers["location"] == "/today?day=2026-11-23"
    page = client.get("/today?day=2026-11-23").text
    assert '<html lang="en">' in page
    assert ">Review<" in page
    client.get("/language/zh")
    assert '<html lang="zh-CN">' in client.get("/today").text


@pytest.mark.parametrize("target", ["https://evil.example", "//evil.example", "/\\evil.example", "/a//b", "/?x=1"])
def test_changing_the_language_leads_nowhere_else(browse: OpenBrowser, target: str) -> None:
    answer = browse().client.get("/language/en", params={"next": target})
    assert answer.headers["location"] == "/"


def test_a_language_nobody_speaks_changes_nothing(browse: OpenBrowser) -> None:
    answer = browse().client.get("/language/xx")
    assert "set-cookie" not in answer.headers


def test_what_is_refused_is_told_in_english_too(browse: OpenBrowser) -> None:
    browser = browse()
    browser.client.get("/language/en")
    assert "Wrong user name or password" in browser.sign_in(EDITOR, "wrong").text
    browser.sign_in(EDITOR)
    assert "Your role does not allow that" in browser.client.get("/history").text


@pytest.mark.parametrize(
    ("chinese", "told"),
    [
        ("用户“张三”已停用", "User “张三” is disabled"),
        ("处室 bgs 出现了两次", "Office bgs appears twice"),
        ("输错次数太多，请 40 秒后再试", "Too many wrong passwords; try again in 40 seconds"),
        ("没有人认识的话", "没有人认识的话"),
    ],
)
def test_a_finished_sentence_is_known_by_its_pattern(speaking_english: None, chinese: str, told: str) -> None:
    assert spoken(chinese) == told


def test_chinese_stays_as_it_was_said() -> None:
    assert spoken("用户“张三”已停用") == "用户“张三”已停用"

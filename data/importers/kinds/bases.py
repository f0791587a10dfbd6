"""Legal bases (设定依据) out of a text: others write several laws, their numbers and articles into one cell.

《会计法》（主席令第24号）第四十二条：违反本法规定的，…… 【行政法规】《预算法实施条例》第九十三条
└─law─┘ └──number──┘└article┘└────text────┘ └──the next basis──┘
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from data.importers.sheets.reading import without_numbers
from data.importers.text import clean
from data.records import Basis

_LAW = re.compile(r"《(?P<law>[^《》]*(?:《[^《》]*》[^《》]*)*)》")
_NUMBER = re.compile(r"[（(](?P<number>[^（）()]*?(?:\d+号|令|公告)[^（）()]*)[）)]")
_COUNT = r"[一二三四五六七八九十百千零〇\d]+"
_ARTICLE = re.compile(rf"第{_COUNT}条(?:之{_COUNT})?(?:第{_COUNT}款)?(?:第?[（(]?{_COUNT}[）)]?项)?")
_COUNTED = rf"(?:[（(]{_COUNT}[）)]|{_COUNT}[.．、])"
_ORDINAL = re.compile(rf"^\s*{_COUNTED}\s*")
_KIND = r"【[^【】]{2,8}】"
_KIND_OF_LAW = re.compile(rf"^\s*{_KIND}\s*")
_RUN_ON = re.compile(rf"(?<=[。；;])\s*(?={_COUNTED}\s*(?:{_KIND}\s*)?《|{_KIND}\s*《)")
"""Where the next basis begins in the middle of a line: after a full stop, with its number or kind before its law."""
_SAID_BEFORE = frozenset({"", "依据", "根据", "按照", "依照"})
_NONE = frozenset({"无", "/", "\\", "-", "—", "——", "暂无"})
"""What staff write where there is nothing."""


def bases_in(text: str) -> tuple[Basis, ...]:
    """The legal bases in a text: a line that names a law in 《》 begins one, other lines belong to the one before."""
    found: list[Basis] = []
    for line in _lines(text):
        law = _LAW.search(line)
        if law and (_starts_with_law(line) or not found):
            found.append(_basis(line, law))
        elif found:
            found[-1] = replace(found[-1], text=f"{found[-1].text}\n{line}".strip())
        else:
            found.append(Basis(line))
    return tuple(found)


def _lines(text: str) -> Iterable[str]:
    parted = _RUN_ON.sub("\n", clean(text))
    return [line for line in without_numbers(parted.split("\n")) if line not in _NONE]


def _starts_with_law(line: str) -> bool:
    plain = _plain(line)
    return plain.startswith("《") or _KIND_OF_LAW.match(_ORDINAL.sub("", line)) is not None


def _plain(line: str) -> str:
    return _KIND_OF_LAW.sub("", _ORDINAL.sub("", line))


def _basis(line: str, law: "re.Match[str]") -> Basis:
    before = _plain(line[: law.start()]).strip(" ：:，,")
    if before not in _SAID_BEFORE:
        return Basis(f"《{law['law']}》", text=line)
    rest = line[law.end() :].lstrip()
    number = _NUMBER.match(rest)
    after = rest[number.end() :].lstrip() if number else rest
    article = _ARTICLE.match(after)
    text = after[article.end() :] if article else after
    return Basis(
        f"《{law['law']}》",
        number["number"] if number else "",
        article[0] if article else "",
        text.strip(" ：:，,；;。").strip() + ("。" if text.rstrip().endswith("。") else ""),
    )

"""Whose flow chart a file holds: the power that its name, or what stands in it, says."""

import re
from collections.abc import Iterable
from pathlib import PurePath
from unicodedata import normalize

from data.importers.known import Known

_SUFFIX = re.compile(r"\.(?:bpmn(?:2|20)?(?:\.xml)?|[a-z]{2,4})$", re.IGNORECASE)
"""Of any file: what it holds is told by its bytes, and 1001.xlsx may be a picture."""
_CHART = re.compile(r"[\s_\-—（(]*流程图?[)）]?$")
_WHOSE_CHART = re.compile(r"[\s_\-—（(]*(?:权力|职权)?(?:外部|内部)?(?:运行|办理|工作|业务|审批)流程图?[)）]?$")
"""What staff add to a power's name: …流程图, …办理流程图, …权力运行流程图. A name may itself end in 审批."""


def stem_of(name: str) -> str:
    """A file's name without folders and suffix."""
    return _SUFFIX.sub("", PurePath(name.replace("\\", "/")).name).strip()


def owner_of(name: str, others: Iterable[str], known: Known) -> str | None:
    """The key of the power that a file's name or one of `others` means; None where none does, or several powers might.

    A name may be the power's code or name, a code with more words after it, or either with 流程图 at its end; digits
    and letters may be full-width.
    """
    stem = stem_of(name)
    shorter = (_CHART.sub("", stem), _WHOSE_CHART.sub("", stem))
    spoken = (stem, *shorter, *stem.split()[:1])
    plain = (normalize("NFKC", text) for text in spoken)
    for text in dict.fromkeys((*spoken, *plain, *others)):
        keys = known.keys("power", text) if text else ()
        if len(keys) == 1:
            return keys[0]
    return None


def ownerless(name: str, suffix: str) -> str:
    """What to tell staff whose file names no power."""
    stem = stem_of(name)
    return f"不知道这是哪个事项的流程图：没有编号或名称为“{stem}”的事项。请把文件名改成事项编号，如 1001.{suffix}。"

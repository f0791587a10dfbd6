"""Chinese that says the same everywhere, said in English: hours, time limits, the set words of service items.

Each function gives nothing where a word remains that it does not know: then the office's own text stands, marked.
"""

import re

from kiosk.hanzi import has_hanzi

UNITS = {"工作日": "working day", "自然日": "day", "日": "day", "天": "day", "月": "month", "小时": "hour"}
"""Units of time limits as staff write them."""

_HOURS = (
    *((f"{day}{number}", name) for day in ("周", "星期") for number, name in zip(
        "一二三四五六日天", ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Sun"), strict=True
    )),
    ("法定节假日除外", "except public holidays"),
    ("节假日除外", "except public holidays"),
    ("工作日", "Workdays"),
    ("每天", "Daily"),
    ("每日", "Daily"),
    ("上午", " mornings "),
    ("下午", " afternoons "),
    ("全天", "all day"),
    ("至", "–"),
    ("到", "–"),
    ("—", "–"),
    ("、", ", "),
    ("，", ", "),
    ("；", "; "),
    ("：", ":"),
    ("（", " ("),
    ("）", ")"),
)  # fmt: skip
_SPAN = re.compile(r"(最长|不超过)? ?(\d+|半) ?个?(工作日|自然日|日|天|月|小时)(以?内)?")
_WORDS = {
    "原件": "original",
    "复印件": "photocopy",
    "原件和复印件": "original and photocopy",
    "纸质": "on paper",
    "电子": "electronic",
    "纸质和电子": "on paper and electronic",
    "纸质或者电子": "on paper or electronic",
    "必要": "Required",
    "非必要": "Not required",
    "容缺后补": "May follow later",
    "承诺件": "Within a promised time",
    "即办件": "Done at once",
    "申请人": "Applicant",
    "申请人自备": "brought by the applicant",
    "当场": "on the spot",
    "当日": "the same day",
    "即时": "at once",
    "随时": "at any time",
    "不计时限": "not counted",
}


def hours_in_english(hours: str) -> str:
    """工作日 8:30—11:30，13:00—17:00 is Workdays 8:30–11:30, 13:00–17:00."""
    for chinese, english in _HOURS:
        hours = hours.replace(chinese, english)
    return "" if has_hanzi(hours) else re.sub(" +", " ", re.sub(r"([a-z])(?=\d)", r"\1 ", hours)).strip()


def limit_in_english(limit: str) -> str:
    """5 个工作日内 is within 5 working days; several, parted by commas, are said one after the other."""
    said = [word_in_english(part) or _span(part) for part in limit.split("，")]
    return ", ".join(said) if all(said) else ""


def word_in_english(word: str) -> str:
    """What a set word of service items means: 复印件 is a photocopy."""
    return _WORDS.get(word, "")


def span_in_english(number: int, unit: str) -> str:
    """10 and 工作日 are 10 working days."""
    return f"{number} {UNITS[unit]}{'' if number == 1 else 's'}" if unit in UNITS else ""


def _span(limit: str) -> str:
    match = _SPAN.fullmatch(limit.strip())
    if match is None:
        return ""
    most, number, unit, within = match.groups()
    span = f"half a {UNITS[unit]}" if number == "半" else span_in_english(int(number), unit)
    return f"at most {span}" if most else f"within {span}" if within else span

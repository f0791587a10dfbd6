"""Finding a font with Chinese in it, for what the staff program prints."""

import subprocess
from pathlib import Path
from shutil import which

from data.flows.pdf import Font
from data.store.refusal import Refused

_USUAL = (
    Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
    Path("C:/Windows/Fonts/msyh.ttc"),
    Path("C:/Windows/Fonts/simhei.ttf"),
)


def chinese_font(named: Path | None) -> Font:
    """The font named, else what this machine takes for Chinese. Refused where there is none."""
    if named is not None:
        if not named.is_file():
            raise Refused(f"没有这个字体文件：{named}")
        return Font(named)
    found = _asked() or next((Font(path) for path in _USUAL if path.is_file()), None)
    if found is None:
        raise Refused("本机没有中文字体，请安装 fonts-noto-cjk，或用 --font 指定字体文件")
    return found


def _asked() -> Font | None:
    """What fontconfig answers; its index counts variations in the upper half."""
    program = which("fc-match")
    if program is None:
        return None
    question = [program, "--format=%{file}\n%{index}\n%{lang}", "sans-serif:lang=zh-cn:weight=80"]
    answer = subprocess.run(question, capture_output=True, check=False, text=True).stdout.splitlines()  # noqa: S603 - no shell, nothing from outside
    match answer:
        case [file, index, languages] if "zh-cn" in languages.split("|") and index.isdecimal():
            return Font(Path(file), int(index) & 0xFFFF)
        case _:
            return None

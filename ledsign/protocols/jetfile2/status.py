"""What a JetFile II sign's status codes mean for us and for staff, and what it says of itself.

Source: jetfile2.md and the maker's manual v2.5.4, page 42; published.
"""

from __future__ import annotations

from dataclasses import dataclass

from ledsign.plan import Verdict

GOOD = 0x9000

_MEANINGS = {
    0x9002: (Verdict.GARBLED, "显示屏收到的数据校验不符，已自动重发；如频繁出现请检查线路与接地"),
    0x9005: (Verdict.REFUSED, "显示屏没有这条命令，请核对型号与固件版本"),
    0x9006: (Verdict.GARBLED, "显示屏收到的数据长度不符，已自动重发"),
    0x9008: (Verdict.MISSING, "显示屏上没有这个文件，将重新下发"),
    0x9012: (Verdict.REFUSED, "显示屏存储空间已满，请用厂家软件清理"),
    0x9013: (Verdict.RESTART, "文件大小不符，将重新下发"),
    0x9014: (Verdict.RESTART, "数据包顺序有误，将重新下发"),
    0x9030: (Verdict.REFUSED, "显示屏要求登录，请在厂家软件中取消密码或填写密码"),
}


def meaning_of(status: int) -> tuple[Verdict, str]:
    """What to do about a status, and the sentence for staff ("" when it is good)."""
    if status == GOOD:
        return Verdict.DONE, ""
    return _MEANINGS.get(status, (Verdict.REFUSED, f"显示屏报告未知状态 {status:04X}"))


_DOING = ("正常播放", "正在显示紧急通知", "黑屏", "遥控器操作中", "测试中", "联机显示", "不换行显示")
_UNKNOWN = 0xFF


@dataclass(frozen=True, slots=True)
class SystemStatus:
    """The answer to 010B: what the sign does, degrees Celsius inside and outside its case (None: no sensor)."""

    doing: str
    inside_c: int | None
    outside_c: int | None
    switches_itself: bool
    humidity_percent: int

    @classmethod
    def from_argument(cls, argument: bytes) -> SystemStatus:
        """Read the eight bytes of the answer. ValueError when they are fewer."""
        if len(argument) < 8:  # noqa: PLR2004 - as the docstring says
            raise ValueError(f"{len(argument)} bytes are too few for a status")
        state, inside, outside, switches, humidity = argument[:5]
        doing = _DOING[state] if state < len(_DOING) else f"状态 {state}"
        return cls(doing, _degrees(inside), _degrees(outside), bool(switches), humidity)

    @property
    def sentence(self) -> str:
        """In words for staff."""
        inside = f"，箱内 {self.inside_c} ℃" if self.inside_c is not None else ""
        outside = f"，箱外 {self.outside_c} ℃" if self.outside_c is not None else ""
        return f"{self.doing}{inside}{outside}"


def _degrees(byte: int) -> int | None:
    return None if byte == _UNKNOWN else byte

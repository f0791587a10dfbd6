"""What a JetFile II sign's status codes mean for us and for staff. Source: jetfile2.md; published."""

from __future__ import annotations

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

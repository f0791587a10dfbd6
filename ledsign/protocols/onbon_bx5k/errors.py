"""What a card's error codes mean, for the person who has to do something about it.

Source: onbon-font-card.md. The codes are published; that a card sends them in this place of its reply is derived.
"""

from __future__ import annotations

from enum import IntEnum


class CardError(IntEnum):
    """The third byte of a reply."""

    NONE = 0x00
    GROUP = 0x01
    COMMAND = 0x02
    BUSY = 0x03
    MEMORY = 0x04
    CRC = 0x05
    NO_FILE = 0x06
    FLASH = 0x07
    DOWNLOAD = 0x08
    NAME = 0x09
    FILE_TYPE = 0x0A
    FILE_CRC = 0x0B
    FONT_MISSING = 0x0C
    FIRMWARE = 0x0D
    DATE = 0x0E
    FILE_EXISTS = 0x0F
    BLOCK_NUMBER = 0x10


_SENTENCES = {
    CardError.NONE: "没有错误",
    CardError.GROUP: "控制卡不认识这一组命令，请核对控制卡型号与协议",
    CardError.COMMAND: "控制卡没有这条命令，请核对控制卡型号与固件版本",
    CardError.BUSY: "控制卡正忙，稍后自动重发",
    CardError.MEMORY: "控制卡内存不足，请减少同时显示的内容",
    CardError.CRC: "控制卡收到的数据有误，已自动重发；如频繁出现请检查线路与接地",
    CardError.NO_FILE: "控制卡上没有这个节目文件，将重新下发",
    CardError.FLASH: "控制卡存储器出错，请更换控制卡",
    CardError.DOWNLOAD: "节目下载出错，将重新下发",
    CardError.NAME: "控制卡不接受节目文件名",
    CardError.FILE_TYPE: "控制卡不接受这种文件",
    CardError.FILE_CRC: "节目文件校验不符，将重新下发",
    CardError.FONT_MISSING: "控制卡缺少字库，请用厂家软件下载字库",
    CardError.FIRMWARE: "控制卡固件与命令不符，请升级固件",
    CardError.DATE: "控制卡不接受节目的有效日期，请校准时钟",
    CardError.FILE_EXISTS: "控制卡上已有同名节目文件",
    CardError.BLOCK_NUMBER: "节目数据块顺序有误，将重新下发",
}


def sentence_of(code: int) -> str:
    """What the code means and what to do, in one sentence for staff."""
    try:
        return _SENTENCES[CardError(code)]
    except ValueError:
        return f"控制卡报告未知错误 {code:02X}"

"""Tells pictures that we do not read from each other, so that staff hear what they have and how to save it."""

import re
from collections.abc import Mapping

_STARTS: Mapping[str, "re.Pattern[bytes]"] = {
    "这是 GIF 图片": re.compile(rb"GIF8[79]a"),
    "这是 BMP 图片": re.compile(rb"BM.{4}\0\0\0\0", re.DOTALL),
    "这是 WebP 图片": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
    "这是 TIFF 图片": re.compile(rb"II\*\0|MM\0\*"),
    "这是手机照片（HEIC）": re.compile(rb"\0\0\0.ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)", re.DOTALL),
    "这是 AVIF 图片": re.compile(rb"\0\0\0.ftypavi[fs]", re.DOTALL),
    "这是 Photoshop 文件": re.compile(rb"8BPS"),
    "这是 Windows 图元文件": re.compile(rb"\xd7\xcd\xc6\x9a|\x01\0\0\0.{36} EMF", re.DOTALL),
    "这是 CAD 图": re.compile(rb"AC10\d\d"),
}


def other_picture(body: bytes) -> str:
    """A few words on a picture that is neither PNG nor JPEG (这是 GIF 图片); empty where a file is none."""
    return next((name for name, start in _STARTS.items() if start.match(body)), "")

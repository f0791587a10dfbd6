"""Documents that drafts and approved content name by hash, for those who may see what is not public yet."""

import re
from collections.abc import Mapping

from starlette.responses import FileResponse, Response

from data.desk.web.visit import READERS, Visit, page
from data.store.refusal import Refused

_DIGEST = re.compile(r"[0-9a-f]{64}")
_FORMS: Mapping[bytes, str] = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}
_HEAD = 4
_KEPT = {"Cache-Control": "private, max-age=86400"}


@page(*READERS)
def show(visit: Visit) -> Response:
    """A page of a chart; what a hash names never changes. Refused where it is not here, or no picture."""
    digest = str(visit.request.path_params["digest"])
    path = visit.desk.home.documents / digest
    if not _DIGEST.fullmatch(digest) or not path.is_file():
        raise Refused("没有这个文件")
    with path.open("rb") as file:
        head = file.read(_HEAD)
    form = next((form for start, form in _FORMS.items() if head.startswith(start)), "")
    if not form:
        raise Refused("这个文件不是图片")
    return FileResponse(path, media_type=form, headers=_KEPT)

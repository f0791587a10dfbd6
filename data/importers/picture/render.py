"""`python -m data.importers.picture.render SECONDS`: draws a PDF's pages in a process that a hostile file may kill.

    standard input    the PDF
    standard output   a line of JSON: {"said": "", "pages": [bytes, …], "texts": [text, …]}, then the pages (PNG) one
                      after the other; `said` is a word where nothing was drawn: locked, broken, many, large

PDFium is well kept and fuzzed, but it is a large program that reads strangers' files: it gets little memory and only so
many seconds of the processor, and its end is not ours.
"""

import json
import resource
import sys
from io import BytesIO

import pypdfium2
from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

MOST_PAGES = 12
"""Pages of a chart that anybody would leaf through in a lobby."""
_MOST_MEMORY = 1536 * 2**20
_LONGEST = 3200
"""Pixels of a page's longer side, as data.importers.picture.page has it."""
_MOST_LETTERS = 200_000
_LEAST_POINTS, _MOST_POINTS = 10, 20_000
"""Points (1/72 inch) of a page's sides that a printer would know what to do with."""


def main(most_s: int) -> int:
    """Draw what comes in. 0 also where nothing could be drawn: the line says why."""
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (most_s, most_s))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    said, pages, texts = _drawn(sys.stdin.buffer.read())
    head = {"said": said, "pages": [len(page) for page in pages], "texts": texts}
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + b"".join(pages))
    sys.stdout.buffer.flush()
    return 0


def _drawn(body: bytes) -> tuple[str, list[bytes], list[str]]:
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in {FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY}
        return "locked" if locked else "broken", [], []
    count = len(document)
    if not 0 < count <= MOST_PAGES:
        return ("many" if count else "broken"), [], []
    document.init_forms()
    pages, texts = [], []
    for number in range(count):
        try:
            page = document[number]
            if not all(_LEAST_POINTS <= side <= _MOST_POINTS for side in page.get_size()):
                return "large", [], []
            pages.append(_png(page))
            texts.append(page.get_textpage().get_text_range()[:_MOST_LETTERS])
        except (pypdfium2.PdfiumError, ValueError):
            return "broken", [], []
    return "", pages, texts


def _png(page: pypdfium2.PdfPage) -> bytes:
    out = BytesIO()
    # Fast rather than small: the pages are written once more before anybody keeps them.
    page.render(scale=_LONGEST / max(page.get_size())).to_pil().save(out, "PNG", compress_level=1)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))

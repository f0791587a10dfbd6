"""Documents beside the store: kept by the SHA-256 of their bytes until an edition takes them along."""

from collections.abc import Iterable
from hashlib import sha256

from data.desk.home import Home
from data.edition.files import is_whole, write_whole


def keep_documents(home: Home, bodies: Iterable[bytes]) -> None:
    """Put what is not there yet, or no longer whole, into the folder of documents. OSError where the disk fails."""
    for body in bodies:
        digest = sha256(body).hexdigest()
        path = home.documents / digest
        if not is_whole(path, digest):
            home.documents.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(path, body)

"""Documents beside the store: kept by the SHA-256 of their bytes until an edition takes them along."""

from collections.abc import Iterable
from hashlib import sha256

from data.desk.home import Home
from data.edition.files import write_whole


def keep_documents(home: Home, bodies: Iterable[bytes]) -> None:
    """Put what is not there yet into the folder of documents. OSError where the disk fails."""
    for body in bodies:
        path = home.documents / sha256(body).hexdigest()
        if not path.exists():
            home.documents.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(path, body)

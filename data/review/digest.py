"""The fingerprint of a submission: what exactly was put before the second person."""

import json
from collections.abc import Iterable
from hashlib import sha256

from data.review.rows import ChangeRow


def digest_of(changes: Iterable[ChangeRow]) -> str:
    """SHA-256 over the canonical JSON of the changes, [kind, key, before, after] each, ordered by kind and key."""
    listed = sorted(((one.kind, one.key, one.before, one.after) for one in changes), key=lambda one: one[:2])
    return sha256(json.dumps(listed, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()

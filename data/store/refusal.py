"""What a person asked for that cannot be done: the message says why and what helps, in Chinese, for that person."""


class Refused(Exception):  # noqa: N818 - it reads as what happened: the store refused
    """Shown as it stands, without a traceback; nothing was written."""


class Stale(Refused):
    """Somebody else changed it in the meantime; look again and repeat."""

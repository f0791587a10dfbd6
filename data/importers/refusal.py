"""How a reader deep inside says that a file cannot be taken at all; `read` turns it into a problem."""


class Refusal(Exception):  # noqa: N818 - it is no error of the program but an answer
    """A file, or a part of it, that must not or cannot be read: a Chinese sentence with the remedy, and the place."""

    def __init__(self, message: str, place: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.place = place

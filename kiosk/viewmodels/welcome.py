"""What shows before the first edition: whose house this is, its telephone, how an edition gets here. Never a blank."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WelcomeFacts:
    """From `openhall.toml`; `folder` is where an edition is awaited, `problem` why the one there cannot be shown."""

    name: str
    telephone: str
    folder: str
    problem: str = ""

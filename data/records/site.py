"""The office as a whole: its name, how to reach it, and the signs that hang in its halls."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SignFact:
    """A sign's panel, as everybody must know it who draws for it.

    `name` is the sign's in `openhall.toml`; sizes are in dots; `colours` is one of `red`, `green`, `amber`,
    `red-green` and `full`.
    """

    name: str
    width_dots: int
    height_dots: int
    colours: str = "red"


@dataclass(frozen=True, slots=True)
class Site:
    """The one record of kind `site`; its key is always `site`."""

    name: str
    name_en: str = ""
    subtitle: str = ""
    subtitle_en: str = ""
    telephone: str = ""
    complaint_telephone: str = ""
    address: str = ""
    address_en: str = ""
    hours: str = ""
    hours_en: str = ""
    website: str = ""
    sample: bool = False
    """The facts are invented: the screen says 示例."""
    signs: tuple[SignFact, ...] = ()

    @property
    def key(self) -> str:
        """The key of the only site there is."""
        return "site"

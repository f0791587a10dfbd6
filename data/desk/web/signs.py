"""A sign as the desk draws it: its panel from the office's facts, how it sets texts from this machine's settings.

The sign's own service composes with the same function, so the dots here are the dots in the hall.
"""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from data.desk.bootstrap import Desk
from data.desk.settings import SignStyle
from data.desk.web.language import spoken
from data.records.bulletin import ItemKind
from data.records.site import SignFact, Site
from data.store.database import Session
from data.store.drafts import draft
from ledsign.bitmap import Bitmap, Colours, Panel
from ledsign.compose import Style, capacity, compose, replaced
from ledsign.compose.pages import Composition, colour_of
from ledsign.profile import Content, Profile, profile_of
from ledsign.rotation import Effect
from ledsign.rotation import ItemKind as SignKind

Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]

MOST_TEXT = 400
"""Characters; no sign shows more of one item."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One text on one sign. `composition` is None where it cannot be laid out, and `problem` says why."""

    composition: Composition | None
    lost: tuple[str, ...] = ()
    """Characters the sign has no dots for and nothing to put in their place."""
    instead: tuple[tuple[str, str], ...] = ()
    """Characters it shows another for."""
    problem: str = ""

    @property
    def seconds(self) -> float:
        """How long it takes; 0 where it does not show."""
        return self.composition.seconds if self.composition else 0.0


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of the office, ready to lay out texts."""

    name: str
    panel: Panel
    style: Style
    has_own_fonts: bool
    """It is sent text and draws with fonts of its own, which have GB 2312 only."""
    profile: Profile | None = None
    """What its family can do; None where this machine's settings do not name its protocol."""

    def shows(self, text: str, kind: ItemKind = ItemKind.NEWS) -> Shown:
        """What it makes of an item's text."""
        if not text.strip():
            return Shown(None)
        told, replacements = replaced(text[:MOST_TEXT])
        given = told if self.has_own_fonts else text[:MOST_TEXT]
        met = dict.fromkeys(replacements) if self.has_own_fonts else {}
        lost = tuple(dict.fromkeys(one.character for one in met if one.is_lost))
        instead = tuple(dict.fromkeys((one.character, one.instead) for one in met if not one.is_lost))
        try:
            colour = colour_of(SignKind(kind.value), self.panel.colours)
            return Shown(compose(given, self.panel, self.style, colour), lost, instead)
        except ValueError as impossible:
            return Shown(None, lost, instead, str(impossible))


def crowded(sign: Sign, shown: Sequence[Shown]) -> str:
    """What the sign lacks for all these texts together, in words for staff; "" where it takes them, as far as known."""
    laid_out = [one.composition for one in shown if one.composition]
    lack = capacity.crowded(laid_out, sign.profile) if sign.profile else ""
    return f"“{sign.name}”放不下：{lack}" if lack else ""


def signs_of(session: Session, desk: Desk) -> tuple[Sign, ...]:
    """The signs that the office's draft names, those whose panel can be drawn at all."""
    found = draft(session, "site", "site")
    facts = found[0].signs if found and isinstance(found[0], Site) else ()
    styles = {style.name: style for style in desk.settings.styles}
    return tuple(sign for fact in facts if (sign := sign_of(fact, styles.get(fact.name))))


def sign_of(fact: SignFact, style: SignStyle | None) -> Sign | None:
    """The sign as far as it is known here; None where its panel is none."""
    try:
        panel = Panel(fact.width_dots, fact.height_dots, Colours(fact.colours))
    except ValueError:
        return None
    known = style or SignStyle(fact.name)
    profile = _profile(known.protocol)
    # Unknown signs are taken for text signs: the narrower promise.
    has_own_fonts = profile is None or profile.content is Content.TEXT
    return Sign(fact.name, panel, _style(known), has_own_fonts, profile)


def _style(known: SignStyle) -> Style:
    """The settings as far as they make sense; the sign's service tells of those that do not."""
    usual = Style()
    try:
        return Style(
            font_dots=known.font_dots,
            effect=Effect(known.effect) if known.effect else usual.effect,
            characters_per_s=known.characters_per_s or usual.characters_per_s,
        )
    except ValueError:
        return usual


def _profile(protocol: str) -> Profile | None:
    try:
        return profile_of(protocol)
    except ValueError:
        return None


def as_plain(sign: Sign, shown: Sequence[Shown]) -> Plain:
    """What a browser needs to light the lamps of one sign: every page's dots, one byte a dot, and its seconds."""
    return {
        "name": sign.name,
        "width": sign.panel.width_dots,
        "height": sign.panel.height_dots,
        "cycle_s": sum(one.seconds for one in shown),
        "crowded": spoken(crowded(sign, shown)),
        "items": [_item(one) for one in shown],
    }


def _item(shown: Shown) -> Plain:
    pages = shown.composition.pages if shown.composition else ()
    return {
        "seconds": shown.seconds,
        "lost": list(shown.lost),
        "instead": [[one, other] for one, other in shown.instead],
        "problem": shown.problem,
        "pages": [{**_dots(page.bitmap), "seconds": page.dwell_s, "effect": page.effect.value} for page in pages],
    }


def _dots(bitmap: Bitmap) -> dict[str, Plain]:
    return {"width": bitmap.width, "height": bitmap.height, "dots": b64encode(bitmap.dots).decode()}

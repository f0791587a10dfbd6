"""How an emulated sign can be a bad one: a noisy line, a slow, busy, half-dead or deaf sign."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, fields

LONGEST_SLOW_S = 60.0


@dataclass
class Troubles:
    """What is wrong just now; all of it can change while the sign runs.

    `loss`, `noise` and `cut` are shares of messages, each way, that are swallowed, have a bit flipped, lose their end.
    `slow_s` is how long the sign thinks before it answers. `busy` makes it say so where its protocol can, else say
    nothing. `half_dead` hears and obeys but never answers; `deaf` hears nothing.
    """

    loss: float = 0.0
    noise: float = 0.0
    cut: float = 0.0
    slow_s: float = 0.0
    busy: bool = False
    half_dead: bool = False
    deaf: bool = False
    seed: int = 0
    _chance: random.Random = field(default_factory=random.Random, repr=False)

    def __post_init__(self) -> None:
        self._chance.seed(self.seed)

    def passed(self, content: bytes) -> bytes:
        """What of a message gets through the line."""
        if self._chance.random() < self.loss:
            return b""
        if content and self._chance.random() < self.noise:
            place = self._chance.randrange(len(content) * 8)
            flipped = bytearray(content)
            flipped[place // 8] ^= 1 << place % 8
            content = bytes(flipped)
        return content[: self._chance.randrange(len(content))] if content and self._hits(self.cut) else content

    def change(self, name: str, value: object) -> None:
        """Set one of them by its name. ValueError when there is none of that name, or the value does not fit."""
        known = {one.name: type(getattr(self, one.name)) for one in fields(self) if not one.name.startswith("_")}
        if name not in known:
            raise ValueError(f"没有叫 {name} 的故障；有 {'、'.join(known)}")
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if known[name] is bool and not isinstance(value, bool):
            raise ValueError(f"{name} 应当是 true 或 false")
        if known[name] is not bool and not (is_number and 0 <= float(str(value)) <= _LARGEST[name]):
            raise ValueError(f"{name} 应当是 0 到 {_LARGEST[name]:g} 的数")
        setattr(self, name, known[name](value) if is_number else value)
        if name == "seed":
            self._chance.seed(self.seed)

    def as_json(self) -> dict[str, object]:
        """All of them by name."""
        return {one.name: getattr(self, one.name) for one in fields(self) if not one.name.startswith("_")}

    def _hits(self, share: float) -> bool:
        return self._chance.random() < share


_LARGEST = {"loss": 1.0, "noise": 1.0, "cut": 1.0, "slow_s": LONGEST_SLOW_S, "seed": 2**31}

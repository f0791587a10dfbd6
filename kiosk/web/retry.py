"""What is tried when a page did not come, and when: a value that is told the time.

A site that is down or out of reach is asked for the same page again, soon at first, ever less often. What will not come
however often it is asked for is explained for a while, then the site's first page follows.
"""

from dataclasses import dataclass, replace

WAITS_S = (2.0, 5.0, 10.0, 20.0)
"""Before the first, second, third and every later try: a hiccup is over soon, a site that is down is not pestered."""
EXPLAIN_S = 10.0
LASTING = ("password", "missing", "certificate")


@dataclass(frozen=True, slots=True)
class Retry:
    """`first` is the page the visit began with, `since` when something was last tried or failed, in seconds.

    `url` is the page that failed, empty while none has; `why` as in messages.Failed.
    """

    first: str
    since: float
    tries: int = 0
    url: str = ""
    why: str = ""

    @property
    def astray(self) -> bool:
        """Whether it is a page within the site that will not come."""
        return self.why in LASTING and self.url not in {"", self.first}

    @property
    def page(self) -> str:
        """What to ask for next."""
        return self.url if self.url and self.why not in LASTING else self.first

    def is_due(self, now: float) -> bool:
        """Whether it is time for the next try."""
        wait_s = EXPLAIN_S if self.astray else WAITS_S[min(self.tries, len(WAITS_S) - 1)]
        return now - self.since >= wait_s

    def failed(self, url: str, why: str, now: float) -> "Retry":
        """A page did not come."""
        return replace(self, url=url, why=why, since=now)

    def tried(self, now: float) -> "Retry":
        """It was asked for once more."""
        return replace(self, tries=self.tries + 1, since=now)

    def arrived(self, now: float) -> "Retry":
        """A page is there: all is forgotten."""
        return Retry(self.first, now)

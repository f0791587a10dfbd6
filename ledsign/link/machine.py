"""The link's rules, without I/O: a port's state and an event give the next state and what has to be done.

    closed ──Open──▶ opening ──Opened──▶ open ──Lost──▶ closed (again after a rest)

    open and nothing on the wire: the next sign in turn sends the next step of its most urgent job
    step on the wire:  done → next step, or the job's change becomes known
                       busy → the same step after a rest          garbled → the same step at once
                       restart → the job from its first step      missing → forget what was lost, plan anew
                       refused → the job rests, staff are told    no answer → again; after three the sign is silent

A silent sign gets one probe a turn. When a port comes back, only flash is still believed; so it is once more when all
is done after a step was repeated, for an answer to its first try may have been taken for another step's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from ledsign.link.events import Effect, Event, Heard, Lost, Note, NoteKind, Open, Opened, Remember, Send, Tick, Wanted
from ledsign.link.state import (
    BUSY_REST_S,
    FIRST_REST_S,
    LONGEST_REST_S,
    LOOK_AGAIN_S,
    MOST_REFUSED,
    REFUSED_REST_S,
    SETTLE_S,
    TRIES,
    TURNAROUND_CHARACTERS,
    Exchange,
    Link,
    SignLink,
)
from ledsign.plan import Job, Reply, Step, Verdict, is_news

Effects = tuple[Effect, ...]

DIFFERS = "从显示屏读回的内容与写入的不符，已重新写入；如频繁出现请检查线路与接地"


def step(link: Link, event: Event, now: float) -> tuple[Link, Effects]:
    """What follows from an event at `now` (seconds of a clock that never jumps)."""
    link = replace(link, idle_since=None)
    match event:
        case Opened():
            link = replace(link, is_open=True, opening=False, failures=0, reason="", quiet_until=now, exchange=None)
        case Lost(reason):
            link = _lost(link, reason, now)
        case Wanted(name, intents):
            told = replace(link.sign(name), wanted_at=now, refused=_still(link.sign(name), intents))
            link = link.with_sign(replace(told, intents=intents))
        case Heard(replies):
            return _and_then(_heard(link, replies, now), now)
        case Tick():
            return _and_then(_timed_out(link, now), now)
        case _:
            assert_never(event)
    return _and_then((link, ()), now)


def wake_at(link: Link) -> float:
    """When the next `Tick` is due at the latest, if nothing else happens."""
    if not link.is_open:
        return link.reopen_at if not link.opening else float("inf")
    if link.exchange is not None:
        return link.exchange.deadline
    if link.idle_since is None:
        return link.quiet_until
    stale = [max(at, link.idle_since + LOOK_AGAIN_S) for sign in link.signs if (at := sign.stale_at()) is not None]
    return min([*stale, *(sign.rest_until for sign in link.signs if sign.rest_until > 0)], default=float("inf"))


def _and_then(so_far: tuple[Link, Effects], now: float) -> tuple[Link, Effects]:
    link, effects = so_far
    if not link.is_open:
        if link.opening or now < link.reopen_at:
            return link, effects
        return replace(link, opening=True), (*effects, Open())
    if link.exchange is not None or now < link.quiet_until:
        return link, effects
    link, sent = _speak(link, now)
    return link, effects + sent


def _speak(link: Link, now: float) -> tuple[Link, Effects]:
    for sign in link.in_turn():
        if now < sign.rest_until:
            continue
        try:
            job = sign.next_job(now)
        except ValueError as impossible:
            # What suits an empty sign may not fit beside what it holds: say so, and go on with the others.
            link = link.with_sign(replace(sign, reason=str(impossible), rest_until=now + LONGEST_REST_S))
            continue
        if job is None:
            done = replace(sign.without_job(), rest_until=0.0).rechecked(now)
            link = link.with_sign(done)
            if sign.job is not None or done.checked_at != sign.checked_at:
                return _speak(link, now)
            continue
        if sign.job is not None and job != sign.job:
            # What was given up may be in the way: plan anew, knowing that.
            return _speak(link.with_sign(sign.without_job()), now)
        place = sign.step if job == sign.job else 0
        return _send(link, replace(sign, job=job, step=place), job, now)
    return replace(link, idle_since=now), ()


def _send(link: Link, sign: SignLink, job: Job, now: float) -> tuple[Link, Effects]:
    step_ = job.steps[sign.step]
    wire_s = link.line.seconds(len(step_.content))
    silence_s = sum(burst.gap_s for burst in step_.bursts)
    over = now + wire_s + silence_s
    counts = replace(
        sign.counts,
        steps=sign.counts.steps + 1,
        bytes=sign.counts.bytes + len(step_.content),
        wire_s=sign.counts.wire_s + wire_s,
    )
    reply_s = sign.profile.reply_s + link.line.seconds(step_.reply_bytes)
    deadline = over + (reply_s if is_answered(sign, step_) else 0.0)
    exchange = Exchange(sign.name, step_, now + 0.9 * wire_s, deadline)
    link = replace(link.with_sign(replace(sign, counts=counts)), exchange=exchange, turn=_after(link, sign))
    is_last = sign.step == len(job.steps) - 1 and sign.tries == 0 and is_news(job, sign.known)
    notes = tuple(Note(NoteKind.SENT, sign.name, key) for key in job.keys) if is_last else ()
    return link, (Send(step_.bursts), *notes)


def _after(link: Link, sign: SignLink) -> int:
    place = [s.name for s in link.signs].index(sign.name)
    return (place + 1) % len(link.signs)


def _heard(link: Link, replies: tuple[Reply, ...], now: float) -> tuple[Link, Effects]:
    effects: Effects = ()
    for reply in replies:
        exchange = link.exchange
        if exchange is None or now < exchange.earliest:
            continue
        sign = link.sign(exchange.sign)
        if not is_answered(sign, exchange.step):
            continue
        if reply.answers(exchange.step, sign.address):
            link, more = _answered(replace(link, exchange=None), sign, reply, now)
            effects += more
        elif exchange.step.reads_back and reply.verdict is Verdict.DONE:
            link, more = _differs(replace(link, exchange=None), sign, now)
            effects += more
    return link, effects


def _answered(link: Link, sign: SignLink, reply: Reply, now: float) -> tuple[Link, Effects]:
    settle_s = SETTLE_S if sign.tries else 0.0
    turn_s = link.line.seconds(1) * TURNAROUND_CHARACTERS
    link = replace(link, quiet_until=now + max(settle_s, turn_s))
    sign = replace(sign, silent=0, rest_until=0.0, doubted=sign.doubted or sign.tries > 0)
    counts = sign.counts
    match reply.verdict:
        case Verdict.DONE:
            return _done(link, replace(sign, tries=0, reason=""), now)
        case Verdict.BUSY:
            busy = replace(counts, busy=counts.busy + 1)
            rest_s = min(BUSY_REST_S * 2 ** min(sign.tries, 5), LONGEST_REST_S)
            sign = replace(sign, counts=busy, tries=sign.tries + 1, rest_until=now + rest_s, reason=reply.sentence)
            return link.with_sign(sign), ()
        case Verdict.GARBLED | Verdict.RESTART:
            garbled = replace(counts, garbled=counts.garbled + 1)
            again = sign.step if reply.verdict is Verdict.GARBLED else 0
            sign = replace(sign, counts=garbled, step=again, tries=sign.tries + 1, reason=reply.sentence)
            return link.with_sign(sign if sign.tries < 2 * TRIES else _rested(sign, now)), ()
        case Verdict.MISSING:
            return _missing(link, replace(sign, reason=reply.sentence), now)
        case Verdict.REFUSED:
            return _refused(link, replace(sign, reason=reply.sentence), now)
        case _:
            assert_never(reply.verdict)


def _done(link: Link, sign: SignLink, now: float) -> tuple[Link, Effects]:
    job = sign.job
    if job is None:
        return link.with_sign(sign), ()
    if sign.step + 1 < len(job.steps):
        # A job of several steps is not torn apart by a sign whose turn comes in between: frames of one file follow.
        stay = [s.name for s in link.signs].index(sign.name)
        return replace(link.with_sign(replace(sign, step=sign.step + 1)), turn=stay), ()
    before, known = sign.known, sign.known.changed(job.change, now)
    most = sign.profile.flash_writes
    written = (*sign.written, *((now,) * job.writes))[-most:] if most else ()
    sign = replace(sign, known=known, job=None, step=0, written=written)
    confirmed = is_answered(sign, job.steps[-1]) and is_news(job, before)
    kind = NoteKind.READ_BACK if job.steps[-1].reads_back else NoteKind.ACKNOWLEDGED
    notes = tuple(Note(kind, sign.name, key) for key in job.keys) if confirmed else ()
    return link.with_sign(sign), (*notes, Remember(sign.name, known))


def _differs(link: Link, sign: SignLink, now: float) -> tuple[Link, Effects]:
    """What was read back is not what was written: write it again; after some tries, what it stands on is missing."""
    counts = replace(sign.counts, garbled=sign.counts.garbled + 1)
    sign = replace(sign, counts=counts, step=0, tries=sign.tries + 1, silent=0, reason=DIFFERS)
    link = replace(link, quiet_until=now + SETTLE_S)
    if sign.tries < TRIES:
        return link.with_sign(sign), ()
    return _missing(link, replace(sign, rest_until=now + FIRST_REST_S), now)


def _missing(link: Link, sign: SignLink, now: float) -> tuple[Link, Effects]:
    """Forget what the job relied on. Where nothing of it was known, the same would be asked at once and for ever.

    A write that is told so begins anew: its first step was lost, or its last was done and the answer lost. When it is
    given up after all, what it wrote stays in doubt and is tidied away.
    """
    job = sign.job
    lost = job.lost if job else ()
    if job is not None and not any(name in sign.known.slots for name in lost):
        if not job.writes:
            return _refused(link, sign, now)
        sign = replace(sign, step=0, tries=sign.tries + 1)
        return link.with_sign(sign if sign.tries < 2 * TRIES else _rested(sign, now)), ()
    known = sign.known.without(lost)
    sign = replace(sign, known=known, job=None, step=0, tries=0)
    return link.with_sign(sign), (Remember(sign.name, known),)


def _refused(link: Link, sign: SignLink, now: float) -> tuple[Link, Effects]:
    job = sign.job
    counts = replace(sign.counts, refused=sign.counts.refused + 1)
    lately = tuple((other, at) for other, at in sign.refused if now - at < REFUSED_REST_S)
    refused = (*lately, (job, now))[-MOST_REFUSED:] if job else lately
    notes = tuple(Note(NoteKind.REFUSED, sign.name, key) for key in (job.keys if job else ()))
    return link.with_sign(replace(sign, counts=counts, refused=refused, job=None, step=0, tries=0)), notes


def _timed_out(link: Link, now: float) -> tuple[Link, Effects]:
    exchange = link.exchange
    if not link.is_open or exchange is None or now < exchange.deadline:
        return link, ()
    link = replace(link, exchange=None)
    sign = link.sign(exchange.sign)
    if not is_answered(sign, exchange.step):
        return _done(link, sign, now)
    return link.with_sign(_unanswered(sign, now)), ()


def _unanswered(sign: SignLink, now: float) -> SignLink:
    sign = replace(sign, counts=replace(sign.counts, unanswered=sign.counts.unanswered + 1), tries=sign.tries + 1)
    if sign.tries < TRIES and not sign.silent:
        return sign
    job = sign.job
    if job is not None and all(step_.reads_back for step_ in job.steps):
        # A sign may have no answer for what is not there any more.
        sign = replace(sign, known=sign.known.without(job.lost))
    return _rested(sign, now)


def _rested(sign: SignLink, now: float) -> SignLink:
    """A sign that does not answer, or only rubbish: probe it later, and believe only its flash."""
    rest_s = min(FIRST_REST_S * 2**sign.silent, LONGEST_REST_S)
    sign = sign.without_job()
    return replace(
        sign,
        job=None,
        step=0,
        tries=0,
        silent=min(sign.silent + 1, 10),
        rest_until=now + rest_s,
        reason="没有应答，请检查电源、连线、波特率和地址",
        known=sign.known.after_silence(),
    )


def is_answered(sign: SignLink, step_: Step) -> bool:
    """Whether an answer is waited for: a sign on a one-way line never gives one."""
    return step_.answered and sign.profile.acknowledges


def _lost(link: Link, reason: str, now: float) -> Link:
    rest_s = min(0.25 * 2 ** min(link.failures, 2), 1.0)
    given_up = (sign.without_job() for sign in link.signs)
    signs = tuple(replace(s, tries=0, known=s.known.after_silence()) for s in given_up)
    return replace(
        link,
        signs=signs,
        is_open=False,
        opening=False,
        exchange=None,
        failures=link.failures + 1,
        reopen_at=now + rest_s,
        reason=reason,
    )


def _still(sign: SignLink, intents: tuple[object, ...]) -> tuple[tuple[Job, float], ...]:
    return sign.refused if intents == sign.intents else ()

"""What the staff checks find in the powers that stand as drafts, whether a file brought them or somebody typed them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.importers.power_checks import Finding, check_power
from data.importers.problem import Level
from data.records import Disclosure, Power
from data.store.database import Session
from data.store.drafts import draft_records

SORTS: Mapping[str, str] = {
    "basis": "没有设定依据",
    "office": "没有承办处室",
    "flow": "没有流程",
    "actor": "步骤没有办理人员",
    "limit": "步骤没有时限",
    "branches": "去向有问题",
    "number": "走不到的步骤",
    "risks": "风险点没有措施",
}
"""What may be found, by the code that a page or a command filters with."""
_SORT_OF_FIELD = {"name": "basis"}


@dataclass(frozen=True, slots=True)
class Checked:
    """A power with what was found in it, in order; `sorts` are the codes of the findings, of the same length."""

    power: Power
    findings: tuple[Finding, ...]
    sorts: tuple[str, ...]

    def only(self, sort: str) -> "Checked":
        """With the findings of one sort; with all of them where none is asked for."""
        kept = [(finding, code) for finding, code in zip(self.findings, self.sorts, strict=True) if sort in ("", code)]
        return Checked(self.power, tuple(finding for finding, _ in kept), tuple(code for _, code in kept))


@dataclass(frozen=True, slots=True)
class Report:
    """How many powers there are by how far they have come, and those with findings in the order of their keys."""

    stages: Mapping[Disclosure, int]
    found: Sequence[Checked]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many powers have findings of each sort, in the order of SORTS; sorts without any are left out."""
        counted = Counter(sort for one in self.found for sort in set(one.sorts))
        return {sort: counted[sort] for sort in SORTS if counted[sort]}

    def only(self, sort: str) -> "Report":
        """With the findings of one sort."""
        found = (one.only(sort) for one in self.found)
        return Report(self.stages, tuple(one for one in found if one.findings))


def report(session: Session) -> Report:
    """Every power's findings. A power without an office or without a flow is told here: a file may lack them."""
    powers = [record for record in draft_records(session, "power") if isinstance(record, Power)]
    stages = {stage: sum(power.disclosure is stage for power in powers) for stage in Disclosure}
    return Report(stages, tuple(one for one in map(_checked, powers) if one.findings))


def _checked(power: Power) -> Checked:
    findings = [*check_power(power)]
    if not power.steps:
        findings.insert(0, Finding(Level.WARNING, "还没有流程步骤，触摸屏上看不到怎么办。", field="flow"))
    if not power.office:
        findings.insert(0, Finding(Level.WARNING, "没有写承办处室。", field="office"))
    sorts = (_SORT_OF_FIELD.get(finding.field, finding.field) for finding in findings)
    return Checked(power, tuple(findings), tuple(sorts))

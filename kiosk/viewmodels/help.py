"""The help page: whose house this is and how to reach it. How to use the screen is said by the page itself."""

from dataclasses import dataclass, replace

from data.records import Site
from kiosk.viewmodels.view import View


@dataclass(frozen=True, slots=True)
class HelpFacts:
    """The office's name and how to reach it; `foreign` says that some of it is Chinese though English was chosen."""

    name: str
    telephone: str
    complaint: str
    address: str
    hours: str
    website: str
    number: int
    foreign: bool = False


def help_facts(view: View, _key: str = "") -> HelpFacts:
    """The help page of an edition."""
    site = view.edition.record(Site, "site") or Site(name="")
    facts = HelpFacts(
        name=view.words(site.name, site.name_en),
        telephone=site.telephone,
        complaint=site.complaint_telephone,
        address=view.words(site.address, site.address_en),
        hours=view.hours(site.hours, site.hours_en),
        website=site.website,
        number=view.edition.manifest.number,
    )
    return replace(facts, foreign=view.foreign(facts))

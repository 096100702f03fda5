"""Putting an agenda out: what must hold first, who may look at whose work, and whether there is time enough."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from shp_gov.domain.clear_days import BASIS_WORDS, Basis, clear_days, days_required, last_publication
from shp_gov.domain.errors import DomainError
from shp_gov.domain.verdict import Verdict
from shp_gov.domain.words import and_list, enumerate_words, long_day, plural
from shp_gov.domain.workflows import ReportState

TOLD_OF_PRIVATE = ("id", "number", "section", "public_title", "is_exempt", "exempt_paragraph", "kind", "purpose")


class NotPublished(DomainError):
    """An agenda cannot be put out yet, or not any more."""


class NotASecondLook(DomainError):
    """A check is made by somebody else than whoever made the agenda."""


@dataclass(frozen=True)
class Waiting:
    """A report that is not ready: the number of its item, and its state. A private one has no other name here."""

    number: str
    state: ReportState


@dataclass(frozen=True)
class Stands:
    """How an agenda stands before it is put out."""

    items: int
    private: int
    waiting: tuple[Waiting, ...]
    missing: tuple[str, ...]
    always_checks_twice: bool
    unsaid: tuple[str, ...] = ()
    private_papers: int = 0
    sent_back: int | None = None

    @property
    def needs_check(self) -> bool:
        """Tell whether a second officer must look first."""
        return self.always_checks_twice or self.private + self.private_papers > 0

    @property
    def what_is_private(self) -> str:
        """Count what is not for publication: "2 private items and 1 private paper". Nothing is an empty string."""
        counts = ((self.private, "private item"), (self.private_papers, "private paper"))
        return and_list([plural(count, what) for count, what in counts if count])


def obstacles(stands: Stands) -> list[str]:
    """Say what must be done before an agenda can be put out, whoever looked at it."""
    found = [] if stands.items else ["There is nothing on this agenda yet. Build it first."]
    if stands.missing:
        verb = "have" if len(stands.missing) > 1 else "has"
        found.append(f"{enumerate_words('Item', stands.missing)} {verb} no report. Ask for it, or put the item off.")
    for report in stands.waiting:
        found.append(f"The report to item {report.number} is {report.state}. Make it ready, or put the item off.")
    found += [f"{sentence}." for sentence in stands.unsaid]
    if stands.sent_back:
        asked = f"The chair asked for changes to version {stands.sent_back}, and nothing has changed since."
        found.append(f"{asked} Change the agenda, or send it to the chair again.")
    return found


def require_nothing_in_the_way(stands: Stands) -> None:
    """Refuse to put out what is empty or not ready."""
    if found := obstacles(stands):
        raise NotPublished(" ".join(found))


def require_checked(stands: Stands, *, is_checked: bool) -> None:
    """Refuse to put out, without a second look at just these words, what holds private business."""
    if not stands.needs_check or is_checked:
        return
    private = stands.what_is_private
    why = f"It holds {private}." if private else "This body always asks for it."
    raise NotPublished(f"A second officer has not checked this agenda as it stands now. {why} Ask for the check.")


def require_somebody_else(*, is_the_maker: bool, maker: str) -> None:
    """Refuse a check by whoever made what is checked."""
    if is_the_maker:
        raise NotASecondLook(f"{maker} made this version of the agenda. Somebody else checks it.")


def require_no_author(*, is_an_author: bool, author: str) -> None:
    """Refuse a second look by somebody who wrote or changed what is looked at."""
    if is_an_author:
        raise NotASecondLook(f"{author} wrote part of it. Somebody who wrote none of it checks it.")


def require_as_seen(seen: str, now: str, *, what: str = "publish") -> None:
    """Refuse to act on an agenda that says something else than the page from which it is done."""
    if seen != now:
        changed = "The agenda or a report changed after you opened this page."
        raise NotPublished(f"{changed} Look again before you {what} it.")


@dataclass(frozen=True)
class Notice:
    """How many clear days members and the public get if papers go out on a day, and how many are asked for."""

    days: int
    required: int
    last_day: date
    basis: Basis

    @property
    def verdict(self) -> Verdict:
        """Tell whether there is time enough."""
        return Verdict.PASS if self.days >= self.required else Verdict.LATE

    @property
    def sentence(self) -> str:
        """Say it."""
        counted = f"Counted are {BASIS_WORDS[self.basis]}."
        said = f"{plural(self.days, 'clear day')} before the meeting; {self.required} are asked for."
        if self.verdict is Verdict.LATE:
            return f"{said} The last day was {long_day(self.last_day)}. {counted}"
        return f"{said} {counted}"


def notice(published: date, meeting: date, *, basis: Basis, as_is: bool) -> Notice:
    """Count the clear days that papers put out on a day give."""
    days = clear_days(published, meeting, basis, as_is=as_is)
    return Notice(days, days_required(meeting), last_publication(meeting, basis=basis, as_is=as_is), basis)


def public_part(contents: Mapping[str, Any]) -> dict[str, Any]:
    """Give of what an agenda says only what everybody may read."""
    return {**contents, "items": [_public(item) for item in contents["items"]]}


def _public(item: Mapping[str, Any]) -> dict[str, Any]:
    if item["is_exempt"]:
        return {name: item[name] for name in TOLD_OF_PRIVATE}
    return {**item, "reports": [each for each in item["reports"] if not each["is_exempt"]]}


def asked_to_decide(contents: Mapping[str, Any]) -> tuple[list[str], int]:
    """List what members are asked to decide, by number and title; count what is private and has no title here.

    Of a supplement only what comes late is listed.
    """
    only = contents.get("late")
    items = [item for item in contents["items"] if only is None or item["id"] in only]
    open_ = [item for item in items if item["purpose"] == "for decision" and not item["is_exempt"]]
    told = [f"{item['number'] or ''} {item['title']}".strip() for item in open_ if item["kind"] == "business"]
    return told, sum(1 for item in items if item["is_exempt"])

"""What the checks on access to meetings look at. None always means that it is not recorded.

`regime` says by what right the rules bind the body. `reference` names what a finding is about; it never holds an
exempt word. `mend` is the key of where the facts are recorded.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shp_gov.domain.clear_days import Basis


class Regime(StrEnum):
    """By what right the access rules bind a body."""

    STATUTORY_COMMITTEE = "statutory committee"
    ADOPTED = "adopted"
    NONE = "none"


class Recording(StrEnum):
    """Whether the public could film, record and report on a meeting."""

    ALLOWED = "allowed"
    STOPPED_IN_PRIVATE = "stopped in private session"
    STOPPED_IN_PUBLIC = "stopped in public session"


@dataclass(frozen=True, slots=True)
class BodyAccessFacts:
    """What sort of body it is, by what right it keeps the access rules, and whether it chose which days count."""

    body: str
    on: date
    kind: str
    regime: Regime
    basis: Basis | None = None
    as_is: bool = False
    mend: str = "access"

    @property
    def reference(self) -> str:
        """Name the body."""
        return self.body


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """When a meeting was announced, when its papers were put out, and when it was called, if at short notice.

    `seen_on` is the day that is asked about: what is to be done for a meeting to come may still be done in time.
    """

    reference: str
    on: date
    regime: Regime
    mend: str
    basis: Basis = Basis.WORKING
    as_is: bool = False
    noticed_on: date | None = None
    published_on: date | None = None
    convened_on: date | None = None
    seen_on: date | None = None


@dataclass(frozen=True, slots=True)
class FollowingFacts:
    """How the public could follow a meeting: from elsewhere, by a link sent in time, and by reporting on it."""

    reference: str
    on: date
    regime: Regime
    mend: str
    is_remote: bool = False
    link_hours_before: int | None = None
    recording: Recording | None = None


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """An item considered at a meeting that was not on the agenda as first published, and the ruling it came under.

    `ruling` is the minute or the words it was taken under; empty words mean that the minutes hold none.
    """

    reference: str
    on: date
    regime: Regime
    mend: str
    basis: Basis = Basis.WORKING
    as_is: bool = False
    added_on: date | None = None
    is_added: bool = False
    ruling: str | None = None


@dataclass(frozen=True, slots=True)
class RulingFacts:
    """The words of a ruling that business is urgent, as the minutes have them; empty if they have none."""

    reference: str
    on: date
    regime: Regime
    mend: str
    words: str


@dataclass(frozen=True, slots=True)
class PrivateFacts:
    """Something a meeting considered in private: on what ground, and what the resolution to do so says.

    `number` and `item` are what a resolution may call it by. `resolution` is None while there are no minutes, and
    empty where the minutes hold no resolution. `is_withheld` tells that there is a report kept back, and `is_marked`
    whether its copies say "Not for publication".
    """

    reference: str
    on: date
    regime: Regime
    mend: str
    names: tuple[str, ...] = ()
    paragraph: str | None = None
    resolution: str | None = None
    resolution_reference: str | None = None
    public_interest: str | None = None
    is_confidential: bool = False
    public_was_excluded: bool | None = None
    is_withheld: bool = False
    is_marked: bool | None = None


@dataclass(frozen=True, slots=True)
class OpenPapersFacts:
    """What of a meeting's papers the public can read, and until when it must be able to.

    `redacted` names the minutes kept from the public that have no summary; `is_coherent` says what a person found of
    the record without them. `reports` counts open reports, `without_list` names those with no list of background papers
    although somebody looked; None: nobody did.
    """

    reference: str
    on: date
    regime: Regime
    mend: str
    are_open: bool | None = None
    removed_on: date | None = None
    background_removed_on: date | None = None
    redacted: tuple[str, ...] = ()
    summarised: tuple[str, ...] = ()
    is_coherent: bool | None = None
    reports: int = 0
    without_list: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class OfficerDecisionFacts:
    """A decision that an officer took under powers given to them, and what its written record holds."""

    reference: str
    on: date
    is_delegated: bool
    holds: tuple[str, ...] | None = None
    mend: str = "duty:officer-decision"

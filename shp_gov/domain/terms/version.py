"""What one version of the terms says, as plain values. None is always: these terms do not say."""

from dataclasses import dataclass, field

CHAIR, VICE_CHAIR, SECRETARY = "chair", "vice-chair", "secretary"
RESPONSIBLE, OTHER, CO_OPTED, ADVISER, NOT_STATED = (
    "responsible authority",
    "other",
    "co-opted",
    "adviser",
    "not stated",
)
CATEGORIES = {
    RESPONSIBLE: "Responsible authority members",
    NOT_STATED: "Members whose category is not stated",
    OTHER: "Other members",
    CO_OPTED: "Co-opted members",
    ADVISER: "Advisers",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """A heading and its words, a paragraph on each line. The key stays when it is re-worded or moved."""

    key: str
    heading: str
    words: str = ""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """List the paragraphs."""
        return tuple(line.strip() for line in self.words.splitlines() if line.strip())


@dataclass(frozen=True, kw_only=True, slots=True)
class SeatSaid:
    """A seat as a version words it. The key is the seat's own, the same whatever it is called."""

    key: str
    post: str | None = None
    organisation: str | None = None
    category: str = NOT_STATED
    places: int = 1
    is_voting: bool | None = None
    is_elected: bool = False
    appointed_by: str | None = None
    tag: str | None = None

    @property
    def title(self) -> str:
        """Name the post and its organisation."""
        return ", ".join(words for words in (self.post, self.organisation) if words)


@dataclass(frozen=True, kw_only=True, slots=True)
class OfficeSaid:
    """What a version asks of an office."""

    kind: str
    held_by: str | None = None
    is_yearly: bool | None = None
    is_from_responsible_authority: bool | None = None
    is_from_another_organisation: bool | None = None
    barred: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SubGroupSaid:
    """A group that a version names, who chairs it and the months in which it reports."""

    name: str
    key: str = ""
    chair: str | None = None
    months_due: tuple[int, ...] = ()
    tolerance_days: int | None = None
    times_a_year: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Figures:
    """What a version asks in numbers, or with a yes or a no."""

    meetings_per_year: int | None = None
    max_gap_days: int | None = None
    notice_days: int | None = None
    review_months: int | None = None
    has_substitutes: bool | None = None
    substitute_notice_hours: int | None = None
    substitute_elected_for_elected: bool | None = None
    absences_to_review: int | None = None
    apologies_count_as_absence: bool | None = None
    elected_members: int | None = None
    new_members_agreed: bool | None = None
    voting: str | None = None
    chair_has_casting_vote: bool | None = None
    performance_months: int | None = None
    plan_years: int | None = None
    consultation_days: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Terms:
    """One version, whole."""

    number: int = 1
    sections: tuple[Section, ...] = ()
    seats: tuple[SeatSaid, ...] = ()
    offices: tuple[OfficeSaid, ...] = ()
    sub_groups: tuple[SubGroupSaid, ...] = ()
    figures: Figures = field(default_factory=Figures)
    quorum: str | None = None

    @property
    def title(self) -> str:
        """Name the version as a citation does."""
        return f"Terms of reference version {self.number}"

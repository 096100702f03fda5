"""The sentence a quorum means, in plain English and only one way to read it."""

from shp_gov.domain.quorum.expression import (
    AtLeast,
    Either,
    Every,
    Expression,
    Fraction,
    Includes,
    Kind,
    Leaf,
    Of,
    PerBody,
    Quorum,
    Rounding,
    leaves,
)
from shp_gov.domain.words import and_list, plural

NAMES = {(1, 2): "half", (1, 3): "one third", (2, 3): "two thirds", (1, 4): "one quarter", (3, 4): "three quarters"}
ROUNDED = {
    Rounding.UP: "rounded up",
    Rounding.DOWN: "rounded down",
    Rounding.NEAREST: "to the nearest whole number, half up",
}
NOT_SAID = "Whether a meeting has one is not known."
UNSET = f"These terms of reference set no quorum. {NOT_SAID}"


def sentence_of(quorum: Quorum | None) -> str:
    """Read a quorum back."""
    if quorum is None:
        return UNSET
    return " ".join((f"A meeting has a quorum while {_words(quorum.needs)}.", *_who_counts(quorum)))


def phrase_of(needs: Leaf) -> str:
    """Say one count of a quorum."""
    match needs:
        case AtLeast(number, of, tag):
            return _at_least(number, of, tag)
        case Fraction():
            return _fraction(needs)
        case Includes(kind, name):
            return _includes(kind, name)
        case PerBody(number, bodies):
            each = f"each of {and_list(map(quoted, bodies))}" if len(bodies) > 1 else quoted(bodies[0])
            return f"at least {plural(number, 'member')} from {each} {_are(number * len(bodies))} present"


def quoted(name: str) -> str:
    """Put a name between marks, so that an "and" in it is not read as ours."""
    return f"“{name}”"


def counted_words(number: int, of: Of, tag: str = "") -> str:
    """Count things as the sentence does: "3 voting members", "1 responsible authority", "2 members marked “x”"."""
    if of is Of.TAGGED:
        return f"{plural(number, 'member')} marked {quoted(tag)}"
    return plural(number, SINGULAR[of])


SINGULAR = {
    Of.MEMBERS: "member",
    Of.VOTING: "voting member",
    Of.ORGANISATIONS: "organisation",
    Of.AUTHORITIES: "responsible authority",
}


def _words(needs: Expression, *, inside: bool = False) -> str:
    if not isinstance(needs, Every | Either):
        return phrase_of(needs)
    joiner = ", and " if isinstance(needs, Every) else ", or "
    words = joiner.join(_words(part, inside=True) for part in needs.parts)
    return f"({words})" if inside else words


def _at_least(number: int, of: Of, tag: str) -> str:
    there = "represented" if of in (Of.ORGANISATIONS, Of.AUTHORITIES) else "present"
    return f"at least {counted_words(number, of, tag)} {_are(number)} {there}"


def _fraction(needs: Fraction) -> str:
    share = NAMES.get((needs.part, needs.whole), f"{needs.part}/{needs.whole}")
    of = f"members marked {quoted(needs.tag)}" if needs.of is Of.TAGGED else needs.of.value
    there = "represented" if needs.of in (Of.ORGANISATIONS, Of.AUTHORITIES) else "present"
    return f"at least {share} of the {of} ({ROUNDED[needs.rounding]}) are {there}"


def _includes(kind: Kind, name: str) -> str:
    if kind is Kind.ORGANISATION:
        return f"{quoted(name)} is represented"
    if kind is Kind.POST:
        return f"the seat {quoted(name)} is filled in the room"
    return f"a member marked {quoted(name)} is present"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _who_counts(quorum: Quorum) -> list[str]:
    said = [
        f"Substitutes {'count' if quorum.substitutes_count else 'do not count'}.",
        f"People who take part remotely {'count' if quorum.remote_counts else 'do not count'}.",
    ]
    if any(isinstance(leaf, Fraction) for leaf in leaves(quorum.needs)):
        kind = "all seats, vacant ones too" if quorum.vacant_seats_count else "the seats that somebody holds"
        said.append(f"A fraction is taken of {kind}.")
    return said

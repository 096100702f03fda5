"""What kind of body a name plainly says it is, for organisations that no register has typed."""

import re

POLICE_AND_CRIME_COMMISSIONER = "police and crime commissioner"

_PLAIN_WORDS = (
    (r"police and crime commissioner|\bo?pcc\b", POLICE_AND_CRIME_COMMISSIONER),
    (r"youth offending|youth justice|\byo[bst]\b", "youth offending board"),
    (r"british transport police|ministry of defence police", "special police force"),
    (r"clinical commissioning group|\bccg\b", "clinical commissioning group"),
    (r"primary care trust|\bpct\b", "primary care trust"),
    (r"integrated care board|\bicb\b", "integrated care board"),
    (r"probation|community rehabilitation co|\bcrc\b", "provider of probation services"),
    (r"\bfire\b", "fire and rescue authority"),
    (r"police authority", "police authority"),
    (r"\bpolice\b|constabulary", "chief officer of police"),
    (r"magistrates", "court"),
    (r"parish council|town council", "parish council"),
    (r"(borough|county|city|district|unitary|metropolitan) council", "council"),
    (r"housing|homes\b", "housing provider"),
    (r"foundation trust|nhs trust|hospital", "NHS trust"),
)


def type_of(name: str) -> str | None:
    """Tell the type of a body from its name, or None where the name does not say."""
    words = name.casefold()
    return next((kind for pattern, kind in _PLAIN_WORDS if re.search(pattern, words)), None)


def known_types() -> list[str]:
    """List every type of body we know a name for."""
    return sorted({kind for _, kind in _PLAIN_WORDS})

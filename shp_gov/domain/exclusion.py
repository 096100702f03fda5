"""What minutes say of urgent and private business: whether words are a resolution to exclude, or business at all."""

import re
from collections.abc import Sequence

from shp_gov.domain.words import enumerate_words

EXCLUDES = re.compile(
    r"\b(?:public|press)\b[^.]{0,80}\bexcluded?\b"
    r"|\bexclu(?:de[ds]?|sion of)\b[^.]{0,40}\b(?:public|press)\b"
    r"|\bsection 100\s?\(?a\)?\s?\(4\)",
    re.IGNORECASE,
)
NO_BUSINESS = re.compile(
    r"^\W*(?:none|nil|there (?:was|were) no(?:ne|thing)?|no (?:other|further|urgent|items?)|not applicable)\b",
    re.IGNORECASE,
)


PARAGRAPHS = "{paragraphs}"


def excluding(own: str | None, private: Sequence[tuple[str, str | None]]) -> str:
    """Word the resolution to exclude the public: in the body’s own words if it has any, with the paragraphs in them."""
    if not (own or "").strip():
        return resolution(private)
    grounds = sorted({paragraph for _, paragraph in private if paragraph})
    named = enumerate_words("paragraph", grounds) if grounds else "the paragraph stated"
    return (own or "").strip().replace(PARAGRAPHS, named)


def resolution(private: Sequence[tuple[str, str | None]]) -> str:
    """Word the resolution to exclude the public for some items, each with its number and its paragraph."""
    items = enumerate_words("item", [number for number, _ in private])
    grounds = sorted({paragraph for _, paragraph in private if paragraph})
    paragraphs = f"{enumerate_words('paragraph', grounds)} of " if grounds else ""
    return (
        "That under section 100A(4) of the Local Government Act 1972 the press and public be excluded from the meeting "
        f"for {items or 'the next item'}, because exempt information as defined in {paragraphs}Part 1 of Schedule 12A "
        "to the Act is likely to be disclosed."
    )


def excludes_the_public(words: str | None) -> bool:
    """Tell whether words are a resolution to exclude the public."""
    return bool(EXCLUDES.search(words or ""))


def is_business(words: str | None) -> bool:
    """Tell whether something was considered: words that say more than that there was nothing."""
    return bool((words or "").strip()) and not NO_BUSINESS.search(words or "")

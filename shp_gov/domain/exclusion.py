"""What minutes say of urgent and private business: whether words are a resolution to exclude, or business at all."""

import re

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


def excludes_the_public(words: str | None) -> bool:
    """Tell whether words are a resolution to exclude the public."""
    return bool(EXCLUDES.search(words or ""))


def is_business(words: str | None) -> bool:
    """Tell whether something was considered: words that say more than that there was nothing."""
    return bool((words or "").strip()) and not NO_BUSINESS.search(words or "")

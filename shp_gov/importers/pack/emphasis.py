"""Bold and italic words, marked as Markdown marks them: they tell a presenter from a title."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Run:
    """Some words set in one way."""

    text: str
    bold: bool = False
    italic: bool = False

    @property
    def mark(self) -> str:
        return "*" * (2 * self.bold + self.italic)


def marked(runs: Iterable[Run]) -> str:
    """Set runs as one text, with the bold and italic words between stars."""
    return "".join(_between(mark, text) for mark, text in _joined(runs))


def _joined(runs: Iterable[Run]) -> list[tuple[str, str]]:
    """Join neighbours set alike; spaces and stops take the setting of the words before them."""
    settings: list[tuple[str, str]] = []
    for run in runs:
        says_something = any(character.isalnum() for character in run.text)
        mark = run.mark if says_something or not settings else settings[-1][0]
        settings.append((mark if says_something or settings else "", run.text))
    return [(mark, "".join(text for _, text in group)) for mark, group in groupby(settings, key=lambda pair: pair[0])]


def _between(mark: str, text: str) -> str:
    words = text.strip()
    if not mark or not words:
        return text
    start = text.index(words)
    return f"{text[:start]}{mark}{words}{mark}{text[start + len(words) :]}"

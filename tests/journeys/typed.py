"""What the people of a journey type: each fact once, and then every place in which it must be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from pypdf import PdfReader


class TypedTwice(AssertionError):
    """Somebody typed what the record knew already."""


@dataclass
class Typed:
    """A ledger of the words that were typed, each under the name of its fact, and of the places that were read."""

    words: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)

    def once(self, fact: str, words: str) -> str:
        """Give words to type. Words that were typed before, or that hold such words, are refused."""
        said = plain(words)
        for other, before in self.words.items():
            if plain(before) in said or said in plain(before):
                raise TypedTwice(f"{fact} says again what {other} said: {before}")
        self.words[fact] = words
        return words

    def read(self, place: str, words: str) -> None:
        """Keep what a place says; what it says on more than one page is kept together."""
        self.places[place] = f"{self.places.get(place, '')} {plain(words)}"

    def missing(self, table: Mapping[str, Sequence[str]]) -> list[str]:
        """List each place of a table that does not say what it must."""
        rows = [(fact, place) for fact, places in table.items() for place in places]
        return [f"{place} does not say {fact}" for fact, place in rows if not self.is_in(fact, place)]

    def unsaid(self, table: Mapping[str, Sequence[str]]) -> list[str]:
        """List each place that does not say words which nobody typed: what was ticked, counted or worked out."""
        rows = [(words, place) for words, places in table.items() for place in places]
        return [f"{place} does not say: {words}" for words, place in rows if plain(words) not in self.places[place]]

    def escaped(self, facts: Sequence[str], places: Sequence[str]) -> list[str]:
        """List each place that says what it must not."""
        return [f"{place} says {fact}" for place in places for fact in facts if self.is_in(fact, place)]

    def is_in(self, fact: str, place: str) -> bool:
        """Tell whether a place says the words of a fact."""
        return plain(self.words[fact]) in self.places[place]


def plain(words: str) -> str:
    """Give words without their lines, capitals and the full stop at their end."""
    return " ".join(words.split()).rstrip(".").casefold()


def text_of_pdf(file: bytes) -> str:
    """Read the words of a PDF."""
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(file)).pages)

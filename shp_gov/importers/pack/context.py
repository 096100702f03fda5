"""What a reader of one pack knows while reading: the width of its lines, names met so far, and the doubts noted."""

from dataclasses import dataclass, field

from shp_gov.importers.pack.dates import PrintedDate
from shp_gov.importers.pack.reading import AgendaReading, Doubt
from shp_gov.importers.pack.rows import Row


@dataclass
class Context:
    """Carried through the parsers of one pack; only the doubts grow."""

    width: int
    names: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def known(self) -> frozenset[str]:
        """Give every name, post and organisation met so far."""
        return self.names | self.posts

    def doubt(self, sentence: str, row: Row, about: str) -> None:
        """Note something that an officer should look at."""
        self.doubts.append(Doubt(sentence, row.number, row.page, about))

    def learn(self, agenda: AgendaReading) -> None:
        """Remember the names, posts and organisations on an agenda: the minutes bound with it use the same."""
        people = (*agenda.members, *agenda.also_invited)
        self.names |= {person.name for person in people if person.name}
        self.posts |= {
            words for person in people for words in (person.post, person.organisation) if words and " " in words
        }


def doubt_year(printed: PrintedDate, row: Row, context: Context) -> None:
    """Note that a date was printed without its year."""
    if printed.year_inferred and printed.value:
        sentence = f"“{printed.words}” has no year; we took {printed.value.year}. Check the date."
        context.doubt(sentence, row, "year inferred")

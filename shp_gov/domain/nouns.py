"""What the kinds of rows are called on a page. The names of tables are ours, not the reader's."""

from shp_gov.domain.words import plural_of

NOUNS = {
    "attendance": "line of attendance",
    "action_supporter": "action they help with",
    "interest": "declaration of interest",
    "known_as": "name in papers",
    "merge": "record that was made one",
    "organisation_name": "name of an organisation",
    "organisation_type": "type of an organisation",
    "person_post": "post",
    "registered_interest": "entry in the register of interests",
    "sighting": "line in lists of members",
    "substitution": "naming as a substitute",
    "succession": "succession of an organisation",
    "terms_office": "office in terms of reference",
    "terms_seat": "seat in terms of reference",
    "terms_version": "version of terms of reference",
    "user": "account",
}
PLURALS = {"appendix": "appendices"}


def noun(table: str) -> str:
    """Give the word for a row of a table: "agenda item"."""
    return NOUNS.get(table, table.replace("_", " "))


def counted(count: int, table: str) -> str:
    """Count rows of a table in words: "2 agenda items", "3 lines in lists of members"."""
    # What a noun of ours counts comes first in it.
    first, *rest = noun(table).split(" ", 1) if table in NOUNS else [noun(table)]
    many = PLURALS.get(table) or " ".join((plural_of(first), *rest))
    return f"{count:,} {noun(table) if count == 1 else many}"

"""What a kind of row is called on a page: a word, never the name of its table."""

import pytest

from shp_gov.domain.nouns import counted
from shp_gov.models import Base, Organisation, Person
from shp_gov.queries import links
from shp_gov.queries.undoing import OF_A_PACK, RELIED_ON_BY

SPOKEN_OF = {model.__tablename__ for model in OF_A_PACK} | set(RELIED_ON_BY)
SPOKEN_OF |= {column.table.name for model in (Person, Organisation) for column in links.to(model)}


@pytest.mark.parametrize("table", sorted(SPOKEN_OF))
def test_no_page_says_the_name_of_a_table(table):
    assert "_" not in counted(2, table)
    assert counted(1, table).startswith("1 ")
    assert table in Base.metadata.tables


@pytest.mark.parametrize(
    ("count", "table", "words"),
    [
        (1, "agenda_item", "1 agenda item"),
        (2, "agenda_item", "2 agenda items"),
        (1, "user", "1 account"),
        (3, "sighting", "3 lines in lists of members"),
        (2, "person_post", "2 posts"),
        (1, "known_as", "1 name in papers"),
        (2, "appendix", "2 appendices"),
    ],
)
def test_what_it_says_is_what_an_officer_says(count, table, words):
    assert counted(count, table) == words

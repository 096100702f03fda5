"""The examples of docs/areas.md are read as they stand there, and a combined area has the authorities of its parts."""

import re
from datetime import date
from pathlib import Path

import pytest

from shp_gov.domain.areas import BadArea, areas, read, texts
from shp_gov.domain.areas.participants import CO_OPERATING, INVITED, descriptions, participants
from shp_gov.domain.areas.standing import responsible_authorities, standings

PAGE = Path(__file__).parents[3] / "docs" / "areas.md"
WOLD, COMBINED = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
AROUND = {**texts(), "wold": WOLD}


def named(area, on):
    return [row.known_as for row in responsible_authorities(area, on)]


def test_the_documented_area_is_read_and_has_its_authorities():
    wold = read("wold.toml", WOLD)

    assert named(wold, date(2024, 1, 10)) == [
        "Wold District Council",
        "Wold County Council",
        "Wold Police",
        "Wold Fire Authority",
        "NHS Wold Integrated Care Board",
        "Probation Service",
    ]
    board = next(row for row in standings(wold) if row.type == "integrated care board")
    assert board.basis.endswith("Source to be confirmed: its name")


def test_the_authorities_of_a_combined_area_are_those_of_its_parts_each_once():
    both = read("both.toml", COMBINED, beside=AROUND)
    wold, seaborough = read("wold.toml", WOLD), areas()["seaborough"]

    def together(on):
        return set(named(wold, on)) | set(named(seaborough, on))

    assert named(both, date(2015, 3, 31)) == []
    assert set(named(both, date(2015, 4, 1))) == together(date(2015, 4, 1))
    assert set(named(both, date(2019, 3, 31))) == together(date(2019, 3, 31))
    assert named(both, date(2019, 4, 1)) == named(wold, date(2019, 4, 1))
    assert named(both, date(2024, 1, 10)).count("Probation Service") == 1


def test_a_body_in_two_parts_has_one_standing_while_it_is_in_either():
    both = read("both.toml", COMBINED.replace("2019-03-31", "2023-03-31"), beside=AROUND)

    (probation,) = [row for row in standings(both) if row.organisation == "Probation Service"]

    assert (probation.from_on, probation.to_on) == (date(2021, 6, 26), None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (COMBINED.replace('"wold"', '"atlantis"'), "names atlantis, and there is no such file"),
        (COMBINED.replace("to = 2019-03-31", "to = 2014-03-31"), "Seaborough leaves before it joins"),
        (COMBINED.replace('area = "wold"', 'area = "both"'), "combined of others itself"),
        (WOLD.replace("also =", "alias ="), "does not know alias"),
        (WOLD.replace('"parish-councils"', '"parishes"'), "there is no description parishes"),
        ('shares = ["nobody"]\n' + WOLD, "names shared/nobody"),
    ],
)
def test_what_an_area_may_not_say_is_refused(text, words):
    with pytest.raises(BadArea, match=words):
        read("both.toml", text, beside={**AROUND, "both": COMBINED})


def test_neighbours_share_their_bodies_without_copying():
    four = [areas()[slug] for slug in ("hartlepool", "middlesbrough", "redcar-and-cleveland", "stockton-on-tees")]

    police = {area.body("Cleveland Police", date(2018, 6, 22)) for area in four}
    groups = {area.body("NHS Tees Valley CCG", date(2021, 1, 1)) for area in four}

    assert len(police) == len(groups) == 1
    assert len({named(area, date(2018, 6, 22))[3] for area in four}) == 2


def test_who_takes_part_is_described_by_the_law_and_known_by_area():
    on = date(2024, 1, 10)
    invited = {row.description.id: row for row in participants(areas()["hartlepool"], on, standing=INVITED)}

    assert invited["chief-officer-of-the-fire-brigade"].organisations == ("Cleveland Fire Brigade",)
    assert not invited["transport-for-london"].is_applicable
    assert invited["faith"].is_applicable
    boards = [
        [row.description.id for row in participants(areas()["hartlepool"], day, standing=CO_OPERATING)]
        for day in (date(2010, 3, 31), date(2010, 4, 1))
    ]
    assert "local-probation-board" in boards[0]
    assert "local-probation-board" not in boards[1]
    assert all(row.citation and row.words for row in descriptions().values())

"""Files for papers: what hides in them blocks publication until it is cleaned or accepted by name."""

import pytest
import sqlalchemy as sa

from shp_gov import services, storage
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.models import Document
from shp_gov.services.evidence import Upload
from shp_gov.services.inspecting import accept, clean, require_clean, take_in
from tests import factories as make
from tests.factories import SYSTEM
from tests.inspection.pdf_traps import PDF_TRAPS
from tests.inspection.test_hidden import REFUSED
from tests.inspection.traps import PLANTED, WORD_TRAPS, a_word_file, everything_in


def taken_in(trap=None, name="report.docx"):
    content = trap.make() if trap else a_word_file()
    return take_in(Upload(name, content), is_exempt=False, actor=SYSTEM)


def test_a_file_that_hides_nothing_may_be_published(app):
    require_clean([taken_in()])


@pytest.mark.parametrize(
    ("trap", "name", "says"),
    [
        (WORD_TRAPS["a comment"], "lamps.docx", "“lamps.docx” holds 1 comment. Clean it, or accept it as it is"),
        (PDF_TRAPS["words under a black box"], "lamps.pdf", "“lamps.pdf” holds words that cannot be seen."),
    ],
    ids=["Word", "PDF"],
)
def test_what_a_file_hides_blocks_publication_and_is_named(app, trap, name, says):
    with pytest.raises(DomainError, match=says):
        require_clean([taken_in(), taken_in(trap, name)])


def test_a_cleaned_copy_may_be_published_and_the_file_as_given_is_kept(app):
    document = taken_in(WORD_TRAPS["a tracked deletion"])

    copy = clean(document, actor=SYSTEM)

    require_clean([copy])
    assert copy.cleaned_from_id == document.id
    assert PLANTED not in everything_in(storage.fetch(copy.sha256))
    assert PLANTED in everything_in(storage.fetch(document.sha256))


def test_a_file_is_accepted_as_it_is_by_name_with_a_reason(app):
    document = taken_in(WORD_TRAPS["an author"])

    accept(document, because="The author is named in the report too.", actor=SYSTEM)

    require_clean([document])
    (found,) = document.hidden
    assert (found.accepted_by, found.accepted_because) == ("test", "The author is named in the report too.")


def test_a_file_is_not_accepted_without_a_reason_or_twice(app):
    document = taken_in(WORD_TRAPS["an author"])

    with pytest.raises(DomainError, match="Give a reason"):
        accept(document, because=" ", actor=SYSTEM)
    accept(document, because="It is known.", actor=SYSTEM)
    with pytest.raises(DomainError, match=r"Nothing in .* waits for an answer"):
        accept(document, because="It is known.", actor=SYSTEM)


def test_a_file_that_nobody_looked_through_is_not_published(app):
    with pytest.raises(DomainError, match="was not looked through"):
        require_clean([make.a_document()])


@pytest.mark.parametrize("case", REFUSED)
def test_a_bad_file_is_refused_and_nothing_is_stored(app, case):
    name, content, says = REFUSED[case]

    with pytest.raises(DomainError, match=says):
        services.inspecting.take_in(Upload(name, content()), is_exempt=False, actor=SYSTEM)

    assert db.session.scalar(sa.select(sa.func.count()).select_from(Document)) == 0

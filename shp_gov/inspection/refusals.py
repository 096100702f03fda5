"""What the libraries say of a file that cannot be read, in one word each."""

from collections.abc import Callable

import pypdfium2
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError, WrongPasswordError
from pypdfium2 import raw

from shp_gov.inspection.archives import DamagedArchive, OversizedArchive
from shp_gov.inspection.markup import DamagedMarkup, ForbiddenMarkup

LOCKED, DAMAGED, TOO_LONG, BOMB = "locked", "damaged", "too long", "bomb"
DAMAGE = (DamagedArchive, DamagedMarkup, ForbiddenMarkup, PyPdfError, ValueError, KeyError, TypeError, AttributeError)
MORE_DAMAGE = (IndexError, OSError, RecursionError, AssertionError, NotImplementedError, EOFError, MemoryError)
FAULTS = (*DAMAGE, *MORE_DAMAGE)


class TooLong(Exception):
    """More pages than anybody reads."""


def as_refusal(work: Callable[[], object]) -> str:
    """Do some work on a file; give the word for what is wrong with it, or nothing."""
    try:
        work()
    except (FileNotDecryptedError, WrongPasswordError, DependencyError):
        return LOCKED
    except TooLong:
        return TOO_LONG
    except OversizedArchive:
        return BOMB
    except pypdfium2.PdfiumError as fault:
        return LOCKED if fault.err_code == raw.FPDF_ERR_PASSWORD else DAMAGED
    except FAULTS:
        return DAMAGED
    return ""

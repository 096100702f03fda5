"""What a password must be: long, and not one that anybody would try first."""

from shp_gov.domain.errors import DomainError

SHORTEST = 12
LONGEST = 128
FEWEST_DIFFERENT = 5
TRIED_FIRST = ("password", "qwerty", "123456", "letmein", "iloveyou")


class PasswordRefused(DomainError):
    """This cannot be a password here."""


def require_strong(password: str, *, email: str) -> None:
    """Refuse a password that is short, that repeats itself, or that anybody would try first."""
    if len(password) < SHORTEST:
        raise PasswordRefused(f"A password must have {SHORTEST} characters or more. Use three random words.")
    if len(password) > LONGEST:
        raise PasswordRefused(f"A password must have {LONGEST} characters or fewer.")
    if len(set(password)) < FEWEST_DIFFERENT:
        raise PasswordRefused(f"A password must have {FEWEST_DIFFERENT} different characters or more.")
    plain = password.lower()
    if found := next((words for words in (*TRIED_FIRST, *_names(email)) if words in plain), None):
        raise PasswordRefused(f"A password must not contain “{found}”. It would be tried first.")


def _names(email: str) -> tuple[str, ...]:
    name = email.partition("@")[0].lower()
    return (name,) if len(name) > 3 else ()

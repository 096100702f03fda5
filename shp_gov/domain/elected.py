"""Whether somebody is an elected member, from what papers and the register call them."""

import re
from collections.abc import Iterable

from shp_gov.domain.names import person_name

COUNCILLORS = frozenset("councillor councillors cllr cllrs coun alderman ald".split())
RANKS = frozenset(
    """superintendent supt inspector insp sergeant sgt constable pc pcso ps dc ds dci di det detective station group
    area watch crew manager commander""".split()
)
ELECTED_POST = re.compile(r"\b(?:councillor|cllr|elected member|alderman|leader of the council)\b", re.IGNORECASE)
OF_A_COUNCIL = re.compile(r"\bcouncil\b", re.IGNORECASE)


def is_elected(names: Iterable[str | None], posts: Iterable[str | None] = ()) -> bool | None:
    """Tell by a title or a post; None where neither tells: a councillor is not always printed with the title."""
    titles = {word for name in names if name for word in person_name(name).title.casefold().replace(".", "").split()}
    held = [post.partition(",")[0] for post in posts if post]
    if titles & COUNCILLORS or any(ELECTED_POST.search(post) for post in held):
        return True
    has_a_job = any(not OF_A_COUNCIL.search(post) for post in held)
    return False if has_a_job or titles & RANKS else None

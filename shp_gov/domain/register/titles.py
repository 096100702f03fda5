"""Titles of items: whether one names a sub-group or a subject."""

COMMON = frozenset("a an and for from in of on the to group groups sub subgroup task board report update".split())


def names_group(title: str, name: str) -> bool:
    """Say whether a title names a group: every telling word of the name stands in it."""
    wanted = telling_words(name)
    return bool(wanted) and wanted <= telling_words(title)


def alike(one: str, other: str) -> bool:
    """Say whether two titles are of one item: the telling words of one all stand in the other."""
    mine, theirs = telling_words(one), telling_words(other)
    return bool(mine) and bool(theirs) and (mine <= theirs or theirs <= mine)


def telling_words(title: str) -> set[str]:
    """Give the words of a title that tell it from others."""
    letters = "".join(letter if letter.isalnum() else " " for letter in title.casefold())
    return {word for word in letters.split() if word not in COMMON}

"""What the pages of minutes share: the part of a minute that an address names."""

from flask import abort, request

from shp_gov.models import Minute
from shp_gov.services.rewording import NoSuchWords, Place


def place_asked(minute: Minute) -> Place:
    """Give the part of a minute that the address names. One that is not there does not exist."""
    place = Place(minute, request.args.get("part", "narrative"))
    try:
        assert place.words is not None, "a part has words, or is refused"
    except NoSuchWords:
        abort(404)
    return place

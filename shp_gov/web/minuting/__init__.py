"""The meeting itself: opened, its attendance ticked, minuted item by item, closed."""

from shp_gov.web.minuting import attendance, coming, deciding, display, in_room, items, ratifying, views
from shp_gov.web.minuting.blueprint import blueprint

__all__ = ["attendance", "blueprint", "coming", "deciding", "display", "in_room", "items", "ratifying", "views"]

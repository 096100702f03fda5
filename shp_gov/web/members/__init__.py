"""Members: the register, seats, people, and every act that changes who belongs."""

from shp_gov.web.members import acts, moving, offices, standing_in, views, withdrawing
from shp_gov.web.members.blueprint import blueprint

__all__ = ["acts", "blueprint", "moving", "offices", "standing_in", "views", "withdrawing"]

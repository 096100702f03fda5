"""Which day a page about the checks is asked for."""

from datetime import date

from shp_gov.web.fields import DayField
from shp_gov.web.forms import FilterForm


class AsAtForm(FilterForm):
    """A day, past or to come. What is no day is said, and the page shows today."""

    on = DayField("As at", description="Any day, past or to come, such as 30 6 2022.")

    def __init__(self, today: date) -> None:
        super().__init__(data={"on": today})
        self.validate()
        self.day: date = today if self.on.errors else self.on.data or today

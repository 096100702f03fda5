"""The site on which a whole cycle is worked: its clock is moved, its people come back, its letters are read."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from shp_gov.clock import LONDON
from shp_gov.example import founding
from tests.journeys import processes
from tests.journeys.people import Somebody
from tests.journeys.servers import Server
from tests.journeys.typed import Typed, plain, text_of_pdf

OFFICER, SECOND, CHAIR = "Helen Ashby", "Tom Reddy", "Ruth Adeyemi"
POLICE, HOMES = "Daniel Marsh", "Jo Tranter"
NOBODY = ""
PATIENCE = 30_000


@dataclass
class Cycle:
    """One cycle of meetings, the people who work it, and what they typed."""

    server: Server
    open_browser: Callable[..., object]
    mail: str
    letters: list
    typed: Typed = field(default_factory=Typed)
    hours: float = 0
    paths: dict[str, str] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    people: dict[str, Somebody] = field(default_factory=dict)

    def who(self, name: str) -> Somebody:
        """Give somebody at a window of their own, signed in; nobody's window is that of the public."""
        if name not in self.people:
            person = Somebody(self.open_browser(), self.server.site, founding.address(name), founding.PASSWORD)
            person.page.set_default_timeout(PATIENCE)
            if name:
                person.sign_in()
            self.people[name] = person
        self.people[name].clicks = 0
        return self.people[name]

    def move_to(self, day: date, at: time) -> None:
        """Let it be another moment: the server starts anew, and everybody signs in again."""
        self.server.kill()
        self.hours = (datetime.combine(day, at, LONDON) - datetime.now(LONDON)) / timedelta(hours=1)
        self.server.start(hours_later=self.hours)
        self.people.clear()

    def begin(self, meeting: str, officer: Somebody) -> None:
        """Keep where a meeting is worked on: the page that is open is that of its agenda."""
        path = officer.page.url.removeprefix(self.server.site.address).removesuffix("/agenda")
        words = officer.page.locator("h1").inner_text()
        self.paths[meeting] = path
        self.days[meeting] = datetime.strptime(words.split(" ", 3)[-1], "%d %B %Y").replace(tzinfo=LONDON).date()

    def post(self) -> None:
        """Deliver what waits in the outbox."""
        said = {"SHP_GOV_MAIL_URL": self.mail, processes.HOURS: str(self.hours)}
        processes.run("shp_gov.cli", "messages", "send", environment={**self.server.site.environment, **said})

    def letter(self, to: str, words: str) -> str:
        """Read the last letter to somebody that says this."""
        to_them = [each for each in self.letters if founding.address(to) in str(each["To"])]
        said = [f"{each['Subject']}\n{each.get_body().get_content()}" for each in to_them]
        return [each for each in said if plain(words) in plain(each)][-1]

    def look(self, place: str, who: Somebody, path: str = "") -> None:
        """Read a page, folded or not, and keep what it says of the facts."""
        if path:
            who.go(path)
        assert who.page.locator("h1").inner_text() != "Page not found", place
        fields = who.page.eval_on_selector_all("main textarea, main input[type=text]", "all => all.map(a => a.value)")
        self.typed.read(place, " ".join([who.page.locator("main").text_content(), *fields]))

    def look_at_file(self, place: str, who: Somebody, path: str) -> None:
        """Read a PDF that somebody may download."""
        answer = who.page.request.get(path if path.startswith("http") else who.site.address + path)
        assert answer.ok, f"{place}: {answer.status}"
        self.typed.read(place, text_of_pdf(answer.body()))

    def look_at_link(self, place: str, who: Somebody, words: str) -> None:
        """Read the PDF of a link on the page."""
        link = who.page.get_by_role("main").get_by_role("link", name=words).first.get_attribute("href")
        self.look_at_file(place, who, str(link))


def prepare(server: Server) -> None:
    """Put the partnership between two meetings into the record of a server."""
    processes.run("tests.journeys.a_cycle_to_come", environment=server.site.environment)

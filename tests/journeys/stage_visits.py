"""Which page is looked at when, and by whom: each at a stage of a meeting at which it has something to show.

After the page may stand about which of several things, and what is asked: `minuting.item/private`, `x.y?field=words`.
"""

from dataclasses import dataclass

from tests.stages import STAGES

OFFICER, SECOND, CHAIR, MEMBER, AUTHOR, PUBLIC = "officer", "second officer", "chair", "member", "author", "nobody"
EVERYWHERE = ("cycle.show",)
VISITS: dict[str, dict[str, str]] = {
    "planned": {
        OFFICER: "agendas.build agendas.begin agendas.call diary.move diary.postpone diary.cancel",
        MEMBER: "replies.reply",
    },
    "agenda being built": {
        OFFICER: """agendas.build agendas.add agendas.change agendas.change/private agendas.heading agendas.put_off
            agendas.decline agendas.preview agendas.preview?as=officer reports.meeting reports.ask/other reports.change
            reports.index reports.chase publication.show forward_plan.show forward_plan.add forward_plan.move
            forward_plan.drop replies.index dashboard.today diary.calendar""",
        MEMBER: "agendas.offer",
        AUTHOR: "reports.mine reports.show reports.write reports.upload reports.appendices",
    },
    "agenda with the chair": {
        CHAIR: "agendas.version dashboard.board_health",
        OFFICER: "agendas.build reports.show reports.clearances reports.send_back",
    },
    "changes asked for": {CHAIR: "agendas.version", OFFICER: "agendas.build agendas.version"},
    "agenda agreed": {OFFICER: "publication.show agendas.build", CHAIR: "agendas.version"},
    "agenda to be checked": {SECOND: "publication.show", OFFICER: "publication.show"},
    "agenda checked": {OFFICER: "publication.show"},
    "published": {
        OFFICER: """publication.show publication.supplement publication.late_item replies.index replies.answer_for
            replies.remind minuting.start notice.meeting agendas.build diary.move""",
        CHAIR: "script.show script.briefing replies.index",
        MEMBER: "replies.reply meetings.show",
        PUBLIC: "meetings.show",
    },
    "published with a supplement": {
        OFFICER: "publication.show publication.supplement agendas.build",
        PUBLIC: "meetings.show bodies.show",
        MEMBER: "meetings.show",
    },
    "in progress": {
        OFFICER: """minuting.start minuting.attendance minuting.item minuting.item/private minuting.interest
            minuting.vote minuting.named_vote minuting.decision minuting.dissent minuting.urgent minuting.come_or_go
            minuting.substitute minuting.public minuting.adjourn minuting.inquorate minuting.close meetings.show
            revisions.write revisions.history revisions.show revisions.settle dashboard.today""",
        CHAIR: "script.show",
        PUBLIC: "meetings.show minuting.screen",
    },
    "adjourned": {OFFICER: "minuting.item minuting.adjourn minuting.close", PUBLIC: "minuting.screen meetings.show"},
    "without a quorum": {
        OFFICER: "minuting.item minuting.attendance minuting.inquorate minuting.close",
        PUBLIC: "minuting.screen",
    },
    "closed": {
        OFFICER: """minutes.edit minutes.reword?field=narrative minutes.review meetings.times meetings.show
            minutes.add_decision minuting.vote minuting.named_vote minuting.dissent""",
        CHAIR: "meetings.show",
        PUBLIC: "meetings.show minuting.screen",
    },
    "minutes with the chair": {
        CHAIR: "minutes.review minutes.suggest?field=narrative minutes.remark dashboard.board_health",
        OFFICER: "minutes.edit minutes.answer minutes.versions minutes.version",
    },
    "minutes agreed": {OFFICER: "minutes.publish minutes.edit", CHAIR: "minutes.review"},
    "draft minutes published": {OFFICER: "minutes.edit minutes.versions", PUBLIC: "meetings.show bodies.show"},
    "minutes being approved": {
        OFFICER: """minutes.confirm/next minutes.correct?field=narrative minutes.correct_in_words/next
            minuting.item/confirming""",
    },
    "minutes approved": {
        OFFICER: "minutes.versions minutes.version minutes.edit minutes.confirm/next",
        CHAIR: "minutes.sign minutes.version",
        PUBLIC: "meetings.show",
    },
    "postponed": {PUBLIC: "meetings.show", OFFICER: "meetings.show forward_plan.show"},
    "cancelled": {PUBLIC: "meetings.show", OFFICER: "forward_plan.show"},
}
AT_A_STAGE = frozenset(
    page.partition("?")[0].partition("/")[0]
    for who in VISITS.values()
    for pages in who.values()
    for page in pages.split()
) | {*EVERYWHERE}


@dataclass(frozen=True)
class Visit:
    """One page, looked at by somebody at a stage of a meeting."""

    stage: str
    who: str
    page: str

    def __str__(self) -> str:
        return f"{self.stage}: {self.page} by {self.who}"

    @property
    def endpoint(self) -> str:
        """Give the page."""
        return self.page.partition("?")[0].partition("/")[0]

    @property
    def which(self) -> str:
        """Say about which of several things."""
        return self.page.partition("?")[0].partition("/")[2]

    @property
    def query(self) -> str:
        """Give what is asked."""
        _, mark, asked = self.page.partition("?")
        return mark + asked


def visits() -> list[Visit]:
    """List every visit; the task list is looked at everywhere."""
    rows = [(stage, OFFICER, page) for stage in STAGES for page in EVERYWHERE]
    rows += [(stage, who, page) for stage in VISITS for who, pages in VISITS[stage].items() for page in pages.split()]
    return [Visit(*row) for row in rows]

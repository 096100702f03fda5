"""The verbs of decisions, and what each asks for: to note, approve, act, refer, appoint or defer."""

from enum import StrEnum


class IntentKind(StrEnum):
    """What a decision asks for. A compound decision asks for several things."""

    NOTED = "noting"
    APPROVED = "approval"
    ACTION = "action"
    FORWARD_PLAN = "forward_plan"
    REFERRAL = "referral"
    APPOINTMENT = "appointment"
    DEFERRAL = "deferral"


# What a verb asks for when something is to "be" it. A verb that is not here asks for nothing by itself.
DONE_TO: dict[str, IntentKind] = {
    **dict.fromkeys("noted received welcomed acknowledged thanked congratulated".split(), IntentKind.NOTED),
    **dict.fromkeys(
        """agreed approved endorsed supported accepted ratified adopted confirmed granted authorised signed""".split(),
        IntentKind.APPROVED,
    ),
    **dict.fromkeys("referred escalated".split(), IntentKind.REFERRAL),
    **dict.fromkeys("deferred adjourned postponed withdrawn".split(), IntentKind.DEFERRAL),
    **dict.fromkeys(
        """appointed reappointed re-appointed elected re-elected nominated co-opted coopted chaired constituted
        established convened formed designated reconvened""".split(),
        IntentKind.APPOINTMENT,
    ),
    **dict.fromkeys(
        """circulated publicised published explored examined promoted investigated provided prepared produced
        developed updated amended revised reviewed shared sent forwarded distributed contacted arranged organised
        undertaken utilised used held asked requested invited instructed delegated written drafted pursued
        progressed sought obtained raised made carried completed implemented submitted considered included added
        incorporated monitored identified collated disseminated supplied tasked followed looked discussed issued
        encouraged launched tested installed funded commissioned introduced extended removed placed put collected
        analysed delivered rolled notified informed advised consulted scheduled recorded mapped drawn checked
        compiled presented reported brought tabled re-presented clarified finalised strengthened highlighted
        addressed resolved created maintained continued renewed replaced repeated relayed passed fed given taken
        refreshed rearranged evaluated assessed piloted recruited trained released allocated secured set actioned
        told taught bought built run paid kept done found met shown heard cost refined aligned conducted
        communicated""".split(),
        IntentKind.ACTION,
    ),
}
# What a verb asks for when somebody is to do it.
DONE_BY = {
    **dict.fromkeys(
        "note notes receive receives welcome welcomes thank thanks thanked acknowledges".split(), IntentKind.NOTED
    ),
    **dict.fromkeys(
        "agree agrees approve approves endorse endorses support supports accept accepts adopt adopts ratify".split(),
        IntentKind.APPROVED,
    ),
    **dict.fromkeys("refer refers escalate escalates recommend recommends".split(), IntentKind.REFERRAL),
    **dict.fromkeys("defer defers postpone adjourn".split(), IntentKind.DEFERRAL),
    **dict.fromkeys(
        "appoint appoints elect elects nominate nominates establish establishes convene chair".split(),
        IntentKind.APPOINTMENT,
    ),
    **dict.fromkeys(
        """highlight write report provide prepare circulate contact liaise ensure arrange explore send share bring
        review update produce develop lead raise consider considers submit publish promote investigate work meet
        discuss invite undertake follow complete identify look gather forward speak draft seek amend revise attend
        present pursue make organise deliver monitor collate advise inform consult hold ask asks request requests
        invites instruct take carry encourage host scope map feed confirm respond commission implement progress
        include add coordinate co-ordinate carries""".split(),
        IntentKind.ACTION,
    ),
}

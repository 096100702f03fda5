"""The messages command: deliver the outbox, reminders included. For cron."""

import json
from collections import Counter

import click
from flask import Flask, current_app

from shp_gov import clock
from shp_gov.cli.opening import opened
from shp_gov.database import db
from shp_gov.notifications.email import UNDELIVERABLE, MailUnreachable, Post, posting, said
from shp_gov.services import deliveries, reminders

NOT_SET_UP = "Mail is not set up. Set SHP_GOV_MAIL_URL, as in smtp://user:password@host:587."


@click.group("messages")
def group() -> None:
    """Tell people what they must know."""


@group.command("send")
@click.option("--json", "is_json", is_flag=True, help="Print the counts as JSON.")
def send(is_json: bool) -> None:
    """Deliver the outbox by e-mail, reminders included. Run it every few minutes, from cron.

    Exit status 1 where a message failed, or the mail server could not be reached.
    """
    with opened() as app:
        counts, problem = run(app)
    click.echo(json.dumps({**counts, "problem": problem}) if is_json else _sentence(counts))
    if problem and not is_json:
        click.echo(problem, err=True)
    if problem or counts["failed"]:
        raise SystemExit(1)


def run(app: Flask) -> tuple[dict[str, int], str]:
    """Write the reminders, deliver what waits, and tell the counts and what stopped it, if anything did."""
    counts: Counter[str] = Counter(sent=0, failed=0, not_sent=0, reminders=reminders.remind())
    db.session.commit()
    problem = _deliver(counts, app)
    counts["waiting"] = deliveries.unsettled()
    db.session.rollback()
    return dict(counts), problem


def _deliver(counts: Counter[str], app: Flask) -> str:
    numbers = deliveries.waiting()
    db.session.rollback()
    mail = app.config["MAIL"]
    if mail is None:
        return NOT_SET_UP if numbers else ""
    with posting(mail) as post:
        for number in numbers:
            try:
                counts.update(_deliver_one(number, post))
            except MailUnreachable as unreachable:
                return f"The mail server cannot be reached. {unreachable}. Every message is kept; try again later."
    return ""


def _deliver_one(number: int, post: Post) -> list[str]:
    """Deliver one message and say what became of it. It is taken for good before the mail server hears of it."""
    messages = deliveries.take(number)
    db.session.commit()
    if not messages:
        return []
    try:
        prepared = deliveries.prepare(messages)
        if prepared is not None:
            post.send(prepared.letter, at=clock.now())
            deliveries.sent(prepared)
        outcome = "sent" if prepared else "not_sent"
    except MailUnreachable as unreachable:
        deliveries.put_back(messages, str(unreachable))
        db.session.commit()
        raise
    except UNDELIVERABLE as error:
        deliveries.failed(messages, said(error))
        current_app.logger.warning("Message %s failed: %s", number, said(error))
        outcome = "failed"
    db.session.commit()
    return [outcome]


def _sentence(counts: dict[str, int]) -> str:
    return (
        f"{counts['sent']} sent, {counts['failed']} failed, {counts['not_sent']} not due or held back, "
        f"{counts['waiting']} waiting. {counts['reminders']} reminders written."
    )

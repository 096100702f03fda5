"""A message as an e-mail: its words from a template, its way through the configured server."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from typing import Any
from urllib.parse import urlsplit

from flask import current_app
from jinja2 import TemplateError

from config import Mail

WAIT_SECONDS = 30
LONGEST_SUBJECT = 120
UNDELIVERABLE = (smtplib.SMTPException, OSError, TemplateError, ValueError)


class MailUnreachable(Exception):
    """The mail server cannot be reached, or does not let us in."""


@dataclass(frozen=True)
class Letter:
    """An e-mail that is ready to go."""

    message_id: str
    name: str
    address: str
    subject: str
    text: str
    reply_to: str = ""


def compose(event: str, *, message: int, name: str, address: str, reply_to: str = "", **facts: Any) -> Letter:
    """Write an e-mail from its template. The first line is the subject."""
    written = current_app.jinja_env.get_template(f"email/{event}.txt").render(name=name, **facts)
    subject, _, text = written.strip().partition("\n")
    host = urlsplit(current_app.config["BASE_URL"]).hostname
    short = _shortened(" ".join(subject.split()))
    return Letter(f"<message-{message}@{host}>", name, address, short, _squeezed(text), reply_to)


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST_SUBJECT else f"{words[: LONGEST_SUBJECT - 1].rstrip()}…"


def _squeezed(text: str) -> str:
    """Leave at most one empty line between paragraphs."""
    lines = [line.rstrip() for line in text.strip().splitlines()]
    kept = [line for place, line in enumerate(lines) if line or lines[place - 1]]
    return "\n".join(kept) + "\n"


def link(endpoint: str, **values: Any) -> str:
    """Address a page of this site as people reach it from outside."""
    base = urlsplit(current_app.config["BASE_URL"])
    return current_app.url_map.bind(base.netloc, url_scheme=base.scheme).build(endpoint, values, force_external=True)


def as_message(letter: Letter, *, sender: str, at: datetime) -> EmailMessage:
    """Put a letter into an envelope: plain text in UTF-8, with headers that nothing can break out of."""
    message = EmailMessage()
    message["From"] = sender
    message["To"] = formataddr((_one_line(letter.name), letter.address))
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = letter.message_id
    message["Auto-Submitted"] = "auto-generated"
    if letter.reply_to:
        message["Reply-To"] = letter.reply_to
    message.set_content(letter.text, charset="utf-8", cte="quoted-printable")
    return message


def _one_line(words: str) -> str:
    return " ".join(words.split())


class Post:
    """The way to the mail server. It is opened for the first letter, and again after the server hung up."""

    def __init__(self, mail: Mail) -> None:
        self.mail = mail
        self._server: smtplib.SMTP | None = None

    def send(self, letter: Letter, *, at: datetime) -> None:
        """Hand a letter to the server, or say why it was not taken."""
        message = as_message(letter, sender=self.mail.sender, at=at)
        server = self._connected()
        try:
            server.send_message(message, from_addr=self.mail.sender, to_addrs=[letter.address])
        except (smtplib.SMTPServerDisconnected, OSError):
            self.close()
            raise

    def _connected(self) -> smtplib.SMTP:
        if self._server is None:
            try:
                self._server = _open(self.mail)
            except (smtplib.SMTPException, OSError) as error:
                raise MailUnreachable(f"{self.mail.host}:{self.mail.port}: {said(error)}") from error
        return self._server

    def close(self) -> None:
        """Hang up."""
        server, self._server = self._server, None
        if server is not None:
            server.close()


def _open(mail: Mail) -> smtplib.SMTP:
    """Connect, make the connection private, and say who we are."""
    context = ssl.create_default_context()
    if mail.tls_from_the_start:
        server: smtplib.SMTP = smtplib.SMTP_SSL(mail.host, mail.port, timeout=WAIT_SECONDS, context=context)
    else:
        server = smtplib.SMTP(mail.host, mail.port, timeout=WAIT_SECONDS)
    try:
        if mail.needs_starttls:
            server.starttls(context=context)
        if mail.user:
            server.login(mail.user, mail.password)
    except (smtplib.SMTPException, OSError):
        server.close()
        raise
    return server


@contextmanager
def posting(mail: Mail) -> Iterator[Post]:
    """Give the way to the mail server, and hang up at the end."""
    post = Post(mail)
    try:
        yield post
    finally:
        post.close()


def said(error: BaseException) -> str:
    """Write on one line what a mail server answered, without anybody's address."""
    if isinstance(error, smtplib.SMTPResponseException):
        answer = (
            error.smtp_error.decode("utf-8", "replace") if isinstance(error.smtp_error, bytes) else error.smtp_error
        )
        return f"{error.smtp_code} {_one_line(str(answer))}"
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return "; ".join(
            f"{code} {_one_line(answer.decode('utf-8', 'replace'))}" for code, answer in error.recipients.values()
        )
    return _one_line(str(error)) or type(error).__name__

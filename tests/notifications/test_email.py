"""Sending: over real SMTP, to a server of our own."""

import ssl
import subprocess
from smtplib import SMTPServerDisconnected

import pytest
from aiosmtpd.smtp import AuthResult

from config import Mail
from shp_gov import clock
from shp_gov.notifications.email import Letter, MailUnreachable, Post, as_message, posting
from tests.notifications.letter_box import Box, mail_of, mail_server

LETTER = Letter(
    "<message-7@seaborough.example>", "Jo Tranter", "jo@seaborough.example", "Sent back: the plan", "Wörds\n"
)


@pytest.fixture
def box():
    return Box()


@pytest.fixture
def server(box):
    with mail_server(box) as running:
        yield running


def test_a_letter_arrives_as_it_was_written(app, server, box):
    with posting(mail_of(server)) as post:
        post.send(LETTER, at=clock.now())

    [letter] = box.letters
    assert letter["To"] == "Jo Tranter <jo@seaborough.example>"
    assert letter["From"] == "no-reply@seaborough.example"
    assert letter["Subject"] == "Sent back: the plan"
    assert letter["Message-ID"] == LETTER.message_id
    assert letter.get_content_type() == "text/plain"
    assert letter.get_content().splitlines() == ["Wörds"]


def test_after_the_server_hung_up_the_next_letter_still_goes(app, server, box):
    box.answers = ["hang up"]
    with posting(mail_of(server)) as post:
        with pytest.raises(SMTPServerDisconnected):
            post.send(LETTER, at=clock.now())
        post.send(LETTER, at=clock.now())

    assert len(box.letters) == 1


def test_a_server_that_is_not_there_is_said(app):
    mail = Mail("127.0.0.1", 9, "", "", tls_from_the_start=False, sender="no-reply@seaborough.example")

    with pytest.raises(MailUnreachable, match=r"127\.0\.0\.1:9: .*refused"):
        Post(mail).send(LETTER, at=clock.now())


@pytest.mark.parametrize("subject", ["Sent back\r\nBcc: all@seaborough.example", "Sent back\nX-Odd: 1"])
def test_nothing_breaks_out_of_a_header(subject):
    letter = Letter(
        "<1@seaborough.example>", "Jo\r\nBcc: all@seaborough.example", "jo@seaborough.example", subject, "Words"
    )

    with pytest.raises(ValueError, match=r"header|linefeed|newline"):
        as_message(letter, sender="no-reply@seaborough.example", at=clock.now())


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    key, cert = folder / "key.pem", folder / "cert.pem"
    words = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    words += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(cert)]
    try:
        subprocess.run(words, check=True, capture_output=True)
    except OSError:
        pytest.skip("openssl is not installed")
    return key, cert


@pytest.fixture
def private_server(box, certificate):
    key, cert = certificate
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(cert, key)

    def authenticate(server, session, envelope, mechanism, data):
        return AuthResult(success=(data.login, data.password) == (b"clerk", b"sesame"), handled=False)

    details = {"tls_context": context, "require_starttls": True, "auth_required": True}
    with mail_server(box, authenticator=authenticate, **details) as running:
        yield running


def test_a_password_goes_only_through_a_private_connection(app, private_server, box, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[1]))
    with posting(mail_of(private_server, user="clerk", password="sesame")) as post:
        post.send(LETTER, at=clock.now())

    assert len(box.letters) == 1


def test_a_server_we_cannot_trust_gets_no_password(app, private_server, box):
    with (
        posting(mail_of(private_server, user="clerk", password="sesame")) as post,
        pytest.raises(MailUnreachable, match="certificate"),
    ):
        post.send(LETTER, at=clock.now())

    assert box.letters == []


def test_a_wrong_password_is_said(app, private_server, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[1]))
    with (
        posting(mail_of(private_server, user="clerk", password="wrong")) as post,
        pytest.raises(MailUnreachable, match="535"),
    ):
        post.send(LETTER, at=clock.now())

"""A mail server of our own, and its letter box."""

import socket
from contextlib import contextmanager
from email import message_from_bytes, policy

from aiosmtpd.controller import Controller

from config import Mail


class Box:
    """Where letters arrive. It answers what it is told to answer, then takes everything."""

    def __init__(self):
        self.letters = []
        self.answers = []

    async def handle_DATA(self, server, session, envelope):
        """Take a letter, refuse it, or hang up."""
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer == "hang up":
            server.transport.abort()
            return "421 bye"
        if answer.startswith("250"):
            self.letters.append(message_from_bytes(envelope.content, policy=policy.default))
        return answer


@contextmanager
def mail_server(box, **details):
    """Run a mail server on a free port of this machine."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port, **details)
    controller.start()
    try:
        yield controller
    finally:
        controller.stop()


def mail_of(controller, **details) -> Mail:
    """Give the settings that reach a server."""
    usual = {"user": "", "password": "", "tls_from_the_start": False, "sender": "no-reply@seaborough.example"}
    return Mail(host="127.0.0.1", port=controller.port, **(usual | details))

"""No test reaches another machine."""

import smtplib
import socket

import pytest


def test_no_test_can_send_a_message_to_the_world():
    with pytest.raises(AssertionError, match=r"A test tried to reach 192\.0\.2\.1"):
        smtplib.SMTP("192.0.2.1", 25, timeout=1)


def test_this_machine_can_be_reached():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as ours:
        assert ours.getpeername() == server.getsockname()

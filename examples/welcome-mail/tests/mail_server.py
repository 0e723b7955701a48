"""A mail server on a port of its own, which refuses mail when told to."""

import socket
from contextlib import contextmanager

from aiosmtpd.controller import Controller


class Mailbox:
    """Keeps what it accepts. `answers` are given first, one a mail."""

    def __init__(self):
        self.messages = []
        self.answers = []
        self.refused = []

    async def handle_DATA(self, server, session, envelope):
        if self.answers:
            self.refused.append(self.answers.pop(0))
            return self.refused[-1]
        self.messages.append(envelope.content.decode())
        return "250 accepted"


@contextmanager
def running_mail_server():
    mailbox = Mailbox()
    mailbox.port = free_port()
    controller = Controller(mailbox, hostname="127.0.0.1", port=mailbox.port)
    controller.start()
    try:
        yield mailbox
    finally:
        controller.stop()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]

"""Stands in for the payment service and the carrier, on your machine.

Run `python providers.py`. It declines charges of more than 500, and keeps
everything in memory.
"""

import json
import threading
from contextlib import contextmanager
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MOST = Decimal(500)


class Providers(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, port):
        super().__init__(("127.0.0.1", port), Handler)
        self.lock = threading.Lock()
        # What was done, by path: "/charges/…" and "/parcels/…".
        self.done = {}
        self.cancelled = set()
        # Every request, as "PUT /charges/…".
        self.asked = []
        # What to answer instead, by the start of a request: lists of status
        # codes, which are used up one by one.
        self.failures = {}
        # Set to do as asked at a failure, and to say that it failed.
        self.acts_on_failure = False

    def answer(self, method, path, body):
        with self.lock:
            asked = f"{method} {path}"
            self.asked.append(asked)
            failure = self.next_failure(asked)
            if failure is None or self.acts_on_failure:
                status, answer = self.act(method, path, body)
            return (failure, {}) if failure else (status, answer)

    def next_failure(self, asked):
        for start, codes in self.failures.items():
            if asked.startswith(start) and codes:
                return codes.pop(0)
        return None

    def act(self, method, path, body):
        if method == "DELETE":
            self.cancelled.add(path)
            self.done.pop(path, None)
            return 200, {}
        if path in self.cancelled:
            return 409, {"error": "This was cancelled."}
        if Decimal(body.get("amount", 0)) > MOST:
            return 402, {"error": "The card was declined."}
        number = len(self.done) + 1
        return 200, {"id": self.done.setdefault(path, f"id-{number}")}

    @contextmanager
    def running(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        try:
            yield self
        finally:
            self.shutdown()
            self.server_close()


class Handler(BaseHTTPRequestHandler):
    def do_PUT(self):
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length)) if length else {}
        self.reply(*self.server.answer(self.command, self.path, body))

    do_DELETE = do_PUT

    def reply(self, status, answer):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, format, *args):
        if __name__ == "__main__":
            print(format % args)


if __name__ == "__main__":
    Providers(8090).serve_forever()

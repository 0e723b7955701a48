"""Stands in for the payment provider, the warehouse and the mailing list on a developer's machine.

Run it with `python providers.py`; it answers every call of the shop with a success and prints it.
"""

import json
import sys
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ANSWERS = [
    ("POST", "/captures/", lambda path: {}),
    ("POST", "/captures", lambda path: {"reference": f"ref-{uuid.uuid4().hex[:12]}"}),
    ("GET", "/captures/", lambda path: {"settled": True}),
    ("PUT", "/shipments/", lambda path: {"tracking_code": f"TRACK-{path.rsplit('/')[-1]}"}),
    ("PUT", "/subscribers/", lambda path: {}),
    ("DELETE", "/subscribers/", lambda path: {}),
]


class Provider(BaseHTTPRequestHandler):
    def answer(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        for method, prefix, body in ANSWERS:
            if self.command == method and self.path.startswith(prefix):
                return self.send(200, body(self.path))
        return self.send(404, {"error": "unknown path"})

    def send(self, status, body):
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = do_PUT = do_DELETE = answer


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8090
    print(f"providers listen on port {port}", flush=True)
    ThreadingHTTPServer(("", port), Provider).serve_forever()

"""A web in which every host is this proof."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Web:
    """
    An HTTP server that answers every request with `status` and a JSON object, or hangs up where `status` is None. The status may be
    changed while it runs.

    `requests` holds "METHOD https://host/path" of what was asked for, in order. As a context manager it is stopped with the block.
    """

    def __init__(self, status=200):
        self.status = status
        self.requests = []
        web = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self):
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                web.requests.append(f"{self.command} https://{self.headers.get('X-Proof-Host')}{self.path}")
                if web.status is None:
                    self.close_connection = True
                    return
                body = json.dumps({"path": self.path}).encode()
                self.send_response(web.status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

"""
Options for retries without `autoretry_for` change nothing: the first error is the last one, and a retry by hand waits for the default
three minutes. With the errors named, or the pause given to `retry`, the pauses are those that were asked for.

needs: redis
"""

import re

from lab import Web, project

PUSH = "from billing.tasks import push_invoice; push_invoice.delay(7)"
LIMIT = 5


def pauses(worker):
    """The seconds for which each retry is to wait, in order."""
    return [float(re.search(r"Retry in ([\d.]+)s", line).group(1)) for line in worker.lines(r"Retry in")]


with Web(status=503) as web:
    for heading in ("The errors to retry are not named", "A limit with nothing to limit"):
        billing = project("wrong", heading, web=web)
        with billing.worker() as worker:
            billing.run(PUSH)
            billing.show(worker.wait_for(r"push_invoice\S+ raised unexpected: HTTPError"))
            assert not worker.lines("Retry in")
        assert len(web.requests) == 1
        web.requests.clear()

with Web(status=None) as web:
    billing = project("wrong", "Backoff for a retry made by hand", web=web, faster=1000)
    with billing.worker() as worker:
        billing.run(PUSH)
        billing.show(worker.wait_for("Retry in", count=3))
        assert pauses(worker) == [180] * 3, worker.log

    for heading, spans in [
        ("Automatic retries", [(0, 2**retries) for retries in range(LIMIT)]),
        ("Pauses computed for a retry made by hand", [(15 * 2**retries, 30 * 2**retries) for retries in range(LIMIT)]),
    ]:
        billing = project("right", heading, web=web, faster=1000)
        web.requests.clear()
        with billing.worker() as worker:
            billing.run(PUSH)
            failed = worker.wait_for(r"push_invoice\S+ raised unexpected: ConnectionError")
            for pause, (least, most) in zip(pauses(worker), spans, strict=True):
                assert least <= pause <= most, worker.log
            assert len(web.requests) == LIMIT + 1
            # Jitter makes each pause another one.
            billing.show(f"after {LIMIT} retries, with pauses of at most {[most for _, most in spans]} seconds: {failed}")

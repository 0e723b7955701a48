"""
`self.retry(exc)` ends the task in a TypeError at the first failure; `self.retry(exc=exc)` tries it again.

needs: redis
"""

from lab import Web, project

CHARGE = "from billing.tasks import charge; charge.delay(7)"
CHARGE_BY_NAME = "from billing.tasks import charge; charge.delay(order_id=7)"

with Web(status=503) as web:
    for call in (CHARGE, CHARGE_BY_NAME):
        billing = project("wrong", web=web, faster=100)
        with billing.worker() as worker:
            billing.run(call)
            billing.show(worker.wait_for(r"charge\S+ raised unexpected: TypeError"))
            assert not worker.lines("Retry in")
            assert len(web.requests) == 1
        web.requests.clear()

    billing = project("right", web=web, faster=100)
    with billing.worker() as worker:
        billing.run(CHARGE)
        retry = worker.wait_for(r"Retry in 60s", count=2)
        web.status = 200
        worker.wait_for("succeeded")
        assert not worker.lines("TypeError")
        assert len(web.requests) == len(worker.lines("Retry in")) + 1
        billing.show(retry)

"""
Under a namespace, Celery 5.7 prints the password of `CELERY_BROKER_URL` in `celery report` and `inspect conf`; taken from the environment variable
of that name alone, the address is used and not printed.

needs: redis
since: celery 5.7
"""

from lab import plain_project

ADDRESS = "redis://shop:hush@localhost:6379/0"
REPORT = """
from config.celery import app
assert app.conf.broker_url == "redis://shop:hush@localhost:6379/0"
print(app.bugreport())
"""
CONF = "from celery.worker.control import conf; from types import SimpleNamespace; from config.celery import app; print(conf(SimpleNamespace(app=app)))"

shop = plain_project("wrong", {}, settings={"CELERY_BROKER_URL": ADDRESS})
lines = [line for line in shop.run(REPORT).splitlines() if "hush" in line]
assert len(lines) == 1, lines
assert "hush" in shop.run(CONF)
shop.show(f"celery report: {lines[0]}")

shop = plain_project("right", {}, settings={"CELERY_BROKER_URL": None})
shop.env["CELERY_BROKER_URL"] = ADDRESS
report = shop.run(REPORT)
assert "hush" not in report, report
assert "hush" not in shop.run(CONF)
shop.show("celery report: " + next(line for line in report.splitlines() if "CELERY_BROKER_URL" in line))

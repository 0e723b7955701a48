"""
A task that waits for another one's result is refused after the other was sent; where a pool does not refuse, it holds the slot that
the other one needs. A chain, a chord or a plain function end on one slot, too.

needs: redis
"""

from lab import plain_project, project
from lab.examples import example

BUILD = "from reports.tasks import build_report; build_report.delay(7)"
COUNT = "from reports.tasks import count_all; count_all.delay(['north', 'south', 'east'])"
ONE_SLOT = "--concurrency=1"
REFUSED = r"raised unexpected: RuntimeError\('Never call result\.get\(\) within a task!"


def short(files):
    """The files, with three seconds in place of thirty."""
    assert "timeout=30" in files["reports/tasks.py"]
    return {"reports/tasks.py": files["reports/tasks.py"].replace("timeout=30", "timeout=3")}


for heading, call, waiting, other in [
    ("Waiting for one task", BUILD, "build_report", "render"),
    ("Waiting for a group", COUNT, "count_all", "count"),
]:
    reports = project("wrong", heading)
    with reports.worker() as worker:
        reports.run(call)
        reports.show(worker.wait_for(rf"Task reports\.tasks\.{waiting}\S+ {REFUSED}"))
        worker.wait_for(rf"Task reports\.tasks\.{other}\S+ succeeded")

reports = plain_project("wrong", short(example("wrong", "Waiting for one task")))
with reports.worker("--pool=gevent", ONE_SLOT) as worker:
    reports.run(BUILD)
    reports.show(worker.wait_for(r"build_report\S+ raised unexpected: TimeoutError"))
    rendered = worker.wait_for(r"render\S+ succeeded")
    assert worker.log.index("TimeoutError") < worker.log.index(rendered), worker.log

for heading, call, written in [
    ("The next step as a task of its own", BUILD, "^report 7$"),
    ("A chord collects the results", COUNT, "^14$"),
    ("The work without a task", BUILD, "^report 7$"),
]:
    reports = project("right", heading)
    with reports.worker(ONE_SLOT) as worker:
        reports.run(call)
        worker.wait_for(written)
        reports.show(worker.wait_for(r"(build_report|publish|add_up)\S+ succeeded"))
        assert not worker.lines("raised"), worker.log

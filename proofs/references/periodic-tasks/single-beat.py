"""
Two beats send each due entry twice, and neither notices the other; a pid file refuses the second on the same machine.

needs: redis
"""

import sys

from lab import Program, plain_project, wait_until

SETTINGS = {"CELERY_BEAT_SCHEDULE": {"report": {"task": "shop.tasks.report", "schedule": 8}}}
FILES = {"shop/tasks.py": ""}

shop = plain_project("wrong", FILES, settings=SETTINGS)
with shop.beat("--schedule", "first") as first, shop.beat("--schedule", "second") as second:
    first.wait_for("Sending due task report")
    second.wait_for("Sending due task report")
    wait_until(lambda: len(shop.queued()) >= 2, "both beats to send")
    assert all(len(beat.lines("Sending due task report")) == 1 for beat in (first, second))
sent = len(shop.queued())
assert sent == 2, sent
shop.show(f"one slot, two beats: {sent} messages")

shop = plain_project("right", FILES, settings=SETTINGS)
with shop.beat("--pidfile", "beat.pid") as only:
    command = [sys.executable, "-m", "celery", "-A", "config", "beat", "--pidfile", "beat.pid"]
    with Program("a second beat", command, cwd=shop.folder, env=shop.env) as refused:
        assert refused.wait() != 0
        line = refused.wait_for("already exists")
    only.wait_for("Sending due task report")
    wait_until(shop.queued, "the one beat to send")
assert len(shop.queued()) == 1
shop.show(line)

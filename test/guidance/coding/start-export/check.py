"""
The answer names the task that is sent after the commit.

needs: redis
"""

from grading import messages, passed, result, sends_in_transaction, value

EXPORT = """
from django.test import Client
answer = Client().post("/exports/", {"email": "ada@example.com"})
assert answer.status_code == 202, answer.status_code
open("task-id", "w").write(answer.json()["task"])
"""

shop = result()
sent = sends_in_transaction(shop, EXPORT)
assert sent == [False], f"a transaction was open at these sends: {sent}"
answered = (shop.folder / "task-id").read_text()
assert [message["headers"]["id"] for message in messages(shop)] == [answered]
with shop.worker() as worker:
    worker.wait_for("run_export.* succeeded")
assert value(shop, "from shop.models import Export; Export.objects.get().is_done")
passed("the task that was named did the export")

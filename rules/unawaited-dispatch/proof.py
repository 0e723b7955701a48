"""
Without `await`, `aenqueue` sends nothing, the request is answered as if it had, and all there is to see is a warning; with it the task is
sent. Shown with the package django-tasks in the place of `django.tasks`, which Django has since 6.0.
"""

from lab import project

# Stands before everything else, so that the page's `from django.tasks import task` finds the package.
SETTINGS = """
import sys

import django_tasks

sys.modules["django.tasks"] = django_tasks
"""
URLS = """
from django.urls import path

from accounts.views import sign_up

urlpatterns = [path("accounts/", sign_up)]
"""
ACCOUNTS = {"config/settings.py": SETTINGS, "accounts/urls.py": URLS}

# The default backend runs a task as it is sent: what a task prints stands before the answer.
SIGN_UP = """
import asyncio
from django.test import AsyncClient
answer = asyncio.run(AsyncClient().post("/accounts/", {"email": "ada@example.com"}))
from accounts.models import Account
print("answered with", answer.status_code, "and", Account.objects.count(), "account")
"""
ANSWERED = "answered with 202 and 1 account"

accounts = project("wrong", "Python", ACCOUNTS)
wrote = accounts.run(SIGN_UP).splitlines()
warnings = [line for line in wrote if line.endswith("accounts/views.py:9: RuntimeWarning: coroutine 'Task.aenqueue' was never awaited")]
assert len(warnings) == 1 and ANSWERED in wrote, wrote
assert not [line for line in wrote if line.startswith("welcome")], wrote
accounts.show(f"{ANSWERED}, and no welcome")
accounts.show(warnings[0].removeprefix(f"{accounts.folder}/"))

accounts = project("right", "Python", ACCOUNTS)
wrote = accounts.run(SIGN_UP).splitlines()
assert wrote == ["welcome 1", ANSWERED], wrote
accounts.show(wrote[0])

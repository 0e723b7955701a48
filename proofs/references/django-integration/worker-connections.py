"""
A task whose connection is cut while it waits fails at the next query, ensure_connection() or not; one that closes it before the wait
goes on with a new one, and so does the next task of the worker.

needs: redis, postgres
"""

from lab import plain_project

TASKS = """
from celery import shared_task
from django.db import connection, connections


def ask(sql, through=connection):
    with through.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]


def cut_others():
    other = connections.create_connection("default")
    mine = "pid <> pg_backend_pid() AND datname = current_database()"
    ask(f"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE {mine}", other)
    other.close()


@shared_task
def keep():
    ask("SELECT 1")
    cut_others()
    connection.ensure_connection()
    return ask("SELECT 1")


@shared_task
def let_go():
    ask("SELECT 1")
    connection.close()
    cut_others()
    return ask("SELECT 1")


@shared_task
def backend():
    return ask("SELECT pg_backend_pid()")
"""
FILES = {"shop/tasks.py": TASKS}


def run(role, name, expected):
    shop = plain_project(role, FILES)
    with shop.worker("--concurrency=1") as worker:
        shop.run(f"from shop.tasks import {name}; {name}.delay()")
        line = worker.wait_for(expected)
        # The connection that was cut does not reach the next task, and each task has one of its own.
        shop.run("from shop.tasks import backend; backend.delay(); backend.delay()")
        worker.wait_for(r"backend\S+ succeeded", count=2)
        backends = {each.rsplit(": ", 1)[-1] for each in worker.lines(r"backend\S+ succeeded")}
        assert len(backends) == 2, backends
        shop.show(line)


run("wrong", "keep", r"keep\S+ raised unexpected: OperationalError")
run("right", "let_go", r"let_go\S+ succeeded")

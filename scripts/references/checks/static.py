"""What can be said of Python without running it: undefined names, attributes and arguments that a package does not have."""

import ast
import importlib
import inspect
import re
import types
from functools import cache
from pathlib import Path

import celery.backends
from celery import Celery
from celery.app.defaults import DEFAULTS
from celery.app.task import Context, Task
from django.core.exceptions import AppRegistryNotReady, ImproperlyConfigured
from pyflakes import checker

DECORATOR_OPTIONS = {"base", "bind", "name", "shared", "lazy", "autoretry_for", "dont_autoretry_for", "retry_kwargs", "retry_backoff"} | {
    "retry_backoff_max", "retry_jitter", "pydantic", "pydantic_strict", "pydantic_context", "pydantic_dump_kwargs", "after_return"
} | {"queue", "routing_key", "exchange", "delivery_mode", "compression"}  # fmt: skip
DISPATCH_OPTIONS = {"args", "kwargs", "task_id", "producer", "link", "link_error", "shadow", "countdown", "eta", "expires", "retry"} | {
    "retry_policy", "queue", "exchange", "routing_key", "priority", "serializer", "compression", "headers", "ignore_result", "time_limit"
} | {"soft_time_limit", "add_to_parent", "reply_to", "delivery_mode", "root_id", "parent_id", "group_id", "connection", "chord", "router"}  # fmt: skip
# Read from the app's configuration by packages beside Celery.
OTHER_SETTINGS = ("redbeat_", "django_")


def find_problems(path: Path) -> list[str]:
    text = path.read_text()
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        return [f"line {error.lineno}: {error.msg}"]
    return check(tree, frozenset())


def check(tree: ast.Module, project: frozenset[str]) -> list[str]:
    """Problems of a module. Names below the packages of `project` are taken as they are."""
    problems = [f"line {message.lineno}: {message.message % message.message_args}" for message in checker.Checker(tree).messages]
    names, unresolved = imported_names(tree, project)
    problems += unresolved
    for node in ast.walk(tree):
        problems += [f"line {getattr(node, 'lineno', 0)}: {problem}" for problem in check_node(node, names)]
    return problems


def imported_names(tree: ast.Module, project: frozenset[str]) -> tuple[dict[str, object], list[str]]:
    """What the imports of a module bind, apart from names that it binds again."""
    names: dict[str, object] = {}
    problems = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            wanted = [(alias.name, None, alias.asname or alias.name.split(".")[0], alias.asname is None) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            wanted = [(node.module, alias.name, alias.asname or alias.name, False) for alias in node.names]
        else:
            continue
        for module, name, bound, is_root in wanted:
            if module.split(".")[0] in project:
                continue
            try:
                found = importlib.import_module(module)
                names[bound] = importlib.import_module(bound) if is_root else found if name is None else attribute(found, name)
            except (ImproperlyConfigured, AppRegistryNotReady):
                continue  # A program that sets Django up imports models afterwards: running it tells more.
            except (ImportError, AttributeError) as error:
                problems.append(f"line {node.lineno}: {error}")
    rebound = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    rebound |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    return {name: value for name, value in names.items() if name not in rebound}, problems


def attribute(module: types.ModuleType, name: str) -> object:
    try:
        return getattr(module, name)
    except AttributeError:
        return importlib.import_module(f"{module.__name__}.{name}")


def check_node(node: ast.AST, names: dict[str, object]) -> list[str]:
    if isinstance(node, ast.Attribute):
        return check_attribute(node, names) + check_conf(node)
    if isinstance(node, ast.Call):
        return check_call(node, names)
    if isinstance(node, ast.Assign):
        return [problem for target in node.targets for problem in check_setting(target)]
    if isinstance(node, ast.FunctionDef):
        return check_bound_task(node)
    return []


def resolve(node: ast.expr, names: dict[str, object]) -> object | None:
    """What an expression of names and dots stands for, as long as modules and classes lead there; `None` where that is unknown."""
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.Attribute):
        owner = resolve(node.value, names)
        return getattr(owner, node.attr, None) if leads_on(owner) else None
    return None


def leads_on(owner: object) -> bool:
    """Whether attributes can be looked up without running code. `isinstance` would set up Django's lazy settings."""
    return issubclass(type(owner), (types.ModuleType, type))


def check_attribute(node: ast.Attribute, names: dict[str, object]) -> list[str]:
    owner = resolve(node.value, names)
    if not leads_on(owner) or isinstance(node.ctx, ast.Store):
        return []
    if isinstance(owner, type) and type(owner).__module__.startswith("django.db"):
        return []
    return [] if hasattr(owner, node.attr) else [f"{owner.__name__} has no {node.attr}"]


def check_call(node: ast.Call, names: dict[str, object]) -> list[str]:
    keywords = {keyword.arg for keyword in node.keywords if keyword.arg is not None}
    if isinstance(node.func, ast.Attribute) and node.func.attr == "apply_async":
        return [f"apply_async has no option {name}" for name in sorted(keywords - DISPATCH_OPTIONS)]
    if is_task_decorator(node.func):
        return [f"a task has no option {name}" for name in sorted(keywords - DECORATOR_OPTIONS) if not hasattr(Task, name)]
    if isinstance(node.func, ast.Attribute) and node.func.attr == "update" and is_conf(node.func.value):
        return [f"Celery has no setting {name}" for name in sorted(keywords) if not is_setting(name)]
    return check_signature(node, resolve(node.func, names), keywords)


def check_signature(node: ast.Call, function: object | None, keywords: set[str]) -> list[str]:
    if function is None or not callable(function) or (isinstance(function, type) and issubclass(function, (Celery, BaseException))):
        return []
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return []
    if any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters):
        return []
    taken = {parameter.name for parameter in parameters if parameter.kind is not parameter.POSITIONAL_ONLY}
    return [f"{getattr(function, '__name__', function)} takes no argument {name}" for name in sorted(keywords - taken)]


def is_task_decorator(node: ast.expr) -> bool:
    if isinstance(node, ast.Name):
        return node.id == "shared_task"
    return isinstance(node, ast.Attribute) and node.attr == "task" and isinstance(node.value, ast.Name) and node.value.id in {"app", "celery_app"}


def is_conf(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "conf" and isinstance(node.value, ast.Name) and node.value.id in {"app", "celery_app"}


def check_conf(node: ast.Attribute) -> list[str]:
    """`app.conf.name = …`, which Celery stores whatever the name is."""
    if not isinstance(node.ctx, ast.Store) or not is_conf(node.value) or is_setting(node.attr):
        return []
    return [f"Celery has no setting {node.attr}"]


def check_setting(target: ast.expr) -> list[str]:
    """`CELERY_NAME = …` in the settings of Django."""
    if not isinstance(target, ast.Name) or not target.id.startswith("CELERY_"):
        return []
    name = target.id.removeprefix("CELERY_").lower()
    return [] if is_setting(name) else [f"Celery has no setting {name}, so {target.id} does nothing"]


def is_setting(name: str) -> bool:
    return name in DEFAULTS or name in settings_of_backends() or name.startswith(OTHER_SETTINGS)


@cache
def settings_of_backends() -> frozenset[str]:
    """Settings that result backends ask for by name; some of them have no default."""
    files = Path(celery.backends.__path__[0]).rglob("*.py")
    return frozenset(name for file in files for name in re.findall(r"get\('([a-z_]+)'", file.read_text()))


def check_bound_task(node: ast.FunctionDef) -> list[str]:
    calls = [each for each in node.decorator_list if isinstance(each, ast.Call) and is_task_decorator(each.func)]
    if not any(keyword.arg == "bind" for call in calls for keyword in call.keywords) or not node.args.args:
        return []
    this = node.args.args[0].arg
    has_base = any(keyword.arg == "base" for call in calls for keyword in call.keywords)  # A base may bring attributes of its own.
    problems = []
    for each in ast.walk(node):
        if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name) and each.value.id == this and not (has_base or hasattr(Task, each.attr)):
            problems.append(f"a task has no {each.attr}")
        if isinstance(each, ast.Attribute) and ast.unparse(each.value) == f"{this}.request" and not hasattr(Context, each.attr):
            problems.append(f"the request of a task has no {each.attr}")
    return problems

import os
from datetime import timedelta
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent

DEBUG = True
SECRET_KEY = "only-for-this-example"
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]

INSTALLED_APPS = [
    "orders",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
    },
]
ROOT_URLCONF = "config.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TIME_ZONE = "UTC"
USE_TZ = True

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": BASE_DIR / "db.sqlite3",
        "OPTIONS": {"timeout": 20, "transaction_mode": "IMMEDIATE"},
    },
}

PAYMENTS_URL = os.environ.get("PAYMENTS_URL", "http://localhost:8090")
CARRIER_URL = os.environ.get("CARRIER_URL", "http://localhost:8090")
HTTP_TIMEOUT = (3.05, 10)

# The seconds before the first retry; they double up to five minutes.
STEP_BACKOFF = 5
# Longer than the longest pause between two retries of a step.
ORDER_STALLED_AFTER = timedelta(minutes=15)

CELERY_BROKER_URL = os.environ.get("REDIS_URL", "redis://localhost:6379/0")
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "global_keyprefix": "order-workflow:",
    "visibility_timeout": 3600,
}
# A request must not wait long for a broker that is away.
CELERY_TASK_PUBLISH_RETRY_POLICY = {
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0.2,
}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SOFT_TIME_LIMIT = 30
CELERY_TASK_TIME_LIMIT = 45
CELERY_BEAT_SCHEDULE = {
    "resume-stalled-orders": {
        "task": "orders.tasks.resume_stalled_orders",
        "schedule": 300.0,
        "options": {"expires": 240},
    },
}

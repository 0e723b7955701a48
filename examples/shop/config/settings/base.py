import os
from pathlib import Path

from celery.schedules import crontab

BASE_DIR = Path(__file__).resolve().parent.parent.parent

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "rest_framework",
    "catalogue.apps.CatalogueConfig",
    "customers",
    "orders",
    "payments",
    "fulfilment",
    "api",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

POSTGRES = {
    "ENGINE": "django.db.backends.postgresql",
    "NAME": os.environ.get("POSTGRES_DB", "shop"),
    "USER": os.environ.get("POSTGRES_USER", "shop"),
    "PASSWORD": os.environ.get("POSTGRES_PASSWORD", ""),
    "HOST": os.environ.get("POSTGRES_HOST", "localhost"),
    "PORT": os.environ.get("POSTGRES_PORT", "5432"),
}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/Berlin"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = BASE_DIR / "media"

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "rest_framework.authentication.SessionAuthentication",
        "rest_framework.authentication.BasicAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination",
    "PAGE_SIZE": 50,
}

DEFAULT_FROM_EMAIL = "shop@example.com"
SALES_TEAM_EMAIL = "sales@example.com"
PURCHASING_EMAIL = "purchasing@example.com"

UNPAID_ORDER_HOURS = 48
PAYMENT_SETTLEMENT_DAYS = 5

GATEWAY_URL = os.environ.get("GATEWAY_URL", "http://localhost:8090")
GATEWAY_API_KEY = os.environ.get("GATEWAY_API_KEY", "")
GATEWAY_WEBHOOK_KEY = os.environ.get("GATEWAY_WEBHOOK_KEY", "")
WAREHOUSE_URL = os.environ.get("WAREHOUSE_URL", "http://localhost:8090")
MAILING_LIST_URL = os.environ.get("MAILING_LIST_URL", "http://localhost:8090")
HTTP_TIMEOUT = (3.05, 20)

CELERY_BROKER_URL = os.environ.get("CELERY_BROKER_URL", "redis://localhost:6379/0")
CELERY_RESULT_BACKEND = os.environ.get("CELERY_RESULT_BACKEND", "redis://localhost:6379/1")
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 3600}
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_SERIALIZER = "json"
CELERY_RESULT_SERIALIZER = "json"
CELERY_RESULT_EXPIRES = 60 * 60 * 24
CELERY_TIMEZONE = TIME_ZONE
CELERY_TASK_TIME_LIMIT = 600
CELERY_TASK_DEFAULT_QUEUE = "default"
CELERY_TASK_ROUTES = {
    "payments.tasks.*": {"queue": "payments"},
    "catalogue.tasks.*": {"queue": "bulk"},
}
CELERY_PING_TIMEOUT = 3

CELERY_BEAT_SCHEDULE = {
    "expire-unpaid-orders": {
        "task": "orders.tasks.expire_unpaid_orders",
        "schedule": crontab(minute="*/15"),
        "options": {"expires": 600},
    },
    "resume-stuck-orders": {
        "task": "orders.tasks.resume_stuck_orders",
        "schedule": crontab(minute=20),
        "options": {"expires": 1800},
    },
    "daily-sales-summary": {
        "task": "orders.tasks.mail_sales_summary",
        "schedule": crontab(hour=6),
        "options": {"expires": 3600},
    },
    "capture-forgotten-payments": {
        "task": "payments.tasks.capture_forgotten_payments",
        "schedule": 300.0,
        "options": {"expires": 240},
    },
    "value-stock": {
        "task": "catalogue.tasks.value_stock",
        "schedule": crontab(minute=30, hour=2, day_of_week="monday"),
    },
    "rebuild-search": {
        "task": "catalogue.tasks.rebuild_search",
        "schedule": crontab(0, 4),
    },
    "birthday-vouchers": {
        "task": "customers.tasks.send_birthday_vouchers",
        "schedule": crontab(minute=0, hour=9),
    },
}

import os

from config.settings.base import *  # noqa: F403
from config.settings.base import BASE_DIR, POSTGRES

DEBUG = True
SECRET_KEY = "dev-only-not-used-anywhere-else"
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]

SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": BASE_DIR / "shop.sqlite3",
    "OPTIONS": {"timeout": 20, "transaction_mode": "IMMEDIATE"},
}
DATABASES = {"default": POSTGRES if "POSTGRES_HOST" in os.environ else SQLITE}

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

"""Settings of the tests, and of the workers that the tests start.

Each run has its own database and its own keys in Redis. Workers find them
by TEST_RUN, which they inherit.
"""

import os
from datetime import timedelta
from pathlib import Path
from tempfile import gettempdir
from uuid import uuid4

from config.settings import *  # noqa: F403
from config.settings import CELERY_BROKER_TRANSPORT_OPTIONS, DATABASES

RUN = os.environ.setdefault("TEST_RUN", f"test-{uuid4().hex}")

# A file, and not in memory: the worker is another process.
DATABASE_FILE = Path(gettempdir()) / f"{RUN}.sqlite3"
DATABASES["default"]["NAME"] = DATABASE_FILE
DATABASES["default"]["TEST"] = {"NAME": DATABASE_FILE}
CELERY_BROKER_TRANSPORT_OPTIONS["global_keyprefix"] = f"{RUN}:"

STEP_BACKOFF = 1
ORDER_STALLED_AFTER = timedelta(0)

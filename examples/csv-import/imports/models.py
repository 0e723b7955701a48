from django.conf import settings
from django.db import models
from django.utils import timezone


class Product(models.Model):
    sku = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=200)
    price = models.DecimalField(max_digits=9, decimal_places=2)

    def __str__(self):
        return self.sku


class Import(models.Model):
    """An uploaded file, and how much of it is in the database.

    `position` and `lines` move in the transaction that stores what was read
    up to there. So they are true at any time, whatever became of a worker.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        FINISHED = "finished"
        FAILED = "failed"

    UNFINISHED = (State.WAITING, State.RUNNING)

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE
    )
    file = models.FileField(upload_to="imports/")
    size = models.PositiveBigIntegerField()
    state = models.CharField(
        max_length=10, choices=State, default=State.WAITING
    )
    position = models.PositiveBigIntegerField(default=0)
    lines = models.PositiveIntegerField(default=0)
    stored = models.PositiveIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    problem = models.TextField(blank=True)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["state", "changed_at"])]

    def __str__(self):
        return f"import {self.pk} ({self.state})"

    @property
    def percent(self):
        """By bytes: nobody has to count the lines first."""
        return 100 * self.position // self.size if self.size else 100


class LineError(models.Model):
    """Why a line of a file was left out."""

    # "import" is a keyword.
    source = models.ForeignKey(
        Import, on_delete=models.CASCADE, related_name="errors"
    )
    line = models.PositiveIntegerField()
    message = models.TextField()

    class Meta:
        ordering = ["line"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "line"], name="one_error_a_line"
            )
        ]

    def __str__(self):
        return f"line {self.line}: {self.message}"

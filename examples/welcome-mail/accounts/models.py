from django.conf import settings
from django.db import models
from django.utils import timezone


class WelcomeMail(models.Model):
    """The mail that each user gets once.

    The row is what counts; a message in the queue only says that it is time
    to look at it. The one-to-one field is the constraint that keeps a user
    from having two.
    """

    class State(models.TextChoices):
        DUE = "due"
        SENDING = "sending"
        SENT = "sent"
        FAILED = "failed"

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="welcome_mail",
    )
    state = models.CharField(max_length=10, choices=State, default=State.DUE)
    changed_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "changed_at"])]

    def __str__(self):
        return f"welcome mail {self.pk} ({self.state})"

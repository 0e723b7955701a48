from django.urls import path

from accounts.views import RegistrationView, WelcomeView

urlpatterns = [
    path("", RegistrationView.as_view(), name="register"),
    path("welcome/", WelcomeView.as_view(), name="welcome"),
]

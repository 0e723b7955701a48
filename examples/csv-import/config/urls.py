from django.contrib.auth.views import LoginView
from django.urls import path

from imports.views import ErrorsView, ImportView, ProgressView, UploadView

urlpatterns = [
    path("", UploadView.as_view(), name="upload"),
    path("login/", LoginView.as_view(), name="login"),
    path("imports/<int:pk>/", ImportView.as_view(), name="import"),
    path("imports/<int:pk>/progress/", ProgressView.as_view()),
    path("imports/<int:pk>/errors/", ErrorsView.as_view()),
]

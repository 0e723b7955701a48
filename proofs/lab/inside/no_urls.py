"""The addresses of a project that has none."""

urlpatterns = []

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import JsonResponse
from django.shortcuts import redirect
from django.views.generic import DetailView, FormView

from imports.forms import UploadForm
from imports.models import Import
from imports.uploads import start_import


class UploadView(LoginRequiredMixin, FormView):
    form_class = UploadForm
    template_name = "imports/upload.html"

    def form_valid(self, form):
        source = start_import(self.request.user, form.cleaned_data["file"])
        return redirect("import", pk=source.pk)


class ImportView(LoginRequiredMixin, DetailView):
    """The page of an import, for the user whose it is."""

    context_object_name = "source"

    def get_queryset(self):
        return Import.objects.filter(owner=self.request.user)


class ProgressView(ImportView):
    """What the page asks for each second: the row, and no worker."""

    def render_to_response(self, context):
        source = self.object
        return JsonResponse(
            {
                "state": source.state,
                "percent": source.percent,
                "lines": source.lines,
                "stored": source.stored,
                "errors": source.errors.count(),
                "problem": source.problem,
            }
        )


class ErrorsView(ImportView):
    """The first thousand lines that were left out."""

    def render_to_response(self, context):
        errors = self.object.errors.values("line", "message")[:1000]
        return JsonResponse({"errors": list(errors)})

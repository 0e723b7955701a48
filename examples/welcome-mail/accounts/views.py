from django.urls import reverse_lazy
from django.views.generic import FormView, TemplateView

from accounts.forms import RegistrationForm
from accounts.services import register


class RegistrationView(FormView):
    form_class = RegistrationForm
    template_name = "accounts/register.html"
    success_url = reverse_lazy("welcome")

    def form_valid(self, form):
        register(form)
        return super().form_valid(form)


class WelcomeView(TemplateView):
    template_name = "accounts/welcome.html"

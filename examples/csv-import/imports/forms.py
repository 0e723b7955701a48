from django import forms
from django.conf import settings


class UploadForm(forms.Form):
    file = forms.FileField()

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > settings.IMPORT_MAX_BYTES:
            raise forms.ValidationError("This file is too large.")
        return file


class ProductForm(forms.Form):
    """One line of a file."""

    sku = forms.CharField(max_length=40)
    name = forms.CharField(max_length=200)
    price = forms.DecimalField(max_digits=9, decimal_places=2, min_value=0)

    def problems(self):
        """Gives the errors as one line of text."""
        return "; ".join(
            f"{field}: {' '.join(errors)}"
            for field, errors in self.errors.items()
        )

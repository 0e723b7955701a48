import uuid

from django import forms

from orders.models import Product


class CheckoutForm(forms.Form):
    reference = forms.UUIDField(initial=uuid.uuid4, widget=forms.HiddenInput)
    product = forms.ModelChoiceField(Product.objects.all())
    quantity = forms.IntegerField(min_value=1, max_value=99, initial=1)

import { describe, expect, test } from 'vitest'
import { shownTypes } from './shown-type.ts'

const files = {
  'shop/models.py': 'from django.db import models\n\nclass Order(models.Model): ...\n',
  'shop/forms.py':
    'from django import forms\nfrom shop.models import Order\n\nclass Based(forms.ModelForm):\n    def save(self, commit=True):\n        order = super().save(commit=False)\n        return order\n\n' +
    'class OrderForm(Based):\n    class Meta:\n        model = Order\n\nclass PlainForm(forms.Form): ...\n\n' +
    'class LateForm(forms.ModelForm):\n    class Meta:\n        model = Order\n',
  'shop/serializers.py':
    'from rest_framework import serializers\nfrom shop.models import Order\n\nclass OrderSerializer(serializers.ModelSerializer):\n    class Meta:\n        model = Order\n\n' +
    'class MakingSerializer(serializers.Serializer):\n    def create(self, data):\n        return Order.objects.create(**data)\n\nclass PlainSerializer(serializers.Serializer): ...\n',
}
const imports =
  'from django.contrib import admin\nfrom django.views import generic\nfrom django.views.generic import View\nfrom django.http import HttpResponse\n' +
  'from rest_framework import generics, views, viewsets\nfrom rest_framework.decorators import api_view\n' +
  'from shop.forms import LateForm, OrderForm, PlainForm\nfrom shop.models import Order\nfrom shop.serializers import MakingSerializer, OrderSerializer, PlainSerializer\n'

function shown(source: string): readonly string[] {
  return shownTypes({ ...files, 'shop/main.py': imports + source }, 'shop/main.py')
}

describe('forms and serializers', () => {
  test.each<[string, string]>([
    ['OrderForm(data).save()', 'entity Order'],
    ['LateForm(data).save(commit=False)', 'entity Order'],
    ['LateForm(data).instance', 'entity Order'],
    ['PlainForm(data)', 'instance PlainForm'],
    ['OrderSerializer(data=data).save()', 'entity Order'],
    ['OrderSerializer(data=data).instance', 'entity Order'],
    ['MakingSerializer(data=data).save()', 'entity Order'],
    ['PlainSerializer(data=data).save()', 'rest_framework.serializers.Serializer().save()'],
    ['OrderSerializer(data=data).data', 'rest_framework.serializers.ModelSerializer().data'],
  ])('%s', (expression, type) => {
    expect(shown(`show(${expression})`)).toEqual([type])
  })
})

describe('views', () => {
  test.each<[string, string, string, string]>([
    ['the model', 'generic.DetailView', 'model = Order', 'self.get_object()'],
    ['the query set', 'generic.DetailView', 'queryset = Order.objects.filter(a=1)', 'self.object'],
    ['the form', 'generic.UpdateView', 'form_class = OrderForm', 'self.object'],
    ['the serializer', 'generics.RetrieveAPIView', 'serializer_class = OrderSerializer', 'self.get_object()'],
    ['a view set', 'viewsets.ModelViewSet', 'queryset = Order.objects.all()', 'self.get_object()'],
  ])('the row by %s', (_name, base, attribute, expression) => {
    expect(shown(`class Page(${base}):\n    ${attribute}\n    def get(self, request):\n        show(${expression})`)).toEqual(['entity Order'])
  })

  test('the row by a query set of the view’s own', () => {
    const source = 'class Page(viewsets.GenericViewSet):\n    def get_queryset(self):\n        return Order.objects.filter(user=self.request.user)\n    def close(self, request):\n        show(self.get_object(), self.get_queryset(), self.request.user)'
    expect(shown(source)).toEqual(['entity Order', 'query set of Order', 'entity User'])
  })

  test('a row of who knows what', () => {
    expect(shown('class Page(generic.DetailView):\n    def get(self, request):\n        show(self.get_object())')).toEqual(['entity ?'])
  })

  test('what a plain view does not have', () => {
    const source = 'class Page(View):\n    def get(self, request):\n        show(self.get_object())\n\nclass Api(views.APIView):\n    def get_object(self):\n        return 5\n    def get(self, request):\n        show(self.get_object())'
    expect(shown(source)).toEqual(['django.views.generic.View().get_object()', '5'])
  })

  test('an attribute that a method sets', () => {
    const source = 'class Page(generic.CreateView):\n    model = Order\n    def form_valid(self, form):\n        self.object = None\n        self.count = 3\n        show(self.object, self.count)'
    expect(shown(source)).toEqual(['entity Order', '3'])
  })

  test('what generic views hand over', () => {
    const source =
      'class Page(generic.FormView):\n    form_class = PlainForm\n    def form_valid(self, form):\n        show(form)\n\nclass Plain(generic.CreateView):\n    model = Order\n    def form_valid(self, form):\n        show(form)\n\n' +
      'class Api(generics.CreateAPIView):\n    serializer_class = OrderSerializer\n    def perform_create(self, serializer):\n        show(serializer.save())\n\nclass Other:\n    def form_valid(self, form):\n        show(form)'
    expect(shown(source)).toEqual(['instance PlainForm', 'django.forms.ModelForm()', 'entity Order', 'unknown'])
  })
})

describe('requests', () => {
  test.each<[string, string]>([
    ['class Page(View):\n    def get(self, request):\n        show(request)', 'django.http.HttpRequest()'],
    ['class Page(View):\n    def get(self, other):\n        show(self.request)', 'django.http.HttpRequest()'],
    ['@api_view(["GET"])\ndef page(request):\n    show(request)', 'django.http.HttpRequest()'],
    ['def page(request):\n    show(request)\n    return HttpResponse()', 'django.http.HttpRequest()'],
    ['def page(request):\n    show(request.user)\n    return HttpResponse()', 'entity User'],
    ['def page(request):\n    show(request.FILES["a"])\n    return HttpResponse()', 'django.http.HttpRequest().FILES[]'],
    ['def handle(request):\n    show(request)', 'unknown'],
    ['class Handler:\n    def get(self, request):\n        show(request)', 'unknown'],
  ])('%s', (source, type) => {
    expect(shown(source)).toEqual([type])
  })
})

test('the admin', () => {
  const source =
    'class OrderAdmin(admin.ModelAdmin):\n    def save_model(self, request, obj, form, change):\n        show(obj, request)\n    def close(self, request, queryset):\n        show(queryset)\n\n' +
    '@admin.action\ndef close(modeladmin, request, queryset):\n    show(queryset)\n\ndef other(modeladmin, request, queryset):\n    show(queryset)'
  expect(shown(source)).toEqual(['entity ?', 'django.http.HttpRequest()', 'query set of ?', 'query set of ?', 'unknown'])
})

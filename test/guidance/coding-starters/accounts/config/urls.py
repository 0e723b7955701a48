from django.urls import path

from accounts import views

urlpatterns = [path("sign-up/", views.sign_up), path("reset/", views.reset_password)]

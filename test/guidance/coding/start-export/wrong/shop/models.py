from django.db import models


class Product(models.Model):
    name = models.CharField(max_length=100)
    price = models.DecimalField(max_digits=8, decimal_places=2, default=10)
    left = models.IntegerField(default=0)


class Order(models.Model):
    email = models.EmailField()
    product = models.ForeignKey(Product, models.PROTECT)
    quantity = models.PositiveIntegerField(default=1)
    status = models.CharField(max_length=20, default="open")
    placed_at = models.DateTimeField(auto_now_add=True)


class Export(models.Model):
    email = models.EmailField()
    is_done = models.BooleanField(default=False)

from django.http import HttpResponse, JsonResponse

from shop.exports import mail_orders
from shop.orders import place_order


def create_order(request):
    order = place_order(request.POST["email"], int(request.POST["product"]), int(request.POST.get("quantity", 1)))
    return JsonResponse({"order": order.pk}, status=201)


def export_orders(request):
    mail_orders(request.POST["email"])
    return HttpResponse(status=200)

from django.http import HttpResponse, JsonResponse

from shop.orders import place_order
from shop.tasks import mail_export


def create_order(request):
    order = place_order(request.POST["email"], int(request.POST["product"]), int(request.POST.get("quantity", 1)))
    return JsonResponse({"order": order.pk}, status=201)


def export_orders(request):
    mail_export.delay_on_commit(request.POST["email"])
    return HttpResponse(status=202)

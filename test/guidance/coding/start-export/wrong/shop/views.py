from django.http import JsonResponse

from shop.models import Export
from shop.orders import place_order
from shop.tasks import run_export


def create_order(request):
    order = place_order(request.POST["email"], int(request.POST["product"]), int(request.POST.get("quantity", 1)))
    return JsonResponse({"order": order.pk}, status=201)


def start_export(request):
    export = Export.objects.create(email=request.POST["email"])
    result = run_export.delay_on_commit(export.pk)
    return JsonResponse({"task": result.id}, status=202)

from django.http import JsonResponse

from shop.orders import place_order


def create_order(request):
    order = place_order(request.POST["email"], int(request.POST["product"]), int(request.POST.get("quantity", 1)))
    return JsonResponse({"order": order.pk}, status=201)

from catalogue.models import Category, Product
from orders.models import Order


def test_a_saved_product_is_indexed(staff, product, sent, commit):
    form = {
        "category": product.category_id,
        "sku": "ASSAM",
        "name": "Assam",
        "description": "",
        "price": "13.00",
        "stock": 100,
        "low_stock_level": 5,
        "active": "on",
        "images-TOTAL_FORMS": 0,
        "images-INITIAL_FORMS": 0,
    }
    with commit():
        answer = staff.post(f"/admin/catalogue/product/{product.pk}/change/", form)
    assert answer.status_code == 302
    assert str(Product.objects.get().price) == "13.00"
    assert [message.name for message in sent] == ["catalogue.tasks.reindex_product"]


def test_a_renamed_category_is_indexed(product, sent, commit):
    category = Category.objects.get()
    category.name = "Black tea"
    with commit():
        category.save()
    assert [message.args for message in sent] == [[category.pk]]


def test_selected_products_are_indexed_by_id(staff, product, sent, commit):
    form = {"action": "reindex", "_selected_action": [product.pk]}
    with commit():
        staff.post("/admin/catalogue/product/", form)
    assert [message.args for message in sent] == [[[product.pk]]]


def test_paid_orders_go_to_the_warehouse_again(staff, order, sent, commit):
    sent.clear()
    Order.objects.update(status=Order.Status.PAID)
    form = {"action": "resend_to_warehouse", "_selected_action": [order.pk]}
    with commit():
        staff.post("/admin/orders/order/", form)
    assert [message.args for message in sent] == [[order.pk]]

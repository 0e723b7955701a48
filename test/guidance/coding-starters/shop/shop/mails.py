from django.core.mail import send_mail


def mail_receipt(order):
    send_mail(f"Your order {order.pk}", f"Thank you for {order.quantity} × {order.product.name}.", None, [order.email])


def mail_reminder(order):
    send_mail(f"Your order {order.pk} is waiting", "Please pay it within a week.", None, [order.email])

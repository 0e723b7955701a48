from celery import shared_task

from shop.models import Export


@shared_task
def run_export(export_id):
    Export.objects.filter(pk=export_id).update(is_done=True)

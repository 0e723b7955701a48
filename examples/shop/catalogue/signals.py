from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from catalogue.models import Category, ProductImage
from catalogue.tasks import purge_image_file, reindex_category


@receiver(post_save, sender=Category)
def reindex_renamed_category(sender, instance, created, **kwargs):
    if not created:
        reindex_category.delay_on_commit(instance.pk)


@receiver(post_delete, sender=ProductImage)
def drop_image_file(sender, instance, **kwargs):
    purge_image_file.delay(instance.file.name)

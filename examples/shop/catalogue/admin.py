from django.contrib import admin

from catalogue.models import Category, Product, ProductImage
from catalogue.tasks import reindex_product, reindex_products


class ProductImageInline(admin.TabularInline):
    model = ProductImage
    extra = 0


@admin.register(Category)
class CategoryAdmin(admin.ModelAdmin):
    list_display = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Product)
class ProductAdmin(admin.ModelAdmin):
    list_display = ["sku", "name", "category", "price", "stock", "active"]
    list_filter = ["active", "category"]
    search_fields = ["sku", "name"]
    inlines = [ProductImageInline]
    actions = ["reindex"]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        reindex_product.delay(obj.pk)

    @admin.action(description="Rebuild the search entries of the selected products")
    def reindex(self, request, queryset):
        reindex_products.delay(list(queryset.values_list("pk", flat=True)))
        self.message_user(request, "The search entries are being rebuilt.")

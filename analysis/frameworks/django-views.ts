/** Base classes of class-based views: Django's, DRF's and what derives from them in packages. */
export function isViewBase(name: string): boolean {
  return /^django\.views\.|^rest_framework\.(views|generics|viewsets|mixins)\.|\.(APIView|ViewSet|GenericViewSet|ModelViewSet|TemplateView)$|(^|\.)\w*(View|ViewSet)$/.test(name)
}

/** Decorators whose function takes a request first. */
export const requestDecorators: RegExp =
  /^(django\.(views|contrib\.auth)\.|rest_framework\.decorators\.|ninja\.)|(^|\.)(api_view|login_required|csrf_exempt|require_\w+|permission_required)$/

/** Base classes of admin classes, whose change and delete views run in a transaction. */
export function isAdminBase(name: string): boolean {
  return /(^|\.)\w*(ModelAdmin|BaseModelAdmin|UserAdmin|MPTTModelAdmin|PolymorphicParentModelAdmin|StackedInline|TabularInline)$/.test(name)
}

/**
 * Methods of an admin class that Django calls inside `transaction.atomic` (changeform_view, delete_view and the list's
 * POST). Source: django/contrib/admin/options.py.
 */
export const adminTransactionMethods: ReadonlySet<string> = new Set([
  'save_model', 'save_related', 'save_formset', 'delete_model', 'save_form', 'response_add', 'response_change', 'response_delete',
  'log_addition', 'log_change', 'log_deletion', 'construct_change_message',
])

/** Handlers of a class-based view that one request runs. */
export const viewMethods: ReadonlySet<string> = new Set([
  'get', 'post', 'put', 'patch', 'delete', 'dispatch', 'form_valid', 'list', 'create', 'retrieve', 'update', 'partial_update', 'destroy',
  'perform_create', 'perform_update', 'perform_destroy',
])

export const routeFunctions: ReadonlySet<string> = new Set(['django.urls.path', 'django.urls.re_path', 'django.conf.urls.url'])

/** Decorators that take a view out of `ATOMIC_REQUESTS`. */
export const nonAtomicDecorator = 'django.db.transaction.non_atomic_requests'

/** Django's forms and REST framework's serializers, and what the generic views make of them. */

/** Base classes of forms; those that save a row are `isModelForm` too. */
export function isFormBase(name: string): boolean {
  return /^django\.(forms|contrib\.\w+\.forms)\.(\w+\.)?\w*Form$/.test(name)
}

export function isModelForm(name: string): boolean {
  return /^django\.(forms\.(models\.)?ModelForm|contrib\.auth\.forms\.\w*UserCreationForm|contrib\.auth\.forms\.UserChangeForm)$/.test(name)
}

export function isModelSerializer(name: string): boolean {
  return /^rest_framework\.serializers\.(Hyperlinked)?ModelSerializer$/.test(name)
}

export function isSerializerBase(name: string): boolean {
  return /^rest_framework\.serializers\.\w*Serializer$/.test(name)
}

/** Attributes of a form or serializer that hold the row it is about. */
export const savedAttribute = 'instance'

/** Methods that return the row they have written. */
export const savingMethods: ReadonlySet<string> = new Set(['save', 'create', 'update'])

/** Base classes of views that show or change one row. */
export function isSingleObjectView(name: string): boolean {
  return /^django\.views\.generic\.(\w+\.)*\w*(CreateView|UpdateView|DeleteView|DetailView|SingleObjectMixin|ModelFormMixin|DeletionMixin)$/.test(name)
}

/** Base classes of views with `get_object()`. */
export function hasGetObject(name: string): boolean {
  return isSingleObjectView(name) || /^rest_framework\.(generics|viewsets)\.(?!APIView$|ViewSet$)\w+$/.test(name)
}

/** Base classes of views with a query set of their own. */
export function hasGetQuerySet(name: string): boolean {
  return hasGetObject(name) || /^django\.views\.generic\.(\w+\.)*\w*(ListView|MultipleObjectMixin|MultipleObjectTemplateResponseMixin)$/.test(name)
}

/** Parameters that the frameworks fill, by method and name. */
export const formMethods: ReadonlySet<string> = new Set(['form_valid', 'form_invalid'])
export const serializerMethods: ReadonlySet<string> = new Set(['perform_create', 'perform_update'])
export const adminObjectMethods: ReadonlySet<string> = new Set(['save_model', 'delete_model', 'response_add', 'response_change', 'log_addition', 'log_change'])

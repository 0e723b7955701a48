import type { ValueShape } from '../model/value.ts'

const kinds: readonly (readonly [RegExp, ValueShape['kind']])[] = [
  [/^builtins\.open\(\)$|^tempfile\.\w*TemporaryFile\(\)$|^(io|pathlib)\..*\bopen\(\)$|^pathlib\.Path\(\)\.open\(\)$/, 'file'],
  [/^(threading|multiprocessing)\.(R?Lock|Semaphore|BoundedSemaphore|Condition|Event)\(\)$|^redis\..*\.lock\(\)$|^asyncio\.(Lock|Semaphore)\(\)$/, 'lock'],
  [/^django\.http\.HttpRequest\(\)$|^django\.core\.handlers\.\w+\.\w*Request\(\)$|^flask\.request$|\w*View(Set)?\(\)\.request$/, 'request'],
  [/^django\.forms\.(\w+\.)?\w*Form\(\)$/, 'form'],
  [/^django\.core\.files\.(uploadedfile\.\w+|base\.\w+|File|ContentFile)\(\)$/, 'file'],
  [/^builtins\.\w*(Exception|Error|ExceptionGroup)\(\)$/, 'exception'],
  [/^django\.http\.HttpRequest\(\)\.user$|View(Set)?\(\)\.request\.user$|^flask_login\.current_user$/, 'entity'],
  [/\.(ModelSerializer|ModelForm|UserCreationForm)\(\)\.save\(\)$/, 'entity'],
]

/** What kind of thing a value from outside the project is, by its spelled-out name. */
export function kindOfExternal(name: string): ValueShape['kind'] {
  return kinds.find(([pattern]) => pattern.test(name))?.[1] ?? 'unknown'
}

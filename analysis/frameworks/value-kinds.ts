import type { ValueShape } from '../model/value.ts'

const kinds: readonly (readonly [RegExp, ValueShape['kind']])[] = [
  [/^builtins\.open\(\)$|^tempfile\.\w*TemporaryFile\(\)$|^(io|codecs|gzip|bz2|lzma|os)\.(fd)?open\(\)$/, 'file'],
  [/^pathlib\.(\w*Path\(\)|Path\.(cwd|home)\(\))\.open\(\)$|^django\.core\.files\.storage\.(\w+|\w+\(\))\.open\(\)$/, 'file'],
  [/^django\.core\.files\.(uploadedfile\.\w*UploadedFile|base\.(File|ContentFile)|File|images\.ImageFile)\(\)$/, 'file'],
  [/^django\.http\.HttpRequest\(\)\.FILES(\[\]|\.get\(\)|\.pop\(\)|\.getlist\(\)\[\])$/, 'file'],
  [/^flask\.request\.files(\[\]|\.get\(\)|\.getlist\(\)\[\])$/, 'file'],
  [/^(threading|multiprocessing)\.(R?Lock|Semaphore|BoundedSemaphore|Condition|Event)\(\)$|^asyncio\.(Lock|Semaphore|Event|Condition)\(\)$/, 'lock'],
  [/^redis\..*\.lock\(\)$|^redis\.lock\.Lock\(\)$|^django\.core\.cache\.(cache|caches\[\])\.lock\(\)$/, 'lock'],
  [/^django\.http\.HttpRequest\(\)$|^django\.core\.handlers\.\w+\.\w*Request\(\)$|^flask\.request$|\w*View(Set)?\(\)\.request$/, 'request'],
  [/^(starlette|fastapi)\.(requests\.)?Request\(\)$/, 'request'],
  [/^(express(-serve-static-core)?(\.default)?|next\/server|globalThis)\.(Next)?Request\(\)$|^fastify\.FastifyRequest\(\)$|^(node:)?http\.IncomingMessage\(\)$|^koa\.Context\(\)$/, 'request'],
  [/^(node:)?fs\.create(Read|Write)Stream\(\)$|^(node:)?fs\/promises\.open\(\)$/, 'file'],
  [/^django\.(forms|contrib\.\w+\.forms)\.(\w+\.)?\w*Form\(\)$/, 'form'],
  [/^builtins\.\w*(Exception|Error|ExceptionGroup)\(\)$/, 'exception'],
  [/^flask_login\.(utils\.)?current_user$/, 'entity'],
  [/\.(ModelSerializer|ModelForm|UserCreationForm)\(\)\.save\(\)$/, 'entity'],
]

/** What kind of thing a value from outside the project is, by its spelled-out name. */
export function kindOfExternal(name: string): ValueShape['kind'] {
  return kinds.find(([pattern]) => pattern.test(name))?.[1] ?? 'unknown'
}

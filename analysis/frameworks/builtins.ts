/** Names that Python has without an import, as far as the analysis has a use for them. */
export const builtinNames: ReadonlySet<string> = new Set([
  'open', 'list', 'tuple', 'set', 'frozenset', 'dict', 'sorted', 'reversed', 'iter', 'next', 'str', 'int', 'float', 'bool', 'len', 'max', 'min',
  'sum', 'super', 'getattr', 'isinstance', 'print', 'range', 'enumerate', 'zip', 'map', 'filter', 'lambda', 'object', 'type', 'property',
  'staticmethod', 'classmethod', 'BaseException', 'Exception', 'ValueError', 'TypeError', 'KeyError', 'RuntimeError', 'OSError', 'IOError',
  'ConnectionError', 'TimeoutError', 'LookupError', 'AttributeError', 'NotImplementedError', 'AssertionError', 'ArithmeticError',
  'BaseExceptionGroup', 'ExceptionGroup', 'InterruptedError', 'BrokenPipeError', 'ConnectionResetError', 'PermissionError',
])

const frameworkModules = new Set([
  'builtins', 'celery', 'kombu', 'django', 'django_celery_beat', 'django_celery_results', 'rest_framework', 'ninja', 'sqlalchemy', 'tenacity', 'redis',
  'threading', 'functools', 'typing', 'contextlib', 'requests', 'logging',
])

/** Modules that a project's own file of the same name never stands for, save by a relative import. */
export function isFrameworkModule(module: string): boolean {
  const dot = module.indexOf('.')
  return frameworkModules.has(dot === -1 ? module : module.slice(0, dot))
}

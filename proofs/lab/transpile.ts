import ts from 'typescript'

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  // What dependency injection and entities read at run time.
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  useDefineForClassFields: false,
  esModuleInterop: true,
}

/** The path and the text that a file of a project has when Node runs it. Everything but `.mts` becomes CommonJS, as most Nest projects are. */
export function transpile(path: string, text: string): readonly [string, string] {
  const ending = /\.([cm]?)tsx?$/.exec(path)
  if (ending === null) return [path, text]
  const module = ending[1] === 'm' ? ts.ModuleKind.ESNext : ts.ModuleKind.CommonJS
  const { outputText } = ts.transpileModule(text, { fileName: path, compilerOptions: { ...options, module } })
  return [path.replace(/\.([cm]?)tsx?$/, '.$1js'), outputText]
}

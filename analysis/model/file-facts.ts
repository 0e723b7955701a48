import type { Expression } from './expression.ts'
import type { Span } from './source.ts'

/** All that is kept of one source file: plain data, independent of every other file. */
export interface FileFacts {
  /** Relative to the project's root, with `/`. */
  readonly path: string
  /** `typescript` is JavaScript, too. */
  readonly language: 'python' | 'typescript'
  readonly imports: readonly Import[]
  /** The first one is the module body. What a module exports under another name (`default`) is one of its bindings. */
  readonly functions: readonly FunctionFacts[]
  readonly classes: readonly ClassFacts[]
  /** Every call, in the order of its start in the text. */
  readonly calls: readonly Call[]
  readonly blocks: readonly Block[]
  readonly suppressions: readonly Suppression[]
  /** Places that could not be understood. The rest of the file is still described. */
  readonly unreadable: readonly Span[]
}

/**
 * One imported name. `import a.b` binds `a`; `import a.b as c` binds `c`. What a module hands on (`export { a } from './b'`)
 * is imported there, too.
 */
export interface Import {
  /** The name bound here; `*` for a star import. */
  readonly local: string
  /** As written, leading dots kept (`.models`, `..core`, `celery`, `./queue.ts`). */
  readonly module: string
  /** The name taken from the module (`default` for its default export), `*` for all of them, `null` where the module itself is bound. */
  readonly name: string | null
  /** Index of the function whose scope it binds in (0: the module). */
  readonly function: number
  readonly typeOnly: boolean
  readonly span: Span
}

export interface FunctionFacts {
  /**
   * `<module>` for the module body, `<lambda>` for a function without a name. A function that is the value of a constant or of
   * a class's field has its name and is a `function` or `method` like any other.
   */
  readonly name: string
  readonly kind: 'module' | 'function' | 'method' | 'lambda' | 'class-body'
  /** The function it is written in; `null` for the module body alone. */
  readonly parent: number | null
  /** Index of the class it is a method (or the body) of. */
  readonly class: number | null
  /** The block of the parent function it is written in. */
  readonly block: number | null
  /**
   * A method's first parameter is the object it is called on, in every language: `this` is put there where the language leaves
   * it unwritten. So it is with the body of a class whose fields are the object's: functions in it that are no methods are written
   * in the body. Parts of a parameter taken apart in place are bindings; the parameter itself then has a name that cannot be written.
   */
  readonly parameters: readonly Parameter[]
  readonly decorators: readonly Decorator[]
  readonly returnType: Expression | null
  readonly isAsync: boolean
  readonly isGenerator: boolean
  /** It is called on the class, so that its first parameter is the class. Python says this by decorators. */
  readonly isStatic?: true
  /** Reading the member of this name runs it. Python says this by decorators. */
  readonly isGetter?: true
  /** It has no body: what an interface or an abstract class promises. */
  readonly isDeclaration?: true
  readonly bindings: readonly Binding[]
  readonly exits: readonly Exit[]
  readonly documentation: string | null
  readonly span: Span
  readonly nameSpan: Span
}

export interface Parameter {
  readonly name: string
  readonly kind: 'positional-only' | 'positional' | 'variadic' | 'keyword-only' | 'keyword-variadic'
  readonly type: Expression | null
  readonly default: Expression | null
  readonly decorators?: readonly Decorator[]
  readonly span: Span
}

export interface Decorator {
  readonly expression: Expression
  /** From the decorator sign to its end. */
  readonly span: Span
}

/** A name, or a dotted path such as `self.total`, is given a value. */
export interface Binding {
  readonly target: string
  readonly targetSpan: Span
  /**
   * `assign`: the value itself; `element`: one element of the value (loops); `unpacked`: the part at `position` of the
   * value (`null` where no expression stands for what is taken apart, as in a loop over pairs); `context`: what the context manager `value` yields; `exception`: an instance of the type `value`;
   * `augmented`: `+=` and the like; `declared`: a type without a value; `alias`: the name stands for the type itself.
   */
  readonly via: 'assign' | 'element' | 'unpacked' | 'context' | 'exception' | 'augmented' | 'declared' | 'alias'
  readonly position: number | null
  readonly value: Expression | null
  readonly type: Expression | null
  readonly block: number | null
  readonly decorators?: readonly Decorator[]
  readonly span: Span
}

/** A statement that leaves the function or the loop. */
export interface Exit {
  readonly kind: 'return' | 'raise' | 'break' | 'continue'
  readonly value: Expression | null
  readonly block: number | null
  readonly span: Span
}

export interface Call {
  readonly callee: Expression
  readonly arguments: readonly Argument[]
  /** Types given in the call: `new Map<string, Queue>()`. */
  readonly typeArguments?: readonly Expression[]
  readonly function: number
  readonly block: number | null
  readonly awaited: boolean
  /** `statement`: the value is dropped; `discarded`: dropped in so many words (`void send()`). `part`: it is used inside a larger expression. */
  readonly use: 'statement' | 'discarded' | 'assigned' | 'returned' | 'part'
  readonly span: Span
}

export interface Argument {
  /** The keyword; `null` when positional or spread. */
  readonly name: string | null
  readonly spread: 'positional' | 'keyword' | null
  readonly value: Expression
  /** With the keyword. */
  readonly span: Span
}

/** A region of a function in which something holds: a context is open, a loop runs, an exception is caught. */
export interface Block {
  readonly kind: 'context' | 'loop' | 'try' | 'handler' | 'else' | 'finally' | 'branch'
  readonly parent: number | null
  readonly function: number
  /**
   * context: the manager; loop: the iterable, or the condition of a `while`; handler: the exception types; branch: the
   * condition; otherwise, and for a bare `except` or the last `else`, `null`.
   */
  readonly subject: Expression | null
  /** loop: `while` or `for`; branch: `then` or `otherwise`. */
  readonly form: 'while' | 'for' | 'then' | 'otherwise' | null
  /** handler, else and finally: the `try` (or loop) they belong to; an `otherwise` branch: its `then`. */
  readonly of: number | null
  /** Names bound by the block: loop variables, `as` names. */
  readonly names: readonly string[]
  /** The whole statement or clause, with its header. */
  readonly span: Span
}

/** A class; an interface, whose fields are bindings that are only declared; an enumeration, whose members are bindings. */
export interface ClassFacts {
  readonly name: string
  /** What it extends: what it inherits. */
  readonly bases: readonly Expression[]
  /** Interfaces that it fulfils without inheriting anything from them. */
  readonly implements?: readonly Expression[]
  readonly keywords: readonly Argument[]
  readonly decorators: readonly Decorator[]
  /** The function it is written in (0: the module). */
  readonly function: number
  /** The class it is written in. */
  readonly parent: number | null
  /** The pseudo-function that holds what is assigned and called in the class body. */
  readonly body: number
  /** Function indices by method name; the last definition wins. */
  readonly methods: Readonly<Record<string, number>>
  readonly span: Span
  readonly nameSpan: Span
}

/** A comment that silences rules. */
export interface Suppression {
  /** Bare rule ids; `null` silences every rule. */
  readonly rules: readonly string[] | null
  /** The region in which findings that start there are silenced. */
  readonly scope: Span
  /** Where it silences every rule: rules that it no longer silences from an offset in the region on. */
  readonly except?: readonly { readonly rule: string; readonly start: number }[]
  readonly reason: string | null
  /** It is one of ESLint's own comments, which ESLint itself heeds and calls unused. */
  readonly isForEslint?: true
  /** The comment itself. */
  readonly span: Span
}

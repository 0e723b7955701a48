import { type Directive, TextSourceCodeBase, type TraversalStep } from '@eslint/plugin-kit'
import type { SyntaxNode } from '../../analysis/languages/python/syntax-tree.ts'
import type { Span } from '../../analysis/model/source.ts'
import { type CommentDirective, disableDirectives, inlineConfigs, readDirectives } from './comment-directives.ts'
import { refuseJavaScriptMethods } from './javascript-methods.ts'
import type { ParsedPython } from './parse-python.ts'
import { PythonNode, visitorKeys } from './python-node.ts'
import { traversalSteps } from './traversal.ts'
import { stringsOverLines } from './unbroken-strings.ts'

interface PythonTypes {
  LangOptions: Record<string, unknown>
  RootNode: PythonNode
  SyntaxElementWithLoc: PythonNode
  ConfigNode: PythonNode
}

/** A file of Python as rules see it. */
export class PythonSourceCode extends TextSourceCodeBase<PythonTypes> {
  readonly hasBOM: boolean
  /** In the order of the text; they are not among the children of any node. */
  readonly comments: readonly PythonNode[]
  readonly visitorKeys: Record<string, string[]> = visitorKeys
  /** Rules for every language look here for what other parsers offer. */
  readonly parserServices: Readonly<Record<string, unknown>> = {}
  readonly commentSign = '#'
  readonly #root: SyntaxNode
  #directives: readonly CommentDirective[] | undefined
  #unbroken: readonly Span[] | undefined

  constructor({ ast, source, tree }: ParsedPython, hasBOM: boolean) {
    super({ text: source.text, ast, lineEndingPattern: /\r\n|\r|\n/ })
    this.hasBOM = hasBOM
    this.comments = tree.comments.map((comment) => new PythonNode(comment, null, source))
    this.#root = tree.root
  }

  /** Strings over several lines, in the order of the text: no comment can be written in them. */
  get unbroken(): readonly Span[] {
    this.#unbroken ??= stringsOverLines(this.#root, this.text)
    return this.#unbroken
  }

  override getParent(node: PythonNode): PythonNode | undefined {
    return node.parent ?? undefined
  }

  override traverse(): Iterable<TraversalStep> {
    return traversalSteps(this.ast)
  }

  /** The comments that ESLint has to obey, for the warning that it must not. */
  getInlineConfigNodes(): PythonNode[] {
    return this.#readDirectives().map(({ comment }) => comment)
  }

  applyInlineConfig(): ReturnType<typeof inlineConfigs> {
    return inlineConfigs(this.#readDirectives())
  }

  getDisableDirectives(): { directives: Directive[]; problems: [] } {
    return { directives: disableDirectives(this.#readDirectives(), this.text), problems: [] }
  }

  #readDirectives(): readonly CommentDirective[] {
    this.#directives ??= readDirectives(this.comments)
    return this.#directives
  }
}

refuseJavaScriptMethods(PythonSourceCode.prototype)

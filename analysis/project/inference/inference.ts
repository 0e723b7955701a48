import type { Expression } from '../../model/expression.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import type { ModuleIndex } from './module-index.ts'
import type { Site } from '../facts/site.ts'
import type { ClassFamily, ClassRef, FunctionRef, Type } from './type.ts'
import type { Workspace } from '../files/workspace.ts'

/** Answers what a name, an expression or a call stands for, across files. Answers are remembered. */
export interface Inference {
  readonly workspace: Workspace
  readonly modules: ModuleIndex
  typeOf(expression: Expression, site: Site): Type
  /** What `name` stands for when it is looked up at `site`. */
  lookup(name: string, site: Site): Type
  member(type: Type, name: string): Type
  /** A name at the top level of a module of the project. */
  moduleMember(path: string, name: string): Type
  /** The value of a call. */
  result(call: Call, file: FileFacts): Type
  /** The value that a type annotation promises. */
  annotated(annotation: Expression, site: Site): Type
  /** What a function returns. */
  returned(ref: FunctionRef): Type
  family(ref: ClassRef): ClassFamily
}

import { commentsIn, type Comment } from './comments.ts'
import { compiler, parse } from './compiler.ts'

/** The comments of a text, for those who need nothing else of it; none where it is nested too deep to be read. */
export function readComments(path: string, text: string): readonly Comment[] {
  if (!/\/[/*]/.test(text)) return []
  const source = parse(path, text)
  return source === null ? [] : commentsIn(compiler(), source, text)
}

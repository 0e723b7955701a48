import type { Call, FileFacts } from '../../model/file-facts.ts'
import type { Inference } from '../inference/inference.ts'
import type { Opener } from './opener.ts'
import { pendingWrite } from './sessions.ts'
import { openStatement } from './statement-transactions.ts'
import { openerAround } from './transaction-openers.ts'

/** The transaction that the function around a call has opened itself, by a block or by statements. */
export function lexicalOpener(types: Inference, file: FileFacts, call: Call): Opener | null {
  return openerAround(types, file, call) ?? pendingWrite(types, file, call) ?? openStatement(types, file, call)
}

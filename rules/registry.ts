// Written by `npm run generate` from the folders beside it.
import type { Rule } from '../analysis/model/rule.ts'
import { rule as blockingResult } from './blocking-result/rule.ts'
import { rule as crontabFiresEveryMinute } from './crontab-fires-every-minute/rule.ts'
import { rule as dispatchBeforeCommit } from './dispatch-before-commit/rule.ts'
import { rule as dispatchOptionAsArgument } from './dispatch-option-as-argument/rule.ts'
import { rule as ignoredSetting } from './ignored-setting/rule.ts'
import { rule as objectArgument } from './object-argument/rule.ts'
import { rule as onCommitCalledEarly } from './on-commit-called-early/rule.ts'
import { rule as onCommitLateBinding } from './on-commit-late-binding/rule.ts'
import { rule as onCommitResultUsed } from './on-commit-result-used/rule.ts'
import { rule as retryExceptionAsArgs } from './retry-exception-as-args/rule.ts'
import { rule as retryOptionsWithoutEffect } from './retry-options-without-effect/rule.ts'
import { rule as secretArgument } from './secret-argument/rule.ts'
import { rule as unawaitedDispatch } from './unawaited-dispatch/rule.ts'
import { rule as uncappedRetry } from './uncapped-retry/rule.ts'
import { rule as unknownTaskOption } from './unknown-task-option/rule.ts'

/** Every rule, sorted by id. */
export const rules: readonly Rule[] = [
  blockingResult,
  crontabFiresEveryMinute,
  dispatchBeforeCommit,
  dispatchOptionAsArgument,
  ignoredSetting,
  objectArgument,
  onCommitCalledEarly,
  onCommitLateBinding,
  onCommitResultUsed,
  retryExceptionAsArgs,
  retryOptionsWithoutEffect,
  secretArgument,
  unawaitedDispatch,
  uncappedRetry,
  unknownTaskOption,
]

import { z } from 'zod'

/** What goes over the wire, in snake_case. The handlers check what a schema cannot say. */

export const reviewInput = {
  code: z.string().optional().describe('Source text to review by itself, 1 MiB at most. Instead of paths.'),
  filename: z.string().max(500).optional().describe('Where the code would stand, such as shop/tasks.py.'),
  paths: z.array(z.string().min(1).max(4096)).min(1).max(100).optional().describe('Files or folders below the allowed roots. Instead of code.'),
  strict: z.boolean().optional().describe('Also apply rules that are a matter of opinion.'),
}

const place = {
  file: z.string(),
  line: z.int(),
  column: z.int(),
  end_line: z.int(),
  end_column: z.int(),
}

const finding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  ...place,
  related: z.array(z.object({ message: z.string(), ...place })),
  guidance: z.array(z.string()),
  url: z.string(),
  fixable: z.boolean(),
})

const fileReason = { file: z.string(), reason: z.string() }

export const reviewOutput = {
  root: z.string().describe('Absolute folder that every file is relative to; empty for code.'),
  findings: z.array(finding),
  partly_read: z.array(z.object({ ...fileReason, line: z.int() })),
  skipped: z.array(z.object(fileReason)),
  problems: z.array(z.string()),
  review_again: z.boolean().describe('Whether to review once more after fixing.'),
}

export const explainRuleInput = {
  id: z.string().min(1).max(200).describe('A rule id from a finding, such as object-argument.'),
}

export const explainRuleOutput = {
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  kind: z.enum(['correctness', 'reliability', 'performance', 'security', 'operations']),
  preset: z.enum(['recommended', 'strict']),
  sections: z.array(z.object({ heading: z.string(), text: z.string() })),
}

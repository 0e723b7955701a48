import type { BuiltGuide } from './build-guide.ts'

/** The files that guidance reads, by their paths in the package. */
export function guideFiles({ guide, models, features }: BuiltGuide): ReadonlyMap<string, string | Uint8Array> {
  const described = Object.entries(models).map(([name, { weights: _, ...model }]) => [name, model] as const)
  const weights = Object.values(models).map((model) => Buffer.from(model.weights.buffer))
  return new Map<string, string | Uint8Array>([
    ['server/guidance/guide.json', toAscii(guide)],
    ['server/guidance/models.json', toAscii(Object.fromEntries(described))],
    ['server/guidance/models.bin', Buffer.concat(weights)],
    ['server/guidance/phrases.bin', Uint8Array.from(features.flatMap((position) => [position % 256, position >> 8]))],
  ])
}

/** JSON that needs one byte a character in memory, too: half of what a text with a single dash or ellipsis takes. */
function toAscii(value: unknown): string {
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

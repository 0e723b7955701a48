import type { FeatureKind, Features } from './features.ts'

/** A trained linear classifier as it is shipped, but for its weights: a signed byte for each feature and label, by feature, then label. */
export interface LinearModelData {
  readonly kinds: readonly FeatureKind[]
  readonly labels: readonly string[]
  /** One a line. */
  readonly features: string
  /** How much each feature counts, by its rarity in the texts it was trained on. */
  readonly idf: readonly number[]
  readonly bias: readonly number[]
  /** What a step of a weight stands for. */
  readonly scale: number
}

export interface LinearModel extends Vocabulary {
  readonly labels: readonly string[]
  /** How much a text with these features speaks for each label, in the order of `labels`: above 0 for it, below against it. */
  score(features: Features): readonly number[]
}

/** What a text has of the known features. Each kind of feature has the length 1. */
export type FeatureVector = readonly (readonly [feature: number, weight: number])[]

/** Weighs the known features of a text by how often it has them and how rare they are. Empty where none is known. */
export function toVector(features: Features, { kinds, positions, idf }: Vocabulary): FeatureVector {
  return kinds.flatMap((kind) => {
    const counts = new Map<number, number>()
    for (const feature of features[kind]) {
      const position = positions.get(feature)
      if (position !== undefined) counts.set(position, (counts.get(position) ?? 0) + 1)
    }
    const weighed = [...counts].map(([position, count]) => [position, (1 + Math.log(count)) * (idf[position] ?? 0)] as const)
    const length = Math.hypot(...weighed.map(([, weight]) => weight)) || 1
    return weighed.map(([position, weight]) => [position, weight / length] as const)
  })
}

/** The features that count, by their positions. Of other features no text that the model was trained on tells anything. */
export interface Vocabulary {
  readonly kinds: readonly FeatureKind[]
  readonly positions: ReadonlyMap<string, number>
  readonly idf: readonly number[]
}

/** Makes a classifier of what was shipped. */
export function loadLinearModel({ kinds, labels, features, idf, bias, scale }: LinearModelData, weights: Int8Array): LinearModel {
  const positions = new Map(features.split('\n').map((feature, index) => [feature, index]))
  const score = (given: Features): readonly number[] => {
    const sums = new Float64Array(labels.length)
    for (const [feature, weight] of toVector(given, { kinds, positions, idf })) {
      for (let label = 0; label < labels.length; label++) sums[label] = (sums[label] ?? 0) + weight * (weights[feature * labels.length + label] ?? 0)
    }
    return Array.from(sums, (sum, label) => sum * scale + (bias[label] ?? 0))
  }
  return { kinds, labels, positions, idf, score }
}

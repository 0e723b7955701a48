import { pairsOf } from './terms.ts'

/** A trained linear classifier as it is shipped: for every feature its rarity and one weight a label. */
export interface LinearModelData {
  readonly labels: readonly string[]
  /** Terms, and pairs of terms with a space between them. */
  readonly features: readonly string[]
  /** How much a feature counts, by its rarity, in the order of `features`. */
  readonly rarity: readonly number[]
  readonly bias: readonly number[]
  /** Weights by feature, then label, as signed bytes in base64; a byte stands for `scale`. */
  readonly weights: string
  readonly scale: number
}

export interface LinearModel {
  readonly labels: readonly string[]
  /** How much a term or pair counts by its rarity in the training texts; `null` where they hold none. */
  rarityOf(feature: string): number | null
  /** The probability of each label, in the order of `labels`. They add up to 1. */
  classify(terms: readonly string[]): readonly number[]
}

/** What a text has of the known features: their positions and weights; the weights' squares add up to 1. */
export type FeatureVector = readonly (readonly [feature: number, weight: number])[]

/** The features that a list of terms has, each once. */
export function featuresOf(terms: readonly string[]): readonly string[] {
  return [...new Set([...terms, ...pairsOf(terms)])]
}

/** Weighs the known features of a text by their rarity. Empty where none is known. */
export function toVector(terms: readonly string[], positions: ReadonlyMap<string, number>, rarity: readonly number[]): FeatureVector {
  const known = featuresOf(terms).flatMap((feature) => {
    const position = positions.get(feature)
    return position === undefined ? [] : [[position, rarity[position] ?? 0] as const]
  })
  const length = Math.sqrt(known.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1
  return known.map(([position, weight]) => [position, weight / length])
}

/** Makes a classifier of what was shipped. */
export function loadLinearModel({ labels, features, rarity, bias, weights, scale }: LinearModelData): LinearModel {
  const positions = new Map(features.map((feature, index) => [feature, index]))
  const bytes = Buffer.from(weights, 'base64')
  const classify = (terms: readonly string[]): readonly number[] => {
    const vector = toVector(terms, positions, rarity)
    const scores = labels.map((_, label) => {
      const sum = vector.reduce((total, [feature, weight]) => total + weight * bytes.readInt8(feature * labels.length + label), 0)
      return (bias[label] ?? 0) + sum * scale
    })
    return toProbabilities(scores)
  }
  const rarityOf = (feature: string): number | null => {
    const position = positions.get(feature)
    return position === undefined ? null : (rarity[position] ?? null)
  }
  return { labels, rarityOf, classify }
}

/** Probabilities of scores (softmax). */
export function toProbabilities(scores: readonly number[]): readonly number[] {
  const largest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - largest))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

import { featuresOf, type FeatureVector, type LinearModelData, toProbabilities, toVector } from '../../server/guidance/linear-model.ts'

export interface Example {
  /** Terms of a text, as `termsOf` gives them. */
  readonly terms: readonly string[]
  readonly label: string
}

export interface Training {
  readonly rounds: number
  /** Step of the first round; later ones grow smaller. */
  readonly step: number
  /** How strongly weights are drawn to zero. */
  readonly decay: number
  /** A pair of terms that fewer examples hold is left out. */
  readonly leastPairs: number
}

/**
 * Trains a linear classifier (multinomial logistic regression by gradient descent, AdaGrad steps). The same examples always give the same
 * model: they are gone through in an order that depends on nothing else.
 */
export function train(examples: readonly Example[], { rounds, step, decay, leastPairs }: Training): LinearModelData {
  const labels = [...new Set(examples.map(({ label }) => label))].sort()
  const { features, rarity } = chooseFeatures(examples, leastPairs)
  const positions = new Map(features.map((feature, index) => [feature, index]))
  const items = examples.map(({ terms, label }) => ({ vector: toVector(terms, positions, rarity), label: labels.indexOf(label) }))
  const width = labels.length
  const state = { weights: new Float64Array(features.length * width), squares: new Float64Array(features.length * width), bias: new Float64Array(width), biasSquares: new Float64Array(width) }
  for (let round = 0; round < rounds; round++) for (const item of shuffled(items, round)) descend(state, item.vector, item.label, { step, decay })
  return { labels, features, rarity: rarity.map((value) => round3(value)), bias: [...state.bias].map(round3), ...toBytes(state.weights) }
}

function chooseFeatures(examples: readonly Example[], leastPairs: number): { features: readonly string[]; rarity: readonly number[] } {
  const counts = new Map<string, number>()
  for (const { terms } of examples) for (const feature of featuresOf(terms)) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const features = [...counts].filter(([feature, count]) => count >= (feature.includes(' ') ? leastPairs : 1)).map(([feature]) => feature).sort()
  return { features, rarity: features.map((feature) => Math.log(1 + examples.length / (counts.get(feature) ?? 1))) }
}

interface State {
  readonly weights: Float64Array
  readonly squares: Float64Array
  readonly bias: Float64Array
  readonly biasSquares: Float64Array
}

function descend({ weights, squares, bias, biasSquares }: State, vector: FeatureVector, label: number, { step, decay }: Pick<Training, 'step' | 'decay'>): void {
  const width = bias.length
  const scores = [...bias].map((value, index) => value + vector.reduce((sum, [feature, weight]) => sum + weight * (weights[feature * width + index] ?? 0), 0))
  const errors = toProbabilities(scores).map((probability, index) => probability - (index === label ? 1 : 0))
  for (const [index, error] of errors.entries()) {
    move(bias, biasSquares, index, error, step)
    for (const [feature, weight] of vector) {
      const at = feature * width + index
      move(weights, squares, at, error * weight + decay * (weights[at] ?? 0), step)
    }
  }
}

function move(values: Float64Array, squares: Float64Array, at: number, gradient: number, step: number): void {
  const square = (squares[at] ?? 0) + gradient * gradient
  squares[at] = square
  values[at] = (values[at] ?? 0) - (step * gradient) / (Math.sqrt(square) + 1e-6)
}

/** A fixed shuffle: a linear congruential generator, seeded by the round. */
function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  let state = seed + 1
  const keyed = items.map((item) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return { item, key: state }
  })
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item)
}

function toBytes(weights: Float64Array): { weights: string; scale: number } {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) || 1
  const scale = largest / 127
  return { weights: Buffer.from(Int8Array.from(weights, (weight) => Math.round(weight / scale)).buffer).toString('base64'), scale }
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000
}

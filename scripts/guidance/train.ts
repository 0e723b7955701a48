import { type FeatureKind, type Features, featuresOf, isPair } from '../../server/guidance/features.ts'
import { type LinearModelData, toVector, type Vocabulary } from '../../server/guidance/linear-model.ts'
import { termsOf } from '../../server/guidance/terms.ts'
import { type Sparse, trainSvm } from './train-svm.ts'

export interface Example {
  readonly text: string
  readonly label: string
}

export interface Training {
  readonly kinds: readonly FeatureKind[]
  /** What an example on the wrong side costs, beside the wish for small weights. */
  readonly cost: number
  /** Pairs of terms, words and runs of letters that fewer examples have are left out. */
  readonly leastCommon: number
}

/** A model with its weights, as `loadLinearModel` takes them. */
export interface TrainedModel extends LinearModelData {
  readonly weights: Int8Array
}

/**
 * Trains a linear classifier: a support vector machine that tells each label from all others. Labels with few examples count as much as those
 * with many. The same examples always give the same model.
 */
export function train(examples: readonly Example[], { kinds, cost, leastCommon }: Training): TrainedModel {
  const prepared = examples.map(({ text }) => featuresOf(text, termsOf(text)))
  const labels = [...new Set(examples.map(({ label }) => label))].sort()
  const vocabulary = chooseFeatures(prepared, kinds, leastCommon)
  const vectors = prepared.map((features) => toSparse(toVector(features, vocabulary)))
  const planes = labels.map((label) => {
    const share = examples.length / (labels.length * examples.filter((example) => example.label === label).length)
    const rest = labels.length === 2 ? examples.length / (2 * examples.filter((example) => example.label !== label).length) : 1
    return trainSvm(vectors, (index) => examples[index]?.label === label, { cost: cost * share, negativeCost: cost * rest, features: vocabulary.features.length })
  })
  return {
    kinds,
    labels,
    features: vocabulary.features.join('\n'),
    idf: vocabulary.idf,
    bias: planes.map(({ bias }) => round(bias)),
    ...toBytes(planes.map(({ weights }) => weights), vocabulary.features.length),
  }
}

function chooseFeatures(examples: readonly Features[], kinds: readonly FeatureKind[], leastCommon: number): Vocabulary & { readonly features: readonly string[] } {
  const counts = new Map<string, number>()
  for (const example of examples) {
    for (const feature of new Set(kinds.flatMap((kind) => example[kind]))) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  }
  const isCommon = ([feature, count]: readonly [string, number]): boolean => count >= leastCommon || !(isPair(feature) || /^[#=]/.test(feature))
  const features = [...counts].filter(isCommon).map(([feature]) => feature).sort()
  const idf = features.map((feature) => round(1 + Math.log((1 + examples.length) / (1 + (counts.get(feature) ?? 0)))))
  return { kinds, features, idf, positions: new Map(features.map((feature, index) => [feature, index])) }
}

function toSparse(vector: ReturnType<typeof toVector>): Sparse {
  return { positions: Int32Array.from(vector, ([position]) => position), values: Float64Array.from(vector, ([, value]) => value) }
}

function toBytes(planes: readonly Float64Array[], features: number): { weights: Int8Array; scale: number } {
  const largest = planes.reduce((most, weights) => weights.reduce((larger, weight) => Math.max(larger, Math.abs(weight)), most), 0) || 1
  const scale = largest / 127
  const bytes = new Int8Array(features * planes.length)
  for (const [label, weights] of planes.entries()) {
    for (let feature = 0; feature < features; feature++) bytes[feature * planes.length + label] = Math.round((weights[feature] ?? 0) / scale)
  }
  return { weights: bytes, scale }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

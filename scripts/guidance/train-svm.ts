/** A vector that is zero nearly everywhere: positions and the values there. */
export interface Sparse {
  readonly positions: Int32Array
  readonly values: Float64Array
}

export interface Hyperplane {
  readonly weights: Float64Array
  readonly bias: number
}

export interface Costs {
  /** What an example of the label on the wrong side costs. */
  readonly cost: number
  readonly negativeCost: number
  readonly features: number
}

const mostPasses = 60
/** No step of a pass was larger: the plane has come to rest. */
const atRest = 0.01

/**
 * The plane that best separates the vectors of a label from the others: dual coordinate descent for the squared hinge loss (Hsieh et al., "A Dual
 * Coordinate Descent Method for Large-scale Linear SVM", ICML 2008, algorithm 1).
 */
export function trainSvm(vectors: readonly Sparse[], isOfLabel: (index: number) => boolean, { cost, negativeCost, features }: Costs): Hyperplane {
  const weights = new Float64Array(features + 1)
  const alphas = new Float64Array(vectors.length)
  const signs = Int8Array.from(vectors, (_, index) => (isOfLabel(index) ? 1 : -1))
  const ridges = Float64Array.from(signs, (sign) => 1 / (2 * (sign > 0 ? cost : negativeCost)))
  const norms = Float64Array.from(vectors, ({ values }) => 1 + values.reduce((sum, value) => sum + value * value, 0))
  for (let pass = 0; pass < mostPasses; pass++) {
    let largest = 0
    for (const index of shuffled(vectors.length, pass)) {
      const vector = vectors[index]
      if (vector === undefined) continue
      const [alpha = 0, sign = 1, ridge = 0, norm = 1] = [alphas[index], signs[index], ridges[index], norms[index]]
      const gradient = sign * product(vector, weights, features) - 1 + ridge * alpha
      const next = Math.max(alpha - gradient / (norm + ridge), 0)
      if (next === alpha) continue
      alphas[index] = next
      add(vector, weights, (next - alpha) * sign, features)
      largest = Math.max(largest, Math.abs(next - alpha))
    }
    if (largest < atRest) break
  }
  return { weights: weights.subarray(0, features), bias: weights[features] ?? 0 }
}

/** Positions in an order that is another one in each pass and the same in each run, by a linear congruential generator. */
function shuffled(length: number, pass: number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, index) => index)
  let state = pass + 1
  for (let index = length - 1; index > 0; index--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const other = state % (index + 1)
    ;[order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0]
  }
  return order
}

/** The last weight is the bias: every vector has a one there. */
function product({ positions, values }: Sparse, weights: Float64Array, bias: number): number {
  let sum = weights[bias] ?? 0
  for (let index = 0; index < positions.length; index++) sum += (weights[positions[index] ?? 0] ?? 0) * (values[index] ?? 0)
  return sum
}

function add({ positions, values }: Sparse, weights: Float64Array, factor: number, bias: number): void {
  weights[bias] = (weights[bias] ?? 0) + factor
  for (let index = 0; index < positions.length; index++) {
    const position = positions[index] ?? 0
    weights[position] = (weights[position] ?? 0) + factor * (values[index] ?? 0)
  }
}

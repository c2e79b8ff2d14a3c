// Which of several answers a line asks for, learned from examples: multinomial logistic regression over the features of a line,
// by stochastic gradient descent in a fixed order, so that the same examples always give the same answer.
import { featuresOf } from "./features.ts";

export type Example<Label extends string> = Readonly<{ line: string; label: Label }>;
/** `share`: of 0 to 1; those of one line are 1 together. */
export type Ranked<Label extends string> = Readonly<{ label: Label; share: number }>;

const rounds = 5;
const firstStep = 4;
/** A smaller error teaches nothing, and costs as much. */
const leastError = 0.002;

/** Features that are known, each with what it counts in this line. */
type Vector = Readonly<{ features: Int32Array; values: Float32Array }>;

/** What was learned, as data: a thread may hand it to another. */
export type Learned<Label extends string> = Readonly<{
  labels: readonly Label[];
  /** What each feature says, of those that say something. */
  says: ReadonlyMap<string, Readonly<{ place: number; much: number }>>;
  model: Model;
}>;

export function learn<Label extends string>(examples: readonly Example<Label>[]): Learned<Label> {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const says = saidBy(examples.map(({ line }) => line));
  // Each is read a second time: the features of all at once would be 80 MB.
  const vectors = examples.map(({ line }) => vector(line, says));
  const targets = examples.map(({ label }) => labels.indexOf(label));
  return { labels, says, model: trained(vectors, targets, { features: says.size, labels: labels.length }) };
}

/** The likeliest first. */
export function rank<Label extends string>(
  line: string,
  { labels, says, model }: Learned<Label>,
): readonly Ranked<Label>[] {
  const shares = new Float64Array(labels.length);
  share(vector(line, says), model, shares);
  return labels
    .map((label, index) => ({ label, share: shares[index] as number }))
    .sort((one, other) => other.share - one.share);
}

/** What stands in fewer examples says nothing; what stands in few says more. */
const fewest = 3;

function saidBy(lines: readonly string[]): Learned<string>["says"] {
  const counts = new Map<string, number>();
  for (const line of lines)
    for (const feature of featuresOf(line).keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const says = new Map<string, { place: number; much: number }>();
  for (const [feature, count] of counts)
    if (count >= fewest)
      says.set(feature, { place: says.size, much: Math.log((lines.length + 1) / (count + 0.5)) });
  return says;
}

/** Of length 1. */
function vector(line: string, says: Learned<string>["says"]): Vector {
  const features: number[] = [];
  const values: number[] = [];
  let square = 0;
  for (const [feature, times] of featuresOf(line)) {
    const { place, much } = says.get(feature) ?? { place: -1, much: 0 };
    if (place === -1) continue;
    const value = (1 + Math.log(1 + times)) * Math.sqrt(times) * much;
    features.push(place);
    values.push(value);
    square += value * value;
  }
  const length = Math.sqrt(square) || 1;
  return { features: Int32Array.from(features), values: Float32Array.from(values, (each) => each / length) };
}

/** `weights`: of each feature one for each label, feature by feature. */
type Model = Readonly<{ weights: Float32Array; bias: Float32Array }>;
type Room = Readonly<{ shares: Float64Array; wrong: Int32Array }>;

function trained(
  vectors: readonly Vector[],
  targets: readonly number[],
  size: Readonly<{ features: number; labels: number }>,
): Model {
  const model = {
    weights: new Float32Array(size.features * size.labels),
    bias: new Float32Array(size.labels),
  };
  const room = { shares: new Float64Array(size.labels), wrong: new Int32Array(size.labels) };
  const rests = new Uint8Array(vectors.length);
  const order = shuffled(vectors.length);
  for (let round = 0; round < rounds; round += 1) {
    const step = firstStep / (1 + round * 0.3);
    for (const index of order) {
      const each = vectors[index];
      if (each === undefined || rests[index] === 1) {
        rests[index] = 0;
        continue;
      }
      rests[index] = correct(model, each, targets[index] ?? 0, step, room) < settled ? 1 : 0;
    }
  }
  return model;
}

/** What is known as well as that is left out of the next round. */
const settled = 0.05;

/** How wrong it was, of 0 to 1. `shares` and `wrong` are room to work in, of one place for each label. */
function correct(
  { weights, bias }: Model,
  vector: Vector,
  target: number,
  step: number,
  { shares, wrong }: Room,
): number {
  const { features, values } = vector;
  const size = bias.length;
  share(vector, { weights, bias }, shares);
  const miss = 1 - (shares[target] as number);
  let count = 0;
  for (let label = 0; label < size; label += 1) {
    const error = (label === target ? 1 : 0) - (shares[label] as number);
    if (Math.abs(error) < leastError) continue;
    shares[label] = error * step;
    bias[label] = (bias[label] as number) + error * step * 0.1;
    wrong[count] = label;
    count += 1;
  }
  for (let each = 0; each < features.length; each += 1) {
    const from = (features[each] as number) * size;
    const value = values[each] as number;
    for (let index = 0; index < count; index += 1) {
      const label = wrong[index] as number;
      weights[from + label] = (weights[from + label] as number) + (shares[label] as number) * value;
    }
  }
  return miss;
}

/** Into `shares`. */
function share({ features, values }: Vector, { weights, bias }: Model, shares: Float64Array): void {
  const size = bias.length;
  shares.set(bias);
  for (let each = 0; each < features.length; each += 1) {
    const from = (features[each] as number) * size;
    const value = values[each] as number;
    for (let label = 0; label < size; label += 1)
      shares[label] = (shares[label] as number) + (weights[from + label] as number) * value;
  }
  let most = -Infinity;
  for (let label = 0; label < size; label += 1) most = Math.max(most, shares[label] as number);
  let sum = 0;
  for (let label = 0; label < size; label += 1) {
    const raised = Math.exp((shares[label] as number) - most);
    shares[label] = raised;
    sum += raised;
  }
  for (let label = 0; label < size; label += 1) shares[label] = (shares[label] as number) / sum;
}

/** In an order without a pattern, and always the same. */
function shuffled(size: number): readonly number[] {
  const order = Array.from({ length: size }, (_, at) => at);
  let seed = 1;
  for (let at = size - 1; at > 0; at -= 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = seed % (at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}

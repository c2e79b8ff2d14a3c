// Which of several answers is right, learned from examples: multinomial logistic regression over their features, by stochastic
// gradient descent in a fixed order, so that the same examples always give the same answer.
import type { Ability } from "../examples.ts";
import { traitsOf } from "./abilities.ts";

/** How often each stands in what is told apart, or how much it counts there. */
export type Features = ReadonlyMap<string, number>;
/** `features`: asked for once, so that those of all are never there together. */
export type Example<Label extends string> = Readonly<{ features: () => Features; label: Label }>;
/** `share`: of 0 to 1; those of all labels are 1 together. */
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
  says: ReadonlyMap<string, Said>;
  model: Model;
}>;

export function learn<Label extends string>(examples: readonly Example<Label>[]): Learned<Label> {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const { counts, rows } = countedIn(examples);
  const says = saidBy(counts, examples.length);
  const places = placesOf(counts, says);
  const vectors = rows.map((row) => vector(row, places));
  const targets = examples.map(({ label }) => labels.indexOf(label));
  const order = orderOf(rows);
  const { weights, bias } = trained(vectors, targets, order, { features: says.size, labels: labels.length });
  return { labels, says, model: { weights: new Float16Array(weights), bias } };
}

/** The likeliest first. */
export function rank<Label extends string>(
  features: Features,
  { labels, says, model }: Learned<Label>,
): readonly Ranked<Label>[] {
  const shares = new Float64Array(labels.length);
  share(vectorOf(features, says), model, shares);
  return labels
    .map((label, index) => ({ label, share: shares[index] as number }))
    .sort((one, other) => other.share - one.share);
}

/** What stands in fewer examples says nothing; what stands in few says more. */
const fewest = 3;

type Said = Readonly<{ place: number; much: number }>;
/** Features by their numbers, each with how often it stands there. `mark`: of these features, whatever else is learned. */
type Row = Readonly<{ features: Int32Array; times: Float32Array; mark: number }>;
/** By feature, in the order of their numbers: in how many examples it stands. */
type Counts = ReadonlyMap<string, { readonly index: number; examples: number }>;

function countedIn(examples: readonly Example<string>[]): { counts: Counts; rows: readonly Row[] } {
  const counts = new Map<string, { readonly index: number; examples: number }>();
  const rows = examples.map((example) => {
    const features = example.features();
    const row = {
      ...{ features: new Int32Array(features.size), times: new Float32Array(features.size) },
      mark: 0,
    };
    let at = 0;
    for (const [feature, times] of features) {
      row.mark = markOf(feature, row.mark);
      const known = counts.get(feature) ?? { index: counts.size, examples: 0 };
      if (known.examples === 0) counts.set(feature, known);
      known.examples += 1;
      row.features[at] = known.index;
      row.times[at] = times;
      at += 1;
    }
    return row;
  });
  return { counts, rows };
}

/** FNV-1a. */
function markOf(feature: string, before: number): number {
  let mark = before ^ 0x81_1c_9d_c5;
  for (let at = 0; at < feature.length; at += 1)
    mark = Math.imul(mark ^ feature.charCodeAt(at), 0x01_00_01_93);
  return mark;
}

function saidBy(counts: Counts, all: number): Learned<string>["says"] {
  const says = new Map<string, Said>();
  for (const [feature, { examples }] of counts)
    if (examples >= fewest)
      says.set(feature, { place: says.size, much: Math.log((all + 1) / (examples + 0.5)) });
  return says;
}

const placesOf = (counts: Counts, says: Learned<string>["says"]): readonly (Said | undefined)[] =>
  [...counts.keys()].map((feature) => says.get(feature));

/** Of length 1. */
function vector({ features, times }: Omit<Row, "mark">, says: readonly (Said | undefined)[]): Vector {
  const [places, values]: [number[], number[]] = [[], []];
  let square = 0;
  for (let at = 0; at < features.length; at += 1) {
    const said = says[features[at] as number];
    if (said === undefined) continue;
    const count = times[at] as number;
    const value = (1 + Math.log(1 + count)) * Math.sqrt(count) * said.much;
    places.push(said.place);
    values.push(value);
    square += value * value;
  }
  const length = Math.sqrt(square) || 1;
  return { features: Int32Array.from(places), values: Float32Array.from(values, (each) => each / length) };
}

/** What was never learned says nothing. */
function vectorOf(of: Features, says: Learned<string>["says"]): Vector {
  const known = [...of].flatMap(([feature, times]) => {
    const said = says.get(feature);
    return said === undefined ? [] : [{ said, times }];
  });
  return vector(
    { features: Int32Array.from(known.keys()), times: Float32Array.from(known, ({ times }) => times) },
    known.map(({ said }) => said),
  );
}

/** `weights`: of each feature one for each label, feature by feature. Kept in half the room that learning needs. */
type Model = Readonly<{ weights: Float32Array | Float16Array; bias: Float32Array }>;
type Room = Readonly<{ shares: Float64Array; wrong: Int32Array }>;

function trained(
  vectors: readonly Vector[],
  targets: readonly number[],
  order: readonly number[],
  size: Readonly<{ features: number; labels: number }>,
): Model {
  const model = {
    weights: new Float32Array(size.features * size.labels),
    bias: new Float32Array(size.labels),
  };
  const room = { shares: new Float64Array(size.labels), wrong: new Int32Array(size.labels) };
  const rests = new Uint8Array(vectors.length);
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

/** Without a pattern, and of each pair of examples the same whatever others there are: one more changes little. */
const orderOf = (rows: readonly Row[]): readonly number[] =>
  [...rows.keys()].sort((one, other) => (rows[one]?.mark ?? 0) - (rows[other]?.mark ?? 0) || one - other);

// How sure it has to be what a line asks for, before it is done.

/** Of 1: from here on the examples say it alone. Measured on lines of people whose others were not among the examples. */
export const sure = 0.65;
/** From here on what looks, tells or asks back is done. */
export const likely = 0.45;
/** Of what is not asked once more before it is done. */
export const certain = 0.85;
/** From here on an order needs no word that is known to order: `depot-sync back to 3`. */
export const ordered = 0.97;

export const isSure = ({ label, share }: Ranked<Ability>): boolean =>
  share >= (traitsOf(label).isDoneAtOnce ? certain : sure);

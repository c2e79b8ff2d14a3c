// Which usable way to try first: rules as data, and one comparison from left to right.
import type { AccessPath } from "./access-path.ts";
import { orders } from "./path-order.ts";

type Need = "read-once" | "change-once" | "interactive" | "port-forward" | "edit-files" | "automation";
export type Where = "internet" | "vpn" | "er" | "azure-vm" | "avd";

export type RankingCriteria = Readonly<{
  need: Need;
  /** Absent while the asker did not say. */
  where?: Where;
  urgency: "incident" | "normal";
  production: boolean;
}>;

/**
 * `public`: to the public address of the API server. `network`: from a network that leads to its private address.
 * `machine`: the same over a machine near the cluster. `runCommand`: Azure starts kubectl in the cluster. `other`: a
 * variant or a preview, which is offered and does not decide whether the cluster can be reached.
 */
export type PathKind = "public" | "network" | "machine" | "runCommand" | "other";

/**
 * `exposure`: 0 opens nothing new, 1 is a preview or takes the administrator's credential, 3 is public for good.
 * `minutes`: from pressing Enter to a prompt, with everything set up. `fragile`: hangs on one machine or endpoint.
 * No usable way waits for somebody's approval, so that is not compared.
 */
export type Traits = Readonly<{
  kind: PathKind;
  exposure: 0 | 1 | 3;
  minutes: number;
  fragile: boolean;
  unfit?: readonly Need[];
  /** Leads in from there only. */
  from?: readonly Where[];
}>;

export const traitsOf = (kind: PathKind, minutes: number, more: Partial<Traits> = {}): Traits => ({
  kind,
  exposure: 0,
  minutes,
  fragile: false,
  ...more,
});

type Rankable = Pick<AccessPath, "id" | "state"> & Readonly<{ traits: Traits }>;

const fits = ({ unfit = [], from }: Traits, { need, where }: RankingCriteria): boolean =>
  !unfit.includes(need) && (where === undefined || from === undefined || from.includes(where));

/** In an incident the run command is fastest for one look or one change, and it opens nothing. */
const comesFirst = ({ traits: { kind }, state }: Rankable, { need, urgency }: RankingCriteria): boolean =>
  kind === "runCommand" &&
  state === "available" &&
  urgency === "incident" &&
  (need === "read-once" || need === "change-once");

function keyOf(path: Rankable, wish: RankingCriteria): readonly number[] {
  const { exposure, minutes, fragile } = path.traits;
  const order: readonly string[] = orders[wish.production ? "production" : "other"];
  return [
    comesFirst(path, wish) ? 0 : 1,
    path.state === "available" ? 0 : 1,
    exposure,
    minutes,
    fragile ? 1 : 0,
    order.indexOf(path.id),
  ];
}

const compare = (left: readonly number[], right: readonly number[]): number =>
  left.map((value, index) => value - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** Ids of the ways that are usable and fit, best first. */
export function rankPaths(paths: readonly Rankable[], wish: RankingCriteria): readonly string[] {
  return paths
    .filter(({ state }) => state === "available" || state === "probable")
    .filter(({ traits }) => fits(traits, wish))
    .map((path) => ({ id: path.id, key: keyOf(path, wish) }))
    .toSorted((left, right) => compare(left.key, right.key))
    .map(({ id }) => id);
}

// What is measured of the product: each metric with its attributes, and each attribute with all values that it may have. So
// nothing of a person, a cluster or a text can stand in a metric or a trace: what is not listed here is not told.
import { alertSources } from "../alert/alert.ts";
import { sources } from "../alert/sources/sources.ts";
import type { Verdict } from "../diagnosis/cause.ts";
import { type RunTask, runStates } from "../run/run.ts";

/** Of a pattern there are few values, as of a status. */
type Values = readonly string[] | RegExp;

/** `counts`: how often, since the process began; `times`: how long it took, in seconds. */
type Instrument = Readonly<{ kind: "counts" | "times"; attributes: Readonly<Record<string, Values>> }>;

const status = /^[1-5]\d\d$/;
/** Who reads Azure: somebody who asked, or the bot's own read-only identity. */
const principals = ["person", "identity"] as const;

const runKinds = ["diagnose", "access", "command", "change", "fix"] as const satisfies RunTask["kind"][];

export const routes: readonly string[] = [
  ...["/healthz", "/readyz", "/metrics", "/api/messages"],
  ...alertSources.map((source) => sources[source].path),
];

export const instruments = {
  http_request_duration_seconds: {
    kind: "times",
    attributes: { method: ["GET", "POST"], route: routes, status },
  },
  activity_duration_seconds: {
    kind: "times",
    attributes: { type: ["message", "press", "signIn", "other"], ended: ["done", "failed"] },
  },
  turn_duration_seconds: { kind: "times", attributes: { ended: ["answered", "failed"] } },
  job_duration_seconds: {
    kind: "times",
    attributes: { job: ["execute", "recover", "deliver"], ended: ["done", "failed"] },
  },
  arm_call_duration_seconds: {
    kind: "times",
    attributes: {
      principal: principals,
      method: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
      status: /^([1-5]\d\d|none)$/,
    },
  },
  /** `budget`: we did not ask, since Azure would have refused, or asks to wait for too long. */
  arm_throttles_total: { kind: "counts", attributes: { principal: principals, by: ["azure", "budget"] } },
  runs_total: { kind: "counts", attributes: { kind: runKinds, state: runStates } },
  changes_total: { kind: "counts", attributes: { kind: ["change", "fix"], state: runStates } },
  verdicts_total: {
    kind: "counts",
    attributes: { verdict: ["healthy", "degraded", "broken", "unknown"] satisfies Verdict[] },
  },
  deliveries_total: {
    kind: "counts",
    attributes: { step: ["done", "rest", "again", "elsewhere", "giveUp"] },
  },
  sign_ins_total: {
    kind: "counts",
    attributes: {
      way: ["silent", "code", "stored", "onBehalfOf"],
      ended: ["signedIn", "refused", "unavailable"],
    },
  },
} as const satisfies Readonly<Record<string, Instrument>>;

/** In front of each name. */
export const prefix = "aks_oncall_";

type Instruments = typeof instruments;
type OfKind<Kind extends Instrument["kind"]> = {
  [Name in keyof Instruments]: Instruments[Name]["kind"] extends Kind ? Name : never;
}[keyof Instruments];

export type InstrumentName = keyof Instruments;
export type CountName = OfKind<"counts">;
export type TimeName = OfKind<"times">;

/** One value of each attribute. */
export type AttributesOf<Name extends InstrumentName> = Readonly<{
  [Key in keyof Instruments[Name]["attributes"]]: Instruments[Name]["attributes"][Key] extends readonly (infer Value extends
    string)[]
    ? Value
    : string;
}>;

/** Whether an attribute may have this value: what is typed is held by the compiler, and texts by their pattern. */
export function mayBeTold(name: InstrumentName, attributes: Readonly<Record<string, string>>): boolean {
  const allowed: Readonly<Record<string, Values>> = instruments[name].attributes;
  return Object.entries(attributes).every(([key, value]) => {
    const values = allowed[key];
    if (values === undefined) return false;
    return values instanceof RegExp ? values.test(value) : values.includes(value);
  });
}

/** Every set of attributes that it can have; none where one of them has a pattern. */
export const setsOf = (name: InstrumentName): readonly Readonly<Record<string, string>>[] =>
  Object.entries<Values>(instruments[name].attributes).reduce<readonly Readonly<Record<string, string>>[]>(
    (sets, [key, values]) =>
      values instanceof RegExp
        ? []
        : sets.flatMap((set) => values.map((value) => ({ ...set, [key]: value }))),
    [{}],
  );

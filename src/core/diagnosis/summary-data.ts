// What the first sentence of a diagnosis says, as data.
import type { PathReason } from "../access/access-path.ts";
import type { ClientTestResult } from "../client/client-test-result.ts";
import type { UnroutedClient } from "../finding/api/client-findings.ts";
import type { CheckMeta } from "../finding/kit/check-meta.ts";
import type { Step } from "../network/model/step.ts";
import type { Fact } from "../outcome/fact.ts";
import type { Permission } from "../snapshot/rights.ts";
import type { Hint } from "./hint.ts";
import type { Limit } from "./limits.ts";

/** The step that leaves it open whether a need is met; null where no subnet was found in which nodes stand. */
export type Doubt = Step | null;

/** A finding, for a sentence about it. */
export type Stated = Readonly<{ check: string; facts: readonly Fact[] }>;

/** What is not known about where the asker sits, with what to do or to say. */
export type Place = Readonly<
  | ({ is: "outside"; canRun: boolean } & UnroutedClient)
  /** Their own public address. */
  | { is: "unasked" }
>;

/** `scope`: an id. */
export type Grant = Readonly<{ role: string; scope: string }>;

/** What is not among what is read, and yet people or nodes need it. */
export type Unjudged = NonNullable<CheckMeta["unjudged"]>;

/**
 * How a test from the asker's place and a diagnosis go together. `same`: the cause explains what it shows. `beside`: it
 * shows another thing. `against`: it shows that the asker gets there all the same. `alone`: no cause was found.
 */
/** `told`: the cause is what the test shows, and nothing else shows it. */
export type Bearing = "told" | "same" | "beside" | "against" | "alone";

export type Summary =
  | UntestedSummary
  /** `placed`: the asker told where they are. `outside`: the address that the asker told, of which no network is known that leads in, and yet they get there. */
  | Readonly<{
      is: "tested";
      shown: readonly ClientTestResult[];
      bears: Bearing;
      placed: boolean;
      outside: string | null;
      rest: UntestedSummary;
    }>;

/** `open`: how many checks could not be assessed. `seconds`: until Azure takes requests again. */
export type UntestedSummary = Readonly<
  | { is: "cause" }
  | { is: "throttled"; open: number; seconds: number }
  | { is: "told"; told: Stated }
  | { is: "lockedOut"; lack: Stated; open: number; grants: readonly Grant[] }
  | { is: "place"; place: Place; fine: boolean }
  | { is: "notProved"; doubt: Doubt; missing: Permission | null }
  | { is: "openChecks"; open: number; missing: Permission | null; first: Stated | null }
  | { is: "lackOnly"; lack: Stated }
  | { is: "hint"; hint: Hint; limits: readonly Beyond[] }
  /** `apart`: nothing but the run command leads in, and nothing else is set up to. */
  | { is: "sound"; apart: boolean; unjudged: readonly Unjudged[]; limits: readonly Beyond[] }
  | { is: "noWay"; reason: PathReason }
  | { is: "fault" }
  | { is: "warning"; told: Stated; place: Place | null }
>;

/** What stays open although nothing is wrong. */
export type Beyond = Readonly<
  { is: "doubt"; doubt: Doubt } | { is: "limit"; limit: Limit } | { is: "way"; reason: PathReason }
>;

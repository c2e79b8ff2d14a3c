// What the rules say, before anybody is told why.
import type { Decision } from "./decision.ts";
import type { ChangeNeed } from "./match-change.ts";
import type { DenyRule } from "./policy.ts";

/** One thing that a command reads or changes: null for what is no command, or a command that reads nothing. */
export type Part = ChangeNeed | null;

/** `inTheWay`: the part that is not allowed. `contradict`: rules that would allow it together, but let no one group agree. */
export type Verdict =
  | Extract<Decision, { effect: "allow" }>
  | Readonly<{ effect: "deny"; rule: DenyRule | null; inTheWay: Part; contradict?: readonly string[] }>;

// What a person asked for, once their text has been understood.

import type { Lack } from "../command/refusal.ts";
import type { Mode } from "../mode/mode.ts";
import type { Client } from "../snapshot/snapshot.ts";
import type { Misread } from "./misread.ts";
import type { Topic } from "./topic.ts";

/** `cluster` as it was written: a name, `group/name`, a resource id, or null for "the one we last spoke of". */
export type Intent = Readonly<
  | { kind: "help" }
  /** Why the last answer says what it says. */
  | { kind: "why" }
  | { kind: "clusters" }
  /** `withoutInside`: nobody is to look inside the cluster for it. `asksOf`: the client's address is asked about, as below. */
  | { kind: "diagnose"; cluster: string | null; client: Client; withoutInside?: true; asksOf?: string }
  /** `asksOf`: whether this address or range is let in, which says nothing of where somebody is. */
  | { kind: "access"; cluster: string | null; client: Client; asksOf?: string }
  /** Have this channel follow the cluster, or follow it no more. */
  | { kind: "watch" | "unwatch"; cluster: string | null }
  | { kind: "watches" }
  /** `reason`, `breakGlass`: of what changes something. */
  | { kind: "run"; command: string; cluster: string | null; reason?: string; breakGlass?: true }
  | { kind: "canI"; command: string; cluster: string | null }
  /** The command of a change that was asked for in words: it is asked back, and never sent by itself. */
  | { kind: "askBack"; command: string; cluster: string | null; reason?: string; breakGlass?: true }
  /** It would change something, and has to be written as the command that does. `lacks`: the word of it that is missing. */
  | { kind: "change"; cluster: string | null; lacks?: Lack }
  /** A log, and nothing says of which namespace. */
  | { kind: "logs"; lacks: "namespace" }
  /** Nothing here does it, whoever asks. */
  | { kind: "beyond" }
  /** About the bot itself. */
  | { kind: "told"; topic: Topic }
  /** Of a change that waits: show it once more, take it back, or go on with it after a sign-in. */
  | { kind: "review" | "withdraw" | "resume"; run: string }
  /** Have what a diagnosis proved made in Azure, or take it back. */
  | { kind: "fix" | "undo"; run: string; reason?: string; breakGlass?: true }
  | { kind: "status" }
  /** What was asked before, once more, of this cluster or of the same. */
  | { kind: "again"; cluster: string | null }
  | { kind: "whoAmI" }
  | { kind: "signIn" }
  | { kind: "signOut" }
  /** `set` is null where the mode is only asked for. */
  | { kind: "mode"; set: Readonly<{ mode: Mode; reason: string | null }> | null }
  | { kind: "forgetMe" }
  | { kind: "forgetPlace" }
>;

/** `refused`: it was recognised but is not well formed. `unknown`: nothing we know begins like this. */
export type Understood =
  | Readonly<{ ok: true; intent: Intent }>
  | Readonly<{ ok: false; code: "unknown" | "malformed"; reason: Misread }>;

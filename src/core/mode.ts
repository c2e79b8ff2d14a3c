// How much the product may do at the moment: everything, everything but commands, or nothing.
import type { Requester } from "./requester.ts";

export const modes = ["full", "diagnose", "off"] as const;
export type Mode = (typeof modes)[number];

/** `setBy` is null as long as nobody has ever set it. `since`: ISO time, UTC. */
export type ModeInForce = Readonly<{
  mode: Mode;
  setBy: Requester | null;
  since: string;
  reason: string | null;
}>;

/** What a mode lets through: reading Azure, and what is kept of a run; or sending a command into a cluster. */
export type Activity = "read" | "command";

const allowed: Readonly<Record<Mode, readonly Activity[]>> = {
  full: ["read", "command"],
  diagnose: ["read"],
  off: [],
};

/** A mode that could not be read lets nothing through, as one that forbids it. */
export type ModeForbids =
  | Readonly<{ is: "modeUnknown" }>
  /** `setBy`: a name to show; nothing else of the person is kept with what they forbade. */
  | Readonly<{ is: "modeForbids"; mode: Mode; setBy: string | null; since: string; reason: string | null }>
  /** The same for somebody who is not signed in: not who set it, nor when and why. */
  | Readonly<{ is: "modeCloses"; mode: Mode }>;

/** Null when the mode lets it through. */
export function whyModeForbids(mode: ModeInForce | null, activity: Activity): ModeForbids | null {
  if (mode === null) return { is: "modeUnknown" };
  if (allowed[mode.mode].includes(activity)) return null;
  const { setBy, since, reason } = mode;
  return { is: "modeForbids", mode: mode.mode, setBy: setBy?.displayName ?? null, since, reason };
}

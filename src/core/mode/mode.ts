// How much the product may do at the moment: everything, everything but commands, or nothing.
import type { Requester } from "../requester.ts";
import { withoutTrailing } from "../text/without-trailing.ts";

export const modes = ["full", "diagnose", "off"] as const;
export type Mode = (typeof modes)[number];

/** `setBy` is null as long as nobody has ever set it. `since`: ISO time, UTC. */
export type ModeInForce = Readonly<{
  mode: Mode;
  setBy: Requester | null;
  since: string;
  reason: string | null;
}>;

/** What a mode lets through: reading Azure, sending a command into a cluster, showing what was stored of a run. */
export type Activity = "read" | "command" | "output";

const allowed: Readonly<Record<Mode, readonly Activity[]>> = {
  full: ["read", "command", "output"],
  diagnose: ["read", "output"],
  off: [],
};

/** One sentence, or null when the mode lets it through. A mode that could not be read (null) lets nothing through. */
export function whyModeForbids(mode: ModeInForce | null, activity: Activity): string | null {
  if (mode === null)
    return "My database does not tell me which mode is in force, so I did nothing. Try again in a minute.";
  if (allowed[mode.mode].includes(activity)) return null;
  const what = mode.mode === "off" ? "I am switched off" : "No command is sent into a cluster";
  return `${what}: ${whoSetIt(mode)}.`;
}

/** `Megan Bowen set mode off on 2026-07-27 01:10 UTC; reason: upgrade freeze` */
function whoSetIt({ mode, setBy, since, reason }: ModeInForce): string {
  const when = `${since.slice(0, 16).replace("T", " ")} UTC`;
  const why = reason === null ? "no reason given" : `reason: ${withoutTrailing(reason, ".!")}`;
  return `${setBy?.displayName ?? "somebody"} set mode ${mode} on ${when}; ${why}`;
}

// A line that waited for the choice of a cluster, read again once it was chosen.

import { type Aliases, parseClusterName } from "../../cluster-name.ts";
import type { Intent } from "../intent.ts";
import { chooseReading } from "./choose-reading.ts";
import { understandLine } from "./understand-line.ts";

/** As a command's words stand, none of which is its cluster; null where the line is no such. */
export function intentAsTyped(text: string): Intent | null {
  const line = understandLine(text);
  if (line.is === "intent") return line.intent;
  return line.is === "readings"
    ? (line.readings.find(({ candidate }) => candidate === null)?.intent ?? null)
    : null;
}

/** `cluster`: its resource id, as a press brings it. Null where the line is about no cluster. */
export function intentAbout(text: string, cluster: string, aliases: Aliases): Intent | null {
  const line = understandLine(text);
  if (line.is === "intent") return line.intent;
  const { subscriptionId, resourceGroup, name } = parseClusterName(cluster) ?? {};
  if (line.is === "misread" || !subscriptionId || !resourceGroup || !name) return null;
  const id = { id: cluster, subscriptionId, resourceGroup, name };
  const only = { ...id, location: "", powerState: "", private: true };
  const chosen = chooseReading(line, [only], aliases);
  return chosen.is === "one" || chosen.is === "unnamed" ? chosen.intent : null;
}

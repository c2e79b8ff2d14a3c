// What is asked of the policy in words, on the command line and in its own tests: a command that reads or changes.
import { parseChange } from "../command/change/parse-change.ts";
import { parseKubectl } from "../command/parse-kubectl.ts";
import type { Refusal } from "../command/refusal.ts";
import type { ClusterRef, PolicyAction } from "./decision.ts";

export type AskedAction =
  | Readonly<{ ok: true; action: Extract<PolicyAction, { kind: "run" | "change" }> }>
  | Refusal;

/** `clusterAdmin`: the cluster has no Entra integration. */
export type AskedOf = Readonly<{ cluster: ClusterRef; clusterAdmin: boolean; breakGlass: boolean }>;

export function askedAction(text: string, of: AskedOf): AskedAction {
  const { cluster, clusterAdmin } = of;
  const read = parseKubectl(text);
  if (read.ok) return { ok: true, action: { kind: "run", cluster, clusterAdmin, request: read.request } };
  if (read.code !== "write-not-supported") return read;
  const change = askedChange(text, of);
  // Some changes are none of those that are done here, such as `kubectl edit`: that is said by what knows them.
  return !change.ok && change.code === "verb-unknown" ? read : change;
}

export function askedChange(text: string, { cluster, clusterAdmin, breakGlass }: AskedOf): AskedAction {
  const parsed = parseChange(text);
  if (!parsed.ok) return parsed;
  const { request } = parsed;
  return {
    ok: true,
    action: { kind: "change", cluster, clusterAdmin, request, ...(breakGlass && { breakGlass }) },
  };
}

// What is asked of the policy in words, on the command line and in its own tests: a command that reads or changes.
import type { ChangeRequest } from "../command/change/change-request.ts";
import { parseChange } from "../command/change/parse-change.ts";
import type { SentFile } from "../command/file/sent-file.ts";
import { parseCommand } from "../command/parse-command.ts";
import type { Refusal } from "../command/refusal.ts";
import type { ClusterRef, PolicyAction } from "./decision.ts";

export type AskedAction =
  | Readonly<{ ok: true; action: Extract<PolicyAction, { kind: "run" | "change" }> }>
  | Refusal;

/** `clusterAdmin`: the cluster has no Entra integration. */
export type AskedOf = Readonly<{ cluster: ClusterRef; clusterAdmin: boolean; breakGlass: boolean }>;

/** `file`: the one that it names. */
export function askedAction(text: string, of: AskedOf, file?: SentFile): AskedAction {
  const { cluster, clusterAdmin } = of;
  const asked = parseCommand(text, file);
  if (!asked.ok) return asked;
  return asked.is === "change"
    ? changeAs(asked.request, of)
    : { ok: true, action: { kind: "run", cluster, clusterAdmin, request: asked.request } };
}

export function askedChange(text: string, of: AskedOf, file?: SentFile): AskedAction {
  const parsed = parseChange(text, file);
  return parsed.ok ? changeAs(parsed.request, of) : parsed;
}

const changeAs = (request: ChangeRequest, { cluster, clusterAdmin, breakGlass }: AskedOf): AskedAction => ({
  ok: true,
  action: { kind: "change", cluster, clusterAdmin, request, ...(breakGlass && { breakGlass }) },
});

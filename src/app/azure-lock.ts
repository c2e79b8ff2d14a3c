// Azure's lock on a look at what is kept: what somebody would not get from Azure now, they are not shown again either.

import type { Note } from "../core/chat/note.ts";
import type { Run, RunTask } from "../core/run/run.ts";
import { isAllowed } from "../core/snapshot/rbac.ts";
import type { RequesterCredential } from "./ports.ts";
import { runCommandActions } from "./run-command.ts";
import type { Services } from "./services.ts";

/** What it takes in Azure to get such an answer oneself. */
const actionsFor = ({ kind }: RunTask): readonly string[] =>
  kind === "command" || kind === "change"
    ? runCommandActions
    : ["Microsoft.ContainerService/managedClusters/read"];

/**
 * Why, where Azure forbids it or does not say; null where it allows it. Asked at every look and never
 * remembered: a right that was taken away is gone at the next press.
 */
export async function whyAzureForbidsLook(
  { reader }: Services,
  credential: RequesterCredential,
  { task, cluster }: Run,
): Promise<Note | null> {
  const permissions = await reader.permissions(credential, cluster.id);
  if (permissions.status === "unavailable") return { is: "azureUnknown", said: permissions.message };
  const missing = actionsFor(task).find((action) => !isAllowed(permissions.data, action));
  return missing === undefined ? null : { is: "azureForbids", action: missing, cluster: cluster.name };
}

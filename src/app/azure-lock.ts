// Azure's lock on a look at what is kept: what somebody would not get from Azure now, they are not shown again either.

import type { Run, RunTask } from "../core/run/run.ts";
import { isAllowed } from "../core/snapshot/rbac.ts";
import type { RequesterCredential } from "./ports.ts";
import { runCommandActions } from "./run-command.ts";
import type { Services } from "./services.ts";

/** What it takes in Azure to get such an answer oneself. */
const actionsFor = ({ kind }: RunTask): readonly string[] =>
  kind === "command" ? runCommandActions : ["Microsoft.ContainerService/managedClusters/read"];

/**
 * One sentence where Azure forbids it or does not say; null where it allows it. Asked at every look and never
 * remembered: a right that was taken away is gone at the next press.
 */
export async function whyAzureForbidsLook(
  { reader }: Services,
  credential: RequesterCredential,
  { task, cluster }: Run,
): Promise<string | null> {
  const permissions = await reader.permissions(credential, cluster.id);
  if (permissions.status === "unavailable")
    return `It is not known whether Azure lets you see this, so it is not shown. ${permissions.message}`;
  const missing = actionsFor(task).find((action) => !isAllowed(permissions.data, action));
  return missing === undefined
    ? null
    : `Azure does not let you see this: you lack ${missing} on ${cluster.name}.`;
}

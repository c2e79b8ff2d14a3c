// Run command: every check of it. A new one is a file beside this and a line here.
import { invokeEnabled } from "./invoke.enabled.ts";
import { invokeIdentity } from "./invoke.identity.ts";
import { invokeLastRun } from "./invoke.last-run.ts";
import { invokePermission } from "./invoke.permission.ts";
import { invokePolicy } from "./invoke.policy.ts";
import { invokeSchedulableNode } from "./invoke.schedulable-node.ts";

export const invokeChecks = [
  invokeEnabled,
  invokePermission,
  invokeSchedulableNode,
  invokePolicy,
  invokeIdentity,
  invokeLastRun,
] as const;

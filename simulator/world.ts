// Everything one scenario is while it runs: its store, its directory, its tokens, and what happened since.

import type { Access } from "./arm/access.ts";
import type { Activity } from "./arm/activities.ts";
import type { CommandRuns } from "./arm/command-runs.ts";
import type { Deployments } from "./arm/deployments/deployment.ts";
import type { KubernetesClusters } from "./arm/kubernetes-clusters.ts";
import type { ResourceStore } from "./arm/resource-store.ts";
import type { Throttling } from "./arm/throttling.ts";
import type { Directory } from "./directory.ts";
import type { AuthorizationCodes } from "./entra/authorization-codes.ts";
import type { DeviceCodes } from "./entra/device-codes.ts";
import type { Tokens } from "./entra/tokens.ts";
import type { AppDirectory } from "./graph/app-directory.ts";
import type { RoleAssignment, Scenario } from "./scenario/schema.ts";
import type { SignIns } from "./token-service/sign-ins.ts";

export type Assignment = RoleAssignment & { name: string };

export type World = {
  startedAt: Date;
  /** `https://localhost:PORT`, of everything but the gateway. */
  url: string;
  gatewayBase: string;
  scenario: Scenario;
  directory: Directory;
  apps: AppDirectory;
  tokens: Tokens;
  authorizationCodes: AuthorizationCodes;
  deviceCodes: DeviceCodes;
  signIns: SignIns;
  store: ResourceStore;
  assignments: Assignment[];
  access: Access;
  /** What was changed in Azure, oldest first. */
  activities: Activity[];
  deployments: Deployments;
  kubernetes: KubernetesClusters;
  runs: CommandRuns;
  throttling: Throttling;
  /** Signs and sends an activity to the bot as Teams would. */
  deliver: Deliver;
  close(): Promise<void>;
};

export type Deliver = (activity: Record<string, unknown>) => Promise<{ status: number; body: string }>;

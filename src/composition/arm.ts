// What reads and writes Azure Resource Manager, with its SDKs.
import type { Services } from "../app/ports/services.ts";
import type { ArmOptions } from "../azure/arm/arm-client.ts";
import { createArmWriter } from "../azure/arm/arm-writer.ts";
import { createRoleReader } from "../azure/collect/access/role-reader.ts";
import { shareCollections } from "../azure/collect/behind-cluster.ts";
import { createClusterReader } from "../azure/collect/cluster-reader.ts";
import { createCommandTransport } from "../azure/run-command/command-transport.ts";

export type ArmAdapters = Pick<Services, "reader" | "armWriter" | "roleReader" | "transport">;

/** `rereadMs`: how long what was read of a cluster is good for. */
export type ArmSettings = ArmOptions & Readonly<{ rereadMs: number }>;

export const armAdapters = ({ rereadMs, ...options }: ArmSettings): ArmAdapters => ({
  ...shareCollections(
    { reader: createClusterReader(options), armWriter: createArmWriter(options) },
    rereadMs,
  ),
  roleReader: createRoleReader(options),
  transport: createCommandTransport(options),
});

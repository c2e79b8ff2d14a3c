// What a way in is made of, as data: which checks decide it, when it does not exist, and the lines to copy.
import type { CheckResult } from "../diagnosis/check.ts";
import type { ClusterSnapshot, ManagedCluster } from "../diagnosis/snapshot.ts";

export type PathContext = Readonly<{
  snapshot: ClusterSnapshot;
  cluster: ManagedCluster;
  result: (checkId: string) => CheckResult | undefined;
}>;

export type PathSpec = Readonly<{
  /** P01 to P16. */
  id: string;
  title: string;
  /** All of them have to hold; one that fails blocks the way. */
  hard: readonly string[];
  /** Anything but a pass leaves it open whether the way works. */
  soft: readonly string[];
  /** One sentence for a way that is open. */
  works: string;
  /** Why this way does not exist here, or null. */
  absent: (context: PathContext) => string | null;
  steps: (context: PathContext) => readonly string[];
}>;

/** For every way in. */
export const commonChecks = ["cluster.exists", "cluster.power-state", "cluster.resource-health", "api.mode"];

/** For ways that end in the user's own kubectl. */
export const ownKubectlChecks = [...commonChecks, "access.kubeconfig", "entra.tenant"];

/** For every way to a private API server. */
export const privateChecks = [
  "pe.exists",
  "pe.connection-approved",
  "pe.provisioning",
  "pe.ip",
  "dns.zone-exists",
  "dns.zone-name",
  "dns.a-record-present",
  "dns.a-record-match",
  "api.vnetint-ilb",
  "nsg.pe-inbound",
];

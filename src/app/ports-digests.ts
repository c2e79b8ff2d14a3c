// What is kept of the last diagnoses of a cluster, to be compared with the next; part of the ports.
import type { KeptDigest } from "../core/diagnosis/since/kept.ts";

export interface DigestStore {
  /** Replaces an older one of the same cluster and verdict. It goes with its run; without that nothing is kept. */
  keepDigest(kept: KeptDigest): Promise<void>;
  /** One for each verdict at most. `clusterId` in any case. */
  digestsOf(clusterId: string): Promise<readonly KeptDigest[]>;
}

// What findings about `pool.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const poolFindings: FindingWords<"pool"> = {
  "pool.provisioning": {
    title: "Last operations on the pools succeeded",
    why: "A pool that was left half done may be short of nodes for the run command, DNS and the tunnel.",
    remediation: "Mend what made the operation fail, then apply the pool's settings again.",
    facts: {},
  },
  "pool.system-ready": {
    title: "System nodes are running",
    why: "DNS, metrics and the tunnel to the API server run on system nodes.",
    remediation: "Start or scale up a system pool.",
    facts: {},
  },
};

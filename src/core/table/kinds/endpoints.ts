// kubectl get endpoints, and endpointslices: no address means that no ready pod is selected.
import type { TableKind } from "../table.ts";

const none = new Set(["", "<none>", "<unset>"]);

export const endpoints: TableKind = {
  resources: ["endpoints", "endpointslices"],
  verb: "get",
  needs: ["NAME", "ENDPOINTS"],
  facts: ["ENDPOINTS", "PORTS", "AGE"],
  judge: (cell) =>
    none.has(cell("ENDPOINTS"))
      ? { level: "warning", state: { is: "noEndpoints" } }
      : { level: "plain", state: null },
};

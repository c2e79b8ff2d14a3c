// k8s.coredns-custom: settings of one's own may hide the API server's private name from pods.
import type { Outcome } from "../../../outcome/check.ts";
import { advise, pass, warn } from "../../../outcome/outcomes.ts";
import type { CustomNames } from "../../model.ts";
import { defineFinding } from "../define-finding.ts";

export type CustomNamesFact = Readonly<
  | { is: "none" }
  | { is: "harmless" }
  | { is: "forwards"; servers: readonly string[] }
  | { is: "hidesApi"; name: string; by: readonly string[] }
>;

/** `a.b` covers itself and what ends with `.a.b`. */
const covers = (zone: string, name: string): boolean =>
  zone !== "" && zone !== "." && `.${name}`.endsWith(`.${zone.replace(/\.$/, "").toLowerCase()}`);

const isEmpty = ({ zones, forwards, rewrites }: CustomNames): boolean =>
  zones.length + forwards.length + rewrites.length === 0;

export const coreDnsCustom = defineFinding({
  id: "k8s.coredns-custom",
  severity: "medium",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/aks/coredns-custom",
  needs: ["customNames"],
  after: [],
  evaluate: ({ customNames }, { azure: { apiName } }): Outcome<CustomNamesFact> => {
    if (isEmpty(customNames)) return pass({ is: "none" });
    const { zones, forwards, rewrites } = customNames;
    const by = [...zones, ...rewrites].filter((zone) => covers(zone, apiName.toLowerCase()));
    if (apiName !== "" && by.length > 0) return warn({ is: "hidesApi", name: apiName, by });
    return forwards.length > 0 ? advise({ is: "forwards", servers: forwards }) : pass({ is: "harmless" });
  },
});

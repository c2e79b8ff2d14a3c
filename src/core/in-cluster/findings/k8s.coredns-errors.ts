// k8s.coredns-errors: CoreDNS asks the network's own servers for what it does not know; where they are silent, it says so.
import { fail, notAssessed, type Outcome, pass, warn } from "../../outcome/check.ts";
import { defineFinding } from "./define-finding.ts";

export type NameErrorsFact = Readonly<
  | { is: "none"; lines: number }
  | { is: "silent"; servers: readonly string[]; times: number }
  | { is: "refused"; times: number }
  | { is: "noLog" }
>;

/** One may be a packet that was lost. */
const repeated = 3;

export const coreDnsErrors = defineFinding({
  id: "k8s.coredns-errors",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/dns/basic-troubleshooting-dns-resolution-problems",
  needs: ["nameErrors"],
  after: [
    "dns.custom-servers",
    "nsg.node-egress",
    "firewall.network-rules",
    "k8s.coredns",
    "k8s.tunnel-live",
  ],
  evaluate: ({ nameErrors: { lines, silent, serverFailures } }): Outcome<NameErrorsFact> => {
    if (lines === 0) return notAssessed({ is: "noLog" });
    const servers = [...new Set(silent)];
    if (silent.length >= repeated) return fail({ is: "silent", servers, times: silent.length });
    if (silent.length > 0) return warn({ is: "silent", servers, times: silent.length });
    return serverFailures > 0 ? warn({ is: "refused", times: serverFailures }) : pass({ is: "none", lines });
  },
});

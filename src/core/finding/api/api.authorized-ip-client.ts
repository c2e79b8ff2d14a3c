// api.authorized-ip-client: an address that is not authorized gets a timeout that looks like an outage.

import { askedClusterOf } from "../../client/asked-cluster.ts";
import { isLetIn } from "../../client/client-test-result.ts";
import { judgeTest } from "../../client/judge.ts";
import { readClientTest } from "../../client/read-client-test.ts";
import { coverage, isPrivateAddress, parseIpv4 } from "../../network/address/cidr.ts";
import { fail, notAssessed, type Outcome, pass } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { seenNow } from "../../snapshot/snapshot.ts";
import { defineCheck } from "../kit/define-check.ts";
import {
  authorize,
  type OwnOutbound,
  ownOutboundOf,
  type RangesSkip,
  withoutRanges,
} from "./authorized-ranges.ts";

/** `ip`: that the asker gave. */
export type ClientRangesFact =
  | RangesSkip
  | Readonly<
      | { is: "addressUnsaid" }
      /** A test from where they are shows it, whatever their address is. */
      | { is: "letIn" }
      | { is: "notIpv4"; ip: string; cluster: string }
      | { is: "privateAddress"; ip: string; cluster: string }
      | { is: "authorized"; ip: string }
      | { is: "notAuthorized"; ip: string; cluster: string }
      | { is: "perhapsInTag"; ip: string }
      /** Of the cluster itself, which AKS lets in. */
      | { is: "ownOutbound"; ip: string }
      | { is: "perhapsOwnOutbound"; ip: string }
    >;

const risk = { is: "apiOpenedToAddress" } as const;

const askForAddress = ({ name }: ManagedCluster, ip: string | undefined): Outcome<ClientRangesFact> => {
  if (ip === undefined) return notAssessed({ is: "addressUnsaid" });
  return notAssessed({ is: parseIpv4(ip) === null ? "notIpv4" : "privateAddress", ip, cluster: name });
};

function clientInRanges(
  cluster: ManagedCluster,
  ip: string | undefined,
  own: OwnOutbound,
): Outcome<ClientRangesFact> {
  const ranges = cluster.apiServerAccess.authorizedIpRanges;
  if (ip === undefined || parseIpv4(ip) === null || isPrivateAddress(ip)) return askForAddress(cluster, ip);
  const evidence = [labelled("client", ip), labelled("ranges", ranges.join(", "))];
  const inRanges = coverage(ranges, ip);
  if (inRanges !== "yes" && coverage(own.ips, ip) === "yes") return pass({ is: "ownOutbound", ip }, evidence);
  switch (inRanges) {
    case "yes":
      return pass({ is: "authorized", ip }, evidence);
    case "no":
      if (!own.isWhole)
        return notAssessed(
          { is: "perhapsOwnOutbound", ip },
          own.unread.flatMap(({ needs }) => needs),
        );
      return fail(
        { is: "notAuthorized", ip, cluster: cluster.name },
        { resourceId: cluster.id, evidence, fix: authorize(cluster, [ip], risk) },
      );
    case "undecidable":
      return notAssessed({ is: "perhapsInTag", ip });
  }
}

/** Ranges refuse everything of an address that is not among them, so any answer shows that it is. */
function isShownToBeLetIn(cluster: ManagedCluster, symptom: string | undefined): boolean {
  const asked = symptom === undefined ? null : askedClusterOf(cluster, null);
  return symptom !== undefined && asked !== null && isLetIn(judgeTest(asked, readClientTest(symptom), ""));
}

export const apiAuthorizedIpClient = defineCheck({
  id: "api.authorized-ip-client",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  shownBy: "clientAddress",
  pathPlace: { on: "public", thing: "ranges" },
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/client-ip-address-cannot-access-api-server",
  needs: ["managedCluster"],
  looksAt: ["publicIpAddresses"],
  after: ["cluster.power-state", "api.mode"],
  skip: withoutRanges,
  evaluate: ({ managedCluster, ...sources }, { client }): Outcome<ClientRangesFact> =>
    client.ip === undefined && isShownToBeLetIn(managedCluster, seenNow(client))
      ? pass({ is: "letIn" })
      : clientInRanges(managedCluster, client.ip, ownOutboundOf(managedCluster, sources)),
});

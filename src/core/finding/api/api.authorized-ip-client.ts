// api.authorized-ip-client: an address that is not authorized gets a timeout that looks like an outage.

import { coverage, isPrivateAddress, parseIpv4 } from "../../network/cidr.ts";
import type { Outcome } from "../../outcome/check.ts";
import { fail, notAssessed, pass } from "../../outcome/outcomes.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { defineCheck } from "../define-check.ts";
import { authorize, withoutRanges } from "./authorized-ranges.ts";

const risk = { is: "apiOpenedToAddress" } as const;

const askForAddress = (cluster: ManagedCluster, given: string | undefined): Outcome => {
  if (given === undefined)
    return notAssessed("You did not say your public address, so it is not compared with the ranges.");
  const ask = `say "diagnose ${cluster.name} from 20.50.0.9" with your public address`;
  return parseIpv4(given) === null
    ? notAssessed(`"${given}" is not an IPv4 address, so it cannot be compared: ${ask}.`)
    : notAssessed(`${given} is a private address; the API server sees another one: ${ask}.`);
};

function judge(cluster: ManagedCluster, ip: string | undefined): Outcome {
  const ranges = cluster.apiServerAccess.authorizedIpRanges;
  if (ip === undefined || parseIpv4(ip) === null || isPrivateAddress(ip)) return askForAddress(cluster, ip);
  const evidence = [`client  ${ip}`, `ranges  ${ranges.join(", ")}`];
  switch (coverage(ranges, ip)) {
    case "yes":
      return pass(`${ip} is in the authorized ranges.`, evidence);
    case "no":
      return fail(`${ip} is not in the authorized ranges of ${cluster.name}, so its connections time out.`, {
        resourceId: cluster.id,
        evidence,
        fix: authorize(cluster, [ip], risk),
      });
    case "undecidable":
      return notAssessed(
        `${ip} is in none of the authorized ranges that are addresses; whether a service tag among them holds it is not known.`,
      );
  }
}

export const apiAuthorizedIpClient = defineCheck({
  id: "api.authorized-ip-client",
  severity: "critical",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/client-ip-address-cannot-access-api-server",
  needs: ["managedCluster"],
  after: ["cluster.power-state", "api.mode"],
  skip: withoutRanges,
  evaluate: ({ managedCluster }, { client }) => judge(managedCluster, client.ip),
});

// What an answer to a name shows of this cluster.
import { isApiName } from "../network/address/api-server.ts";
import { isPrivateAddress } from "../network/address/cidr.ts";
import type { AskedCluster } from "./asked-cluster.ts";
import type { Asked, ClientTestResult, ServerKind } from "./client-test-result.ts";
import type { Of } from "./observation.ts";

/** Azure's own resolver, the same everywhere. https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16 */
const azureServer = "168.63.129.16";

const kindOf = (server: string | null): ServerKind => {
  if (server === null) return "unsaid";
  if (server === azureServer) return "azure";
  if (/^127\./.test(server)) return "local";
  return isPrivateAddress(server) ? "private" : "public";
};

const askedOf = (server: string | null): Asked => ({ server, kind: kindOf(server) });

/** An address that this cluster's name was answered with. */
export function shownByAddress(address: string, asked: Asked, cluster: AskedCluster): ClientTestResult {
  if (address === cluster.address) return { is: "nameRight", address, asked };
  if (!cluster.isPrivate) return { is: "nameAnswered", address, asked };
  if (!isPrivateAddress(address)) return { is: "namePublic", address, asked };
  return cluster.address === null || cluster.hasFurther
    ? { is: "nameAnswered", address, asked }
    : { is: "nameOther", address, wanted: cluster.address, asked };
}

/** Null where the name is none of an API server at all. */
export function shownByName(observed: Of<"name">, cluster: AskedCluster): ClientTestResult | null {
  const { names, server, answer, addresses } = observed;
  const asked = askedOf(server);
  const isOwn = names.some((name) => cluster.names.includes(name));
  const other = names.find(isApiName);
  if (!isOwn && other !== undefined) return { is: "otherCluster", asked: other, name: cluster.name };
  if (!isOwn && (names.length > 0 || answer !== "noAnswer")) return null;
  const name = names.find((each) => cluster.names.includes(each)) ?? cluster.name;
  if (answer === "noSuchName") return { is: "noName", name, asked, isPrivate: cluster.isPrivate };
  if (answer === "empty") return { is: "answerDropped", name, asked };
  if (answer === "failed") return { is: "serverFails", name, asked };
  if (answer === "noAnswer") return { is: "noServer", asked };
  const right = addresses.find((each) => each === cluster.address) ?? addresses[0];
  return right === undefined ? null : shownByAddress(right, asked, cluster);
}

// What a pasted test shows of this cluster, from the requester's own place. Pure: the same text and snapshot, the same.
import { isApiName } from "../network/address/api-server.ts";
import { coverage, isPrivateAddress } from "../network/address/cidr.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import { type AskedCluster, askedClusterIn } from "./asked-cluster.ts";
import type { AskedServer, ClientTestResult, ServerKind } from "./client-test-result.ts";
import type { Observation, Of } from "./observation.ts";
import { readClientTest } from "./read-client-test.ts";

const unsaid = { server: null, kind: "unsaid" } as const;

type Seen = Readonly<{ cluster: AskedCluster; observed: readonly Observation[]; now: string }>;

const all = <Is extends Observation["is"]>({ observed }: Seen, is: Is): readonly Of<Is>[] =>
  observed.filter((each): each is Of<Is> => each.is === is);

/** Addresses that the cluster's name was answered with, as far as the test says. */
const answered = (seen: Seen): readonly string[] =>
  all(seen, "name")
    .filter(({ names }) => names.some((name) => seen.cluster.names.includes(name)))
    .flatMap(({ addresses }) => addresses);

/** What AKS takes where nothing else was asked for. */
const usualServices: readonly string[] = ["10.0.0.0/16"];

/** To an address of a service: from a pod, whoever pastes it. */
function isInside({ address, port }: Of<"connection">, { cluster }: Seen): boolean {
  const { serviceCidrs } = cluster;
  const services = serviceCidrs.length === 0 ? usualServices : serviceCidrs;
  return address !== null && (port ?? 443) === 443 && coverage(services, address) === "yes";
}

/** A connection to this API server, or to what its name led to; one through a proxy is the proxy's. */
function isOwn(observed: Of<"connection">, seen: Seen): boolean {
  const { host, address, port, direct } = observed;
  const { names, address: own } = seen.cluster;
  if (isInside(observed, seen)) return false;
  if (port !== null && port !== 443) return false;
  if (host !== null) return names.includes(host);
  if (address === null) return true;
  // Whoever types an address may mean any machine.
  if (direct) return own === null ? answered(seen).includes(address) : address === own;
  if (all(seen, "proxy").length > 0) return address === own;
  // An error of kubectl names an address alone: nothing but an API server stands on 443 in what people paste.
  return address === own || answered(seen).includes(address) || answered(seen).length === 0;
}

/** What was answered by whom nothing names counts as the API server's; that of another host never does. */
const isOfOwn = ({ host }: Readonly<{ host: string | null }>, seen: Seen): boolean =>
  host === null ||
  seen.cluster.names.includes(host) ||
  host === seen.cluster.address ||
  answered(seen).includes(host);

function shownByConnection(observed: Of<"connection">, { cluster }: Seen): ClientTestResult {
  const { address, port, end } = observed;
  const { isPrivate } = cluster;
  const byAddress = address === null ? null : shownByAddress(address, unsaid, cluster);
  // Whatever became of it: it did not go to the API server.
  if (byAddress?.is === "nameOther" || byAddress?.is === "namePublic") return byAddress;
  if (end === "open") return { is: "opens", address, port: port ?? 443 };
  if (end === "refused" || end === "reset") return { is: end, address };
  return { is: "timedOut", address, isPrivate };
}

/** AKS signs the API server's certificate with an authority of the cluster's own, called `ca`. */
const isOfCluster = (issuer: string): boolean => /(?:^|[\s,;/])CN ?= ?ca$/i.test(issuer.trim());

/** What it is called; all of it where it has no name of its own. */
const commonName = (issuer: string): string =>
  /(?:^|[\s,;/])CN ?= ?([^;,/]{1,100})/i.exec(issuer)?.[1]?.trim() ?? issuer;

function shownByCertificate({ issuer, expires }: Of<"certificate">, { now }: Seen): ClientTestResult | null {
  if (issuer !== null && !isOfCluster(issuer)) return { is: "inspected", issuer: commonName(issuer) };
  const until = Date.parse(expires ?? "");
  return expires !== null && until < Date.parse(now) ? { is: "expired", on: expires } : null;
}

/** Of a handshake that broke off; what kubectl says of a certificate is a matter of its own kubeconfig, too. */
const shownByTls = ({ end }: Of<"tls">): ClientTestResult | null =>
  end === "silent" || end === "cut" ? { is: "tlsSilent" } : null;

function shownByHttp({ status, by }: Of<"http">): ClientTestResult | null {
  // A proxy refuses with 403, and pages of its own come with 200 and 502.
  return by === "apiServer" || status === 401 ? { is: "answers", status } : null;
}

const shownByProxy = ({ proxy, status, end }: Of<"proxy">): ClientTestResult | null =>
  (status === null || status === 200) && end === null ? null : { is: "proxied", proxy, status };

function shownByTenant({ id }: Of<"tenant">, { cluster: { tenantId } }: Seen): ClientTestResult | null {
  return tenantId === null || tenantId === id ? null : { is: "otherTenant", own: id, trusted: tenantId };
}

/** Which API server kubectl or curl was pointed at, where they name another. */
function otherIn(seen: Seen): readonly ClientTestResult[] {
  const { name, names } = seen.cluster;
  const other = [...all(seen, "connection"), ...all(seen, "tls"), ...all(seen, "http")].find(
    ({ host }) => host !== null && isApiName(host) && !names.includes(host),
  );
  return other?.host ? [{ is: "otherCluster", asked: other.host, name }] : [];
}

/** Furthest first: what was met last on the way says most. */
const order: readonly ClientTestResult["is"][] = [
  "inspected",
  "expired",
  "answers",
  "proxied",
  "tlsSilent",
  "reset",
  "refused",
  "timedOut",
  "insideOnly",
  "nameOther",
  "namePublic",
  "noName",
  "answerDropped",
  "serverFails",
  "noServer",
  "opens",
  "otherCluster",
  "otherTenant",
  "nameRight",
  "nameAnswered",
];

/** Once it has answered, what led there is told by that. */
function withoutSteps(shown: readonly ClientTestResult[]): readonly ClientTestResult[] {
  const has = (...kinds: readonly ClientTestResult["is"][]) => shown.some(({ is }) => kinds.includes(is));
  const isPast = ({ is }: ClientTestResult): boolean =>
    (is === "opens" && has("answers", "inspected", "expired", "tlsSilent", "reset")) ||
    (is === "timedOut" && has("answers", "opens", "tlsSilent", "refused")) ||
    (is === "nameAnswered" && shown.length > 1);
  // Many ask a public server to compare: what it does not know keeps nobody out whose own server knows it.
  const isComparison = (each: ClientTestResult): boolean =>
    (each.is === "noName" || each.is === "namePublic") && each.asked.kind === "public" && has("nameRight");
  return shown.filter((each) => !isPast(each) && !isComparison(each));
}

export function judgeTest(
  cluster: AskedCluster,
  observed: readonly Observation[],
  now: string,
): readonly ClientTestResult[] {
  const seen: Seen = { cluster, observed, now };
  const shown = [
    ...all(seen, "name").map((each) => shownByName(each, cluster)),
    ...all(seen, "connection")
      .filter((each) => isOwn(each, seen))
      .map((each) => shownByConnection(each, seen)),
    ...all(seen, "connection")
      .filter((each) => each.end !== "open" && isInside(each, seen))
      .map(({ address }): ClientTestResult | null =>
        address === null ? null : { is: "insideOnly", address },
      ),
    ...all(seen, "certificate")
      .filter((each) => isOfOwn(each, seen))
      .map((each) => shownByCertificate(each, seen)),
    ...all(seen, "tls")
      .filter((each) => isOfOwn(each, seen))
      .map(shownByTls),
    ...all(seen, "http")
      .filter((each) => isOfOwn(each, seen))
      .map(shownByHttp),
    ...all(seen, "proxy").map(shownByProxy),
    ...all(seen, "tenant").map((each) => shownByTenant(each, seen)),
    ...otherIn(seen),
  ].filter((each) => each !== null);
  // Each kind once: the one that says whom was asked, where one does.
  const kinds = order.flatMap((is) => {
    const same = shown.filter((each) => each.is === is);
    return (
      same.find((each) => "asked" in each && typeof each.asked !== "string" && each.asked.server !== null) ??
      same[0] ??
      []
    );
  });
  const own = kinds.filter(({ is }) => is !== "otherCluster");
  const isAboutOther =
    kinds.length > own.length && own.every(({ is }) => is === "otherTenant" || is === "answers");
  // Nothing that another API server answered is said of this one.
  return isAboutOther ? kinds.filter(({ is }) => is === "otherCluster") : withoutSteps(own);
}

/** Empty where nothing was pasted, or nothing of it is about this cluster. An old test is judged as if it were run now. */
export function clientTestResultsIn(snapshot: ClusterSnapshot): readonly ClientTestResult[] {
  const { symptom } = snapshot.client;
  const cluster = symptom === undefined ? null : askedClusterIn(snapshot);
  return symptom === undefined || cluster === null
    ? []
    : judgeTest(cluster, readClientTest(symptom), snapshot.takenAt);
}

// What an answer to a name shows of this cluster.

/** Azure's own resolver, the same everywhere. https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16 */
const azureServer = "168.63.129.16";

const kindOf = (server: string | null): ServerKind => {
  if (server === null) return "unsaid";
  if (server === azureServer) return "azure";
  if (/^127\./.test(server)) return "local";
  return isPrivateAddress(server) ? "private" : "public";
};

const askedOf = (server: string | null): AskedServer => ({ server, kind: kindOf(server) });

/** An address that this cluster's name was answered with. */
function shownByAddress(address: string, asked: AskedServer, cluster: AskedCluster): ClientTestResult {
  if (address === cluster.address) return { is: "nameRight", address, asked };
  if (!cluster.isPrivate) return { is: "nameAnswered", address, asked };
  if (!isPrivateAddress(address)) return { is: "namePublic", address, asked };
  return cluster.address === null || cluster.hasFurther
    ? { is: "nameAnswered", address, asked }
    : { is: "nameOther", address, wanted: cluster.address, asked };
}

/** Null where the name is none of an API server at all. */
function shownByName(observed: Of<"name">, cluster: AskedCluster): ClientTestResult | null {
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

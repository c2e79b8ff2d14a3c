// What is wrong with the cluster itself: gone, without its key, or asked for with what an earlier one gave out.
import { diagnose } from "../../diagnosed.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  changed,
  setAccess,
  setClient,
  setCluster,
  setPools,
} from "../../fixtures/snapshot-changes.ts";
import { clusterDeleted, clusterDenied } from "../../fixtures/snapshot-variants.ts";
import { unavailable } from "../../unavailable.ts";

const kmsOn = setCluster({
  kms: { keyId: "https://kv-prod.vault.azure.net/keys/etcd/1", vaultAccess: "Public" },
});

test("a cluster that was deleted is the cause, and nothing else is looked for", () => {
  const { verdict, rootCause, accessPaths, thenAlso } = diagnose(changed(clusterDeleted));
  expect([verdict, rootCause?.check, rootCause?.confidence]).toEqual(["broken", "cluster.exists", "certain"]);
  expect([accessPaths, thenAlso]).toEqual([[], []]);
});

test("one that cannot be read may be fine", () => {
  expect(diagnose(changed(clusterDenied))).toMatchObject({ verdict: "unknown", rootCause: null });
});

test("a kubeconfig of an earlier cluster is named before the DNS that it seems to be", () => {
  const symptom = "dial tcp: lookup prod-1-a9b8.hcp.westeurope.azmk8s.io on 10.0.0.2:53: no such host";
  const { verdict, rootCause } = diagnose(changed(setClient({ symptom })));
  expect([verdict, rootCause?.check]).toEqual(["degraded", "cluster.credential-stale"]);
  expect(rootCause?.fix?.commands.join()).toContain("az aks get-credentials");
});

test("another authority without a known rotation is no cause, and is said all the same", () => {
  const symptom = "x509: certificate signed by unknown authority";
  const { verdict, rootCause, summary } = diagnose(changed(setClient({ symptom })));
  expect([verdict, rootCause]).toEqual(["healthy", null]);
  expect(summary).toContain("get-credentials");
});

test("a vault whose state is unread leaves it open whether the API server is up", () => {
  const vaults = { items: [], missing: [unavailable("denied", "Not read.")] };
  const { verdict, rootCause } = diagnose(changed(kmsOn, (snapshot) => ({ ...snapshot, kmsVaults: vaults })));
  expect([verdict, rootCause]).toEqual(["unknown", null]);
});

test("a vault that is closed closes every way in, the run command too", () => {
  const vault = { id: `${ids.cluster}-kv`, name: "kv-prod", defaultAction: "Deny", letIn: [] };
  const { verdict, accessPaths } = diagnose(
    changed(kmsOn, (snapshot) => ({ ...snapshot, kmsVaults: { items: [vault], missing: [] } })),
  );
  expect(verdict).toBe("broken");
  expect(accessPaths.filter(({ state }) => state === "available" || state === "probable")).toEqual([]);
});

const version = { kubernetesVersion: "1.30.1" };
const setOldVersion: Change = (snapshot) => setPools(version)(setCluster(version)(snapshot));

test.each<readonly [string, Change]>([
  ["a version that is no longer supported", setOldVersion],
  ["a public name of a private cluster", setAccess({ enablePrivateClusterPublicFqdn: true })],
  ["ranges without effect", setAccess({ authorizedIpRanges: ["10.0.0.0/8"] })],
  ["AKS Automatic", setCluster({ sku: "Automatic" })],
  ["certificates of 2018", setCluster({ createdAt: "2018-03-01T10:00:00Z" })],
])("%s is advice, and moves no verdict", (_, change) => {
  const { verdict, rootCause } = diagnose(changed(change));
  expect([verdict, rootCause]).toEqual(["healthy", null]);
});

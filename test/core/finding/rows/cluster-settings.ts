// Rows for what a cluster is set to: its versions, its certificates, its key, and when AKS may work on it.
import type { KmsKey, MaintenanceWindow } from "../../../../src/core/snapshot/cluster.ts";
import type { DeletedVault, KeyVault } from "../../../../src/core/snapshot/key-vault.ts";
import { ids, pool } from "../../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  setAccess,
  setClient,
  setCluster,
  setPools,
} from "../../../fixtures/snapshot-changes.ts";
import { clusterDenied, setChanges } from "../../../fixtures/snapshot-variants.ts";
import { subscription } from "../../../fixtures/snapshots.ts";
import { unavailable } from "../../../unavailable.ts";
import { type Rows, row } from "./row.ts";

const say = (symptom: string): Change => setClient({ symptom });
const { kubernetesVersion: _version, ...poolWithoutVersion } = pool;

const rotated = setChanges([
  {
    resourceId: ids.cluster,
    operation: "Microsoft.ContainerService/managedClusters/rotateClusterCertificates/action",
    time: "2026-11-24T21:10:00Z",
    caller: "megan@contoso.example",
  },
]);

const logUnread = (group: string): Change =>
  setChanges([], [unavailable("timedOut", { is: "tooSlow", what: { kind: "activityLog", name: group } })]);

const vaultId = `/subscriptions/${subscription}/resourceGroups/rg-keys/providers/Microsoft.KeyVault/vaults/kv-prod`;
const keyId = "https://kv-prod.vault.azure.net/keys/etcd/0123456789abcdef0123456789abcdef";
const open: KeyVault = { id: vaultId, name: "kv-prod", letIn: [] };
const deleted: DeletedVault = {
  ...{ name: "kv-prod", vaultId, location: "westeurope" },
  purgedAt: "2027-02-22T09:00:00Z",
};
const vaultsDenied = unavailable("denied", "The key vaults of rg-keys could not be read.", [
  { action: "Microsoft.KeyVault/vaults/read", scope: vaultId },
]);

type Vaults = Readonly<{ there?: readonly KeyVault[]; gone?: readonly DeletedVault[]; denied?: boolean }>;

const setKms =
  ({ there = [], gone = [], denied = false }: Vaults, kms: Partial<KmsKey> = {}): Change =>
  (snapshot) => ({
    ...setCluster({ kms: { keyId, vaultAccess: "Public", ...kms } })(snapshot),
    kmsVaults: { items: there, missing: denied ? [vaultsDenied] : [] },
    deletedVaults: { items: gone, missing: denied ? [vaultsDenied] : [] },
  });

const nightly: MaintenanceWindow = {
  schedule: { is: "daily", intervalDays: 1 },
  ...{ startTime: "07:00", durationHours: 4, utcOffset: "+00:00", notAllowedDates: [] },
};

const setWindows =
  (windows: readonly MaintenanceWindow[], denied = false): Change =>
  (snapshot) => ({
    ...snapshot,
    maintenance: {
      items: windows.map((window, index) => ({
        ...{ name: `window-${index + 1}`, window },
        ...{ weekHours: [], notAllowedTimes: [] },
      })),
      missing: denied ? [unavailable("denied", "The planned maintenance could not be read.")] : [],
    },
  });

const upgrading = setCluster({ provisioningState: "Upgrading" });
const earlier = "prod-1-a9b8.hcp.westeurope.azmk8s.io";

export const clusterSettingRows: Rows = {
  "cluster.version-support": [
    row("supported", [], "pass", { says: "until 2027-06-30" }),
    row("for five more days", [setCluster({ kubernetesVersion: "1.34.2" })], "warn", {
      says: "until 2026-11-30 only. Long-term support would last until 2027-11-30.",
    }),
    row(
      "with long-term support",
      [setCluster({ kubernetesVersion: "1.34.2", supportPlan: "AKSLongTermSupport" })],
      "pass",
    ),
    row("ended", [setCluster({ kubernetesVersion: "1.30.9" })], "warn", { says: "until 2025-08-22." }),
    row("ended before the calendar", [setCluster({ kubernetesVersion: "1.24.0" })], "warn"),
    row("newer than the calendar", [setCluster({ kubernetesVersion: "1.38.0" })], "notAssessed", {
      says: "1.38.0",
    }),
    row("no version", [setCluster({ kubernetesVersion: "next" })], "notAssessed"),
    row(
      "the calendar is old",
      [
        (snapshot) => ({ ...snapshot, takenAt: "2027-07-01T00:00:00Z" }),
        setCluster({ kubernetesVersion: "1.37.0" }),
      ],
      "notAssessed",
      { says: "before 2027-06-30" },
    ),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "cluster.version-skew": [
    row("all alike", [], "pass", { says: "1.36.1" }),
    row("one behind", [setPools({}, { name: "apps", kubernetesVersion: "1.35.4" })], "warn", {
      says: "apps runs 1.35.4",
    }),
    row("four behind", [setPools({}, { name: "apps", kubernetesVersion: "1.32.9" })], "warn", {
      says: "more than 3 minor versions behind",
    }),
    row("not said", [setCluster({ agentPools: [poolWithoutVersion] })], "notAssessed"),
    row("no pools", [setPools()], "notApplicable"),
    row(
      "not said of a pool of AKS's own",
      [setCluster({ agentPools: [{ ...poolWithoutVersion, mode: "ManagedSystem" }] })],
      "notApplicable",
    ),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "cluster.compat-flags": [
    row("neither", [], "pass"),
    row("Automatic", [setCluster({ sku: "Automatic" })], "warn", { says: "AKS Automatic" }),
    row("locked", [setCluster({ nodeGroupRestriction: "ReadOnly" })], "warn", { says: "is locked" }),
    row("an unknown kind", [setCluster({ sku: "Extended" })], "notAssessed", { says: "Extended" }),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "cluster.api-certificate": [
    row("nothing said", [], "notApplicable"),
    row("made in 2024", [setCluster({ createdAt: "2024-03-01T10:00:00Z" })], "pass", { says: "30 years" }),
    row("made in 2018", [setCluster({ createdAt: "2018-03-01T10:00:00Z" })], "warn", { says: "two years" }),
    row("made in 2018, and rotated", [setCluster({ createdAt: "2018-03-01T10:00:00Z" }), rotated], "pass", {
      says: "2026-11-24 21:10 UTC",
    }),
    row(
      "made in 2018, and said to have expired",
      [
        setCluster({ createdAt: "2018-03-01T10:00:00Z" }),
        say("x509: certificate has expired or is not yet valid"),
      ],
      "fail",
      { fix: "az aks rotate-certs" },
    ),
    row("said to have expired", [say("x509: certificate has expired or is not yet valid")], "warn"),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "cluster.credential-stale": [
    row("nothing said", [], "notApplicable"),
    row(
      "another authority, after a rotation",
      [say("x509: certificate signed by unknown authority"), rotated],
      "fail",
      {
        says: "rotated at 2026-11-24 21:10 UTC",
        fix: "az aks get-credentials",
      },
    ),
    row("another authority", [say("x509: certificate signed by unknown authority")], "notApplicable"),
    row(
      "another authority, and the log of the hub was not read",
      [say("x509: certificate signed by unknown authority"), logUnread("rg-hub")],
      "notApplicable",
    ),
    row(
      "another authority, and the cluster's log was not read",
      [say("x509: certificate signed by unknown authority"), logUnread("RG-prod")],
      "notAssessed",
      { says: "activity log of resource group RG-prod" },
    ),
    row("an earlier cluster's name", [say(`dial tcp: lookup ${earlier}: no such host`)], "fail", {
      says: earlier,
      fix: "--overwrite-existing",
    }),
    row(
      "the name of another one",
      [say("lookup other-9z8y.hcp.westeurope.azmk8s.io: no such host")],
      "notApplicable",
    ),
    row(
      "the cluster's own public name",
      [say("lookup prod-1-x1y2.hcp.westeurope.azmk8s.io: no such host")],
      "notApplicable",
    ),
    row(
      "the cluster's own name",
      [
        say(
          "lookup prod-1-x1y2.8c1b2f7e-5d44-4b1e-9a0e-0f6d3c2b1a99.privatelink.westeurope.azmk8s.io: no such host",
        ),
      ],
      "pass",
    ),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "cluster.kms-key": [
    row("off", [], "notApplicable"),
    row("open to all", [setKms({ there: [open] })], "pass"),
    row("named by its id", [setKms({ there: [open] }, { vaultId })], "pass"),
    row("deleted", [setKms({ gone: [deleted] })], "fail", {
      says: "until 2027-02-22 09:00 UTC",
      fix: "az keyvault recover",
    }),
    row("purged", [setKms({}, { vaultId, vaultAccess: "Private" })], "fail", { says: "for good" }),
    row("not seen", [setKms({})], "notAssessed", { says: "Microsoft.KeyVault/vaults/read" }),
    row(
      "of an access that is not known here",
      [setKms({ there: [{ ...open, publicNetworkAccess: "SecuredByPerimeter" }] })],
      "notAssessed",
      { says: "SecuredByPerimeter" },
    ),
    row("closed", [setKms({ there: [{ ...open, publicNetworkAccess: "Disabled" }] })], "fail", {
      fix: "az keyvault update",
    }),
    row("denied by default", [setKms({ there: [{ ...open, defaultAction: "Deny" }] })], "fail", {
      fix: "--default-action Allow",
    }),
    row(
      "denied by default, but for an office",
      [setKms({ there: [{ ...open, defaultAction: "Deny", letIn: ["20.50.0.0/24"] }] })],
      "warn",
      { says: "only one network or address" },
    ),
    row(
      "private, and the API server is in no network",
      [
        setKms(
          { there: [{ ...open, publicNetworkAccess: "Disabled" }] },
          { vaultId, vaultAccess: "Private" },
        ),
      ],
      "warn",
    ),
    row(
      "private, and the API server is in the network",
      [
        setKms(
          { there: [{ ...open, publicNetworkAccess: "Disabled" }] },
          { vaultId, vaultAccess: "Private" },
        ),
        setAccess({ enableVnetIntegration: true }),
      ],
      "pass",
    ),
    row("a key of no vault", [setKms({}, { keyId: "etcd" })], "notAssessed"),
    row("vaults denied", [setKms({ denied: true }, { vaultId })], "notAssessed", { says: "It takes" }),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "cluster.maintenance-window": [
    row("no operation", [setWindows([nightly])], "notApplicable"),
    row("an operation in the window", [upgrading, setWindows([nightly])], "warn", {
      says: "window-1 is open until 2026-11-25 11:00 UTC",
    }),
    row(
      "an operation beside the window",
      [upgrading, setWindows([{ ...nightly, startTime: "20:00" }])],
      "pass",
    ),
    row("an operation, and no window", [upgrading], "notConfigured"),
    row(
      "a window of an unknown kind",
      [upgrading, setWindows([{ ...nightly, schedule: { is: "other" } }])],
      "notAssessed",
    ),
    row("windows denied", [upgrading, setWindows([], true)], "notAssessed"),
    row("denied", [clusterDenied], "notAssessed"),
  ],
};

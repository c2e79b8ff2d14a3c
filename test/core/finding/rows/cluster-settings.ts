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
import { fail, notApplicable, notAssessed, notConfigured, pass, type Rows, warn } from "./row.ts";

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
    pass("supported", [], "until 2027-06-30"),
    warn("for five more days", setCluster({ kubernetesVersion: "1.34.2" }), {
      says: "until 2026-11-30 only. Long-term support would last until 2027-11-30.",
    }),
    pass(
      "with long-term support",
      setCluster({ kubernetesVersion: "1.34.2", supportPlan: "AKSLongTermSupport" }),
    ),
    warn("ended", setCluster({ kubernetesVersion: "1.30.9" }), "until 2025-08-22."),
    warn("ended before the calendar", setCluster({ kubernetesVersion: "1.24.0" })),
    notAssessed("newer than the calendar", setCluster({ kubernetesVersion: "1.38.0" }), "1.38.0"),
    notAssessed("no version", setCluster({ kubernetesVersion: "next" })),
    notAssessed(
      "the calendar is old",
      [
        (snapshot) => ({ ...snapshot, takenAt: "2027-07-01T00:00:00Z" }),
        setCluster({ kubernetesVersion: "1.37.0" }),
      ],
      "before 2027-06-30",
    ),
    notAssessed("denied", clusterDenied),
  ],
  "cluster.version-skew": [
    pass("all alike", [], "1.36.1"),
    warn("one behind", setPools({}, { name: "apps", kubernetesVersion: "1.35.4" }), "apps runs 1.35.4"),
    warn("four behind", setPools({}, { name: "apps", kubernetesVersion: "1.32.9" }), {
      says: "more than 3 minor versions behind",
    }),
    notAssessed("not said", setCluster({ agentPools: [poolWithoutVersion] })),
    notApplicable("no pools", setPools()),
    notApplicable(
      "not said of a pool of AKS's own",
      setCluster({ agentPools: [{ ...poolWithoutVersion, mode: "ManagedSystem" }] }),
    ),
    notAssessed("denied", clusterDenied),
  ],
  "cluster.compat-flags": [
    pass("neither", []),
    warn("Automatic", setCluster({ sku: "Automatic" }), "AKS Automatic"),
    warn("locked", setCluster({ nodeGroupRestriction: "ReadOnly" }), "is locked"),
    notAssessed("an unknown kind", setCluster({ sku: "Extended" }), "Extended"),
    notAssessed("denied", clusterDenied),
  ],
  "cluster.api-certificate": [
    notApplicable("nothing said", []),
    pass("made in 2024", setCluster({ createdAt: "2024-03-01T10:00:00Z" }), "30 years"),
    warn("made in 2018", setCluster({ createdAt: "2018-03-01T10:00:00Z" }), "two years"),
    pass("made in 2018, and rotated", [setCluster({ createdAt: "2018-03-01T10:00:00Z" }), rotated], {
      says: "2026-11-24 21:10 UTC",
    }),
    fail(
      "made in 2018, and said to have expired",
      [
        setCluster({ createdAt: "2018-03-01T10:00:00Z" }),
        say("x509: certificate has expired or is not yet valid"),
      ],
      { fix: "az aks rotate-certs" },
    ),
    warn("said to have expired", say("x509: certificate has expired or is not yet valid")),
    notAssessed("denied", clusterDenied),
  ],
  "cluster.credential-stale": [
    notApplicable("nothing said", []),
    fail(
      "another authority, after a rotation",
      [say("x509: certificate signed by unknown authority"), rotated],
      { says: "rotated at 2026-11-24 21:10 UTC", fix: "az aks get-credentials" },
    ),
    notApplicable("another authority", say("x509: certificate signed by unknown authority")),
    notApplicable("another authority, and the log of the hub was not read", [
      say("x509: certificate signed by unknown authority"),
      logUnread("rg-hub"),
    ]),
    notAssessed(
      "another authority, and the cluster's log was not read",
      [say("x509: certificate signed by unknown authority"), logUnread("RG-prod")],
      "activity log of resource group RG-prod",
    ),
    fail("an earlier cluster's name", say(`dial tcp: lookup ${earlier}: no such host`), {
      says: earlier,
      fix: "--overwrite-existing",
    }),
    notApplicable("the name of another one", say("lookup other-9z8y.hcp.westeurope.azmk8s.io: no such host")),
    notApplicable(
      "the cluster's own public name",
      say("lookup prod-1-x1y2.hcp.westeurope.azmk8s.io: no such host"),
    ),
    pass(
      "the cluster's own name",
      say(
        "lookup prod-1-x1y2.8c1b2f7e-5d44-4b1e-9a0e-0f6d3c2b1a99.privatelink.westeurope.azmk8s.io: no such host",
      ),
    ),
    notAssessed("denied", clusterDenied),
  ],
  "cluster.kms-key": [
    notApplicable("off", []),
    pass("open to all", setKms({ there: [open] })),
    pass("named by its id", setKms({ there: [open] }, { vaultId })),
    fail("deleted", setKms({ gone: [deleted] }), {
      says: "until 2027-02-22 09:00 UTC",
      fix: "az keyvault recover",
    }),
    fail("purged", setKms({}, { vaultId, vaultAccess: "Private" }), "for good"),
    notAssessed(
      "not seen",
      setKms({}),
      "it was deleted, stands in another one, or your rights do not show it.",
    ),
    notAssessed(
      "of an access that is not known here",
      setKms({ there: [{ ...open, publicNetworkAccess: "SecuredByPerimeter" }] }),
      "SecuredByPerimeter",
    ),
    fail("closed", setKms({ there: [{ ...open, publicNetworkAccess: "Disabled" }] }), {
      fix: "az keyvault update",
    }),
    fail("denied by default", setKms({ there: [{ ...open, defaultAction: "Deny" }] }), {
      fix: "--default-action Allow",
    }),
    warn(
      "denied by default, but for an office",
      setKms({ there: [{ ...open, defaultAction: "Deny", letIn: ["20.50.0.0/24"] }] }),
      "only one network or address",
    ),
    warn(
      "private, and the API server is in no network",
      setKms({ there: [{ ...open, publicNetworkAccess: "Disabled" }] }, { vaultId, vaultAccess: "Private" }),
    ),
    pass("private, and the API server is in the network", [
      setKms({ there: [{ ...open, publicNetworkAccess: "Disabled" }] }, { vaultId, vaultAccess: "Private" }),
      setAccess({ enableVnetIntegration: true }),
    ]),
    notAssessed("a key of no vault", setKms({}, { keyId: "etcd" })),
    notAssessed("vaults denied", setKms({ denied: true }, { vaultId }), "It takes"),
    notAssessed("denied", clusterDenied),
  ],
  "cluster.maintenance-window": [
    notApplicable("no operation", setWindows([nightly])),
    warn("an operation in the window", [upgrading, setWindows([nightly])], {
      says: "window-1 is open until 2026-11-25 11:00 UTC",
    }),
    pass("an operation beside the window", [upgrading, setWindows([{ ...nightly, startTime: "20:00" }])]),
    notConfigured("an operation, and no window", upgrading),
    notAssessed("a window of an unknown kind", [
      upgrading,
      setWindows([{ ...nightly, schedule: { is: "other" } }]),
    ]),
    notAssessed("windows denied", [upgrading, setWindows([], true)]),
    notAssessed("denied", clusterDenied),
  ],
};

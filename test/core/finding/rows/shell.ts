// Rows for what Cloud Shell needs in a network, and for who may open a desktop and how far that leads.
import { collected } from "../../../../src/core/snapshot/section.ts";
import { ids, linkTo } from "../../../fixtures/healthy-snapshot.ts";
import {
  denyContainers,
  denyDesktops,
  guardContainers,
  reachesServices,
} from "../../../fixtures/place-changes.ts";
import {
  contributor,
  denyDesktopGroups,
  denyShellParts,
  endpointIs,
  heldOn,
  networkContributor,
  setDesktopGroup,
  setShellParts,
} from "../../../fixtures/shell-changes.ts";
import { setData, setRules } from "../../../fixtures/snapshot-changes.ts";
import { publicRanges } from "../../../fixtures/snapshot-variants.ts";
import { unavailable } from "../../../unavailable.ts";
import { type Rows, row } from "./row.ts";

const withoutLink = setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks")]);
const keepsOut = setShellParts({ account: { subnetIds: [] } });
const someRole = "/subscriptions/x/providers/Microsoft.Authorization/roleDefinitions/custom";
const pipeline = "c0ffee00-0000-4000-8000-000000000009";
const unread = unavailable("denied", { is: "resourceNotRead", name: "it" });

export const shellRows: Rows = {
  "cloudshell.providers": [
    row("all three registered", [setShellParts()], "pass"),
    row("one is not", [setShellParts({ states: { "Microsoft.Relay": "NotRegistered" } })], "warn", {
      says: "Microsoft.Relay is not registered",
      fix: "az provider register",
    }),
    row("one on its way", [setShellParts({ states: { "Microsoft.Relay": "Registering" } })], "notAssessed"),
    row("denied", [denyShellParts], "notAssessed", { says: "subscriptions/providers/read" }),
    row("profiles denied", [denyContainers], "notAssessed"),
    row("no Cloud Shell", [], "notApplicable"),
    row("public cluster", [publicRanges], "notApplicable"),
  ],
  "cloudshell.relay": [
    row("all is there", [setShellParts()], "pass", { says: "arn-shell is ready" }),
    row("its endpoint waits for approval", [setShellParts(endpointIs("Pending"))], "warn", {
      says: "is Pending",
      fix: "az resource update",
    }),
    row("its endpoint was taken down", [setShellParts(endpointIs("Disconnected"))], "warn"),
    row("a word that nobody knows", [setShellParts(endpointIs("Dreaming"))], "notAssessed"),
    row("it has no endpoint", [setShellParts({ relay: { endpoints: [] } })], "warn"),
    row("it failed", [setShellParts({ relay: { provisioningState: "Failed" } })], "warn", { says: "Failed" }),
    row("there is none", [setShellParts({ relay: null })], "warn", { says: "No relay" }),
    row("its zone is not linked", [setShellParts({ zone: { links: collected([]) } })], "warn", {
      says: "vnet-hub",
      fix: "az network private-dns link vnet create",
    }),
    row("its zone has no record of it", [setShellParts({ zone: { records: collected([]) } })], "warn"),
    row("its zone stands elsewhere", [setShellParts({ zone: null })], "pass", { says: "was not looked at" }),
    row("the zone's links unread", [setShellParts({ zone: { links: unread } })], "notAssessed"),
    row("denied", [denyShellParts], "notAssessed", { says: "Microsoft.Relay/namespaces/read" }),
    row("no Cloud Shell", [], "notApplicable"),
  ],
  "cloudshell.storage": [
    row("a rule lets the subnet in", [setShellParts()], "pass", { says: "lets containers in" }),
    row("open to all", [setShellParts({ account: { defaultAction: "Allow", subnetIds: [] } })], "pass"),
    row("it keeps the subnet out", [setShellParts({ account: { subnetIds: [] } })], "warn", {
      says: "keeps containers out",
      fix: "--name containers --service-endpoints Microsoft.Storage\naz storage account network-rule add",
    }),
    row(
      "the same, and its subnet reaches vaults as itself",
      [keepsOut, reachesServices("Microsoft.KeyVault")],
      "warn",
      {
        fix: "--service-endpoints Microsoft.KeyVault Microsoft.Storage",
      },
    ),
    row(
      "the same, and its subnet reaches storage as itself",
      [keepsOut, reachesServices("Microsoft.Storage")],
      "warn",
      {
        fix: "az storage account network-rule add",
      },
    ),
    row("it is shut altogether", [setShellParts({ account: { publicNetworkAccess: "Disabled" } })], "warn"),
    row("it takes no keys", [setShellParts({ account: { takesKeys: false } })], "warn", { says: "no keys" }),
    row(
      "an endpoint leads to it",
      [
        setShellParts({
          account: { subnetIds: [], endpoints: [{ id: "/x", name: "pe", status: "Approved" }] },
        }),
      ],
      "notAssessed",
    ),
    row("a word that nobody knows", [setShellParts({ account: { defaultAction: "Ask" } })], "notAssessed"),
    row("no account", [setShellParts({ account: null })], "notApplicable"),
    row("denied", [denyShellParts], "notAssessed", { says: "storageAccounts/read" }),
    row("no Cloud Shell", [], "notApplicable"),
  ],
  "cloudshell.aci-roles": [
    row("both are held", [setShellParts()], "pass", { says: "arn-shell" }),
    row("one from above does", [setShellParts({ onRelay: [heldOn("subscription", contributor)] })], "pass"),
    row("both were lost", [setShellParts({ onProfile: [], onRelay: [] })], "warn", {
      says: "no role on aci-networkProfile-westeurope and arn-shell",
      fix: "--assignee 6bb8e274-af5d-4df2-98a3-4fd78b4cafd9",
    }),
    row("the relay's was lost", [setShellParts({ onRelay: [] })], "warn", {
      says: "no role on arn-shell",
      fix: "--assignee-object-id c0ffee00-0000-4000-8000-000000000007",
    }),
    row(
      "another application holds one from above",
      [
        setShellParts({
          onProfile: [heldOn("subscription", contributor, pipeline)],
          onRelay: [heldOn("subscription", contributor, pipeline)],
        }),
      ],
      "notAssessed",
    ),
    row("a role of one's own", [setShellParts({ onRelay: [heldOn("relay", someRole)] })], "notAssessed"),
    row(
      "another application holds the relay",
      [
        setShellParts({
          onProfile: [heldOn("profile", networkContributor)],
          onRelay: [heldOn("subscription", contributor, pipeline)],
        }),
      ],
      "warn",
    ),
    row("denied", [denyShellParts], "notAssessed"),
    row("no Cloud Shell", [], "notApplicable"),
  ],
  "cloudshell.reach": [
    row("the way leads there", [setShellParts()], "pass"),
    row("its network is not linked to the zone", [setShellParts(), withoutLink], "warn", {
      says: "no link to vnet-hub",
      fix: "az network private-dns link vnet create",
    }),
    row("a rule before it denies 443", [setShellParts(), guardContainers, setRules({})], "warn"),
    row("profiles denied", [denyContainers], "notAssessed"),
    row("no Cloud Shell", [], "notApplicable"),
    row("public cluster", [publicRanges], "notApplicable"),
  ],
  "avd.host-pool": [
    row("assigned", [setDesktopGroup(true)], "pass", { says: "desks-dag" }),
    row("not assigned", [setDesktopGroup(false)], "fail", {
      says: "not assigned to you",
      fix: "Desktop Virtualization User",
    }),
    row("single applications only", [setDesktopGroup(true, { poolId: "/other" })], "warn"),
    row("its rights unread", [setDesktopGroup(false, { permissions: unread })], "notAssessed"),
    row("denied", [denyDesktopGroups], "notAssessed", { says: "applicationGroups/read" }),
    row("no desktop", [], "notApplicable"),
  ],
  "avd.reach": [
    row("the way leads there", [setDesktopGroup(true)], "pass"),
    row("its network is not linked to the zone", [setDesktopGroup(true), withoutLink], "warn", {
      says: "no link to vnet-hub",
      fix: "az network private-dns link vnet create",
    }),
    row("host pools denied", [denyDesktops], "notAssessed"),
    row("no desktop", [], "notApplicable"),
  ],
};

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
import { fail, notApplicable, notAssessed, pass, type Rows, warn } from "./row.ts";

const withoutLink = setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks")]);
const keepsOut = setShellParts({ account: { subnetIds: [] } });
const someRole = "/subscriptions/x/providers/Microsoft.Authorization/roleDefinitions/custom";
const pipeline = "c0ffee00-0000-4000-8000-000000000009";
const unread = unavailable("denied", { is: "resourceNotAsked", name: "it" });

export const shellRows: Rows = {
  "cloudshell.providers": [
    pass("all three registered", setShellParts()),
    warn("one is not", setShellParts({ states: { "Microsoft.Relay": "NotRegistered" } }), {
      says: "Microsoft.Relay is not registered",
      fix: "az provider register",
    }),
    notAssessed("one on its way", setShellParts({ states: { "Microsoft.Relay": "Registering" } })),
    notAssessed("denied", denyShellParts, "subscriptions/providers/read"),
    notAssessed("profiles denied", denyContainers),
    notApplicable("no Cloud Shell", []),
    notApplicable("public cluster", publicRanges),
  ],
  "cloudshell.relay": [
    pass("all is there", setShellParts(), "arn-shell is ready"),
    warn("its endpoint waits for approval", setShellParts(endpointIs("Pending")), {
      says: "is Pending",
      fix: "az resource update",
    }),
    warn("its endpoint was taken down", setShellParts(endpointIs("Disconnected"))),
    notAssessed("a word that nobody knows", setShellParts(endpointIs("Dreaming"))),
    warn("it has no endpoint", setShellParts({ relay: { endpoints: [] } })),
    warn("it failed", setShellParts({ relay: { provisioningState: "Failed" } }), "Failed"),
    warn("there is none", setShellParts({ relay: null }), "No relay"),
    warn("its zone is not linked", setShellParts({ zone: { links: collected([]) } }), {
      says: "vnet-hub",
      fix: "az network private-dns link vnet create",
    }),
    warn("its zone has no record of it", setShellParts({ zone: { records: collected([]) } })),
    pass("its zone stands elsewhere", setShellParts({ zone: null }), "was not looked at"),
    notAssessed("the zone's links unread", setShellParts({ zone: { links: unread } })),
    notAssessed("denied", denyShellParts, "Microsoft.Relay/namespaces/read"),
    notApplicable("no Cloud Shell", []),
  ],
  "cloudshell.storage": [
    pass("a rule lets the subnet in", setShellParts(), "lets containers in"),
    pass("open to all", setShellParts({ account: { defaultAction: "Allow", subnetIds: [] } })),
    warn("it keeps the subnet out", setShellParts({ account: { subnetIds: [] } }), {
      says: "keeps containers out",
      fix: "--name containers --service-endpoints Microsoft.Storage\naz storage account network-rule add",
    }),
    warn(
      "the same, and its subnet reaches vaults as itself",
      [keepsOut, reachesServices("Microsoft.KeyVault")],
      { fix: "--service-endpoints Microsoft.KeyVault Microsoft.Storage" },
    ),
    warn(
      "the same, and its subnet reaches storage as itself",
      [keepsOut, reachesServices("Microsoft.Storage")],
      { fix: "az storage account network-rule add" },
    ),
    warn("it is shut altogether", setShellParts({ account: { publicNetworkAccess: "Disabled" } })),
    warn("it takes no keys", setShellParts({ account: { takesKeys: false } }), "no keys"),
    notAssessed(
      "an endpoint leads to it",
      setShellParts({
        account: { subnetIds: [], endpoints: [{ id: "/x", name: "pe", status: "Approved" }] },
      }),
    ),
    notAssessed("a word that nobody knows", setShellParts({ account: { defaultAction: "Ask" } })),
    notApplicable("no account", setShellParts({ account: null })),
    notAssessed("denied", denyShellParts, "storageAccounts/read"),
    notApplicable("no Cloud Shell", []),
  ],
  "cloudshell.aci-roles": [
    pass("both are held", setShellParts(), "arn-shell"),
    pass("one from above does", setShellParts({ onRelay: [heldOn("subscription", contributor)] })),
    warn("both were lost", setShellParts({ onProfile: [], onRelay: [] }), {
      says: "no role on aci-networkProfile-westeurope and arn-shell",
      fix: "--assignee 6bb8e274-af5d-4df2-98a3-4fd78b4cafd9",
    }),
    warn("the relay's was lost", setShellParts({ onRelay: [] }), {
      says: "no role on arn-shell",
      fix: "--assignee-object-id c0ffee00-0000-4000-8000-000000000007",
    }),
    notAssessed(
      "another application holds one from above",
      setShellParts({
        onProfile: [heldOn("subscription", contributor, pipeline)],
        onRelay: [heldOn("subscription", contributor, pipeline)],
      }),
    ),
    notAssessed("a role of one's own", setShellParts({ onRelay: [heldOn("relay", someRole)] })),
    warn(
      "another application holds the relay",
      setShellParts({
        onProfile: [heldOn("profile", networkContributor)],
        onRelay: [heldOn("subscription", contributor, pipeline)],
      }),
    ),
    notAssessed("denied", denyShellParts),
    notApplicable("no Cloud Shell", []),
  ],
  "cloudshell.reach": [
    pass("the way leads there", setShellParts()),
    warn("its network is not linked to the zone", [setShellParts(), withoutLink], {
      says: "no link to vnet-hub",
      fix: "az network private-dns link vnet create",
    }),
    warn("a rule before it denies 443", [setShellParts(), guardContainers, setRules({})]),
    notAssessed("profiles denied", denyContainers),
    notApplicable("no Cloud Shell", []),
    notApplicable("public cluster", publicRanges),
  ],
  "avd.host-pool": [
    pass("assigned", setDesktopGroup(true), "desks-dag"),
    fail("not assigned", setDesktopGroup(false), {
      says: "not assigned to you",
      fix: "Desktop Virtualization User",
    }),
    warn("single applications only", setDesktopGroup(true, { poolId: "/other" })),
    notAssessed("its rights unread", setDesktopGroup(false, { permissions: unread })),
    notAssessed("denied", denyDesktopGroups, "applicationGroups/read"),
    notApplicable("no desktop", []),
  ],
  "avd.reach": [
    pass("the way leads there", setDesktopGroup(true)),
    warn("its network is not linked to the zone", [setDesktopGroup(true), withoutLink], {
      says: "no link to vnet-hub",
      fix: "az network private-dns link vnet create",
    }),
    notAssessed("host pools denied", denyDesktops),
    notApplicable("no desktop", []),
  ],
};

// What a diagnosis finds besides the cause, and how its lines mend it: what is changed, who asks, with which flags.
import { listOf, objectOf } from "../../simulator/json.ts";
import { people, subscriptions } from "../../simulator/people.ts";
import type { Scenario } from "../../simulator/scenario/schema.ts";
import * as ids from "../simulator/ids.ts";
import { type Changes, rule, set, setEach, withChanges } from "./changes.ts";

type Assignments = Scenario["roleAssignments"];
type Break = (healthy: Scenario) => Scenario;

/** Alex asks and Megan pastes; once that is done, the finding passes. */
export type Besides = Readonly<{
  broken: string;
  finding: string;
  was: "fail" | "warn";
  /** `hub-spoke` unless said otherwise. */
  scenario?: string;
  /** `prod-1` unless said otherwise. */
  cluster?: string;
  breaks?: Break;
  /** Flags of `diagnose`. */
  asked?: readonly string[];
  /** Where an error is no longer seen once it is mended. */
  askedAgain?: readonly string[];
}>;

const prod = `/subscriptions/${subscriptions.prod}`;
const connectivity = `/subscriptions/${subscriptions.connectivity}`;
const farm = "/subscriptions/7c10c10e-b5ff-5633-931d-6c4221abf7d4";
const shop = "/subscriptions/d338609b-33d7-5b2d-90da-570b641bb30f/resourceGroups/shop-platform/providers";
const hub = `${ids.hubGroup}/providers/Microsoft.Network`;
const storage = `${ids.hubGroup}/providers/Microsoft.Storage/storageAccounts/stshell`;

const changing =
  (changes: Changes): Break =>
  (healthy) =>
    withChanges(healthy, changes);

/** Megan may give roles there, which takes more than being a Contributor. */
const assigning =
  (scope: string, change: (healthy: Assignments) => Assignments): Break =>
  (healthy) => ({
    ...healthy,
    roleAssignments: [
      ...change(healthy.roleAssignments),
      { principalId: people.megan.oid, scope, role: "Role Based Access Control Administrator" },
    ],
  });

/** Alex holds none of the roles given there, but these actions. */
const alexMay =
  (scope: string, ...actions: string[]) =>
  (healthy: Assignments): Assignments => [
    ...healthy.filter((each) => each.principalId !== people.alex.oid || each.scope !== scope),
    {
      ...{ principalId: people.alex.oid, scope, actions },
      ...{ notActions: [], dataActions: [], notDataActions: [] },
    },
  ];

const withoutRole =
  (role: string) =>
  (healthy: Assignments): Assignments =>
    healthy.filter((each) => !("role" in each && each.role === role));

const inShellSubnet = (properties: Parameters<typeof rule>[2]): Changes => ({
  [ids.hubNetwork]: setEach("subnets", ({ name }) => (name === "snet-shell" ? { properties } : {})),
});

const keepsOut: Changes = { [storage]: set({ networkAcls: { virtualNetworkRules: [] } }) };

const made =
  (createdAt: string): Break =>
  (healthy) => ({
    ...healthy,
    resources: healthy.resources.map((each) =>
      each.id === ids.cluster ? { ...each, systemData: { createdAt } } : each,
    ),
  });

const withoutRouteRole = assigning(farm, (healthy) =>
  healthy.filter(({ scope }) => !scope.endsWith("/routeTables/rt-farm")),
);

const refusedUpgrade: Break = (healthy) =>
  withChanges(healthy, {
    [`${farm}/resourceGroups/farm/providers/Microsoft.ContainerService/managedClusters/farm-au`]: set({
      provisioningState: "Failed",
      status: {
        provisioningError: {
          code: "CustomRouteTableMissingPermission",
          message: `Service principal or user assigned identity must be given permission to read and write to custom route table ${farm}/resourceGroups/farm/providers/Microsoft.Network/routeTables/rt-farm.`,
        },
      },
    }),
  });

export const besides: readonly Besides[] = [
  {
    broken: "hub not readable",
    finding: "access.arm-read",
    was: "warn",
    breaks: assigning(connectivity, alexMay(connectivity)),
  },
  {
    broken: "VPN gateway's last change failed, and its tunnel is down",
    finding: "vpn.gateway-state",
    was: "fail",
    scenario: "vpn-tunnel-down",
    breaks: changing({ [`${hub}/virtualNetworkGateways/vgw-hub`]: set({ provisioningState: "Failed" }) }),
  },
  {
    broken: "NAT gateway's last change failed, and a new node reaches nothing outside",
    finding: "egress.nat-gateway",
    was: "fail",
    scenario: "one-network",
    cluster: "shop-live",
    breaks: changing({
      [`${shop}/Microsoft.Network/natGateways/ng-shop`]: set({ provisioningState: "Failed" }),
      [`${shop}/Microsoft.ContainerService/managedClusters/shop-live`]: set({
        provisioningState: "Failed",
        status: { provisioningError: { code: "VMExtensionError_OutboundConnFail", message: "" } },
      }),
    }),
  },
  {
    broken: "kubeconfig not given out",
    finding: "access.kubeconfig",
    was: "fail",
    breaks: assigning(
      prod,
      alexMay(prod, "*/read", "Microsoft.ContainerService/managedClusters/runCommand/action"),
    ),
  },
  {
    broken: "desktops assigned to nobody",
    finding: "avd.host-pool",
    was: "fail",
    scenario: "desktop-in-hub",
    breaks: assigning(connectivity, withoutRole("Desktop Virtualization User")),
  },
  {
    broken: "Bastion lets in the office, and the requester is at home",
    finding: "bastion.client-address",
    was: "fail",
    breaks: changing({
      [`${hub}/networkSecurityGroups/nsg-bastion`]: setEach("securityRules", ({ name }) =>
        name === "AllowHttpsInbound" ? { properties: { sourceAddressPrefix: "20.50.0.0/24" } } : {},
      ),
    }),
    asked: ["--client-ip", "20.60.0.9"],
  },
  {
    broken: "networks readable, and the jump box not",
    finding: "bastion.user-roles",
    was: "fail",
    breaks: assigning(
      connectivity,
      alexMay(connectivity, "Microsoft.Network/*/read", "Microsoft.Authorization/*/read"),
    ),
  },
  {
    broken: "a provider of Cloud Shell not registered",
    finding: "cloudshell.providers",
    was: "warn",
    scenario: "cloud-shell-in-network",
    breaks: changing({
      [`${connectivity}/providers/Microsoft.Relay`]: set({ registrationState: "NotRegistered" }),
    }),
  },
  {
    broken: "Cloud Shell may not reach port 443",
    finding: "cloudshell.reach",
    was: "warn",
    scenario: "cloud-shell-in-network",
    breaks: changing({
      [`${hub}/networkSecurityGroups/nsg-shell`]: set({
        securityRules: [rule("no-https", 300, { direction: "Outbound", destinationPortRange: "443" })],
      }),
      ...inShellSubnet({ networkSecurityGroup: { id: `${hub}/networkSecurityGroups/nsg-shell` } }),
    }),
  },
  {
    broken: "storage account shut for Cloud Shell",
    finding: "cloudshell.storage",
    was: "warn",
    scenario: "cloud-shell-in-network",
    breaks: changing(keepsOut),
  },
  {
    broken: "the same, and the subnet has a service endpoint for vaults alone",
    finding: "cloudshell.storage",
    was: "warn",
    scenario: "cloud-shell-in-network",
    breaks: changing({
      ...keepsOut,
      ...inShellSubnet({ serviceEndpoints: [{ service: "Microsoft.KeyVault" }] }),
    }),
  },
  {
    broken: "certificates of 2018 have expired",
    finding: "cluster.api-certificate",
    was: "fail",
    breaks: made("2018-03-01T10:00:00Z"),
    asked: ["--symptom", "x509: certificate has expired or is not yet valid"],
    askedAgain: [],
  },
  {
    broken: "a network registers its machines in the zone",
    finding: "dns.link-registration",
    was: "warn",
    breaks: changing({ [`${ids.zone}/virtualNetworkLinks/link-spoke`]: set({ registrationEnabled: true }) }),
  },
  {
    broken: "the team's zone is named after another region",
    finding: "dns.zone-name",
    was: "fail",
    scenario: "zone-of-another-region",
  },
  {
    broken: "identity lost its role on the route table",
    finding: "identity.route-role",
    was: "warn",
    ...{ scenario: "kubenet-ranges", cluster: "farm-au" },
    breaks: withoutRouteRole,
    asked: ["--client-ip", "20.50.70.9"],
  },
  {
    broken: "the same, and an upgrade failed for it",
    finding: "identity.route-role",
    was: "fail",
    ...{ scenario: "kubenet-ranges", cluster: "farm-au" },
    breaks: (healthy) => refusedUpgrade(withoutRouteRole(healthy)),
    asked: ["--client-ip", "20.50.70.9"],
  },
  {
    broken: "the nodes' subnet has room for one of the three nodes that an upgrade adds",
    finding: "pool.subnet-ip-free",
    was: "warn",
    breaks: changing({
      [ids.cluster]: ({ agentPoolProfiles }) => ({
        agentPoolProfiles: listOf(agentPoolProfiles)
          .slice(0, 1)
          .map((pool) => ({ ...objectOf(pool), count: 9, upgradeSettings: { maxSurge: "33%" } })),
      }),
      [ids.spokeNetwork]: setEach("subnets", () => ({ properties: { addressPrefix: "10.20.0.0/28" } })),
    }),
  },
  {
    broken: "the team's own endpoint is cut off",
    finding: "pe.extra-endpoint",
    was: "fail",
    scenario: "own-endpoint-dead",
  },
];

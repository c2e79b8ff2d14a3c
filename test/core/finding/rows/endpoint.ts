// Rows for what surrounds the private endpoint: its provisioning, its subnet's policies, and endpoints beside it.
import type { NetworkInterface, PrivateEndpoint } from "../../../../src/core/snapshot/network.ts";
import { healthy, ids } from "../../../fixtures/healthy-snapshot.ts";
import { setAccess, setData, setEndpointSubnet, setSpoke } from "../../../fixtures/snapshot-changes.ts";
import { otherEndpoint, setConnections } from "../../../fixtures/snapshot-surroundings.ts";
import { deny, publicRanges } from "../../../fixtures/snapshot-variants.ts";
import { type Rows, row } from "./row.ts";

const dataOf = <T>(
  section: Readonly<{ status: "collected"; data: T | null }> | { status: "unavailable" },
): T => {
  if (section.status === "unavailable" || section.data === null) throw new Error("The healthy one has it.");
  return section.data;
};
const endpoint = (patch: Partial<PrivateEndpoint>) =>
  setData("privateEndpoint", { ...dataOf(healthy.privateEndpoint), ...patch });
const nic = (patch: Partial<NetworkInterface>) =>
  setData("privateEndpointNic", { ...dataOf(healthy.privateEndpointNic), ...patch });
const own = { id: ids.connection, privateEndpointId: ids.endpoint, status: "Approved" };
const further = (status: string) => setConnections(own, { ...otherEndpoint, status });
const noEndpoint = setData("privateEndpoint", null);

const interfacesUnlisted = setData("privateEndpoint", {
  id: ids.endpoint,
  name: "kube-apiserver",
  provisioningState: "Succeeded",
  customDnsConfigs: [],
});

export const endpointRows: Rows = {
  "pe.provisioning": [
    row("both provisioned", [], "pass"),
    row("endpoint updating", [endpoint({ provisioningState: "Updating" })], "warn", { says: "Updating" }),
    row("endpoint failed", [endpoint({ provisioningState: "Failed" })], "fail", { fix: "az aks update" }),
    row("interface failed", [nic({ provisioningState: "Failed" })], "fail", { says: "interface" }),
    row("an unknown state", [nic({ provisioningState: "Humming" })], "notAssessed", { says: "Humming" }),
    row("no interface named", [endpoint({ networkInterfaceIds: [] })], "fail", {
      says: "no network interface",
    }),
    row("interfaces not listed", [interfacesUnlisted], "notAssessed", { says: "does not list" }),
    row("interface gone", [setData("privateEndpointNic", null)], "fail", { says: "no network interface" }),
    row("interface denied", [deny("privateEndpointNic")], "notAssessed"),
    row(
      "endpoint failed, interface denied",
      [endpoint({ provisioningState: "Failed" }), deny("privateEndpointNic")],
      "fail",
    ),
    row("denied", [deny("privateEndpoint")], "notAssessed"),
    row("no endpoint", [noEndpoint], "notApplicable"),
    row("public cluster", [publicRanges], "notApplicable"),
    row("VNet integration", [setAccess({ enableVnetIntegration: true })], "notApplicable"),
  ],
  "pe.subnet-policy": [
    row("off", [], "pass", { says: "Neither security groups nor route tables" }),
    row("on", [setEndpointSubnet("Enabled")], "pass", { says: "Security groups and route tables act" }),
    row("routes only", [setEndpointSubnet("RouteTableEnabled")], "pass", { says: "Route tables act" }),
    row("rules only", [setEndpointSubnet("NetworkSecurityGroupEnabled")], "pass", {
      says: "Security groups act",
    }),
    row("an unknown setting", [setEndpointSubnet("Sometimes")], "notAssessed", { says: "Sometimes" }),
    row("subnet elsewhere", [setSpoke({ subnets: [] })], "notAssessed"),
    row("denied", [deny("clusterNetwork")], "notAssessed"),
    row("no endpoint", [noEndpoint], "notApplicable"),
  ],
  "pe.extra-endpoint": [
    row("only its own", [], "notApplicable"),
    row("only its own, out of sight", [deny("privateEndpoint")], "notApplicable"),
    row("a further one, approved", [further("Approved")], "pass", { says: "pe-tools" }),
    row("a further one, cut off", [further("Disconnected")], "fail", {
      says: "pe-tools",
      fix: `--private-connection-resource-id ${ids.cluster} --group-id management --location "$(az network private-endpoint show`,
    }),
    row("its old name stays taken until it is gone", [further("Rejected")], "fail", {
      fix: "--name pe-tools-2 --connection-name pe-tools-2",
    }),
    row("a further one, waiting", [further("Pending")], "warn", { fix: "status=Approved" }),
    row("an unknown state", [further("Wavering")], "notAssessed", { says: "Wavering" }),
    row(
      "its own is known by its resource group",
      [further("Disconnected"), deny("privateEndpoint")],
      "fail",
      { says: "pe-tools" },
    ),
    row(
      "the only one, of which Azure does not say whose it is",
      [setConnections({ id: ids.connection, status: "Disconnected" })],
      "notApplicable",
    ),
    row("denied", [deny("privateEndpointConnections")], "notAssessed"),
    row("public cluster", [publicRanges], "notApplicable"),
  ],
};

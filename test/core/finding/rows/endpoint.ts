// Rows for what surrounds the private endpoint: its provisioning, its subnet's policies, and endpoints beside it.
import type { NetworkInterface, PrivateEndpoint } from "../../../../src/core/snapshot/network.ts";
import { healthy, ids } from "../../../fixtures/healthy-snapshot.ts";
import {
  setAccess,
  setCluster,
  setData,
  setEndpointSubnet,
  setSpoke,
} from "../../../fixtures/snapshot-changes.ts";
import { otherEndpoint, setConnections } from "../../../fixtures/snapshot-surroundings.ts";
import { deny, publicRanges } from "../../../fixtures/snapshot-variants.ts";
import { fail, notApplicable, notAssessed, pass, type Rows, warn } from "./row.ts";

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
const nodeSaid = (code: string) =>
  setCluster({ provisioningState: "Failed", provisioningError: { code, message: "" } });

const interfacesUnlisted = setData("privateEndpoint", {
  id: ids.endpoint,
  name: "kube-apiserver",
  provisioningState: "Succeeded",
  customDnsConfigs: [],
});

export const endpointRows: Rows = {
  "pe.provisioning": [
    pass("both provisioned", []),
    warn("endpoint updating", endpoint({ provisioningState: "Updating" }), "Updating"),
    notAssessed(
      "the endpoint's last change failed",
      endpoint({ provisioningState: "Failed" }),
      "it may work all the same",
    ),
    notAssessed("its interface's last change failed", nic({ provisioningState: "Failed" }), "interface"),
    fail(
      "the endpoint's last change failed, and a new node does not reach the API server",
      [endpoint({ provisioningState: "Failed" }), nodeSaid("VMExtensionError_K8SAPIServerConnFail")],
      { fix: "az aks update" },
    ),
    notAssessed("the same, of a node that fetches no image", [
      endpoint({ provisioningState: "Failed" }),
      nodeSaid("VMExtensionError_OutboundConnFail"),
    ]),
    notAssessed("an unknown state", nic({ provisioningState: "Humming" }), "Humming"),
    fail("no interface named", endpoint({ networkInterfaceIds: [] }), "no network interface"),
    notAssessed("interfaces not listed", interfacesUnlisted, "does not list"),
    fail("interface gone", setData("privateEndpointNic", null), "no network interface"),
    notAssessed("interface denied", deny("privateEndpointNic")),
    notAssessed("the endpoint's last change failed, interface denied", [
      endpoint({ provisioningState: "Failed" }),
      deny("privateEndpointNic"),
    ]),
    notAssessed("denied", deny("privateEndpoint")),
    notApplicable("no endpoint", noEndpoint),
    notApplicable("public cluster", publicRanges),
    notApplicable("VNet integration", setAccess({ enableVnetIntegration: true })),
  ],
  "pe.subnet-policy": [
    pass("off", [], "Neither security groups nor route tables"),
    pass("on", setEndpointSubnet("Enabled"), "Security groups and route tables act"),
    pass("routes only", setEndpointSubnet("RouteTableEnabled"), "Route tables act"),
    pass("rules only", setEndpointSubnet("NetworkSecurityGroupEnabled"), "Security groups act"),
    notAssessed("an unknown setting", setEndpointSubnet("Sometimes"), "Sometimes"),
    notAssessed("subnet elsewhere", setSpoke({ subnets: [] })),
    notAssessed("denied", deny("clusterNetwork")),
    notApplicable("no endpoint", noEndpoint),
  ],
  "pe.extra-endpoint": [
    notApplicable("only its own", []),
    notApplicable("only its own, out of sight", deny("privateEndpoint")),
    pass("a further one, approved", further("Approved"), "pe-tools"),
    fail("a further one, cut off", further("Disconnected"), {
      says: "pe-tools",
      fix: `--private-connection-resource-id ${ids.cluster} --group-id management --location "$(az network private-endpoint show`,
    }),
    fail("its old name stays taken until it is gone", further("Rejected"), {
      fix: "--name pe-tools-2 --connection-name pe-tools-2",
    }),
    warn("a further one, waiting", further("Pending"), { fix: "status=Approved" }),
    notAssessed("an unknown state", further("Wavering"), "Wavering"),
    fail("its own is known by its resource group", [further("Disconnected"), deny("privateEndpoint")], {
      says: "pe-tools",
    }),
    notApplicable(
      "the only one, of which Azure does not say whose it is",
      setConnections({ id: ids.connection, status: "Disconnected" }),
    ),
    notAssessed("denied", deny("privateEndpointConnections")),
    notApplicable("public cluster", publicRanges),
  ],
};

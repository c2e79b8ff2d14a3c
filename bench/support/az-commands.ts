// What an engineer types for the facts behind one ARM request. What the CLI has no command for, `az rest` fetches.
import type { RequestLogEntry } from "../../simulator/control/request-log.ts";

/** Type and name after `Microsoft.`; a named group is the option that takes what it matches. */
const commands: readonly (readonly [path: RegExp, command: string])[] = [
  [/^ContainerService\/managedClusters\/(?<n>[^/]+)$/i, "aks show"],
  [/^Network\/virtualNetworks\/(?<n>[^/]+)$/i, "network vnet show"],
  [/^Network\/privateEndpoints$/i, "network private-endpoint list"],
  [/^Network\/networkInterfaces$/i, "network nic list"],
  [/^Network\/networkSecurityGroups$/i, "network nsg list"],
  [/^Network\/routeTables$/i, "network route-table list"],
  [/^Network\/natGateways$/i, "network nat gateway list"],
  [/^Network\/publicIPAddresses$/i, "network public-ip list"],
  [/^Network\/publicIPPrefixes\/(?<n>[^/]+)$/i, "network public-ip prefix show"],
  [/^Network\/virtualNetworkGateways$/i, "network vnet-gateway list"],
  [/^Network\/connections$/i, "network vpn-connection list"],
  [/^Network\/privateDnsZones$/i, "network private-dns zone list"],
  [/^Network\/privateDnsZones\/(?<z>[^/]+)\/virtualNetworkLinks$/i, "network private-dns link vnet list"],
  [/^Network\/privateDnsZones\/(?<z>[^/]+)\/A\/(?<n>[^/]+)$/i, "network private-dns record-set a show"],
  [/^Compute\/virtualMachines$/i, "vm list"],
  [/^Compute\/virtualMachineScaleSets$/i, "vmss list"],
  [/^Compute\/virtualMachines\/(?<n>[^/]+)\/instanceView$/i, "vm get-instance-view"],
];

const resource = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.(.+)$/i;

/** Arguments for `az`. */
export function azCommand({ path, query }: RequestLogEntry): string[] {
  const [, subscription = "", group = "", rest = ""] = resource.exec(path) ?? [];
  for (const [pattern, command] of commands) {
    const match = pattern.exec(rest);
    if (!match) continue;
    const options = Object.entries(match.groups ?? {}).flatMap(([letter, value]) => [`-${letter}`, value]);
    return [...command.split(" "), "-g", group, ...options, "--subscription", subscription];
  }
  return ["rest", "--method", "get", "--url", `${path}?${query}`];
}

// Columns of the kinds that carry traffic.

import { fieldsAt, type KubeObject, list, text, texts } from "../kube-object.ts";
import {
  ageColumn,
  type Column,
  column,
  field,
  labelSelectorText,
  labelsText,
  nameColumn,
  none,
  shortened,
  wideColumn,
} from "./column.ts";

export const serviceColumns: Column[] = [
  nameColumn,
  field("Type", "spec.type", "ClusterIP"),
  field("Cluster-IP", "spec.clusterIP", none),
  column("External-IP", externalIp),
  column("Port(s)", (o) => list(o, "spec.ports").map(servicePort).join(",") || none),
  ageColumn,
  wideColumn("Selector", (o) => labelsText(fieldsAt(o, "spec.selector"))),
];

export const ingressColumns: Column[] = [
  nameColumn,
  field("Class", "spec.ingressClassName", none),
  column("Hosts", (o) => shortened(hosts(o), 3) || "*"),
  column("Address", (o) => loadBalancerAddresses(o).join(",")),
  column("Ports", (o) => (list(o, "spec.tls").length > 0 ? "80, 443" : "80")),
  ageColumn,
];

export const networkPolicyColumns: Column[] = [
  nameColumn,
  column("Pod-Selector", (o) => labelSelectorText(fieldsAt(o, "spec.podSelector"))),
  ageColumn,
];

export const endpointsColumns: Column[] = [
  nameColumn,
  column("Endpoints", (o) => shortened(list(o, "subsets").flatMap(subsetAddresses), 3) || none),
  ageColumn,
];

export const endpointSliceColumns: Column[] = [
  nameColumn,
  field("AddressType", "addressType"),
  column(
    "Ports",
    (o) =>
      list(o, "ports")
        .map((port) => text(port, "port", "*"))
        .join(",") || "<unset>",
  ),
  column("Endpoints", (o) => shortened(sliceAddresses(o), 3) || "<unset>"),
  ageColumn,
];

function externalIp(service: KubeObject): string {
  const own = texts(service, "spec.externalIPs");
  switch (text(service, "spec.type")) {
    case "ExternalName":
      return text(service, "spec.externalName");
    case "LoadBalancer":
      return [...loadBalancerAddresses(service), ...own].join(",") || "<pending>";
    default:
      return own.join(",") || none;
  }
}

function loadBalancerAddresses(object: KubeObject): string[] {
  return list(object, "status.loadBalancer.ingress")
    .map((entry) => text(entry, "ip") || text(entry, "hostname"))
    .filter((address) => address !== "");
}

function servicePort(port: unknown): string {
  const nodePort = text(port, "nodePort");
  return `${text(port, "port")}${nodePort === "" ? "" : `:${nodePort}`}/${text(port, "protocol", "TCP")}`;
}

function hosts(ingress: KubeObject): string[] {
  return list(ingress, "spec.rules")
    .map((rule) => text(rule, "host"))
    .filter((host) => host !== "");
}

function subsetAddresses(subset: unknown): string[] {
  const ports = list(subset, "ports").map((port) => text(port, "port"));
  const addresses = list(subset, "addresses").map((address) => text(address, "ip"));
  return ports.length === 0 ? addresses : ports.flatMap((port) => addresses.map((ip) => `${ip}:${port}`));
}

function sliceAddresses(slice: KubeObject): string[] {
  return list(slice, "endpoints").flatMap((endpoint) => texts(endpoint, "addresses"));
}

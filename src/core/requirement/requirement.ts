// What the cluster or a way into it needs, as questions about the network: data, so that they can be asked again of a
// network that was repaired.
import type { Flow, Place } from "../network/address/packet.ts";
import type { NodeProxy } from "../network/walk/proxy.ts";

export type RequirementId =
  | "nodes.api"
  | "api.nodes"
  | "nodes.nodes"
  | "pods.dns"
  | "nodes.services"
  | "nodes.dns"
  | "nodes.egress"
  | "people.api"
  | "container.api"
  | "shell.api"
  | "desktop.api"
  | "gateway.api"
  | "gateway.name"
  | "bastion.jump"
  | "jump.entry"
  | "bastion.api";

export type Question = Readonly<
  /**
   * The name has to be answered with `wanted`: another address leads elsewhere, or to a further endpoint, if there is one.
   * Null while that is not known.
   */
  | { ask: "name"; from: Place; name: string; wanted: string | null; further?: string }
  /** `mayListen`: whether anything takes connections on that port, nobody knows. */
  | { ask: "connection"; flow: Flow; mayListen?: boolean }
  /** A name on the Internet, on 443, through the firewall that the place leaves by. */
  | { ask: "internet"; from: Place; name: string }
  /** What the nodes leave by, on its port. */
  | { ask: "proxy"; from: Place; proxy: NodeProxy }
>;

/** All questions of a way have to be delivered, of `one` way or of `each`; `oneOfEach`: of one from each place. */
export type Requirement = Readonly<{
  id: RequirementId;
  /** Who cannot do without it: the cluster itself, people who come in, or some of what runs in the cluster. */
  for: "cluster" | "people" | "workloads";
  enough: "one" | "each" | "oneOfEach";
  ways: readonly (readonly Question[])[];
}>;

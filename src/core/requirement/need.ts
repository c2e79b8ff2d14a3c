// What the cluster or a way into it needs, as questions about the network: data, so that they can be asked again of a
// network that was repaired.
import type { Flow, Place } from "../network/flow.ts";
import type { NodeProxy } from "../network/proxy.ts";

export type NeedId =
  | "nodes.api"
  | "api.nodes"
  | "nodes.nodes"
  | "nodes.dns"
  | "nodes.egress"
  | "people.api"
  | "gateway.api"
  | "bastion.jump";

export type Question = Readonly<
  /** The name has to be answered with `wanted`: another address leads elsewhere. */
  | { ask: "name"; from: Place; name: string; wanted: string }
  /** `mayListen`: whether anything takes connections on that port, nobody knows. */
  | { ask: "connection"; flow: Flow; mayListen?: boolean }
  /** A name on the Internet, on 443, through the firewall that the place leaves by. */
  | { ask: "internet"; from: Place; name: string }
  /** What the nodes leave by, on its port. */
  | { ask: "proxy"; from: Place; proxy: NodeProxy }
>;

/** All questions of a way have to be delivered, of `one` way or of `each`; `oneOfEach`: of one from each place. */
export type Need = Readonly<{
  id: NeedId;
  /** The cluster itself cannot do without it, or people who come in. */
  for: "cluster" | "people";
  enough: "one" | "each" | "oneOfEach";
  ways: readonly (readonly Question[])[];
}>;

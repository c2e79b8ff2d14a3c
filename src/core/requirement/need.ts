// What the cluster or a way into it needs, as questions about the network: data, so that they can be asked again of a
// network that was repaired.
import type { Flow, Place } from "../network/flow.ts";

export type NeedId =
  | "nodes.api"
  | "api.nodes"
  | "nodes.nodes"
  | "pods.dns"
  | "nodes.dns"
  | "nodes.egress"
  | "people.api"
  | "gateway.api"
  | "bastion.jump";

export type Question = Readonly<
  /** The name has to be answered with `wanted`: another address leads elsewhere, or to a further endpoint, if there is one. */
  | { ask: "name"; from: Place; name: string; wanted: string; further?: string }
  /** `mayListen`: whether anything takes connections on that port, nobody knows. */
  | { ask: "connection"; flow: Flow; mayListen?: boolean }
  /** A name on the Internet, on 443, through the firewall that the place leaves by. */
  | { ask: "internet"; from: Place; name: string }
>;

/** All questions of a way have to be delivered, of `one` way or of `each`; `oneOfEach`: of one from each place. */
export type Need = Readonly<{
  id: NeedId;
  /** The cluster itself cannot do without it, or people who come in. */
  for: "cluster" | "people";
  enough: "one" | "each" | "oneOfEach";
  ways: readonly (readonly Question[])[];
}>;

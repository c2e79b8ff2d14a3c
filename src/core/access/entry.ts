// What ways over a jump host have in common: which host, through which Bastion, and whether there is one at all.

import { areJumpHosts } from "../client/likely-hosts.ts";
import type { Walks } from "../finding/kit/walks.ts";
import { isPrivate } from "../network/address/api-server.ts";
import type { NetworkLocation } from "../network/address/packet.ts";
import { networkIn } from "../network/model/model.ts";
import { subnetById } from "../network/route/route.ts";
import { leave } from "../network/walk/egress-walk.ts";
import {
  type BastionOnPath,
  type BastionSources,
  bastionOnPath,
  type FoundBastion,
  hostsBehindBastion,
  isDeveloper,
} from "../requirement/bastion-on-path.ts";
import { signInName } from "../requirement/documented-needs.ts";
import { ask } from "../requirement/requirement.ts";
import { idKey } from "../snapshot/resource-id.ts";
import { dataOf } from "../snapshot/section.ts";
import type { Client, ClusterSnapshot } from "../snapshot/snapshot.ts";
import {
  absent,
  leads,
  type PathContext,
  type PathReason,
  type PathSpec,
  type Presence,
  there,
  unjudged,
} from "./access-path.ts";

/** Null while the cluster's own network is not known: then nothing near it is either. */
export function sourcesOf(snapshot: ClusterSnapshot): BastionSources | null {
  const { clusterNetwork } = snapshot;
  return clusterNetwork.status === "unavailable"
    ? null
    : { ...snapshot, clusterNetwork: clusterNetwork.data };
}

/** An entry leads to its jump hosts from anywhere, so from there on the way is a host's, not the requester's. */
export function startAtHosts(snapshot: ClusterSnapshot): readonly Client[] {
  const sources = sourcesOf(snapshot);
  const hosts = sources === null ? [] : hostsBehindBastion(snapshot.client, sources);
  const networks = new Map(hosts.map(({ virtualNetworkId: id }) => [idKey(id), id]));
  return networks.size === 0
    ? [snapshot.client]
    : [...networks.values()].map((virtualNetwork) => ({ virtualNetwork }));
}

const bastionOf = ({ snapshot }: PathContext): BastionOnPath | null => {
  const sources = sourcesOf(snapshot);
  return sources && bastionOnPath(snapshot.client, sources);
};

/** A tunnel that ends at the API server leads on from Bastion's own network. */
export function startAtBastion(snapshot: ClusterSnapshot): readonly Client[] {
  const sources = sourcesOf(snapshot);
  const found = sources && bastionOnPath(snapshot.client, sources);
  const network = found?.status === "found" ? found.bastion.virtualNetworkId : undefined;
  return [network === undefined ? snapshot.client : { virtualNetwork: network }];
}

export function foundBastion(context: PathContext): FoundBastion | null {
  const bastion = bastionOf(context);
  return bastion?.status === "found" ? bastion : null;
}

/** Whether Bastion is there; what cannot be read may be. */
export function presenceOfBastion(context: PathContext): Presence {
  if (!isPrivate(context.cluster)) return absent({ is: "notNeeded", what: "bastion" });
  const bastion = bastionOf(context);
  return bastion?.status === "absent" ? absent(bastion.absence) : there;
}

/** Where people's own kubectl runs, as far as it was walked from there and gets to the API server. */
const startsIn = ({ needs, model }: Walks): readonly NetworkLocation[] =>
  needs
    .filter(({ id }) => id === "people.api")
    .flatMap(({ ways }) => ways)
    .filter((way) => way.every((question) => ask(model, question).trace.end !== "stopped"))
    .flat()
    .flatMap((question) => (question.ask === "connection" ? question.flow.from : []));

/** Of a subnet that Azure lends no public address, a machine without one of its own leaves by routes or a NAT gateway. */
function leavesByRoutes(
  { snapshot, walks }: PathContext,
  { networkId, subnetId, address }: NetworkLocation,
): boolean {
  const network = networkIn(walks.model, networkId);
  const subnet = network.status === "collected" ? subnetById(network.data, subnetId) : undefined;
  const hosts = dataOf(snapshot.jumpHosts) ?? [];
  const host = hosts.find(({ privateIpAddress }) => privateIpAddress === address);
  return subnet?.defaultOutboundAccess === false && host?.hasPublicAddress !== true;
}

/** Each machine is kept from where a token is asked for, without which kubectl is refused. */
function cutFromSignIn(context: PathContext): PathReason | null {
  const { cluster, walks } = context;
  const name = signInName(cluster);
  const places = startsIn(walks);
  const [first] = places;
  if (name === undefined || first === undefined) return null;
  const isCut = places.every((place) => {
    const from = { ...place, onlyByRoutes: leavesByRoutes(context, place) };
    return leave(walks.model, from, name).end === "stopped";
  });
  return isCut ? { is: "hostWithoutSignIn", host: first.name, name } : null;
}

/** For a way that ends on a jump host: while no machine is known to be one, it may lead nowhere. */
export const overJumpHost =
  (reason: PathReason): PathSpec["works"] =>
  (context) => {
    const sources = sourcesOf(context.snapshot);
    if (sources !== null && !areJumpHosts(sources))
      return unjudged({ is: "hostUnknown" }, ["jump.discovered"]);
    const cut = cutFromSignIn(context);
    return cut === null ? leads(reason) : unjudged(cut, []);
  };

/** Bastion and something behind it. */
export function presenceOverBastion(context: PathContext): Presence {
  const bastion = presenceOfBastion(context);
  if (bastion.state !== "there") return bastion;
  const hosts = context.result("jump.discovered");
  return hosts?.status === "notConfigured"
    ? absent({ is: "told", check: hosts.id, facts: hosts.facts })
    : there;
}

/** One's own tools: what a Developer host was never made for does not exist on it. */
export function withoutDeveloper(presence: Presence, context: PathContext): Presence {
  const bastion = foundBastion(context)?.bastion;
  return presence.state === "there" && bastion !== undefined && isDeveloper(bastion)
    ? absent({ is: "browserOnly", bastion: bastion.name })
    : presence;
}

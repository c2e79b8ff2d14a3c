// What the steps of a fix do, in one sentence.

import { effectOfFix } from "../../../core/fix/write/actions.ts";
import type { CommandEffect, FixEffect } from "../../../core/fix/write/command-effect.ts";
import type { Fix } from "../../../core/fix/write/fix.ts";
import { type Says, say } from "../says.ts";
import { upperFirst } from "./words.ts";

/** Goes on in a sentence about the fix. */
export const commandEffects: Says<CommandEffect> = {
  uncordons: ({ name }) => `lets pods be placed on ${name} again`,
  removesPolicy: ({ name }) => `deletes the network policy ${name}`,

  waits: () => "waits until the operation has ended",
  waitsUntilDown: ({ name }) => `waits until ${name} is down`,
  signsIn: () => "signs you in to the cluster's tenant",
  starts: ({ name }) => `starts ${name}`,
  restarts: ({ name }) => `restarts ${name}`,
  startsInstance: ({ name, instances }) => `starts the instance ${instances} of ${name}`,
  restartsInstance: ({ name, instances }) => `restarts the instance ${instances} of ${name}`,
  scales: ({ name, count }) => `scales ${name} to ${count} instances`,
  startsContainers: ({ name }) => `starts the containers ${name}`,
  changes: ({ name }) => `changes ${name}`,
  sets: ({ name, setting }) => `sets ${setting} on ${name}`,
  reapplies: ({ name }) => `applies the settings of ${name} again`,
  approves: ({ name }) => `approves ${name}`,
  registersProvider: ({ name }) => `registers the resource provider ${name}`,
  givesRole: ({ role, on }) => `gives the role ${role} on ${on}`,
  asksForAccess: ({ name }) => `asks for just-in-time access with the policy ${name}`,

  rotatesCertificates: ({ name }) => `rotates the certificates of ${name}`,
  fetchesKubeconfig: ({ name }) => `fetches the kubeconfig of ${name} again`,
  switchesRunCommandOn: ({ name }) => `switches the run command of ${name} on`,
  authorizesAddress: ({ name }) => `adds an address to the authorized ranges of ${name}`,
  givesAddresses: ({ name, count }) => `gives the load balancer of ${name} ${count} public addresses`,
  keepsPorts: ({ name, count }) => `keeps ${count} ports for each node of ${name}`,
  addsPool: ({ name }) => `adds the node pool ${name}`,
  startsPool: ({ name }) => `starts the node pool ${name}`,
  scalesPool: ({ name, count }) => `scales the node pool ${name} to ${count}`,
  surgesByOne: ({ name }) => `lets upgrades of the node pool ${name} add one node at a time`,
  movesLimits: ({ name }) => `moves the limits of the node pool ${name}`,
  recoversVault: ({ name }) => `brings the deleted key vault ${name} back`,
  opensVault: ({ name }) => `opens the key vault ${name} to every network`,

  createsZone: () => "creates the private DNS zone",
  linksZone: ({ name }) => `links the private DNS zone to ${name}`,
  removesLink: ({ name }) => `removes the link ${name}`,
  endsRegistration: ({ name }) => `switches registration off on the link ${name}`,
  setsRecord: ({ record, address }) => `sets the record ${record} to ${address}`,
  addsToRecord: ({ record, address }) => `adds ${address} to the record ${record}`,
  removesFromRecord: ({ record, address }) => `removes ${address} from the record ${record}`,
  createsEndpoint: ({ name }) => `creates the private endpoint ${name}`,
  removesEndpoint: ({ name }) => `removes the private endpoint ${name}`,

  addsRule: ({ name, of }) => `adds the rule ${name} to ${of}`,
  removesRule: ({ name, of }) => `removes the rule ${name} of ${of}`,
  addsRules: ({ name, of }) => `adds the rules ${name} to ${of}`,
  turnsProxyOn: ({ name }) => `turns the DNS proxy of ${name} on`,
  translates: ({ name }) => `lets ${name} translate what goes to the Internet again`,
  letsSubnetIn: ({ subnet, account }) => `lets the subnet ${subnet} in to ${account}`,

  createsTable: ({ name }) => `creates the route table ${name}`,
  addsRoute: ({ name, of }) => `adds the route ${name} to ${of}`,
  removesRoute: ({ name, of }) => `removes the route ${name} from ${of}`,
  attachesTable: ({ name, of }) => `attaches the route table to the subnet ${name} of ${of}`,
  detachesTable: ({ name, of }) => `takes the route table off the subnet ${name} of ${of}`,
  servesStorage: ({ name, of }) => `gives the subnet ${name} of ${of} a service endpoint for storage`,
  givesNatGateway: ({ name, of, to }) => `gives the subnet ${name} of ${of} the NAT gateway ${to}`,
  delegates: ({ name, of, to }) => `delegates the subnet ${name} of ${of} to ${to}`,
  endsEncryption: ({ name }) => `turns the encryption of ${name} off`,
  createsAddress: ({ name }) => `creates the public address ${name}`,
  createsNatGateway: ({ name }) => `creates the NAT gateway ${name}`,
  changesNatGateway: ({ name }) => `changes the NAT gateway ${name}`,
  forwards: ({ name }) => `turns IP forwarding of the interface ${name} on`,
  dropsServers: ({ name }) => `takes the DNS servers off the interface ${name}`,
  makesPeering: ({ one, other }) => `makes the peering of ${one} with ${other}`,
  removesPeering: ({ name, of }) => `removes the dead peering ${name} of ${of}`,
  syncsPeering: ({ name, of }) => `syncs the peering ${name} of ${of}`,
  setsOnPeering: ({ name, of, setting }) => `sets ${setting} on the peering ${name} of ${of}`,
  switchesPeeringOn: ({ name, of }) => `switches ${name} of the circuit ${of} on`,
  changesGateway: ({ name }) => `changes the gateway ${name}`,
  restartsGateway: ({ name }) => `restarts the gateway ${name}`,
};

export const fixEffects: Says<FixEffect> = {
  peeringAgain: ({ one, other, both }) =>
    `Makes the peering of ${one} with ${other} again, ${both ? "both halves" : "one half"}.`,
  steps: ({ effects }) =>
    `${upperFirst(effects.map((effect) => say(commandEffects, effect)).join(", then "))}.`,
};

export const fixEffectTexts = {
  whatItDoes: (fix: Pick<Fix, "steps">): string => say(fixEffects, effectOfFix(fix)),
};

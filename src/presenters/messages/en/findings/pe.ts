// What findings about `pe.*` say.
import type { Acting } from "../../../../core/finding/private-link/pe.subnet-policy.ts";
import { english } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";
import { upperFirst } from "../words.ts";

const { sayThing } = english.speech;

const acting: Readonly<Record<Acting, string>> = {
  neither: "Neither security groups nor route tables act on the private endpoint.",
  both: "Security groups and route tables act on the private endpoint.",
  groups: "Security groups act on the private endpoint, route tables do not.",
  routes: "Route tables act on the private endpoint, security groups do not.",
};

const noEndpoint = () => "There is no private endpoint.";

export const peFindings: FindingWords<"pe"> = {
  "pe.connection-approved": {
    title: "Private endpoint is approved",
    why: "Only an approved connection carries traffic.",
    remediation: "Approve the connection.",
    facts: {
      approved: () => "The connection of the private endpoint is approved.",
      carriesNothing: ({ state }) =>
        `The connection of the private endpoint is ${state}, so it carries no traffic.`,
      disconnected: () => "The private endpoint is disconnected from the API server.",
      ownUnknown: () => "Which of the cluster's private endpoint connections is AKS's own is not known.",
      noEndpoint,
    },
  },
  "pe.exists": {
    title: "Private endpoint of the API server exists",
    why: "Deleting the endpoint cuts nodes and people from the API server.",
    remediation: "Let AKS make it again; never make it by hand.",
    facts: {
      gone: ({ from }) => `The private endpoint of the API server is gone from ${from}.`,
      exists: ({ endpoint }) => `The private endpoint ${endpoint} exists.`,
    },
  },
  "pe.extra-endpoint": {
    title: "Further private endpoints are connected",
    why: "Stopping and starting a cluster cuts off the endpoints that people made in other networks.",
    remediation: "Make the endpoint again and change the A record that leads to it.",
    facts: {
      approved: ({ endpoint }) => `The further private endpoint ${endpoint} is approved.`,
      waits: ({ endpoint }) => `The further private endpoint ${endpoint} waits for approval.`,
      cutOff: ({ endpoint, state }) =>
        `The further private endpoint ${endpoint} is ${state}: whoever comes through it is cut off.`,
      onlyOwn: () => "The cluster has no private endpoint but its own.",
    },
  },
  "pe.ip": {
    title: "Address of the private endpoint is known",
    why: "The zone, the security groups and the routes are compared with this address.",
    remediation: "Let AKS reconcile the endpoint.",
    facts: {
      noAddress: ({ endpoint }) => `The private endpoint ${endpoint} has no address.`,
      otherAddress: ({ address, said }) =>
        `The private endpoint's interface has ${address}, but the endpoint itself says ${said.join(", ")}.`,
      outsideSubnet: ({ address, subnet }) =>
        `The private endpoint's address ${address} lies outside its subnet ${subnet}.`,
      known: ({ address }) => `The API server stands at ${address}.`,
      noEndpoint,
    },
  },
  "pe.provisioning": {
    title: "Private endpoint is provisioned",
    why: "A failed endpoint can have an interface that nothing is routed to.",
    remediation: "Let AKS reconcile the endpoint.",
    facts: {
      failed: ({ of, state }) => `${upperFirst(sayThing(of))} is in the state ${state}.`,
      provisioned: ({ of }) => `${upperFirst(sayThing(of))} is provisioned.`,
      noEndpoint,
      interfaceUnlisted: ({ endpoint }) => `Azure does not list the network interface of ${endpoint}.`,
      noInterface: ({ endpoint }) => `The private endpoint ${endpoint} has no network interface.`,
    },
  },
  "pe.subnet-policy": {
    title: "Network policies of the endpoint's subnet are known",
    why: "A rule or route in the endpoint's subnet is harmless, and must not be blamed, unless the subnet turns policies on.",
    remediation: "Find out what the setting means before rules or routes there are changed.",
    facts: {
      acts: ({ what }) => acting[what],
      subnetElsewhere: ({ network }) => `The subnet of the private endpoint is not one of ${network}.`,
      noEndpoint,
    },
  },
};

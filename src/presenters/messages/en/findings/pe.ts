// What findings about `pe.*` say.

import type { FindingWords } from "../../finding-words.ts";
import { upperFirst } from "../words.ts";
import { sayThing } from "./common.ts";

export const peFindings: FindingWords<"pe"> = {
  "pe.connection-approved": {
    title: "Private endpoint is approved",
    why: "Only an approved connection carries traffic.",
    remediation: "Approve the connection.",
    facts: {},
  },
  "pe.exists": {
    title: "Private endpoint of the API server exists",
    why: "Deleting the endpoint cuts nodes and people from the API server.",
    remediation: "Let AKS make it again; never make it by hand.",
    facts: {},
  },
  "pe.extra-endpoint": {
    title: "Further private endpoints are connected",
    why: "Stopping and starting a cluster cuts off the endpoints that people made in other networks.",
    remediation: "Make the endpoint again and change the A record that leads to it.",
    facts: {},
  },
  "pe.ip": {
    title: "Address of the private endpoint is known",
    why: "The zone, the security groups and the routes are compared with this address.",
    remediation: "Let AKS reconcile the endpoint.",
    facts: {},
  },
  "pe.provisioning": {
    title: "Private endpoint is provisioned",
    why: "A failed endpoint can have an interface that nothing is routed to.",
    remediation: "Let AKS reconcile the endpoint.",
    facts: {
      failed: ({ of, state }) => `${upperFirst(sayThing(of))} is in the state ${state}.`,
      provisioned: ({ of }) => `${upperFirst(sayThing(of))} is provisioned.`,
      noEndpoint: () => "There is no private endpoint.",
      interfaceUnlisted: ({ endpoint }) => `Azure does not list the network interface of ${endpoint}.`,
      noInterface: ({ endpoint }) => `The private endpoint ${endpoint} has no network interface.`,
    },
  },
  "pe.subnet-policy": {
    title: "Network policies of the endpoint's subnet are known",
    why: "A rule or route in the endpoint's subnet is harmless, and must not be blamed, unless the subnet turns policies on.",
    remediation: "Find out what the setting means before rules or routes there are changed.",
    facts: {},
  },
};

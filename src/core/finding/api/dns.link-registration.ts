// dns.link-registration: registration writes machines' names beside the API server's, and a network has it for one zone alone.

import { forResource, target } from "../../fix/write/az.ts";
import type { Fix } from "../../fix/write/fix.ts";
import { advise, notApplicable, type Outcome, pass, type SharedFact } from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import type { PrivateDnsZone, VirtualNetworkLink } from "../../snapshot/network.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import { defineCheck, unlessPrivateZone } from "../kit/define-check.ts";
import type { GoneZone } from "./gone-zone.ts";

export type RegistrationFact =
  | GoneZone
  | Readonly<{ is: "noneRegisters" } | { is: "registers"; links: readonly string[] }>;

const turnOff = (zone: PrivateDnsZone, links: readonly VirtualNetworkLink[]): Fix | null =>
  forResource(zone.id, (parts) => ({
    steps: links.map(({ name }) => ({ kind: "endRegistration", at: target(parts, zone.name, name) })),
    risks: [{ is: "registeredNamesGone" }],
    disruptive: false,
    roles: [{ role: "Private DNS Zone Contributor", on: [zone.name] }],
  }));

export const dnsLinkRegistration = defineCheck({
  id: "dns.link-registration",
  severity: "low",
  scope: "cluster",
  impact: "advises",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/dns/private-dns-autoregistration",
  needs: ["managedCluster", "privateDnsZone", "privateDnsLinks"],
  after: ["dns.zone-exists"],
  skip: unlessPrivateZone,
  evaluate: ({ privateDnsZone: zone, privateDnsLinks: links }): Outcome<RegistrationFact | SharedFact> => {
    if (zone === null) return notApplicable({ is: "zoneGone" });
    const registering = links.filter(({ registrationEnabled }) => registrationEnabled);
    const evidence = registering.map(({ name, virtualNetworkId }) => columns(name, nameOf(virtualNetworkId)));
    return registering.length === 0
      ? pass({ is: "noneRegisters" })
      : advise(
          { is: "registers", links: registering.map(({ name }) => name) },
          { resourceId: zone.id, evidence, fix: turnOff(zone, registering) },
        );
  },
});

// What was changed, by whom and when, from the activity log.
import type { ChangedType } from "../../../core/finding/operation.ts";
import type { ResourceChange } from "../../../core/snapshot/snapshot.ts";
import { utc } from "../../time.ts";
import type { changeTexts as en } from "../en/changes.ts";
import { type ChangeWords, changeSpeech } from "../speech/changes.ts";

export const kinds: Readonly<Record<ChangedType, string>> = {
  "microsoft.containerservice/managedclusters": "Cluster",
  "microsoft.containerservice/managedclusters/agentpools": "Nodepool",
  "microsoft.containerservice/managedclusters/privateendpointconnections": "private Endpunktverbindung",
  "microsoft.network/azurefirewalls": "Firewall",
  "microsoft.network/bastionhosts": "Bastion-Host",
  "microsoft.network/connections": "Gatewayverbindung",
  "microsoft.network/connections/sharedkey": "gemeinsamer Schlüssel der Gatewayverbindung",
  "microsoft.network/dnsforwardingrulesets": "DNS-Weiterleitungsregelsatz",
  "microsoft.network/dnsforwardingrulesets/forwardingrules": "DNS-Weiterleitungsregel",
  "microsoft.network/dnsresolvers": "DNS-Resolver",
  "microsoft.network/dnsresolvers/inboundendpoints": "eingehender Endpunkt eines DNS-Resolvers",
  "microsoft.network/dnsforwardingrulesets/virtualnetworklinks":
    "Netzwerkverknüpfung eines DNS-Weiterleitungsregelsatzes",
  "microsoft.network/expressroutecircuits": "ExpressRoute-Leitung",
  "microsoft.network/expressroutecircuits/peerings": "Peering einer ExpressRoute-Leitung",
  "microsoft.network/firewallpolicies": "Firewallrichtlinie",
  "microsoft.network/firewallpolicies/rulecollectiongroups": "Gruppe von Firewallregeln",
  "microsoft.network/ipgroups": "IP-Gruppe",
  "microsoft.network/localnetworkgateways": "lokales Netzwerkgateway",
  "microsoft.network/loadbalancers": "Load Balancer",
  "microsoft.network/natgateways": "NAT-Gateway",
  "microsoft.network/networkinterfaces": "Netzwerkschnittstelle",
  "microsoft.network/networksecuritygroups": "NSG",
  "microsoft.network/networksecuritygroups/securityrules": "NSG-Regel",
  "microsoft.network/privatednszones": "private DNS-Zone",
  "microsoft.network/privatednszones/a": "A-Eintrag",
  "microsoft.network/privatednszones/virtualnetworklinks": "DNS-Zonenverknüpfung",
  "microsoft.network/privateendpoints": "privater Endpunkt",
  "microsoft.network/privateendpoints/privatednszonegroups": "DNS-Zonengruppe eines privaten Endpunkts",
  "microsoft.network/publicipaddresses": "öffentliche IP-Adresse",
  "microsoft.network/routetables": "Routingtabelle",
  "microsoft.network/routetables/routes": "Route",
  "microsoft.network/virtualhubs": "virtueller Hub",
  "microsoft.network/virtualhubs/hubroutetables": "Routingtabelle eines virtuellen Hubs",
  "microsoft.network/virtualhubs/hubvirtualnetworkconnections": "Hubverbindung",
  "microsoft.network/virtualnetworkgateways": "Netzwerkgateway",
  "microsoft.network/virtualnetworks": "Netzwerk",
  "microsoft.network/virtualnetworks/subnets": "Subnetz",
  "microsoft.network/virtualnetworks/virtualnetworkpeerings": "Peering",
  "microsoft.compute/virtualmachines": "virtuelle Maschine",
  "microsoft.compute/virtualmachinescalesets": "Skalierungsgruppe",
  "microsoft.authorization/roleassignments": "Rollenzuweisung",
};

export const deeds: ChangeWords["deeds"] = {
  write: (thing) => `${thing} geändert`,
  delete: (thing) => `${thing} gelöscht`,
  start: (thing) => `${thing} gestartet`,
  stop: (thing) => `${thing} gestoppt`,
  restart: (thing) => `${thing} neu gestartet`,
  deallocate: (thing) => `${thing} freigegeben (deallocated)`,
  poweroff: (thing) => `${thing} ausgeschaltet`,
  redeploy: (thing) => `${thing} neu bereitgestellt`,
  abort: (thing) => `Vorgang abgebrochen: ${thing}`,
  reset: (thing) => `${thing} zurückgesetzt`,
  rotateclustercertificates: (thing) => `Zertifikate rotiert: ${thing}`,
  rotateserviceaccountsigningkeys: (thing) => `Signaturschlüssel rotiert: ${thing}`,
  resetserviceprincipalprofile: (thing) => `Dienstprinzipal zurückgesetzt: ${thing}`,
  resetaadprofile: (thing) => `Entra-Integration zurückgesetzt: ${thing}`,
  upgradenodeimageversion: (thing) => `Node-Image aktualisiert: ${thing}`,
};

export const { sayChanged, sayChange } = changeSpeech({
  kinds,
  resource: "Ressource",
  deeds,
  roleAssignment: (on) => `Rollenzuweisung auf ${on}`,
  thing: (kind, name, of) => `${kind} ${name}${of === "" ? "" : ` von ${of}`}`,
  by: (done, name, isPerson) => `${done}, durch ${isPerson ? "" : "die Anwendung "}${name}`,
});

/** `2026-11-25 06:12 UTC`; what Azure wrote where that is no time. */
export const timeOf = utc;

export const timeText = ({ time }: ResourceChange): string => timeOf(time);

export const changeTexts: typeof en = { sayChange };

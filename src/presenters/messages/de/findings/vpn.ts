// What findings about `vpn.*` say.

import { german } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";
import { counted } from "../words.ts";

const { sayClash } = german.speech;

const sayRoutes = counted("{it, plural, one {# Route} other {# Routen}}");

export const vpnFindings: FindingWords<"vpn"> = {
  "vpn.bgp-peers": {
    title: "Die BGP-Sitzungen des VPN stehen",
    why: "Wo nur BGP sagt, was hinter einem Tunnel liegt, führt ein stehender Tunnel nirgendwohin, solange seine Sitzung unterbrochen ist.",
    remediation:
      "Vergleiche AS-Nummern und BGP-Adressen beider Seiten; die eine Hälfte liegt auf dem Gerät der Gegenseite.",
    facts: {
      bgpNotAsked: () => "Kein VPN nahe am Netzwerk des Clusters hängt nur von BGP ab.",
      sessionUp: ({ gateway, peer, routes }) => `${gateway} hat ${sayRoutes(routes)} von ${peer} gelernt.`,
      sessionDown: ({ gateway, peer, state }) =>
        `Die BGP-Sitzung von ${gateway} mit ${peer} ist unterbrochen („${state}“), deshalb führt keine Route hinter ihren Tunnel.`,
      noRoutes: ({ gateway, peer }) =>
        `Die BGP-Sitzung von ${gateway} mit ${peer} steht, bringt aber keine Route.`,
      sessionLost: ({ gateway, peer, state }) =>
        `Eine der BGP-Sitzungen von ${gateway} bringt nichts, die mit ${peer} („${state}“): Übrig sind nur die anderen, und was sie allein lehrte, kennen die nicht.`,
      sessionUnsure: ({ gateway, peer, state }) =>
        `Ob die BGP-Sitzung von ${gateway} mit ${peer} steht, ist offen: Azure nennt sie „${state}“.`,
      noPeers: ({ gateway }) => `${gateway} hat keine einzige BGP-Sitzung.`,
    },
  },
  "vpn.connection-status": {
    title: "Die Verbindungen des VPN stehen",
    why: "Solange ein Tunnel unterbrochen ist, kommt nichts von dahinter hierher.",
    remediation:
      "Prüfe das Gerät der Gegenseite, den gemeinsamen Schlüssel und die Adressen beider Gateways.",
    facts: {},
  },
  "vpn.gateway-state": {
    title: "Das VPN-Gateway ist bereitgestellt",
    why: "Ohne sein Gateway führt kein VPN in diese Netzwerke.",
    remediation: "Setze das Gateway zurück.",
    facts: {
      changeFailed: ({ gateway }) => `Die letzte Änderung des VPN-Gateways ${gateway} ist fehlgeschlagen.`,
      provisioned: ({ gateway }) => `Das VPN-Gateway ${gateway} ist bereitgestellt.`,
      onlyOneUp: ({ down, left, ranges }) =>
        `Die Verbindung ${down} ist unterbrochen, deshalb hängt alles aus ${ranges.join(", ")} an ${left}.`,
    },
  },
  "vpn.p2s-config": {
    title: "Point-to-Site ist eingerichtet",
    why: "Wer zu Hause sitzt, braucht eine Adresse, die sonst nichts hat, eine Anmeldung, Routen und einen DNS-Server, der den privaten Namen kennt.",
    remediation:
      "Lade das VPN-Profil neu herunter, wie nach jeder Änderung rund um das Gateway. Liegt es an den Einstellungen für Clients, behebt sie vorher sein Besitzer; liegt es an DNS, gibt er dem Netzwerk DNS-Server, die die Zone kennen.",
    facts: {
      noClients: ({ gateways }) => `${gateways.join(", ")}: Point-to-Site ist nicht eingerichtet.`,
      clientsServed: ({ gateway }) => `Point-to-Site von ${gateway} ist eingerichtet.`,
      clientsUsePublicName: ({ gateway }) =>
        `Point-to-Site von ${gateway} ist eingerichtet; seine Clients kennen den API-Server unter dem öffentlichen Namen, den az aks get-credentials --public-fqdn schreibt.`,
      poolOverlaps: ({ clashes }) =>
        `Antworten an Point-to-Site-Clients gehen an die falsche Stelle: ${clashes.map(sayClash).join("; ")}.`,
      needsOpenVpn: ({ gateway, protocols }) =>
        `Clients von ${gateway} melden sich mit Entra ID an, und das braucht OpenVPN; es spricht aber nur ${protocols.join(", ")}.`,
      noRootCertificate: ({ gateway }) =>
        `Clients von ${gateway} melden sich mit Zertifikaten an, aber es hat kein Stammzertifikat und nimmt deshalb keines an.`,
      clientsGetNoServer: ({ gateway, network }) =>
        `${network} hat keine eigenen DNS-Server, deshalb behalten Clients von ${gateway} ihre, und die kennen den privaten Namen nicht.`,
      otherTenant: ({ gateway }) =>
        `Clients von ${gateway} melden sich bei einem anderen Entra-Mandanten an als dem, der hier fragt.`,
      profileMayBeOld: ({ gateway, network }) =>
        `Peerings oder Bereiche um ${network} haben sich vor Kurzem geändert: Windows-Clients von ${gateway} haben noch die Routen von vorher, also lade das Profil neu herunter.`,
    },
  },
  "vpn.redundancy": {
    title: "Das VPN-Gateway übersteht einen Ausfall",
    why: "Ein Gateway mit einer Instanz in einer Zone wirft bei Wartung alle hinaus.",
    remediation:
      "Plane den Wechsel zu einer SKU mit Zonen oder zu Aktiv-Aktiv; währenddessen brechen die Tunnel ab.",
    facts: {
      redundant: ({ gateway }) => `${gateway} steht in mehreren Zonen oder hat zwei aktive Instanzen.`,
      alone: ({ gateway, sku }) =>
        `${gateway} (${sku ?? "keine SKU"}) hat eine aktive Instanz und keine eigenen Zonen.`,
    },
  },
  "vpn.route-to-spoke": {
    title: "Hinter dem VPN sind die Bereiche bekannt",
    why: "Antworten gehen an das, was das Gateway hinter einem Tunnel kennt: Fehlt dort ein Bereich, oder hat ihn auch ein Netzwerk hier, kommt nie eine Antwort an.",
    remediation:
      "Trag den Bereich auf der anderen Seite der Verbindung ein, oder gib einem der beiden einen anderen.",
    facts: {},
  },
};

// What findings about `er.*` say.
import type { FindingWords } from "../../finding-words.ts";

const paths = { primary: "primären", secondary: "sekundären" } as const;

export const erFindings: FindingWords<"er"> = {
  "er.bgp-routes": {
    title: "Beide Pfade der Leitung tragen Verkehr",
    why: "Eine Leitung hat zwei Pfade für den Tag, an dem einer ausfällt; einer, der nie etwas trug, hat womöglich keine BGP-Sitzung.",
    remediation:
      "Prüfe auf beiden Pfaden die Router und ihre BGP-Sitzungen; sie gehören dem Anbieter oder eurem Netzwerkteam.",
    facts: {
      bothPathsUsed: ({ circuit }) => `Beide Pfade von ${circuit} trugen Verkehr.`,
      onePathSilent: ({ circuit, path }) =>
        `Über den ${paths[path]} Pfad von ${circuit} kam nie etwas herein.`,
      bothPathsSilent: ({ circuit }) => `Über ${circuit} kam nie etwas herein.`,
    },
  },
  "er.circuit-provisioned": {
    title: "Die ExpressRoute-Leitung steht",
    why: "Eine Leitung trägt nichts, bevor der Anbieter sie bereitgestellt und Azure sie aktiviert hat.",
    remediation:
      "Gib dem Anbieter den Dienstschlüssel der Leitung und frag ihn; kein Befehl von Azure behebt das.",
    facts: {},
  },
  "er.encryption": {
    title: "Verkehr über ExpressRoute ist verschlüsselt",
    why: "Eine Leitung verschlüsselt selbst nichts: kubectl, SSH und RDP tun es, anderer Verkehr vielleicht nicht.",
    remediation: "Plane MACsec auf eigenen Ports, oder ein VPN innerhalb der Leitung.",
    facts: {
      macSec: ({ port }) => `Die Verbindungen von ${port} sind mit MACsec verschlüsselt.`,
      tunnelInside: ({ connection }) => `Das VPN ${connection} läuft innerhalb der Leitung.`,
      notEncrypted: ({ circuits }) =>
        `${circuits.join(", ")}: auf der Leitung nicht verschlüsselt. kubectl, SSH und RDP verschlüsseln, was sie senden.`,
    },
  },
  "er.fastpath": {
    title: "FastPath passt zu Leitung und Gateway",
    why: "FastPath führt am Gateway vorbei, und zu privaten Endpunkten nur auf wenigen Leitungen.",
    remediation: "Schalte FastPath ab, wo das Gateway oder die Leitung nicht dafür gemacht ist.",
    facts: {
      fastPathOff: ({ connections }) => `${connections.join(", ")}: FastPath ist aus.`,
      fastPathFits: ({ connection }) => `${connection} hat FastPath an einem Gateway, das dafür gemacht ist.`,
      gatewayTooSmall: ({ connection, sku }) =>
        `${connection} hat FastPath an, aber das Gateway (${sku}) ist nicht dafür gemacht.`,
      providerCircuit: ({ connection }) =>
        `${connection} hat FastPath zu privaten Endpunkten an; das braucht eigene Ports, und die Leitung gehört einem Anbieter.`,
    },
  },
  "er.gateway-connection": {
    title: "Eine Verbindung verknüpft Gateway und Leitung",
    why: "Ohne eine Verbindung, die steht, wissen die Leitung und die Netzwerke hinter ihrem Gateway nichts voneinander.",
    remediation:
      "Verbinde das ExpressRoute-Gateway mit der Leitung; die Berechtigung dazu gibt der Besitzer der Leitung.",
    facts: {},
  },
  "er.private-peering": {
    title: "Das private Peering der Leitung ist an",
    why: "Von den Peerings einer Leitung trägt nur das private virtuelle Netzwerke.",
    remediation: "Schalte das private Peering ein; wo keines ist, richtet es der Besitzer der Leitung ein.",
    facts: {},
  },
};

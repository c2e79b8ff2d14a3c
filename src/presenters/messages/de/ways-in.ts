// The ways in: what each is called, why it is as it is, and what is to be done on it beside the lines to copy.

import type { PathReason } from "../../../core/access/access-path.ts";
import type { PathId } from "../../../core/access/path-order.ts";
import type { Instruction, WayFact } from "../../../core/access/way-fact.ts";
import { lookUp } from "../../../core/text/look-up.ts";
import { german } from "../catalogue.ts";
import type { wayInTexts as en } from "../en/ways-in.ts";
import { remark } from "../parts.ts";
import { type Says, say } from "../says.ts";
import { sayFound } from "./findings.ts";
import { upperFirst } from "./words.ts";

const { sayCalled } = german.speech;
const commonFacts = german.speech.commonFacts();
const { stopClause } = german.speech;

export const titles: Readonly<Record<PathId, string>> = {
  P01: "Öffentlicher API-Server",
  P02: "Öffentlicher API-Server, von autorisierter Adresse",
  P03: "Cloud Shell",
  P04: "Jumpbox im Netzwerk des Clusters",
  P05: "Jumpbox in einem Netzwerk mit Peering",
  P06: "Bastion im Browser",
  P07: "ssh über Bastion",
  P08: "Eigener privater Endpunkt",
  P09: "Bastion direkt zum API-Server (Preview)",
  P10: "Container mit SSH",
  P11: "VPN",
  P12: "ExpressRoute",
  P13: "Run-Command über Azure",
  P14: "Cloud Shell in einem Netzwerk",
  P15: "Azure Virtual Desktop",
  P16: "VS Code über Bastion",
};

const needless = { ...titles, bastion: "Bastion", jumpHost: "Jumpbox" };

export const wayFacts: Says<WayFact> = {
  notNeeded: ({ what }) => `Der API-Server ist öffentlich. Nicht nötig: ${needless[what]}.`,
  apiPrivate: () => "Der API-Server ist privat.",
  shellNotNear: () => "Der API-Server ist privat, und Cloud Shell steht nicht nahe bei ihm.",
  authorizedOnly: () => "Nur autorisierte Adressen dürfen sich verbinden.",
  noneAuthorized: () => "Der Cluster autorisiert keine bestimmten Adressen.",
  noHostBeside: () => "Im Netzwerk des Clusters steht keine Jumpbox.",
  noHostInPeers: () => "In keinem Netzwerk mit Peering zu dem des Clusters steht eine Jumpbox.",
  noFurtherEndpoint: () => "Der API-Server hat nur den privaten Endpunkt des Clusters selbst.",
  browserOnly: ({ bastion }) => `${bastion} ist ein Developer-Host, nur für den Browser gemacht.`,
  usesNoGateway: ({ network }) =>
    `${network} nutzt kein Gateway: Keine Hälfte eines Peerings ist dafür eingestellt.`,
  noContainer: () => "In den Netzwerken nahe am Cluster wurde kein Container gefunden, der SSH annimmt.",
  noShell: () => "In keinem Netzwerk nahe am Cluster ist Cloud Shell eingerichtet.",
  noDesktop: () => "Nahe am Cluster steht kein Sitzungshost von Azure Virtual Desktop.",

  openToAll: () => "Der API-Server ist öffentlich und steht jeder Adresse offen.",
  openToShell: () => "Der API-Server ist öffentlich und steht jeder Adresse offen, auch der von Cloud Shell.",
  addressAuthorized: () => "Deine Adresse liegt in den autorisierten IP-Bereichen.",
  overHostBeside: () =>
    "Neben den Nodes läuft eine Jumpbox, und ihre Regeln und Routen führen zum API-Server.",
  overHostInPeer: () =>
    "Eine Jumpbox läuft, und Namensauflösung, Peering, Regeln und Routen führen zum API-Server.",
  overBastion: () => "Bastion erreicht eine Jumpbox, die läuft, und von dort ist der API-Server erreichbar.",
  overBastionSsh: () =>
    "Bastion nimmt ssh zu einer Jumpbox an, die läuft, und von dort ist der API-Server erreichbar.",
  overBastionTunnel: () =>
    "Bastion nimmt einen Tunnel zu einer Jumpbox an, die läuft, für VS Code mit Remote-SSH.",
  overContainer: () =>
    "Ein Container mit SSH läuft, und Namensauflösung, Regeln und Routen führen zum API-Server.",
  overGateway: ({ from, to }) =>
    `Von ${sayCalled(from)} führt der Weg bis zum API-Server unter ${to}; auch euer eigenes DNS muss seinen Namen beantworten.`,
  overShell: ({ subnet }) =>
    `Cloud Shell startet in ${subnet}, und Namensauflösung, Regeln und Routen führen zum API-Server.`,
  overDesktop: ({ pool }) =>
    `Ein Sitzungshost von ${pool} nimmt dich an, und Namensauflösung, Regeln und Routen führen zum API-Server.`,
  runByAzure: () =>
    "Azure führt den Befehl im Cluster aus; du hast die Berechtigung, und Run-Command ist nicht abgeschaltet.",

  hostUnknown: () => "Maschinen sind da, aber welche davon eine Jumpbox ist, ist nicht bekannt.",
  hostWithoutSignIn: ({ host, name }) =>
    `${sayCalled(host)} kommt hin, aber nicht zu ${name}, wo kubectl um ein Token bittet: Bring eine kubeconfig mit, die keines braucht.`,
  notWalked: () => "Der Weg von dort zum API-Server ließ sich nicht verfolgen.",
  shellAddressChanges: () =>
    "Cloud Shell hat in jeder Sitzung eine andere Adresse; ob sie autorisiert ist, zeigt sich erst dort.",
  endpointUnjudged: () =>
    "Ob Zone und Regeln im Netzwerk dieses Endpunkts zu ihm führen, ist noch nicht bewertet.",
  previewUnjudged: () => "Nichts Gelesenes schließt den Tunnel; er ist eine Preview von Azure.",
  bastionAddressUnknown: ({ bastion }) =>
    `Ob die öffentliche Adresse von ${bastion} in den autorisierten IP-Bereichen liegt, ist nicht bekannt.`,
  bastionNotAuthorized: ({ bastion, ip }) =>
    `Tunnel kommen von ${ip}, der Adresse von ${bastion}, und die liegt nicht in den autorisierten IP-Bereichen.`,
  containerUnknown: () => "Ob ein Container mit SSH läuft, ist nicht bekannt.",
  vpnUnjudged: () =>
    "Ob das VPN auf deiner Seite steht und bis zum API-Server führt und Namen auflöst, ist noch nicht bewertet.",
  circuitUnjudged: () =>
    "Ob die Leitung steht und bis zum API-Server führt und Namen auflöst, ist noch nicht bewertet.",
  shellUnjudged: () =>
    "Ob Cloud Shell in ihrem Subnetz startet (Relay, Speicher, Rollen), ist noch nicht bewertet.",
  desktopUnjudged: () => "Ob du einen Desktop dieses Hostpools nutzen darfst, ist noch nicht bewertet.",

  clusterLocked: ({ by }) =>
    `${upperFirst(german.texts.findings.shared.locked[by])} verträgt diesen Zugang nicht.`,
  containerOff: ({ container }) => `Der Container ${container} läuft nicht.`,
  subnetNotDelegated: ({ subnet }) =>
    `Das Subnetz ${subnet} ist nicht an Container delegiert, deshalb startet Cloud Shell darin nicht.`,
  desktopsClosed: ({ machine, status }) =>
    `Kein Sitzungshost nahe am Cluster nimmt Sitzungen an; ${machine} steht auf ${status}.`,
};

export const pathReasons: Says<PathReason> = {
  ...commonFacts,
  ...wayFacts,
  podStopped: (stop) => `Sein Pod läuft auf einem Node. ${stopClause(stop)}`,
  told: sayFound,
};

export const sayReason = (reason: PathReason): string => say(pathReasons, reason);

export const instructions: Says<Instruction> = {
  leaveOpen: () => "lass das offen; in einer zweiten Shell:",
  openShell: () => "Portal: Cloud Shell, Bash; dann darin:",
  openShellWith: ({ resourceGroup, profile }) =>
    `Portal: Cloud Shell > Einstellungen > Benutzereinstellungen zurücksetzen > VNET-Isolationseinstellungen anzeigen, Ressourcengruppe ${resourceGroup}, Netzwerkprofil ${profile}; dann darin:`,
  connectInPortal: ({ host }) => `Portal: virtuelle Maschine ${host} > Verbinden > Bastion; dann auf ihr:`,
  orSsh: ({ host, line }) => `oder, wenn ${host} die Anmeldung mit Entra annimmt, statt beider: ${line}`,
  inTunnelShell: () =>
    "in der Shell, die sich öffnet, mit https://localhost:<gezeigter Port> als Server in KUBECONFIG:",
  inContainer: () => "darin, mit Azure CLI, kubelogin und kubectl installiert:",
  connectVpn: ({ gateway }) => `verbinde dich mit dem VPN von ${gateway}; dann:`,
  fromBehind: ({ gateway }) => `aus dem Netzwerk, das ${gateway} verbindet:`,
  openDesktop: ({ pool }) =>
    `Windows App, oder ihr Webclient: öffne einen Desktop des Hostpools ${pool}; dann darauf:`,
};

export const wayInTexts: typeof en = {
  /** Undefined for a way of another release. */
  titleOfWay: (id) => lookUp(titles, id),
  sayReason,
  sayWayStep: (step) => (typeof step === "string" ? step : remark(say(instructions, step))),
};

// What the steps of a fix do, in one sentence.
import { effectOfFix } from "../../../core/fix/write/actions.ts";
import type { CommandEffect, FixEffect } from "../../../core/fix/write/command-effect.ts";
import type { fixEffectTexts as en } from "../en/what-it-does.ts";
import { type Says, say } from "../says.ts";
import { and, upperFirst } from "./words.ts";

/** The verb first, so that several of them make one sentence in their order. */
export const commandEffects: Says<CommandEffect> = {
  uncordons: ({ name }) => `lässt auf ${name} wieder Pods zu`,
  removesPolicy: ({ name }) => `löscht die Netzwerkrichtlinie ${name}`,

  waits: () => "wartet das Ende des Vorgangs ab",
  waitsUntilDown: ({ name }) => `wartet auf das Herunterfahren von ${name}`,
  signsIn: () => "meldet dich beim Mandanten des Clusters an",
  starts: ({ name }) => `startet ${name}`,
  restarts: ({ name }) => `startet ${name} neu`,
  startsInstance: ({ name, instances }) => `startet die Instanz ${instances} von ${name}`,
  restartsInstance: ({ name, instances }) => `startet die Instanz ${instances} von ${name} neu`,
  scales: ({ name, count }) => `skaliert ${name} auf ${count} Instanzen`,
  startsContainers: ({ name }) => `startet die Container ${name}`,
  changes: ({ name }) => `ändert ${name}`,
  sets: ({ name, setting }) => `setzt ${setting} auf ${name}`,
  reapplies: ({ name }) => `wendet die Einstellungen von ${name} noch einmal an`,
  approves: ({ name }) => `genehmigt ${name}`,
  registersProvider: ({ name }) => `registriert den Ressourcenanbieter ${name}`,
  givesRole: ({ role, on }) => `gibt die Rolle ${role} auf ${on}`,
  asksForAccess: ({ name }) => `fordert mit der Richtlinie ${name} Just-in-time-Zugriff an`,

  rotatesCertificates: ({ name }) => `rotiert die Zertifikate von ${name}`,
  fetchesKubeconfig: ({ name }) => `holt die kubeconfig von ${name} noch einmal`,
  switchesRunCommandOn: ({ name }) => `schaltet den Run-Command von ${name} ein`,
  authorizesAddress: ({ name }) => `nimmt eine Adresse in die autorisierten IP-Bereiche von ${name} auf`,
  givesAddresses: ({ name, count }) => `gibt dem Load Balancer von ${name} ${count} öffentliche Adressen`,
  keepsPorts: ({ name, count }) => `hält je Node von ${name} ${count} Ports vor`,
  addsPool: ({ name }) => `fügt den Nodepool ${name} hinzu`,
  startsPool: ({ name }) => `startet den Nodepool ${name}`,
  scalesPool: ({ name, count }) => `skaliert den Nodepool ${name} auf ${count}`,
  surgesByOne: ({ name }) => `lässt Upgrades des Nodepools ${name} nur einen Node auf einmal hinzufügen`,
  movesLimits: ({ name }) => `verschiebt die Grenzen des Nodepools ${name}`,
  recoversVault: ({ name }) => `stellt den gelöschten Key Vault ${name} wieder her`,
  opensVault: ({ name }) => `öffnet den Key Vault ${name} für jedes Netzwerk`,

  createsZone: () => "erstellt die private DNS-Zone",
  linksZone: ({ name }) => `verknüpft die private DNS-Zone mit ${name}`,
  removesLink: ({ name }) => `entfernt die Verknüpfung ${name}`,
  endsRegistration: ({ name }) => `schaltet die Registrierung an der Verknüpfung ${name} ab`,
  setsRecord: ({ record, address }) => `setzt den Eintrag ${record} auf ${address}`,
  addsToRecord: ({ record, address }) => `fügt ${address} zum Eintrag ${record} hinzu`,
  removesFromRecord: ({ record, address }) => `entfernt ${address} aus dem Eintrag ${record}`,
  createsEndpoint: ({ name }) => `erstellt den privaten Endpunkt ${name}`,
  removesEndpoint: ({ name }) => `entfernt den privaten Endpunkt ${name}`,

  addsRule: ({ name, of }) => `fügt die Regel ${name} zu ${of} hinzu`,
  removesRule: ({ name, of }) => `entfernt die Regel ${name} aus ${of}`,
  addsRules: ({ name, of }) => `fügt die Regeln ${name} zu ${of} hinzu`,
  turnsProxyOn: ({ name }) => `schaltet den DNS-Proxy von ${name} ein`,
  translates: ({ name }) => `lässt ${name} wieder Adressen zum Internet übersetzen`,
  letsSubnetIn: ({ subnet, account }) => `lässt das Subnetz ${subnet} auf ${account}`,

  createsTable: ({ name }) => `erstellt die Routingtabelle ${name}`,
  addsRoute: ({ name, of }) => `fügt die Route ${name} zu ${of} hinzu`,
  removesRoute: ({ name, of }) => `entfernt die Route ${name} aus ${of}`,
  attachesTable: ({ name, of }) => `hängt die Routingtabelle an das Subnetz ${name} von ${of}`,
  detachesTable: ({ name, of }) => `nimmt die Routingtabelle vom Subnetz ${name} von ${of}`,
  servesStorage: ({ name, of }) => `gibt dem Subnetz ${name} von ${of} einen Dienstendpunkt für Speicher`,
  givesNatGateway: ({ name, of, to }) => `gibt dem Subnetz ${name} von ${of} das NAT-Gateway ${to}`,
  delegates: ({ name, of, to }) => `delegiert das Subnetz ${name} von ${of} an ${to}`,
  endsEncryption: ({ name }) => `schaltet die Verschlüsselung von ${name} ab`,
  createsAddress: ({ name }) => `erstellt die öffentliche Adresse ${name}`,
  createsNatGateway: ({ name }) => `erstellt das NAT-Gateway ${name}`,
  changesNatGateway: ({ name }) => `ändert das NAT-Gateway ${name}`,
  forwards: ({ name }) => `schaltet die IP-Weiterleitung der Schnittstelle ${name} ein`,
  dropsServers: ({ name }) => `nimmt die DNS-Server von der Schnittstelle ${name}`,
  makesPeering: ({ one, other }) => `erstellt das Peering von ${one} mit ${other}`,
  removesPeering: ({ name, of }) => `entfernt das tote Peering ${name} von ${of}`,
  syncsPeering: ({ name, of }) => `synchronisiert das Peering ${name} von ${of}`,
  setsOnPeering: ({ name, of, setting }) => `setzt ${setting} auf dem Peering ${name} von ${of}`,
  switchesPeeringOn: ({ name, of }) => `schaltet ${name} der Leitung ${of} ein`,
  changesGateway: ({ name }) => `ändert das Gateway ${name}`,
  restartsGateway: ({ name }) => `startet das Gateway ${name} neu`,
};

export const fixEffects: Says<FixEffect> = {
  peeringAgain: ({ one, other, both }) =>
    `Erstellt das Peering von ${one} mit ${other} neu, ${both ? "beide Hälften" : "eine Hälfte"}.`,
  steps: ({ effects }) => `${upperFirst(and(effects.map((effect) => say(commandEffects, effect))))}.`,
};

export const fixEffectTexts: typeof en = { whatItDoes: (fix) => say(fixEffects, effectOfFix(fix)) };

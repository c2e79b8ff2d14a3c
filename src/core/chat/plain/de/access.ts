// "Which way in works for me?", in German.
import type { AbilityWords } from "../language.ts";
import type { Phrases } from "../phrases.ts";

export const access: AbilityWords = {
  phrases: [
    "command invoke",
    "<address> …gesperrt|blockiert|geblockt|abgelehnt|abgewiesen",
    "offen|geöffnet|zugänglich für <address>",
    "^blockiert|sperrt|blockt <address>",
    "^access|zugriff|zugang|zugänge|zugangsweg|zugangswege",
    "wie komme|komm|kommt|kommen|kommst|gelange ich|man|wir|du|da",
    "wie kann|könnte|soll ich|man|wir verbinden|erreichen|einloggen|anmelden|zugreifen|auf|rein|ran|drauf|verbindung",
    "wie ich|man|wir …komme|kommt|kommen|reinkomme|reinkommt|verbinde|zugreife|erreiche|draufkomme|rankomme",
    "zugriff|zugang aus|von|über|auf|zu|per|mit|für|nach",
    "ich|wir will|wollen|muss|müssen|möchte|möchten auf|in|rein|drauf|ran$",
    "wie erreiche|erreicht|erreichen|verbinde|verbindet ich|man|wir|mich",
    "muss|will|möchte|müsste mich|uns …einloggen|anmelden|verbinden",
    "ohne|mit|über|per vpn|bastion|jumphost auf|rein|drauf|in|zu",
    "was brauche|brauchen|muss|benötige ich|man|wir …kommen|rein|reinkommen|zugreifen|verbinden|auf",
    "wie gehts|geht|krieg|kriege|bekomme|bekomm …rein|drauf|zugriff|zugang",
    "wie verbinden|verbinde|einloggen|zugreifen|logge|logg|log|melde",
    "möglichkeit|möglichkeiten|option|optionen|methode|variante auf|zu|in|für|rein|kommen|verbinden",
    "muss|müssen|sollte|brauche ich|man|wir ins|in|über|per vpn|bastion|jumphost",
    "welche|welcher|welchen|einen|ein|anderen|anderer|andere|besten|beste|alle|die weg|wege|zugang|zugänge|zugangswege",
    "welchen|welcher|welche weg|wege …nehmen|kommen|rein|drauf|funktioniert|geht",
    "weg|wege|zugang|zugänge auf|in|zu|zum|nach|rein",
    "brauche|bräuchte|brauchen|benötige|will|möchte|hätte|muss zugriff|zugang|rein|verbindung",
    "brauche|brauch|brauchen|benötige|muss ich|man|wir vpn|bastion|jumphost|sprungserver|expressroute",
    "brauche|brauch|brauchen|benötige|nutze|nehme vpn|bastion|jumphost|sprungserver",
    "gibt|gibts|haben|hat vpn|bastion|jumphost|sprungserver|zugang|weg|jumpbox",
    "komme|kommt|kann|können|komm ich|man|wir über|per|via|mit|durch|vpn|bastion",
    "bastion|jumphost|sprungserver|jumpbox für|auf|zu|in",
    "<address> erlaubt|freigegeben|zugelassen|gewhitelistet|whitelist|allowlist|freigeschaltet|drauf|rein|durch|berechtigt|zugreifen",
    "kubeconfig|credentials|zugangsdaten wo|woher|wie|her|holen|runterladen|ziehen",
    "wo|woher|wie …kubeconfig|credentials|zugangsdaten",
    "erlaubte|erlaubten|authorized|freigegebene|freigegebenen|zugelassene ip|ips|ip-bereiche|ip-ranges|adressen|netze|bereiche|ranges",
    "<address> auf|in whitelist|allowlist|liste|freigabeliste",
    "^darf|dürfte|kann|kommt|hat|könnte <address>",
    "^ist|sind meine|meiner|unsere ip|adresse erlaubt|freigegeben|zugelassen|freigeschaltet|gewhitelistet",
    "^lass|lasst mich|uns rein|drauf|ran",
    "^verbinde|verbinden mich|uns|mit",
    "^komme|komm|kommen ich|wir rein|drauf|ran",
    "komme|komm|kommen|gelange ich|wir|man so|damit|überhaupt",
    "öffentlich|öffentlicher|öffentliches|public|privat|privater|privates|private oder öffentlich|öffentlicher|öffentliches|public|privat|privater|privates|private",
    "hat|haben|ist|gibts|gibt …öffentliche|öffentlichen|öffentlicher|öffentliches|public|private|privaten endpunkt|endpoint|ip|adresse|zugang|cluster|api",
    "welche|welchen|welcher|zeig|liste ip|ips|ip-adressen|adressen|netze|bereiche|ranges|cidrs …erlaubt|freigegeben|zugelassen|eingetragen|gewhitelistet|freigeschaltet|drauf|dran|rein|ran|whitelist|allowlist",
    "von|aus wo|welchem|welchen|woher …erreichbar|kommt|komme|kommen|ran|rein|drauf|zugreifen",
    "gehts|geht|klappts|klappt|tuts|funktioniert vom|über|per|von …bastion|vpn|jumphost|cloudshell",
    "welches|welche|welchen|welcher vpn|bastion|jumphost|sprungserver|tunnel",
  ],
  beside: `
    gehts     nehmen nimmt 
    öffentlich öffentlichen öffentlicher öffentliche public private privaten privat endpunkt endpoint welche welches welcher eingetragen überhaupt wo aus her
    kubeconfig credentials zugangsdaten woher her authorized ranges range bereich bereiche erlaubte erlaubten adressen netze
    zugriff zugang zugänge weg wege komme komm kommt kommen rein ran drauf erreiche erreichen verbinden verbinde einloggen anmelden ssh besten beste bester schnellste schnellsten einfachste sicher sicherste
    laptop rechner pc handy wlan haus privat öffentlich netz netzwerk vpn brauche möglich kubectl bastion jumphost sprungserver tunnel anderer andere anderen alternative möglichkeit möglichkeiten
    führt führen geht gehen funktioniert funktionieren ip adresse erlaubt freigegeben zugelassen whitelist allowlist liste freigeschaltet darf steht neu nutzen benutzen verwenden nicht zugriffsweg command invoke gesperrt deaktiviert
  `,
};

export const wayFirst: Phrases = [
  "command invoke",
  "^ist|sind|wird|wurde <address> …gesperrt|blockiert|geblockt|abgelehnt|abgewiesen",
  "^ist|sind offen|geöffnet|zugänglich …<address>",
  "^blockiert|sperrt|blockt <address>",
  "wie komme|komm|kommt|kommen|gelange|erreiche|verbinde|logge ich|man|wir|mich",
  "wie kann|könnte ich|man|wir …verbinden|erreichen|einloggen|anmelden|zugreifen|rein|ran|drauf",
];

/** Whether an address is let in is asked. */
export const allows =
  "erlaubt freigegeben zugelassen gewhitelistet whitelist allowlist freigeschaltet freigabeliste darf dürfen berechtigt durchgelassen";

/** It does not get in. */
export const turnedAway: Phrases = [
  "<address> blockiert|gesperrt|abgelehnt|abgewiesen|geblockt|verweigert",
  "blockiert|blockt|sperrt|verweigert|weist <address>",
  "lehnt <address> ab",
  "<address> nicht erlaubt|freigegeben|zugelassen|freigeschaltet|durchgelassen",
  "erlaubt <address> nicht",
  "lässt <address> nicht",
];

/** What lies inside, or goes out. */
export const notLetIn: Phrases = [
  "auf|zu|nach|an|gegen <address>",
  "kann|könnte|darf|dürfte|soll|sollte <cluster> <address> erreichen|ansprechen|anpingen|pingen|aufrufen|sehen|verbinden",
  "<cluster> erreicht|pingt|kontaktiert|sieht <address>",
  "erreicht|pingt|kontaktiert|sieht <cluster> <address>",
  "ping|nslookup|curl|ssh|telnet|traceroute|dig <address>",
  "von <cluster> aus|erreichbar|erreicht|erlaubt",
  "egress|ausgehend|ausgehende|ausgehenden|ausgehender|outbound",
  "außer|ausgenommen <address>",
  "ssh|rdp",
  "app|apps|anwendung|anwendungen|ingress|service|services|dienst|dienste|pod|pods|node|nodes|knoten|workload|workloads|container|webseite|website|frontend|backend|registry|datenbank|loadbalancer|namespace|deployment",
];

// What holds a German sentence together, and what stands around a command.
import type { CommandWords, SentenceWords } from "./language.ts";

export const sentence: SentenceWords = {
  small: `
    der die das den dem des ein eine einen einem einer eines mein meine meinen meinem meiner unser unsere unseren unserem unserer dein deine deinen deinem
    diese dieser dieses diesem diesen jener jene jenes solche
    ich du er sie es wir ihr mich mir dich dir uns euch ihm ihn man sich selbst
    ist sind bin bist seid sein war waren wäre hat habe haben hast hab habt hatte hatten wird werden wurde wurden worden
    kann kannst können könnte könntest könnt könnten mag möchte will wollen soll sollte muss müssen würde würdest lass lassen
    mal bitte doch denn da hier dort so auch noch wieder immer jetzt gerade eben schon nur einfach
    theoretisch hypothetisch grundsätzlich grundsaetzlich ganz sehr total echt wirklich leider eigentlich
    irgendwie irgendwas irgendwo etwas was wer wie wo warum wieso weshalb welche welcher welches welchen welchem wann woher alles alle allen nichts
    auf in an bei von vom zu zum zur mit für über unter aus nach vor seit um am im ins ans durch gegen per via ab bis pro
    und oder aber ob wenn dass weil also na ja nun dann nämlich sondern zwar davon daran dazu damit dabei dafür
    hin her rein raus ab bis pro statt ohne zwischen hinter neben wegen trotz laut
  `,
  fillers: `
   jedem jeder jedes markieren markiere runter
   grad grade gradmal is isn nich net nen ner nem mitm aufm ausm beim nochma ma bissl bisschen ungefähr etwa circa ca genau exakt sonst dazu hierzu dadurch deshalb deswegen darum hierfür drüber drunter drin dran ran
   bloß mittlerweile inzwischen nachher danach davor vorher zwischendurch öfter öfters oft manchmal ständig dauernd komisch krass mega voll absolut offenbar anscheinend scheinbar vermutlich wohl
   haste kannste machste gibste könnteste siehste weißt glaub glaube glaub denk denke mein meint meinst heißt heisst bedeutet hättest hätte wärst wolltest wollte sollten sollst
   wir's geht's gibt's ists obs eure euren eurem euer allgemein insgesamt jeweils jeweilige momentan aktuell derzeit heut nachm morgens abends nachts
   letztes letzter letzten vorletzte wissen wüsste möglich freundlich freundliche grüße beste wär lieb nett
   januar februar märz april juni juli august september oktober november dezember
   ganzen gesamten kompletten scheiss scheiß scheißding verdammte verdammter verfluchte drecks kack blöde blöder doofe
    hallo hi hey moin servus grüezi guten morgen tag abend liebe lieber bot leute team zusammen
    cluster clusters aks k8s kubernetes kube azure api apis server apiserver control plane schnittstelle
    heute gestern minuten minute stunden stunde min std sekunden paar einigen letzten letzte früh nacht vorhin lange länger lang mehr
    schnell kurz dringend sofort asap gleich bald pls plz plss please thx ty lg mfg vg danke vielen dank okay ok sorry idee ahnung zwei drei vier fünf zehn halben
    sag sage sagt sagen zeig zeige mach mache machen tun tut kriege kriegen bekomme bekommen bekommt kommt gibt gibts geben steht stehen
    brauch brauche bräuchte bräucht stattdessen lieber halt eh ding dings dingens teil kiste gell ne nech digga alter jungs mädels kollegen leuts hilfst schicht rum trotzdem weiterhin
  `,
  leads: "auf in an von vom zu zum zur mit für über gegen am im on @ nach",
  placeLeads: "am beim von vom aus ausm im über per via in mit zu durch",
  articles: "der den dem des einem unserem unseren meinem meiner cluster aks",
  behindName: "cluster",
  not: "nicht|nix|nichts|kein|keine|keinen|keiner|keinerlei|nie|niemals|nimmer|niemand|kaum|unmöglich",
  and: "vs und oder bzw sowie and or",
  but: "aber sondern während wohingegen obwohl but nur",
  polite:
    "bitte danke dankeschön pls please thx mal schnell jetzt bald gleich asap nochmal noch einmal sofort dringend vielen dank leute zusammen dir euch kurz",
  from: "aus ausm",
  fromAddress: [
    "ip|adresse|ip-adresse …von <address> auf|zu|nach <address>",
    "von|aus|ab <address>",
    "von|aus ip|adresse|ip-adresse|der|meiner|unserer <address>",
    "von|aus der|meiner|unserer|einer ip|adresse|ip-adresse <address>",
    "bin|sitze|sitzen|sind auf|unter|hinter <address>",
  ],
  myAddress: [
    "habe|hab|hatte|kriege|nutze …<address> als ip|adresse|ip-adresse",
    "meine|meiner|unsere|unserer ip|adresse|ip-adresse …jetzt|nun|heute|mittlerweile …<address>",
    "meine|meiner|unsere|unserer ip|adresse|ip-adresse <address>",
    "meine|meiner|unsere|unserer ip|adresse|ip-adresse …jetzt|nun|ist|zu|auf|in|nunmehr <address>",
    "ip|adresse|ip-adresse …gewechselt|geaendert|neu|getauscht …<address>",
    "neue|neuer|neuen|andere|anderen|frische ip|adresse|ip-adresse …<address>",
  ],
  except: "nicht statt",
  places: [
    [
      "internet",
      ["zuhause", "zu hause", "hause", "hause aus", "zuhause aus", "daheim", "homeoffice", "home office"],
    ],
    [
      "internet",
      [
        "home",
        "internet",
        "hotel",
        "unterwegs",
        "zug",
        "hotspot",
        "handy",
        "handy hotspot",
        "flughafen",
        "bahn",
        "ice",
        "cafe",
        "café",
        "hotel wlan",
        "mobilfunk",
        "ferienwohnung",
        "handy-hotspot",
        "handy-hotspot aus",
        "handyhotspot",
        "handyhotspot aus",
        "tethering",
        "lte",
        "4g",
        "5g",
        "mobil",
        "mobile daten",
      ],
    ],
    [
      "gateway",
      ["buero", "buero aus", "office", "arbeit", "firma", "firma aus", "firmennetz", "buero vpn", "vpn"],
    ],
    ["gateway", ["firmen vpn", "firmen-vpn", "expressroute", "vpn aus"]],
    [
      "azure",
      [
        "azure aus",
        "bastion aus",
        "jumphost aus",
        "azure",
        "bastion",
        "jumphost",
        "jump host",
        "jumpbox",
        "jump box",
        "jumpbox aus",
        "jump-server",
        "jumpserver",
        "azure vm",
        "sprungserver",
      ],
    ],
  ],
  placesAlone: [["internet", ["zuhause", "daheim", "homeoffice", "wfh"]]],
  machines:
    "laptop notebook macbook desktop rechner arbeitsrechner pc computer kiste mac hier lokal local maschine",
  connected: "verbunden an aktiv steht läuft eingeschaltet angemacht angeschaltet aufgebaut drin",
  connectedAtEnd: "on up",
  ofAddress: "ip ips adresse adressen ip-adresse address",
  via: "über per via mit durch",
};

export const command: CommandWords = {
  forbids: "nicht nie niemals kein keine keiner keinesfalls",
  before:
    "führe führ führen ausführen aus run starte lass laufen mach mache gib ausgabe ergebnis befehl kommando sagt sag liefert zeig zeige brauche bräuchte sehen hätte gern gerne holen hol rufe ruf brauch schick schicke jag interessiert interessieren würde probier probiere versuch versuche recht rechte",
  behind:
    "forbidden denied aus ausführen auszuführen laufen lassen bitte danke mal jetzt nochmal für mich uns hier dort da durchführen machen absetzen pls please thx schnell sagen sehen noch einmal an asap dir dann interessieren los aufrufen absenden abfragen holen auf schicken durch gehen gehn klappen funktionieren",
  leads: "auf bei vom von gegen für am an zum on at @ from",
  never:
    "warum wieso weshalb wenn weil ist sind war waren wann hängt geht läuft seit ob hat hatte klappt hängen bleibt bleiben dauert nichts nix nie ewig fehler timeout",
};

// A test from the asker's own place: what to run, what it has shown, and what to do then.

import type { AskedServer } from "../../../core/client/client-test-result.ts";
import { german } from "../catalogue.ts";
import type { clientTestTexts as en } from "../en/client-test.ts";
import { type TestWords, testSpeech } from "../speech/test.ts";
import { sentences } from "./words.ts";

const ownAddress = german.speech.ownAddress();

/** Who answers; null where nothing says so, or where it is the machine itself. */
const serverOf = ({ server, kind }: AskedServer): string | null => {
  if (server === null || kind === "local") return null;
  return kind === "azure" ? "Azures eigenes DNS" : `der DNS-Server ${server}`;
};

/** At the beginning of a sentence. */
const answers = (asked: AskedServer, how: string): string =>
  `Bei dir antwortet ${serverOf(asked) ?? "DNS"} auf den Namen ${how}`;

const at = (address: string | null): string => (address === null ? "zum API-Server" : `zu ${address}:443`);

/** Who has to mend it, where a name is not known or known wrongly. */
function forwardBy({ server, kind }: AskedServer, name: string): string {
  switch (kind) {
    case "private":
      return `Steht ${server} bei euch im Büro oder zu Hause, muss er diese Zone an Azure weiterleiten, an den eingehenden Endpunkt eines privaten Resolvers oder einen Server in einem verknüpften Netzwerk; oder nutze die DNS-Server, die dein VPN mitgibt.`;
    case "azure":
      return `Das Netzwerk, in dem du sitzt, ist nicht mit der Zone verknüpft: Schreib "diagnose ${name} from NETWORK" mit seinem Namen.`;
    case "public":
      return "Ein öffentlicher DNS-Server kennt keinen privaten Namen: Nutze die DNS-Server deines VPN oder Büros.";
    case "local":
    case "unsaid":
      return "Führ nslookup mit dem Namen aus und füg alles ein: Darin steht, welcher Server gefragt wurde.";
  }
}

const answered = (status: number): string =>
  status === 200 ? "antwortet dir" : `antwortet dir mit HTTP ${status}`;

function nextOfAnswer(status: number): string {
  if (status === 403)
    return "Es fehlt nur noch deine Berechtigung in Kubernetes: Nenne mit -n einen Namespace, oder bitte um eine umfassendere Rolle.";
  return status === 401
    ? "Scheitert kubectl trotzdem, sieh dir deine Anmeldung an: az login beim Mandanten des Clusters, die kubeconfig, kubelogin."
    : "";
}

const tail = (tenant: string): string => `…${tenant.slice(-4)}`;

export const shown: TestWords["shown"] = {
  answers: ({ status }) =>
    `Der API-Server ${answered(status)}, also ist das Netzwerk von dir aus in Ordnung.`,
  nameRight: ({ address, asked }) => `${answers(asked, `mit ${address}`)}, und das ist der API-Server.`,
  nameAnswered: ({ address, asked }) =>
    `${answers(asked, `mit ${address}`)}; ob das der API-Server ist, zeigt Azure nicht.`,
  nameOther: ({ address, wanted, asked }) =>
    `${answers(asked, `mit ${address}`)}, aber der API-Server steht unter ${wanted}.`,
  namePublic: ({ address, asked }, cluster) =>
    `${answers(asked, `mit der öffentlichen Adresse ${address}`)}, aber ${cluster} ist privat.`,
  noName: ({ name, asked }) => `Bei dir kennt ${serverOf(asked) ?? "DNS"} den Namen ${name} nicht.`,
  answerDropped: ({ asked }) =>
    `${answers(asked, "ohne Adresse")}: Heimrouter und manche Resolver verwerfen private.`,
  serverFails: ({ name, asked }) =>
    `Bei dir antwortet ${serverOf(asked) ?? "der DNS-Server"}, dass er ${name} nicht auflösen kann.`,
  noServer: ({ asked }) =>
    asked.server === null
      ? "Bei dir antwortet kein DNS-Server."
      : `Der DNS-Server ${asked.server} antwortet dir nicht.`,
  opens: ({ address }) =>
    `Eine Verbindung ${at(address)} kommt von dir aus zustande; TLS und Anmeldung belegt das nicht.`,
  timedOut: ({ address }) => `Deine Verbindung ${at(address)} bekommt keine Antwort.`,
  refused: ({ address }) =>
    `Deine Verbindung ${at(address)} wird abgelehnt, und das tut ein API-Server nicht.`,
  reset: ({ address }) => `Deine Verbindung ${at(address)} wird unterwegs von etwas abgebrochen.`,
  insideOnly: ({ address }) =>
    `Die gescheiterte Verbindung geht zu ${address}, der Adresse des API-Servers im Cluster: Das ist der Weg eines Pods und nicht deiner.`,
  inspected: ({ issuer }) =>
    `Das Zertifikat, das du siehst, hat ${issuer} ausgestellt, nicht der Cluster: Unterwegs bricht etwas TLS auf.`,
  expired: ({ on }) => `Das Zertifikat des API-Servers ist am ${on} abgelaufen.`,
  tlsSilent: () => "Die Verbindung kommt zustande, aber der TLS-Handshake bekommt keine Antwort.",
  proxied: ({ proxy, status }) =>
    `Zwischen dir und dem API-Server steht ein Proxy${proxy === null ? "" : ` (${proxy})`} und ${status === null ? "lässt dich nicht durch" : `antwortet mit HTTP ${status}`}.`,
  otherCluster: ({ asked, name }, cluster) =>
    `Was du ausgeführt hast, fragt ${asked}, der API-Server von ${cluster} heißt aber ${name}.`,
  otherTenant: ({ own, trusted }, cluster) =>
    `Deine Azure CLI ist beim Mandanten ${tail(own)} angemeldet, ${cluster} lässt aber nur Leute aus ${tail(trusted)} herein.`,
};

export const next: TestWords["next"] = {
  answers: ({ status }) => nextOfAnswer(status),
  nameRight: () => "",
  nameAnswered: () => "",
  nameOther: ({ asked }) =>
    asked.kind === "private"
      ? `Berichtige, was ${asked.server} antwortet, oder leere seinen Cache und deinen; sieh auch in deine hosts-Datei.`
      : "Leere den DNS-Cache bei dir, und sieh in deine hosts-Datei; frag dann noch einmal.",
  namePublic: ({ asked }, cluster) => forwardBy(asked, cluster),
  noName: ({ asked, isPrivate }, cluster) =>
    isPrivate
      ? forwardBy(asked, cluster)
      : "Es ist ein öffentlicher Name: Frag einen anderen DNS-Server, etwa nslookup mit 1.1.1.1 hinter dem Namen. Kennt der ihn, verwirft ihn der Server oder Router auf deiner Seite.",
  answerDropped: () =>
    "Nutze die DNS-Server deines VPN oder Büros, oder lass den Router für diesen Namen private Antworten durch.",
  serverFails: ({ asked }) =>
    `Der Betreiber ${asked.server === null || asked.kind === "local" ? "dieses Servers" : `von ${asked.server}`} sieht, ob die Server antworten, an die der Name weitergeht, und ob Fragen von dir angenommen werden.`,
  noServer: () => "Sieh dir dein VPN an, und Port 53 auf dem Weg dorthin.",
  opens: () => "Führ als Nächstes die curl-Zeile des Tests aus.",
  timedOut: ({ isPrivate }, cluster, placed) =>
    isPrivate
      ? `Sieh dir dein VPN an, und was auf deiner Seite filtert${placed ? "." : `; schreib "diagnose ${cluster} from ADDRESS" mit der Adresse oder dem Netzwerk, aus dem du kommst.`}`
      : `Schreib "diagnose ${cluster} from ADDRESS" mit ${ownAddress}: Sind IP-Bereiche gesetzt, muss sie darunter sein.`,
  refused: () => "Bei dir hat eine andere Maschine, ein Proxy oder eine Portweiterleitung diese Adresse.",
  reset: () => "Frag den Betreiber der Firewall oder des Proxys auf deiner Seite.",
  insideOnly: () =>
    "Sieh dir den Node an, auf dem dieser Pod läuft, und die Netzwerkrichtlinien im Namespace des Pods.",
  inspected: () => "Lass den Betreiber den Namen des API-Servers von der TLS-Prüfung ausnehmen.",
  expired: () =>
    "Sein Besitzer muss die Zertifikate des Clusters rotieren, was jeden Node neu startet; hol dann die kubeconfig noch einmal.",
  tlsSilent: () =>
    "Das tut eine Firewall, die in TLS hineinsieht, oder Azure bei einer Störung: Frag jemanden in einem anderen Netzwerk, und sieh auf Azures Statusseite nach.",
  proxied: () => "Setze NO_PROXY für Namen und Adresse des API-Servers, oder lösch HTTPS_PROXY.",
  otherCluster: () =>
    "Deine kubeconfig ist von einem anderen Cluster, oder von einem früheren dieses Namens: Führ az aks get-credentials --overwrite-existing aus.",
  otherTenant: ({ trusted }) => `Führ az login --tenant ${trusted} aus.`,
};

export const sayTested = testSpeech({
  shown,
  next,
  outside: (outside, cluster) =>
    `Azure zeigt kein Netzwerk mit ${outside}, das zu ${cluster} führt; du hast also einen Weg, den es nicht zeigt.`,
  leads: {
    same: "Dein Test zeigt dasselbe:",
    beside: "Dein Test zeigt etwas anderes:",
    against: "Und doch, nach deinem Test:",
  },
  joined: sentences,
});

export const clientTestTexts: typeof en = {
  clientTest: {
    /** `place`: the address or network that was told; empty where none was. */
    head: (place) => (place === "" ? "Test von dir aus" : `Test (Standort: ${place})`),
    button: "Testzeilen",
    paste:
      "Führ diese dort aus, und füg hier ein, was sie ausgeben: Ich lese es, und das Urteil richtet sich danach.",
    pasteCli:
      "Führ diese dort aus, und gib --symptom - (Standardeingabe), was sie ausgeben: Das Urteil richtet sich danach.",
    windows: (target) => `Windows: curl.exe statt curl, und Test-NetConnection ${target} -Port 443 statt nc.`,
  },
};

// A test from the asker's own place: what to run, what it has shown, and what to do then.
import type { AskedServer } from "../../../core/client/client-test-result.ts";
import { english } from "../catalogue.ts";
import { type TestWords, testSpeech } from "../speech/test.ts";
import { sentences } from "./words.ts";

const ownAddress = english.speech.ownAddress();

/** Who answers; null where nothing says so, or where it is the machine itself. */
const serverOf = ({ server, kind }: AskedServer): string | null => {
  if (server === null || kind === "local") return null;
  return kind === "azure" ? "Azure's own DNS" : `the DNS server ${server}`;
};

/** At the beginning of a sentence. */
function answersWith(asked: AskedServer, what: string): string {
  const server = serverOf(asked);
  return server === null
    ? `Where you are, the name is answered with ${what}`
    : `Where you are, ${server} answers the name with ${what}`;
}

const at = (address: string | null): string => (address === null ? "the API server" : `${address}:443`);

/** Who has to mend it, where a name is not known or known wrongly. */
function forwardBy({ server, kind }: AskedServer, name: string): string {
  switch (kind) {
    case "private":
      return `If ${server} stands in your office or at home, it has to forward this zone to Azure, to a private resolver's inbound endpoint or a server in a linked network; or use the DNS servers that your VPN hands out.`;
    case "azure":
      return `The network that you sit in is not linked to the zone: write "diagnose ${name} from NETWORK" with its name.`;
    case "public":
      return "A public DNS server knows no private name: use the DNS servers of your VPN or office.";
    case "local":
    case "unsaid":
      return "Run nslookup with the name and paste all of it: it says which server was asked.";
  }
}

const answered = (status: number): string =>
  status === 200 ? "answers you" : `answers you with HTTP ${status}`;

function nextOfAnswer(status: number): string {
  if (status === 403)
    return "What is left is your right in Kubernetes: name a namespace with -n, or ask for a wider role.";
  return status === 401
    ? "If kubectl fails all the same, look at your sign-in: az login to the cluster's tenant, the kubeconfig, kubelogin."
    : "";
}

const tail = (tenant: string): string => `…${tenant.slice(-4)}`;

export const shown: TestWords["shown"] = {
  answers: ({ status }) => `The API server ${answered(status)}, so the network is fine from where you are.`,
  nameRight: ({ address, asked }) => `${answersWith(asked, address)}, and that is the API server.`,
  nameAnswered: ({ address, asked }) =>
    `${answersWith(asked, address)}; whether that is the API server, Azure does not show.`,
  nameOther: ({ address, wanted, asked }) =>
    `${answersWith(asked, address)}, and the API server stands at ${wanted}.`,
  namePublic: ({ address, asked }, cluster) =>
    `${answersWith(asked, `the public address ${address}`)}, and ${cluster} is private.`,
  noName: ({ name, asked }) => `Where you are, ${serverOf(asked) ?? "DNS"} does not know the name ${name}.`,
  answerDropped: ({ asked }) =>
    `${answersWith(asked, "no address")}: home routers and some resolvers drop private ones.`,
  serverFails: ({ name, asked }) =>
    `Where you are, ${serverOf(asked) ?? "the DNS server"} answers that it cannot look up ${name}.`,
  noServer: ({ asked }) =>
    asked.server === null
      ? "No DNS server answers you where you are."
      : `The DNS server ${asked.server} does not answer you.`,
  opens: ({ address }) =>
    `A connection to ${at(address)} opens from where you are; TLS and sign-in are not proved by that.`,
  timedOut: ({ address }) => `Your connection to ${at(address)} gets no answer.`,
  refused: ({ address }) => `Your connection to ${at(address)} is refused, which an API server does not do.`,
  reset: ({ address }) => `Your connection to ${at(address)} is cut by something on the way.`,
  insideOnly: ({ address }) =>
    `The connection that failed goes to ${address}, the API server's address inside the cluster: it is a pod's way, not yours.`,
  inspected: ({ issuer }) =>
    `The certificate that you are shown is issued by ${issuer}, not by the cluster: something opens TLS on the way.`,
  expired: ({ on }) => `The API server's certificate expired on ${on}.`,
  tlsSilent: () => "The connection opens, and the TLS handshake is not answered.",
  proxied: ({ proxy, status }) =>
    `A proxy${proxy === null ? "" : `, ${proxy},`} stands between you and the API server, and ${status === null ? "does not let you through" : `answers with HTTP ${status}`}.`,
  otherCluster: ({ asked, name }, cluster) =>
    `What you ran asks ${asked}, and the API server of ${cluster} is called ${name}.`,
  otherTenant: ({ own, trusted }, cluster) =>
    `Your Azure CLI is signed in to the tenant ${tail(own)}, and ${cluster} takes people of ${tail(trusted)}.`,
};

export const next: TestWords["next"] = {
  answers: ({ status }) => nextOfAnswer(status),
  nameRight: () => "",
  nameAnswered: () => "",
  nameOther: ({ asked }) =>
    asked.kind === "private"
      ? `Correct what ${asked.server} answers, or clear its cache and your own; look into your hosts file, too.`
      : "Clear the DNS cache where you are, and look into your hosts file; then ask again.",
  namePublic: ({ asked }, cluster) => forwardBy(asked, cluster),
  noName: ({ asked, isPrivate }, cluster) =>
    isPrivate
      ? forwardBy(asked, cluster)
      : "It is a public name: ask another DNS server, as in nslookup with 1.1.1.1 behind the name. Where that knows it, the server or router on your side drops it.",
  answerDropped: () =>
    "Use the DNS servers of your VPN or office, or have the router let private answers through for this name.",
  serverFails: ({ asked }) =>
    `Whoever runs ${asked.server === null || asked.kind === "local" ? "it" : asked.server} sees whether the servers that it passes the name on to answer it, and whether it takes questions from where you are.`,
  noServer: () => "Look at your VPN, and at port 53 on the way to it.",
  opens: () => "Run the curl line of the test next.",
  timedOut: ({ isPrivate }, cluster, placed) =>
    isPrivate
      ? `Look at your VPN and at what filters on your side${placed ? "." : `; write "diagnose ${cluster} from ADDRESS" with the address or network that you come from.`}`
      : `Write "diagnose ${cluster} from ADDRESS" with ${ownAddress}: where ranges are set, it has to be among them.`,
  refused: () => "Another machine, a proxy or a port forward holds that address where you are.",
  reset: () => "Ask whoever runs the firewall or proxy on your side.",
  insideOnly: () =>
    "Look at the node on which that pod runs, and at the network policies of the pod's namespace.",
  inspected: () => "Have whoever runs it exempt the API server's name from TLS inspection.",
  expired: () =>
    "Its owner has to rotate the cluster's certificates, which restarts every node; then fetch the kubeconfig again.",
  tlsSilent: () =>
    "A firewall that looks into TLS does that, and so does Azure in trouble: ask a colleague on another network, and see Azure's status page.",
  proxied: () => "Set NO_PROXY for the API server's name and address, or unset HTTPS_PROXY.",
  otherCluster: () =>
    "Your kubeconfig is of another cluster, or of an earlier one of that name: run az aks get-credentials --overwrite-existing.",
  otherTenant: ({ trusted }) => `Run az login --tenant ${trusted}.`,
};

export const sayTested = testSpeech({
  shown,
  next,
  outside: (outside, cluster) =>
    `Azure shows no network with ${outside} that leads to ${cluster}, so you have a way that it does not show.`,
  leads: {
    same: "Your test shows the same:",
    beside: "Your test shows another thing:",
    against: "And yet, by your test:",
  },
  joined: sentences,
});

export const clientTestTexts = {
  clientTest: {
    /** `place`: the address or network that was told; empty where none was. */
    head: (place: string) => (place === "" ? "Test from where you are" : `Test from ${place}`),
    button: "Test lines",
    paste: "Run these there, and paste what they print here: it is read, and the verdict follows it.",
    pasteCli:
      "Run these there, and hand what they print to --symptom - (standard input): the verdict follows it.",
    windows: (target: string) =>
      `Windows: curl.exe in place of curl, and Test-NetConnection ${target} -Port 443 in place of nc.`,
  },
};

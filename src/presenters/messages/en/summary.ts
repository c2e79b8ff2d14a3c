// The one sentence that stands first: the cause, or what is known instead.
import type { Unjudged } from "../../../core/diagnosis/summary-data.ts";
import { english } from "../catalogue.ts";
import { type SummaryWords, summarySpeech } from "../speech/summary.ts";
import { sayTested } from "./client-test.ts";
import { sayFound } from "./findings.ts";
import { sayReason } from "./ways-in.ts";
import { sentences, upperFirst } from "./words.ts";

const { hints } = english.texts;
const ownAddress = english.speech.ownAddress();
const { sayStep } = english.speech;

/** Azure, and whatever else is called by a name, is called so in the middle of a sentence, too. */
const lowerFirst = (text: string): string =>
  /^(?!Azure\b)[A-Z][a-z']* /.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

const withoutStop = (text: string): string => text.replace(/\.$/, "");

/** Inside the sentence about a cluster. */
const clauses = (parts: readonly string[]): string =>
  parts.map((text) => `; ${lowerFirst(withoutStop(text))}`).join("");

export const unjudged: Readonly<Record<Unjudged, string>> = {
  firewallRules: "the rules of the firewall that its nodes leave by are not judged",
  ownServers: "what the networks' own DNS servers forward is not judged",
};

export const places: SummaryWords["places"] = {
  unasked: (_place, name) =>
    `Whether your own address is authorized is not known: write "diagnose ${name} from ADDRESS" with ${ownAddress}.`,
  outside: ({ ip, mayBeLearned, entries, canRun }, name) => {
    const doubt = mayBeLearned ? " (whether it does over VPN or ExpressRoute is not judged)" : "";
    const connect = `connect to ${entries.join(" or ")} first (VPN, Bastion, ExpressRoute)`;
    const where =
      ip === "" ? "nothing leads to it from the Internet" : `${ip} is in none of the networks that reach it`;
    return `${name} is private, and ${where}${doubt}: ${canRun ? `use the run command, or ${connect}` : connect}.`;
  },
};

const checks = (open: number): string => (open === 1 ? "one check" : `${open} checks`);

type Right = Readonly<{ action: string; role: string; on: string }>;
const takes = ({ action, role, on }: Right): string => `it takes ${action} on ${on} (role ${role})`;

/** Two are named, further ones counted. */
function without(roles: readonly Readonly<{ role: string; on: string }>[]): string {
  const named = roles.slice(0, 2).map(({ role, on }) => `${role} on ${on}`);
  const further = roles.length - 2;
  if (named.length === 0) return "";
  return ` without ${named.join(further > 0 ? ", " : " and ")}${further > 0 ? ` and ${further} more` : ""}`;
}

export const said: SummaryWords["said"] = {
  throttled: ({ open, seconds }, name) =>
    `Azure is throttling your requests, so ${checks(open)} of ${name} could not be assessed in time: ask again in ${seconds} s.`,
  lockedOut: ({ lack, open, roles }, name) =>
    `You have no way into ${name} right now: ${lowerFirst(withoutStop(lack))}; ${checks(open)} could not be assessed${without(roles)}.`,
  place: ({ place, fine }) => (fine ? `Azure's side is fine; ${lowerFirst(place)}` : place),
  notProved: ({ doubt, needs }, name) =>
    `Nothing broken was found on the way to ${name}, but not all that it needs is proved: ${doubt}${needs === null ? "" : ` ${upperFirst(takes(needs))}.`}`,
  openChecks: ({ open, needs, first }, name) => {
    const lead = `Nothing broken was found on the way to ${name}, but ${checks(open)} could not be assessed`;
    if (needs !== null) return `${lead}: ${takes(needs)}.`;
    return first === null ? `${lead}.` : `${lead}: ${lowerFirst(first)}`;
  },
  lackOnly: ({ lack }, name) =>
    `Nothing is wrong with reaching ${name}, but you have no way in: ${lowerFirst(lack)}`,
  hint: ({ hint, beyond }, name) =>
    beyond.length === 0
      ? `Azure's side of ${name} is fine; ${hint}.`
      : `Nothing broken was found on the way to ${name}${clauses(beyond)}; ${hint}.`,
  sound: ({ apart, unjudged: open, beyond }, name) => {
    const rest = `${clauses([...open, ...beyond])}.`;
    return apart
      ? `${name} has no fault, and only the run command leads in: nothing joins its network with one that people are in${rest}`
      : `Nothing on Azure's side keeps anyone from reaching ${name}${rest}`;
  },
  noPath: ({ reason }, name) => `No way into ${name} works from end to end: ${lowerFirst(reason)}`,
  fault: (_summary, name) => `${name} has a fault.`,
  warning: ({ told, place }, name) =>
    place === null ? `${name} can be reached, but: ${lowerFirst(told)}` : sentences([told, place]),
};

export const summaryTexts = summarySpeech(
  {
    said,
    places,
    hints,
    unjudged,
    noSubnet: "no subnet was found in which its nodes stand.",
    limits: {
      runs: (component) => `whoever runs ${component}`,
      runsFarSide: "whoever runs the router on the other side",
      managerRules: "Whether a network manager's rules stop anything here was not read.",
      whoHas: (action, scope, role) => `whoever has ${action} on ${scope} (role ${role})`,
    },
  },
  { sayFound, sayStep, sayReason, sayTested },
);

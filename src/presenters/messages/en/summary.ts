// The one sentence that stands first: the cause, or what is known instead.
import { smallestRole } from "../../../core/access/roles.ts";
import type { Diagnosis } from "../../../core/diagnosis/diagnosis.ts";
import type { Limit } from "../../../core/diagnosis/limits.ts";
import type { Beyond, Doubt, Grant, Place, Summary, Unjudged } from "../../../core/diagnosis/summary-data.ts";
import type { Permission } from "../../../core/snapshot/permission.ts";
import { nameOf } from "../../../core/snapshot/resource-id.ts";
import { type Says, say } from "../says.ts";
import { clientTestTexts } from "./client-test.ts";
import { sayFound } from "./findings.ts";
import { hints } from "./hints.ts";
import { sayStep } from "./steps.ts";
import { sayReason } from "./ways-in.ts";

const { sayTested } = clientTestTexts;

/** Azure, and whatever else is called by a name, is called so in the middle of a sentence, too. */
const lowerFirst = (text: string): string =>
  /^(?!Azure\b)[A-Z][a-z']* /.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

const withoutStop = (text: string): string => text.replace(/\.$/, "");

const sayDoubt = (doubt: Doubt): string =>
  doubt === null ? "no subnet was found in which its nodes stand." : sayStep(doubt);

function sayLimit(limit: Limit) {
  if (limit.is === "step") {
    const { step, who, tell } = limit;
    const runs = who.runs === "component" ? who.name : "the router on the other side";
    return { what: sayStep(step), who: `whoever runs ${runs}`, tell };
  }
  const { missing, tell } = limit;
  return {
    what: "Whether a network manager's rules stop anything here was not read.",
    who: `whoever has ${missing.action} on ${missing.scope} (role ${smallestRole(missing.action)})`,
    tell,
  };
}

/** Inside the sentence about a cluster. */
const clause = (text: string): string => `; ${lowerFirst(withoutStop(text))}`;

function sayOne(each: Beyond): string {
  if (each.is === "doubt") return sayDoubt(each.doubt);
  return each.is === "limit" ? sayLimit(each.limit).what : sayReason(each.reason);
}

const sayBeyond = (limits: readonly Beyond[]): string => limits.map(sayOne).map(clause).join("");

const unjudgedWords: Readonly<Record<Unjudged, string>> = {
  firewallRules: "the rules of the firewall that its nodes leave by are not judged",
  ownServers: "what the networks' own DNS servers forward is not judged",
};

function sayPlace(place: Place, name: string): string {
  if (place.is === "unasked")
    return `Whether your own address is authorized is not known: write "diagnose ${name} from 20.50.0.9" with your public address.`;
  const { ip, mayBeLearned, entries, canRun } = place;
  const doubt = mayBeLearned ? " (whether it does over VPN or ExpressRoute is not judged)" : "";
  const connect = `connect to ${entries.join(" or ")} first (VPN, Bastion, ExpressRoute)`;
  const where =
    ip === "" ? "nothing leads to it from the Internet" : `${ip} is in none of the networks that reach it`;
  return `${name} is private, and ${where}${doubt}: ${canRun ? `use the run command, or ${connect}` : connect}.`;
}

const countOf = (open: number): string => (open === 1 ? "one check" : `${open} checks`);

const needs = ({ action, scope }: Permission): string =>
  `takes ${action} on ${nameOf(scope)} (role ${smallestRole(action)})`;

/** Two are named, further ones counted. */
function withoutRoles(grants: readonly Grant[]): string {
  const roles = grants.map(({ role, scope }) => `${role} on ${nameOf(scope)}`);
  if (roles.length === 0) return "";
  const further = roles.length - 2;
  const named = roles.slice(0, 2).join(further > 0 ? ", " : " and ");
  return ` without ${named}${further > 0 ? ` and ${further} more` : ""}`;
}

type Of<Is> = Extract<Summary, Readonly<{ is: Is }>>;

function openChecks({ open, missing, first }: Of<"openChecks">, name: string): string {
  const said = `Nothing broken was found on ${name}, but ${countOf(open)} could not be assessed`;
  if (missing !== null) return `${said}: it ${needs(missing)}.`;
  return first === null ? `${said}.` : `${said}: ${lowerFirst(sayFound(first))}`;
}

/** `of`: the diagnosis that it stands in. */
const words = (of: Diagnosis): Says<Exclude<Summary, string>> => {
  const { name } = of.cluster;
  return {
    cause: () => (of.rootCause === null ? "" : sayFound(of.rootCause)),
    throttled: ({ open, seconds }) =>
      `Azure is throttling your requests, so ${countOf(open)} of ${name} could not be assessed in time: ask again in ${seconds} s.`,
    told: ({ told }) => sayFound(told),
    lockedOut: ({ lack, open, grants }) =>
      `You have no way into ${name} right now: ${lowerFirst(withoutStop(sayFound(lack)))}; ${countOf(open)} could not be assessed${withoutRoles(grants)}.`,
    place: ({ place, fine }) => {
      const said = sayPlace(place, name);
      return fine ? `Azure's side is fine; ${lowerFirst(said)}` : said;
    },
    notProved: ({ doubt, missing }) =>
      `Nothing broken was found on ${name}, but not all that it needs is proved: ${sayDoubt(doubt)}${missing === null ? "" : ` It ${needs(missing)}.`}`,
    openChecks: (summary) => openChecks(summary, name),
    lackOnly: ({ lack }) =>
      `Nothing is wrong with reaching ${name}, but you have no way in: ${lowerFirst(sayFound(lack))}`,
    hint: ({ hint, limits }) =>
      limits.length === 0
        ? `Azure's side of ${name} is fine; ${hints[hint]}.`
        : `Nothing broken was found on ${name}${sayBeyond(limits)}; ${hints[hint]}.`,
    sound: ({ apart, unjudged, limits }) => {
      const rest = `${unjudged.map((each) => `; ${unjudgedWords[each]}`).join("")}${sayBeyond(limits)}.`;
      return apart
        ? `${name} has no fault, and only the run command leads in: nothing joins its network with one that people are in${rest}`
        : `Nothing on Azure's side keeps anyone from reaching ${name}${rest}`;
    },
    tested: (summary) => sayTested(summary, name, say(words(of), summary.rest)),
    noWay: ({ reason }) => `No way into ${name} works from end to end: ${lowerFirst(sayReason(reason))}`,
    fault: () => `${name} has a fault.`,
    warning: ({ told, place }) =>
      place === null
        ? `${name} can be reached, but: ${lowerFirst(sayFound(told))}`
        : `${sayFound(told)} ${sayPlace(place, name)}`,
  };
};

const saySummary = (diagnosis: Diagnosis): string => say(words(diagnosis), diagnosis.summary);

export const summaryTexts = { saySummary, sayLimit };

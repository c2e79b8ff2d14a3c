// A diagnosis: cause, findings, fix, what stayed open.
import type { Trace } from "../../../core/network/model/step.ts";
import type { RequirementId } from "../../../core/requirement/requirement.ts";
import type { LocationKind } from "../../../core/snapshot/snapshot.ts";
import { english } from "../catalogue.ts";
import { and, counted, dotted, few, list, message } from "./words.ts";

const ownAddressShown = english.speech.ownAddressShown();

type Counts = Readonly<Record<"fail" | "warn" | "open" | "pass" | "off", number>>;

const failed = counted("{it, plural, =0 {} other {# failed}}");
const failedChecks = counted("{it, plural, =0 {} one {# check failed} other {# checks failed}}");
const warnings = counted("{it, plural, =0 {} one {# warning} other {# warnings}}");
const notAssessed = counted("{it, plural, =0 {} other {# not assessed}}");
const fine = counted("{it, plural, =0 {} other {# fine}}");
const notSetUp = counted("{it, plural, =0 {} other {# not set up}}");
const openBecause = message<{ count: number; names: string; why: string }>(
  "? {count, plural, one {{names}: {why}} other {{why} That leaves open: {names}.}}",
);

export const diagnosisTexts = {
  diagnosis: {
    title: (verdict: string, cluster: string) => `${verdict}: ${cluster}`,
    doesNotReach: (ip: string, cluster: string) =>
      `✖ ${ip === "" ? "The Internet" : ip} does not reach ${cluster}`,
    cutOff: (cluster: string) => `✖ ${cluster} cannot be reached from where you are`,
    mayNotReach: (ip: string, cluster: string) =>
      `? ${ip === "" ? "The Internet" : ip} may not reach ${cluster}`,
    badge: (fail: number, warn: number) => dotted([failedChecks(fail), warnings(warn)]),
    confidence: { certain: "Certain", likely: "Likely" },
    cause: (confidence: string, check: string, resource: string, why: string) =>
      dotted([confidence, check, resource, why]),
    changed: (time: string, what: string) => `Changed ${time}: ${what}.`,
    unchanged:
      "Nobody changed the cluster or its networks in the last 24 hours, as far as the newest entries of the activity log show.",
    noCause: "No single cause could be named. The findings below are independent.",
    problems: "What fails",
    alsoProblems: "Also found",
    /** What a requirement says, met or not. */
    needs: {
      "nodes.api": "Nodes reach the API server",
      "api.nodes": "The API server reaches nodes",
      "nodes.nodes": "Nodes reach each other",
      "pods.dns": "Pods reach the cluster's DNS",
      "nodes.dns": "Nodes reach a DNS server of their network",
      "nodes.egress": "Nodes reach what AKS needs outside",
      "people.api": "People reach the API server from near it",
      "container.api": "A container with SSH reaches the API server",
      "shell.api": "Cloud Shell in a network reaches the API server",
      "desktop.api": "A session host reaches the API server",
      "gateway.api": "People reach the API server over a gateway",
      "gateway.name": "The gateway's network knows the API server's name",
      "bastion.jump": "Bastion reaches a jump host",
      "jump.entry": "Somebody is let in to a jump host",
      "bastion.api": "Bastion reaches the API server",
      "nodes.services": "Nodes reach each other where webhooks answer",
    } satisfies Readonly<Record<RequirementId, string>>,
    result: "Result",
    finding: "Finding",
    moreProblems: counted("{it, plural, one {# more finding} other {# more findings}} under All checks."),
    consequences: counted(
      "{it, plural, one {# other finding follows} other {# other findings follow}} from the cause and should clear with it.",
    ),
    fix: "Fix",
    /** In place of a fix, where no command is one. */
    remedy: "What to do",
    risk: (risk: string, disruptive: boolean) => `${disruptive ? "▲ Disruptive. " : ""}${risk}`,
    /** Without a role of Azure's the lines are kubectl's. */
    who: (role: string) => `Who may: ${role === "" ? "whoever Kubernetes lets do it" : role}.`,
    likely: "? Likely, and not certain: something on this way could not be read.",
    ways: "Ways in right now",
    none: "✖ None",
    noWays: "No way is open right now.",
    waysUnknown: "? Unknown",
    waysUnread: "The cluster could not be read, so no way into it could be judged.",
    noWaysStopped: (cluster: string) => `No way leads in while ${cluster} is stopped.`,
    waysHealthy: "Ways in",
    /** Of the run command, where it is the best way: whoever reads this card is in the chat that it works in. */
    wayHere: (isSure: boolean): string =>
      isSure
        ? "kubectl works here in the chat: write `kubectl …`, or press."
        : "kubectl may work here in the chat: press, and see.",
    wayText: (title: string, reason: string) => `${title}: ${reason}`,
    perhapsWays: (titles: readonly string[]) => `? Perhaps also: ${few(titles)}.`,
    blockedWays: (titles: readonly string[]) => `✖ Blocked: ${few(titles)}.`,
    offWays: (titles: readonly string[]) => `– Switched off for this cluster: ${few(titles)}.`,
    healthyText: (cluster: string, place: string) =>
      place === ""
        ? `If you still cannot connect, tell me from where: diagnose ${cluster} from ADDRESS. ${ownAddressShown}`
        : "If you still cannot connect, look at your own side: DNS cache, proxy, VPN profile, kubeconfig, firewall.",
    unknown: "Could not be assessed",
    unknownText: (role: string, scope: string, checks: readonly string[]) =>
      `? ${role} on ${scope} would settle: ${few(checks)}.`,
    unknownOther: (titles: readonly string[], summary: string) =>
      openBecause({ count: titles.length, names: few(titles), why: summary }),
    unknownMore: (count: number) => `And ${count} more under All checks.`,
    roles: and,
    details: (total: number) => `All ${total} checks`,
    groups: {
      cluster: "Cluster and API server",
      inside: "Inside the cluster",
      name: "Name (DNS)",
      network: "Route and peering",
      rules: "Firewall rules",
      nodes: "Nodes and way out",
      entry: "Bastion, jump host, VPN",
      run: "Run command",
      rights: "Your rights",
      other: "Other",
    },
    groupMark: ({ fail, warn, open, pass }: Counts) =>
      fail > 0 ? "✖" : warn > 0 ? "▲" : open > 0 ? "?" : pass > 0 ? "✔" : "–",
    groupCounts: ({ fail, warn, open, pass, off }: Counts) =>
      list([failed(fail), warnings(warn), notAssessed(open), fine(pass), notSetUp(off)]),
    names: list,
    more: "Ids and evidence",
    fixLine: "fix",
    lessEvidence: {
      all: "",
      problems: "The evidence of checks that pass does not fit here.",
      counts: "Only what is not in order fits here; the command line prints every check.",
      trouble: "The evidence of checks that pass does not fit here.",
      none: "Neither the evidence nor the single rights fit here; the command line prints them.",
    },
    from: (place: string) => `seen from ${place}`,
    askIfStill: "If you still cannot connect: where are you? I remember it for twelve hours.",
    askPlace: "Where are you? What leads in depends on it; I remember it for twelve hours.",
    places: {
      internet: "the Internet",
      gateway: "the office or VPN",
      azure: "a machine in Azure",
    } satisfies Readonly<Record<LocationKind, string>>,
    placeButtons: {
      internet: "Home, Internet",
      gateway: "Office or VPN",
      azure: "Azure machine",
    } satisfies Readonly<Record<LocationKind, string>>,
    saidEarlier: (place: string, time: string) => `${place} (you said so ${time})`,
    fromPlace: (place: string, end: Trace["end"]) =>
      end === "delivered"
        ? `✔ From ${place} the API server is reached.`
        : end === "stopped"
          ? `✖ From ${place} the API server is not reached.`
          : `? Whether the API server is reached from ${place} is not proved.`,
    wasCause: "Was this the cause?",
    wasRight: "Was this right?",
  },
};

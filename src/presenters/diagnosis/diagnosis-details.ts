// Every check of a diagnosis, folded away on the card: a row for each group, of which one is open at a time. Names
// come first; ids, evidence and lines of fixes stand folded behind them.

import { isDisabledOnPurpose } from "../../core/diagnosis/problem.ts";
import { lookUp } from "../../core/text/look-up.ts";
import { type Plain, plain, visible } from "../card/text.ts";
import type { Messages } from "../messages/messages.ts";
import { byWeight, type SaidCheck, type SaidDiagnosis } from "./localize-diagnosis.ts";

const SENTENCE = 1_000;
/** Of a group; more than any has: a card shows every check, and is made in time whatever it is given. */
const DETAILS = 100;

/**
 * Whose evidence is shown, from most to least: a card takes the first with which it fits a message. `trouble`: what passes
 * stands in one line for each group, so that the evidence of what does not is kept. `none`: not the single rights either,
 * of which the card says the roles. `counts`: of what is in order only how much there is.
 */
export const EVIDENCE = ["all", "problems", "trouble", "none", "counts"] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** By the first part of a check's id. */
const groupOfPrefix = {
  cluster: "cluster",
  api: "cluster",
  pe: "cluster",
  dns: "name",
  client: "network",
  vnet: "network",
  peering: "network",
  route: "network",
  nsg: "rules",
  pool: "nodes",
  egress: "nodes",
  firewall: "nodes",
  bastion: "entry",
  jump: "entry",
  jit: "entry",
  ddos: "entry",
  paw: "entry",
  cloudshell: "entry",
  avd: "entry",
  vpn: "entry",
  er: "entry",
  invoke: "run",
  access: "rights",
  entra: "rights",
  identity: "cluster",
  k8s: "inside",
} as const;

type GroupName = (typeof groupOfPrefix)[keyof typeof groupOfPrefix] | "other";

const groupNames: readonly GroupName[] = [
  "cluster",
  "inside",
  "name",
  "network",
  "rules",
  "nodes",
  "entry",
  "run",
  "rights",
  "other",
];

const groups: ReadonlyMap<string, GroupName> = new Map(Object.entries(groupOfPrefix));
const groupOf = ({ id }: SaidCheck): GroupName => groups.get(id.split(".")[0] ?? "") ?? "other";

/** A press shows this page or folds it, and folds every other. */
type Target = string | Readonly<{ elementId: string; isVisible: boolean }>;

export type Group = Readonly<{
  id: string;
  moreId: string;
  /** A shape for the worst in it, what it is about, and how many of each. */
  head: string;
  press: string;
  targets: readonly Target[];
  lines: readonly Plain[];
  more: readonly More[];
}>;

const isBare = (evidence: Evidence): boolean => evidence === "none" || evidence === "counts";

/** Works, or is not there at all. */
const isInOrder = ({ status }: SaidCheck): boolean => status === "pass" || status === "notConfigured";

function evidenceOf(check: SaidCheck, evidence: Evidence): readonly string[] {
  const isShown = evidence === "all" || (!isBare(evidence) && check.status !== "pass");
  return isShown && "evidence" in check ? (check.evidence ?? []) : [];
}

/** `about`: the ids that say this, and what it was seen by. `lines`: whole, since a cut command would be a wrong one. */
type More = Readonly<{ about: Plain; lines: readonly string[] }>;

/** `said`: the check whose fix stands on the card already. */
type Shown = Readonly<{ evidence: Evidence; said: string | undefined }>;

/** Columns need no padding where there is one line. */
const collapsed = (line: string): string => line.replace(/ {2,}/g, " ");

function seenBy(check: SaidCheck, { evidence, said }: Shown, messages: Messages) {
  const isLong = !isBare(evidence) && "needs" in check;
  const needs = isLong ? check.needs.map(({ action, scope }) => `${action} ${scope}`) : [];
  const fix = "fix" in check && check.id !== said ? (check.fix?.commands ?? []) : [];
  const fixes = fix.map((command) => messages.labelled(messages.diagnosis.fixLine, command));
  return { seen: evidenceOf(check, evidence).map(collapsed), lines: [...needs, ...fixes].map(visible) };
}

/** Ids that share a line. */
const IDS = 12;

/** Those of which nothing but the status is left to say stand together. */
function moreOf(
  sayings: readonly (readonly SaidCheck[])[],
  shown: Shown,
  messages: Messages,
): readonly More[] {
  const all = sayings.flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { seen, lines } = seenBy(first, shown, messages);
    const status = messages.checkStatus[first.status];
    return [{ ids: same.map(({ id }) => id), status, seen, lines }];
  });
  const isIdOnly = ({ seen, lines }: (typeof all)[number]): boolean => seen.length + lines.length === 0;
  const bare = [...Map.groupBy(all.filter(isIdOnly), ({ status }) => status)].flatMap(([status, same]) => {
    const ids = same.flatMap((each) => each.ids);
    const rows = Array.from({ length: Math.ceil(ids.length / IDS) }, (_, row) => row * IDS);
    return rows.map((at) => ({ ids: ids.slice(at, at + IDS), status, seen: [], lines: [] }));
  });
  return [...all.filter((each) => !isIdOnly(each)), ...bare].map(({ ids, status, seen, lines }) => ({
    about: plain(messages.labelled(ids.join(", "), [status, ...seen].join(" · ")), SENTENCE),
    lines,
  }));
}

/** The shape before a state. */
const markOf = (status: string, { checkStatus }: Messages): string =>
  lookUp(checkStatus, status)?.split(" ")[0] ?? "·";

/** What passes is said by its name alone. */
function lineOf(same: readonly SaidCheck[], messages: Messages): readonly Plain[] {
  const [first] = same;
  if (first === undefined) return [];
  const mark = markOf(first.status, messages);
  const title = messages.diagnosis.listed({ names: same.map((check) => check.title) });
  const isNamed = first.status === "pass" || (first.status === "notConfigured" && same.length > 1);
  const said = isNamed ? title : messages.labelled(title, first.summary);
  return [plain(`${mark} ${said}`, SENTENCE)];
}

const isBrief = (evidence: Evidence): boolean => evidence === "trouble" || isBare(evidence);

/** What was not assessed waits for the same reading as often as not; everything else speaks for itself. */
const sayingOf = (check: SaidCheck, evidence: Evidence): string => {
  if (check.status === "notAssessed") return JSON.stringify([check.summary, check.needs]);
  return isBrief(evidence) && isInOrder(check) ? check.status : check.id;
};

/** Worst first. */
const counted = ["fail", "warn", "notAssessed", "pass", "notConfigured"] as const;

function headOf(title: string, checks: readonly SaidCheck[], messages: Messages): string {
  const countOf = (status: SaidCheck["status"]) => checks.filter((check) => check.status === status).length;
  const { counted: texts, listed } = messages.diagnosis;
  const worst = counted.find((status) => countOf(status) > 0) ?? "notConfigured";
  const counts = counted.map((status) => texts[status]({ count: countOf(status) }));
  return `${markOf(worst, messages)} **${plain(title)}** ${plain(listed({ names: counts }))}`;
}

/** What is off on purpose is not set up, and no failure, unless it is what is wrong. */
function asShown(check: SaidCheck, { rootCause }: SaidDiagnosis): SaidCheck {
  if (check.status !== "fail" || !isDisabledOnPurpose(check) || rootCause?.check === check.id) return check;
  const { id, title, severity, summary } = check;
  return { id, title, severity, status: "notConfigured", summary };
}

/** Where nobody asked, what is left there is about the cluster's side alone. */
const titleOf = (name: GroupName, { inside }: SaidDiagnosis, { diagnosis: texts }: Messages): string =>
  name === "rights" && inside?.found.is === "notLookedInside" && inside.found.why === "readOnly"
    ? texts.nobodysRights
    : texts.groups[name];

const idOf = (index: number): string => `g${index + 1}`;

/** Checks that do not apply are left out, and those that wait for the same thing stand together. */
export function groupsOf(diagnosis: SaidDiagnosis, evidence: Evidence, messages: Messages): readonly Group[] {
  const checks = diagnosis.checks
    .filter(({ status }) => status !== "notApplicable")
    .map((check) => asShown(check, diagnosis))
    .toSorted(byWeight);
  const shown = { evidence, said: diagnosis.rootCause?.check };
  const byGroup = Map.groupBy(checks, groupOf);
  const present = groupNames.flatMap((name) => {
    const own = byGroup.get(name);
    return own === undefined ? [] : [{ name, own }];
  });
  return present.map(({ name, own }, index) => {
    const told = evidence === "counts" ? own.filter((check) => !isInOrder(check)) : own;
    const sayings = [...Map.groupBy(told.slice(0, DETAILS), (check) => sayingOf(check, evidence)).values()];
    const title = titleOf(name, diagnosis, messages);
    const others = present.map((_, at) => at).filter((at) => at !== index);
    return {
      id: idOf(index),
      moreId: `${idOf(index)}m`,
      head: headOf(title, own, messages),
      press: title,
      targets: [idOf(index), ...others.map((at) => ({ elementId: idOf(at), isVisible: false }))],
      lines: sayings.flatMap((same) => lineOf(same, messages)),
      more: moreOf(sayings, shown, messages),
    };
  });
}

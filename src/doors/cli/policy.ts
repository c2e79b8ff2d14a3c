// `policy can`: what a policy decides for a person's groups, a cluster and a command, and by which rule.

import { readFile } from "node:fs/promises";
import { severities } from "../../core/alert/alert.ts";
import { type ClusterRef, parseClusterName, writtenCluster } from "../../core/cluster-name.ts";
import { commandText } from "../../core/command/grammar/command-request.ts";
import { authorizeByPolicy, undecidedWithoutId } from "../../core/policy/authorize.ts";
import type { Circumstances } from "../../core/policy/circumstances.ts";
import type { Decision, PolicyAction } from "../../core/policy/decision.ts";
import { comparePolicies } from "../../core/policy/diff/compare.ts";
import { type Dimension, dimensions, type Merged } from "../../core/policy/diff/difference.ts";
import { type ParsedPolicy, parsePolicy } from "../../core/policy/parse-policy.ts";
import { groupsOf, type Policy, readTime } from "../../core/policy/policy.ts";
import { askedAction } from "../../core/policy/policy-tests.ts";
import type { Membership } from "../../core/requester.ts";
import { nearest } from "../../core/text/nearest.ts";
import { say } from "../../presenters/messages/catalogue/says.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { cliStops } from "../../presenters/messages/operator/cli-stops.ts";
import { policyAnswers, policyDiff } from "../../presenters/messages/operator/policy.ts";
import { policyFaults } from "../../presenters/messages/operator/policy-faults.ts";
import { fileHere } from "./file-here.ts";
import type { Io } from "./io.ts";
import { answer, clean, wrapped } from "./print.ts";
import { noArguments, readArgs, typedCommand } from "./read-args.ts";
import { type CliStop, type ExitCode, exitCodes, stop, tell, wrongUse } from "./stop.ts";

// A policy file, whole or with everything that is wrong with it.

type ReadPolicy = Readonly<{ ok: true; parsed: ParsedPolicy }> | CliStop;

export async function readPolicy(file: string): Promise<ReadPolicy> {
  try {
    return { ok: true, parsed: parsePolicy(await readFile(file, "utf8")) };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return wrongUse(cliStops.policyUnread(file, said), "fileNotRead");
  }
}

/** Each problem with its place, as editors and CI understand it. */
export const problemLines = (file: string, parsed: Extract<ParsedPolicy, { ok: false }>): readonly string[] =>
  parsed.problems.map(({ line, column, fault }) => `${file}:${line}:${column} ${say(policyFaults, fault)}`);

export const notValid = (file: string, parsed: Extract<ParsedPolicy, { ok: false }>): CliStop =>
  stop(exitCodes.broken, "policyNotValid", cliStops.policyNotValid(problemLines(file, parsed)[0] ?? ""));

const english = messages("en");

type Question = Readonly<{
  ok: true;
  policyFile: string;
  /** As they are written: ids, or the names that the policy gives them. */
  groups: readonly string[];
  cluster: ClusterRef;
  action: PolicyAction;
  circumstances: Circumstances;
  asked: string;
}>;

const options = {
  policy: { type: "string" },
  group: { type: "string", multiple: true },
  cluster: { type: "string" },
  "without-entra": { type: "boolean" },
  tag: { type: "string", multiple: true },
  at: { type: "string" },
  incident: { type: "string" },
  "break-glass": { type: "boolean" },
} as const;

const groupId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export async function policyCanVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const question = await readQuestion(args);
  if (!question.ok) return tell(io, question);
  const opened = await readPolicy(question.policyFile);
  if (!opened.ok) return tell(io, opened);
  if (!opened.parsed.ok) {
    return tell(io, notValid(question.policyFile, opened.parsed));
  }
  const { policy } = opened.parsed;
  const { action, circumstances } = question;
  const members = membersOf(policy, question);
  if (!members.ok) return tell(io, members);
  const undecided = undecidedWithoutId(policy, members.of, action, circumstances);
  if (undecided.length > 0) return tell(io, idNeeded(undecided));
  const decision = authorizeByPolicy(policy, members.of, action, circumstances);
  answer(io, decisionDocument(question, members.groups, decision), () =>
    wrapped(decisionText(question, members.groups, decision, io), io.width),
  );
  return decision.effect === "allow" ? exitCodes.good : exitCodes.denied;
}

async function readQuestion(args: readonly string[]): Promise<Question | CliStop> {
  const read = readArgs(args, options);
  if (!read.ok) return read;
  const { values, positionals, command } = read;
  const { policy: policyFile, group = [], cluster: written } = values;
  if (policyFile === undefined) return wrongUse(cliStops.missing("--policy FILE"));
  if (written === undefined) return wrongUse(cliStops.missing("--cluster NAME"));
  if (group.length === 0) return wrongUse(cliStops.groupMissing);
  // `--group A B`: what follows the flag's own value arrives as a positional.
  const groups = [...group, ...positionals];
  if (parseClusterName(written) === null) return wrongUse(cliStops.noName(written));
  if (command === null || command.length === 0) return wrongUse(cliStops.questionMissing);
  const now = values.at === undefined ? new Date() : readTime(values.at);
  if (now === null) return wrongUse(cliStops.noTime(values.at ?? ""));
  const incident = severities.find((each) => each === values.incident) ?? "none";
  if (incident !== (values.incident ?? "none"))
    return wrongUse(cliStops.noSeverity(values.incident ?? "", severities));
  const tags = readTags(values.tag ?? []);
  if ("odd" in tags) return wrongUse(cliStops.noTag(tags.odd));
  const cluster = { ...writtenCluster(written), ...tags };
  const question = { ok: true, policyFile, groups, cluster, circumstances: { now, incident } } as const;
  const what = await readAction(typedCommand(command), {
    cluster,
    clusterAdmin: values["without-entra"] === true,
    breakGlass: values["break-glass"] === true,
  });
  return what.ok ? { ...question, action: what.action, asked: what.asked } : what;
}

type What = Readonly<{ ok: true; action: PolicyAction; asked: string }>;

async function readAction(asked: string, of: Parameters<typeof askedAction>[1]): Promise<What | CliStop> {
  const { cluster, clusterAdmin, breakGlass } = of;
  switch (asked) {
    case "diagnose":
    case "watch":
    case "volunteer":
    case "reader":
      return { ok: true, asked, action: { kind: asked, cluster } };
    case "diagnose-inside":
      return { ok: true, asked, action: { kind: asked, cluster, clusterAdmin } };
    case "fix":
      return { ok: true, asked, action: { kind: asked, cluster, ...(breakGlass && { breakGlass }) } };
  }
  const typed = askedAction(asked, of);
  const here = typed.ok ? null : await fileHere(typed);
  if (here?.ok === false) return here;
  const parsed = here === null ? typed : askedAction(asked, of, here.file);
  if (!parsed.ok) return stop(exitCodes.denied, parsed.code, say(english.refusals, parsed.reason));
  return { ok: true, action: parsed.action, asked: commandText(parsed.action.request) };
}

/** Not known, where none is given. */
function readTags(
  written: readonly string[],
): Readonly<{ tags?: Readonly<Record<string, string>> }> | Readonly<{ odd: string }> {
  const odd = written.find((tag) => !/^[^=]+=/.test(tag));
  if (odd !== undefined) return { odd };
  const split = (tag: string) => [tag.slice(0, tag.indexOf("=")), tag.slice(tag.indexOf("=") + 1)] as const;
  return written.length === 0 ? {} : { tags: Object.fromEntries(written.map(split)) };
}

/** A group without a name is none of the policy's. */
type AskedGroup = Readonly<{ id: string; name?: string }>;

type Members = Readonly<{ ok: true; of: Membership; groups: readonly AskedGroup[] }>;

/** In which groups somebody is, of whom it is asked: by id, or by the name that the policy gives it. */
function membersOf(policy: Policy, { groups: written }: Question): Members | CliStop {
  const known = groupsOf(policy);
  const groups: AskedGroup[] = [];
  for (const one of written) {
    const group = known.find(({ id, name }) => name === one || id === one.toLowerCase());
    if (group === undefined && !groupId.test(one)) {
      const names = known.map(({ name }) => name);
      return wrongUse(cliStops.noGroup(one, nearest(one, names, 1)[0] ?? null, names));
    }
    groups.push(group ?? { id: one });
  }
  const groupIds = groups.map(({ id }) => id);
  return { ok: true, of: { status: "known", groupIds, source: "token" }, groups };
}

/** The bot always knows the id: an answer by the name alone could be another than its own. */
const idNeeded = (rules: readonly string[]): CliStop =>
  stop(exitCodes.unknown, "idNeeded", cliStops.idNeeded(rules));

function decisionDocument(
  { cluster, asked }: Question,
  groups: readonly AskedGroup[],
  decision: Decision,
): object {
  const said = decision.effect === "deny" ? { reason: say(english.denials, decision.reason) } : {};
  const question = { cluster: cluster.id || cluster.name, asked, groups };
  return { schema: "aks-oncall/decision/v1", ...question, ...decision, ...said };
}

const calledGroup = ({ id, name }: AskedGroup): string => (name === undefined ? id : `${name} (${id})`);

function decisionText(
  { cluster, asked }: Question,
  members: readonly AskedGroup[],
  decision: Decision,
  { paint }: Io,
): string {
  const what = policyAnswers.asked(clean(asked), cluster.name);
  const member = policyAnswers.asMember(members.map(calledGroup));
  if (decision.effect === "allow") {
    const rules = decision.rule.split(", ");
    return [
      policyAnswers.isAllowed(paint("green", policyAnswers.allowed), rules, what, decision.show !== "thread"),
      ...(decision.showBy === undefined
        ? []
        : [policyAnswers.showBy(decision.showBy.split(", "), decision.show)]),
      member,
      ...(decision.approval ? [policyAnswers.hasToBeApproved(english.sayApproval(decision.approval))] : []),
      ...(decision.breakGlass ? [policyAnswers.asEmergency] : []),
    ].join("\n");
  }
  const groups = decision.wouldAllow.map(calledGroup);
  return [
    policyAnswers.isDenied(paint("red", policyAnswers.denied), decision.rule, what),
    member,
    clean(say(english.denials, decision.reason)),
    policyAnswers.wouldAllow(groups),
  ].join("\n");
}

// `policy diff`: what becomes possible or impossible, and for which group, when one policy takes the place of another.

export async function policyDiffVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const policies = await readBoth(args);
  if (!policies.ok) return tell(io, policies);
  const { before, after } = policies;
  const changes = comparePolicies(before, after);
  const document = { schema: "aks-oncall/policy-diff/v1", changes: changes.map(changeDocument) };
  const sentences = changes.map((change) => clean(policyDiff.sentence(change)));
  answer(io, document, () => wrapped(sentences.join("\n") || policyDiff.nothing, io.width));
  return exitCodes.good;
}

type Both = Readonly<{ ok: true; before: Policy; after: Policy }>;

async function readBoth(args: readonly string[]): Promise<Both | CliStop> {
  const read = readArgs(args, {});
  if (!read.ok) return read;
  const [old, fresh, ...more] = read.positionals;
  if (old === undefined) return wrongUse(cliStops.missing("OLD"));
  if (fresh === undefined) return wrongUse(cliStops.missing("NEW"));
  const left = noArguments({ ...read, positionals: more });
  if (left !== null) return left;
  const before = await readValid(old);
  if (!before.ok) return before;
  const after = await readValid(fresh);
  return after.ok ? { ok: true, before: before.policy, after: after.policy } : after;
}

async function readValid(file: string): Promise<Readonly<{ ok: true; policy: Policy }> | CliStop> {
  const opened = await readPolicy(file);
  if (!opened.ok) return opened;
  return opened.parsed.ok ? opened.parsed : notValid(file, opened.parsed);
}

/** What is said of all is left out. */
function changeDocument({ kind, in: within, before, after }: Merged) {
  const said = (dimension: Dimension) => within[dimension] !== "all" && within[dimension].join("") !== "";
  const only = dimensions.filter(said).map((dimension) => [dimension, within[dimension]]);
  return { kind, ...Object.fromEntries(only), before, after };
}

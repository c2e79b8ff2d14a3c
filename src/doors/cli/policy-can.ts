// `policy can`: what a policy decides for a person's groups, a cluster and a command, and by which rule.
import { parseClusterName } from "../../core/chat/cluster-name.ts";
import { writtenCluster } from "../../core/chat/written-cluster.ts";
import { commandText } from "../../core/command/command-text.ts";
import { parseKubectl } from "../../core/command/parse-kubectl.ts";
import { authorize } from "../../core/policy/authorize.ts";
import type { ClusterRef, Decision, PolicyAction } from "../../core/policy/decision.ts";
import type { ParsedPolicy } from "../../core/policy/parse-policy.ts";
import { undecidedWithoutId } from "../../core/policy/undecided.ts";
import type { Membership } from "../../core/requester.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { say } from "../../presenters/messages/says.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { clean } from "./format.ts";
import type { Io } from "./io.ts";
import { readArgs } from "./read-args.ts";
import { problemLines, readPolicy } from "./read-policy.ts";
import { type Stop, stop, tell, wrongUse } from "./stop.ts";
import { typedCommand } from "./typed-command.ts";

type Question = Readonly<{
  ok: true;
  policyFile: string;
  groupIds: readonly string[];
  cluster: ClusterRef;
  action: PolicyAction;
  asked: string;
}>;

const options = {
  policy: { type: "string" },
  group: { type: "string", multiple: true },
  cluster: { type: "string" },
  "without-entra": { type: "boolean" },
  json: { type: "boolean" },
} as const;

const groupId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export async function policyCanVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const json = args.slice(0, args.indexOf("--") + 1 || undefined).includes("--json");
  const question = readQuestion(args);
  if (!question.ok) return tell(io, json, question);
  const opened = await readPolicy(question.policyFile);
  if (!opened.ok) return tell(io, json, opened);
  if (!opened.parsed.ok) {
    return tell(io, json, notValid(question.policyFile, opened.parsed));
  }
  const { policy } = opened.parsed;
  const undecided = undecidedWithoutId(policy, membersOf(question), question.action);
  if (undecided.length > 0) return tell(io, json, idNeeded(undecided));
  const decision = authorize(policy, membersOf(question), question.action);
  io.out(json ? decisionDocument(question, decision) : decisionText(question, decision, io));
  return decision.effect === "allow" ? exitCodes.good : exitCodes.denied;
}

function readQuestion(args: readonly string[]): Question | Stop {
  const read = readArgs(args, options);
  if (!read.ok) return read;
  const { values, positionals, command } = read;
  const { policy: policyFile, group = [], cluster: written } = values;
  if (policyFile === undefined) return wrongUse(({ cli }) => cli.stops.missing("--policy FILE"));
  if (written === undefined) return wrongUse(({ cli }) => cli.stops.missing("--cluster NAME"));
  if (group.length === 0) return wrongUse(({ cli }) => cli.stops.groupMissing);
  // `--group A B`: what follows the flag's own value arrives as a positional.
  const groupIds = [...group, ...positionals];
  const odd = groupIds.find((id) => !groupId.test(id));
  if (odd !== undefined) return wrongUse(({ cli }) => cli.stops.noGroupId(odd));
  if (parseClusterName(written) === null) return wrongUse(({ cli }) => cli.stops.noName(written));
  if (command === null || command.length === 0) return wrongUse(({ cli }) => cli.stops.questionMissing);
  const cluster = writtenCluster(written);
  const asked = typedCommand(command);
  if (asked === "diagnose" || asked === "watch")
    return { ok: true, policyFile, groupIds, cluster, asked, action: { kind: asked, cluster } };
  const clusterAdmin = values["without-entra"] === true;
  if (asked === "diagnose-inside")
    return { ok: true, policyFile, groupIds, cluster, asked, action: { kind: asked, cluster, clusterAdmin } };
  const parsed = parseKubectl(asked);
  if (!parsed.ok) return stop(exitCodes.denied, parsed.code, ({ refusals }) => say(refusals, parsed.reason));
  const { request } = parsed;
  const action: PolicyAction = { kind: "run", cluster, request, clusterAdmin };
  return { ok: true, policyFile, groupIds, cluster, asked: commandText(request), action };
}

const membersOf = ({ groupIds }: Question): Membership => ({ status: "known", groupIds, source: "token" });

/** The bot always knows the id: an answer by the name alone could be another than its own. */
const idNeeded = (rules: readonly string[]): Stop =>
  stop(exitCodes.unknown, "idNeeded", ({ cli }) => cli.stops.idNeeded(rules));

const notValid = (file: string, parsed: Extract<ParsedPolicy, { ok: false }>): Stop =>
  stop(exitCodes.broken, "policyNotValid", (texts) =>
    texts.cli.stops.policyNotValid(problemLines(file, parsed, texts)[0] ?? ""),
  );

function decisionDocument({ cluster, asked }: Question, decision: Decision): string {
  const said = decision.effect === "deny" ? { reason: say(messages("en").denials, decision.reason) } : {};
  return JSON.stringify(
    { schema: "aks-oncall/decision/v1", cluster: cluster.id || cluster.name, asked, ...decision, ...said },
    null,
    2,
  );
}

function decisionText({ cluster, asked }: Question, decision: Decision, { paint, texts }: Io): string {
  const { policy } = texts.cli;
  const what = policy.asked(clean(asked), cluster.name);
  if (decision.effect === "allow") {
    const rules = decision.rule.split(", ");
    return policy.isAllowed(paint("green", policy.allowed), rules, what, decision.show !== "thread");
  }
  const groups = decision.wouldAllow.map(({ name, id }) => `${name} (${id})`);
  return [
    policy.isDenied(paint("red", policy.denied), decision.rule, what),
    clean(say(texts.denials, decision.reason)),
    policy.wouldAllow(groups),
  ].join("\n");
}

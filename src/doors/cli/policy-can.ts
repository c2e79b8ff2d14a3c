// `policy can`: what a policy decides for a person's groups, a cluster and a command, and by which rule.
import { parseClusterName } from "../../core/chat/cluster-name.ts";
import { writtenCluster } from "../../core/chat/written-cluster.ts";
import { commandText } from "../../core/command/command-text.ts";
import { parseKubectl } from "../../core/command/parse-kubectl.ts";
import { authorize } from "../../core/policy/authorize.ts";
import type { ClusterRef, Decision, PolicyAction } from "../../core/policy/decision.ts";
import { undecidedWithoutId } from "../../core/policy/undecided.ts";
import type { Membership } from "../../core/requester.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { say } from "../../presenters/messages/says.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { clean } from "./format.ts";
import type { Io } from "./io.ts";
import { readArgs } from "./read-args.ts";
import { problemLines, readPolicy } from "./read-policy.ts";
import { type Stop, stop, tell } from "./stop.ts";
import { typedCommand } from "./typed-command.ts";

type Question = Readonly<{
  ok: true;
  policyFile: string;
  groupIds: readonly string[];
  cluster: ClusterRef;
  action: PolicyAction;
  asked: string;
}>;

const { refusals, denials } = messages();

const options = {
  policy: { type: "string" },
  group: { type: "string", multiple: true },
  cluster: { type: "string" },
  "without-entra": { type: "boolean" },
  json: { type: "boolean" },
} as const;

const groupId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const wrongUse = (reason: string): Stop => stop(exitCodes.wrongUse, "wrongUse", reason);

export async function policyCanVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const json = args.slice(0, args.indexOf("--") + 1 || undefined).includes("--json");
  const question = readQuestion(args);
  if (!question.ok) return tell(io, json, question);
  const opened = await readPolicy(question.policyFile);
  if (!opened.ok) return tell(io, json, opened);
  if (!opened.parsed.ok) {
    const [first = ""] = problemLines(question.policyFile, opened.parsed);
    const reason = `The policy is not valid, so it decides nothing; policy check lists all problems. ${first}`;
    return tell(io, json, stop(exitCodes.broken, "policyNotValid", reason));
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
  if (policyFile === undefined) return wrongUse("--policy FILE is missing.");
  if (written === undefined) return wrongUse("--cluster NAME is missing.");
  if (group.length === 0) return wrongUse("--group ID is missing: give the object id of a group in Entra.");
  // `--group A B`: what follows the flag's own value arrives as a positional.
  const groupIds = [...group, ...positionals];
  const odd = groupIds.find((id) => !groupId.test(id));
  if (odd !== undefined)
    return wrongUse(`"${odd}" is not the object id of a group in Entra; the policy lists them under groups.`);
  if (parseClusterName(written) === null)
    return wrongUse(`"${written}" cannot be the name of a cluster: write its name or its resource id.`);
  if (command === null || command.length === 0)
    return wrongUse(
      "Write what is asked after --: kubectl and what follows, diagnose, diagnose-inside or watch.",
    );
  const cluster = writtenCluster(written);
  const asked = typedCommand(command);
  if (asked === "diagnose" || asked === "watch")
    return { ok: true, policyFile, groupIds, cluster, asked, action: { kind: asked, cluster } };
  const clusterAdmin = values["without-entra"] === true;
  if (asked === "diagnose-inside")
    return { ok: true, policyFile, groupIds, cluster, asked, action: { kind: asked, cluster, clusterAdmin } };
  const parsed = parseKubectl(asked);
  if (!parsed.ok) return stop(exitCodes.denied, parsed.code, say(refusals, parsed.reason));
  const { request } = parsed;
  const action: PolicyAction = { kind: "run", cluster, request, clusterAdmin };
  return { ok: true, policyFile, groupIds, cluster, asked: commandText(request), action };
}

const membersOf = ({ groupIds }: Question): Membership => ({ status: "known", groupIds, source: "token" });

/** The bot always knows the id: an answer by the name alone could be another than its own. */
const idNeeded = (rules: readonly string[]): Stop =>
  stop(
    exitCodes.unknown,
    "idNeeded",
    `The name alone does not decide this: ${rules.join(", ")} ${rules.length === 1 ? "goes" : "go"} by the cluster's resource id. Write the whole id after --cluster.`,
  );

function decisionDocument({ cluster, asked }: Question, decision: Decision): string {
  const said = decision.effect === "deny" ? { reason: say(denials, decision.reason) } : {};
  return JSON.stringify(
    { schema: "aks-oncall/decision/v1", cluster: cluster.id || cluster.name, asked, ...decision, ...said },
    null,
    2,
  );
}

function decisionText({ cluster, asked }: Question, decision: Decision, { paint }: Io): string {
  const what = `${clean(asked)} on ${cluster.name}`;
  if (decision.effect === "allow") {
    const rules = decision.rule.includes(", ") ? "the rules" : "the rule";
    const seen = decision.show === "thread" ? "everyone in the thread" : "the requester alone";
    return `${paint("green", "Allowed")} by ${rules} ${decision.rule}: ${what}. The output is seen by ${seen}.`;
  }
  const rule = decision.rule === null ? "because no rule allows it" : `by the rule ${decision.rule}`;
  const groups = decision.wouldAllow.map(({ name, id }) => `${name} (${id})`).join(", ");
  const who = groups === "" ? "No group would be allowed." : `Would be allowed: ${groups}.`;
  return `${paint("red", "Denied")} ${rule}: ${what}.\n${clean(say(denials, decision.reason))}\n${who}`;
}

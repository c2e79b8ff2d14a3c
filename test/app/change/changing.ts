// A cluster of one deployment that answers the lines of a change, and the way of a change through the use cases.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { executeRun } from "../../../src/app/conversation/execute-run.ts";
import type { ConversationContext } from "../../../src/app/ports/services.ts";
import type { Answer } from "../../../src/core/conversation/answer.ts";
import type { Requester } from "../../../src/core/requester.ts";
import type { Run } from "../../../src/core/run/run.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { present } from "../../../src/presenters/present.ts";
import { memberOf, policyOf } from "../../core/policy/policies.ts";
import { adele, alex, askerIn, megan, threadOf } from "../../fakes/people.ts";
import type { FakeServices, World } from "../../fakes/services.ts";
import { nodesOf } from "../../presenters/card-rules.ts";
import { asInUtc } from "../../presenters/card-text.ts";
import { type Press, press } from "../pressing.ts";
import { allow, start, stored, submitted } from "../setup.ts";

export { adele, alex, megan, policyOf };
/** A lead as well. */
export const lee: Requester = {
  objectId: "4d70e3f5-16a8-4b92-9c5e-c82f7d1b0a39",
  tenantId: alex.tenantId,
  displayName: "Lee Gu",
};

export const scale =
  "run `kubectl scale deployment/api --replicas=3 -n payments` on prod-1 because orders are stuck";

/** A rule by which those on call change everything. */
export const mayChange = (approval: string, more = "", groups = "oncall", show = "thread") =>
  `{ id: changes, effect: allow, groups: [${groups}], clusters: ["*"], change: { verbs: ["*"], resources: ["*"], namespaces: ["*"], clusterScoped: true }, approval: ${approval}, show: ${show}${more} }`;
export const byLeads = (count = 1, more = "") => `{ count: ${count}, groups: [leads], expires: 30m${more} }`;
export const policyWith = (...rules: readonly string[]) =>
  policyOf(allow("oncall-reads", "oncall"), ...rules);
export const usual = policyWith(mayChange(byLeads()));

/** What the cluster holds. `version`: null where the deployment is not there; `foreseen`: what its dry run prints; `refuses`: in place of that; `mayNot`: Kubernetes does not let who looks; `made`: how often something was changed. */
export type Api = {
  version: string | null;
  foreseen: string;
  refuses: string;
  mayNot: boolean;
  exitCode: number;
  output: string;
  made: number;
};

export type Changing = FakeServices & Readonly<{ api: Api }>;

const step = /'@@(\S+) begin (\S+)'; (.*?); printf '\\n%s %s\\n' '@@\S+ end \S+' "\$\?"/gs;

const deployment = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "api" },
  spec: { replicas: 2 },
};

/** Does what the line says, and prints as a shell does. */
function printedBy(api: Api, line: string): string {
  const done = (command: string, id: string, nonce: string): readonly [string, number] => {
    if (id.startsWith("version")) return [api.version ?? "", 0];
    if (id.startsWith("object")) return [api.version === null ? "" : JSON.stringify(deployment, null, 2), 0];
    if (id.startsWith("may")) return api.mayNot ? ["no - no role lets them", 1] : ["yes", 0];
    if (id === "change") return api.refuses === "" ? [api.foreseen, 0] : [api.refuses, 1];
    if (api.version === null || !command.includes(` = ${api.version} `)) return ["", 1];
    api.made += 1;
    api.version = `${api.version}0`;
    return [`@@${nonce} sent apply\n${api.output}`, api.exitCode];
  };
  return [...line.matchAll(step)]
    .map(([, nonce = "", id = "", command = ""]) => {
      const [output, code] = done(command, id, nonce);
      return `@@${nonce} begin ${id}\n${output}\n@@${nonce} end ${id} ${code}\n`;
    })
    .join("");
}

/** Alex is on call, Megan and Lee are leads, Adele is in no group. */
export function startChanging(change: Partial<World> = {}): Changing {
  const api: Api = {
    ...{
      version: "11111111-2222-4333-8444-555555555555/g4",
      foreseen: "deployment.apps/api",
      refuses: "",
      mayNot: false,
      exitCode: 0,
      made: 0,
    },
    output: "deployment.apps/api scaled",
  };
  const fake = start({
    memberships: {
      [alex.objectId]: memberOf("oncall"),
      [megan.objectId]: memberOf("leads"),
      [lee.objectId]: memberOf("leads"),
    },
    policy: usual,
    printed: (line) => printedBy(api, line),
    ...change,
  });
  return { ...fake, api };
}

/** Asks, and lets a worker look at what it would do. */
export async function asked(
  fake: Changing,
  text = scale,
  asker: ConversationContext = askerIn(threadOf),
): Promise<Run> {
  const run = await submitted(fake, text, asker);
  await work(fake, run);
  return stored(fake, run.id);
}

export const work = ({ services }: Changing, { id }: Pick<Run, "id">) => executeRun(services, id);

export const hashOf = ({ status }: Run): string => ("proposal" in status ? status.proposal.hash : "");

export const approving = (run: Run): Press => ({
  ...{ verb: "change.approve", run: run.id },
  hash: hashOf(run),
});
export const rejecting = (run: Run, word?: string): Press => ({
  ...{ verb: "change.reject", run: run.id, hash: hashOf(run) },
  ...(word !== undefined && { word }),
});

/** Presses in the thread; the words that the presser sees. */
export async function pressed(
  fake: Changing,
  who: Requester,
  what: Press,
  asker: ConversationContext = askerIn(threadOf, who),
): Promise<string> {
  const answer = (await press(fake, asker, what)) as { text: string } | { card: Answer } | string;
  if (typeof answer === "string") return answer;
  return "card" in answer ? wordsOf(answer.card) : answer.text;
}

/** Approved by Megan, and done by a worker as far as it comes. */
export async function approved(fake: Changing, run: Run, who = megan): Promise<Run> {
  await pressed(fake, who, approving(run));
  await work(fake, run);
  return stored(fake, run.id);
}

/** All words of a card, then its buttons in brackets. */
export function wordsOf(answer: Answer): string {
  const nodes = nodesOf({ ...present(answer, messages("en")).card, refresh: null });
  const texts = nodes.flatMap(({ text }) => (typeof text === "string" ? [asInUtc(text)] : []));
  const buttons = nodes.flatMap(({ type, title }) => (type === "Action.Execute" ? [`[${title}]`] : []));
  return [...texts, ...buttons].join("\n");
}

/** What stands in Teams now, oldest first. */
export const shown = (fake: Changing): readonly string[] =>
  fake.said.map(({ answer, to }) => `${placeOf(to)}: ${saidOf(answer)}`);

/** Notes stand there in words already. */
const saidOf = (answer: Answer): string =>
  answer.kind === "noted" || answer.kind === "pressRefused" || answer.kind === "failure"
    ? JSON.stringify(answer)
    : wordsOf(answer);

const placeOf = (key: string): string =>
  key.startsWith("19:incidents") ? "thread" : key.startsWith("19:ops") ? "operators" : "chat";

/** The card of the change as everybody sees it now. */
export const cardOf = (fake: Changing, id: string): string => {
  const card = fake.said.find(({ answer }) => answer.kind === "run" && answer.run.id === id);
  return card === undefined ? "" : wordsOf(card.answer);
};

const names = new Map([alex, megan, lee, adele].map(({ objectId, displayName }) => [objectId, displayName]));

/** `Megan change.approve denied (ownRequest)` of each entry about a change, oldest first; `from`: left out before it. */
export const trailOf = ({ memory }: Changing, runId: string): readonly string[] =>
  memory.audit
    .filter((entry) => entry.runId === runId)
    .map(({ actor, action, outcome, detail }) => {
      const who = names.get(actor.toLowerCase())?.split(" ")[0] ?? actor;
      const why = detail.because ?? detail.code ?? "";
      return `${who} ${action.replace("change.", "")} ${outcome}${why === "" ? "" : ` ${why}`}`;
    });

/** Types, and gives what the bot said to it. */
export async function says(fake: Changing, asker: ConversationContext, text: string): Promise<string> {
  const before = fake.said.length;
  await answerQuestion(fake.services, asker, text);
  return shown(fake).slice(before).join("\n———\n");
}

// Buttons beside an answer that ask something about its cluster: the same question again, the access paths, or one look.
import { isAgreedOn } from "../../core/change/agreed-task.ts";
import { commandText, textAgain } from "../../core/command/grammar/command-request.ts";
import type { CardActionOf, CardVerb } from "../../core/conversation/card-action.ts";
import type { Intent } from "../../core/conversation/intent.ts";
import { type More, writtenQuestion } from "../../core/conversation/written-question.ts";
import type { Run } from "../../core/run/run.ts";
import { clientAgain } from "../cluster/client-location.ts";
import { isKnownTo, storedRun } from "../identity/authorize.ts";
import type { ConversationContext, Services } from "../ports/services.ts";

/** `asked`: as it would be typed, so that it can wait for a sign-in. */
export type RepeatedQuestion = Readonly<{ intent: Intent; asked: string }>;

/** What one press runs. A press names one of these, and never brings a command. */
const looks: Readonly<Record<"look.pods" | "look.events", string>> = {
  "look.pods": "kubectl get pods -A",
  "look.events": "kubectl get events -A",
};

const ofCommand = (command: string, cluster: string): RepeatedQuestion => ({
  intent: { kind: "run", command, cluster },
  asked: `run \`${command}\` on ${cluster}`,
});

export type RowVerb = Extract<CardVerb, `row.${string}`>;

/** What one press on a row of pods asks about its pod, in words that the parser and the policy take as if typed. */
const rowLooks: Readonly<Record<RowVerb, (name: string, container?: string) => readonly string[]>> = {
  "row.describe": (name) => ["describe", `pods/${name}`],
  "row.events": (name) => ["get", "events", `--field-selector=involvedObject.name=${name}`],
  "row.logs": (name) => ["logs", `pods/${name}`, "--all-containers", "--prefix", "--tail=100"],
  // A container that never ended has no earlier log, which is no reason to show none of the others'.
  "row.previous": (name, container) => [
    ...["logs", `pods/${name}`, "--previous"],
    ...(container === undefined
      ? ["--all-containers", "--prefix", "--ignore-errors"]
      : [`--container=${container}`]),
    "--tail=100",
  ],
};

/** About an object of a run's table, or the pod that a diagnosis names. Its name is whatever the press says: it is asked about as if typed. Null: outdated. */
export async function questionOfRow(
  services: Services,
  asker: ConversationContext,
  action: CardActionOf<RowVerb>,
): Promise<RepeatedQuestion | null> {
  const { verb, run: id, namespace, name } = action;
  const run = await storedRun(services, id);
  if (!run || !isKnownTo(asker, run)) return null;
  const container = "container" in action ? action.container : undefined;
  const argv = ["kubectl", ...rowLooks[verb](name, container), `--namespace=${namespace}`];
  return ofCommand(commandText({ argv, filters: [] }), run.cluster.id);
}

/** Beside a run the same is meant as there: its cluster, from where it was asked, with what was seen. Null: outdated. */
export async function questionBeside(
  services: Services,
  asker: ConversationContext,
  { verb, cluster, run: id }: CardActionOf<"diagnose" | "access" | "look.pods" | "look.events">,
): Promise<RepeatedQuestion | null> {
  const run = id === undefined ? null : await storedRun(services, id);
  if (id !== undefined && (!run || !isKnownTo(asker, run))) return null;
  const about = run?.cluster.id ?? cluster;
  if (verb === "look.pods" || verb === "look.events")
    return about === undefined ? null : ofCommand(looks[verb], about);
  const client = run === null ? {} : clientAgain(asker, run);
  const more = run === null ? {} : moreOf(run, verb);
  const asked = about ? writtenQuestion(verb, about, client, more) : verb;
  return { intent: { kind: verb, cluster: about ?? null, client, ...more }, asked };
}

/** The same question again, as whoever pressed. Null: outdated, or it may change something. */
export async function questionAgain(
  services: Services,
  asker: ConversationContext,
  id: string,
): Promise<RepeatedQuestion | null> {
  const run = await storedRun(services, id);
  if (!run || !isKnownTo(asker, run)) return null;
  const { task, cluster } = run;
  if (isAgreedOn(task)) return null;
  if (task.kind !== "command") {
    const client = clientAgain(asker, run);
    const more = moreOf(run, task.kind);
    return {
      intent: { kind: task.kind, cluster: cluster.id, client, ...more },
      asked: writtenQuestion(task.kind, cluster.id, client, more),
    };
  }
  return task.request.access === "read" ? ofCommand(textAgain(task.request), cluster.id) : null;
}

/** Asked again, a diagnosis begins as before and leaves out the same, and the access paths are asked of the same address. */
export const moreOf = ({ task }: Run, kind: "diagnose" | "access"): More => ({
  ...(kind === "diagnose" && task.kind === kind && task.question ? { question: task.question } : {}),
  ...(kind === "diagnose" && task.kind === kind && task.withoutInside ? { withoutInside: true } : {}),
  ...(kind === "access" && task.kind === kind && task.asksOf !== undefined ? { asksOf: task.asksOf } : {}),
});

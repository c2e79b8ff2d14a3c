// Buttons beside an answer that ask something about its cluster: the same question again, the ways in, or one look.
import type { Intent } from "../core/chat/intent.ts";
import { writtenQuestion } from "../core/chat/written-question.ts";
import { commandText } from "../core/command/command-text.ts";
import { isKnownTo, storedRun } from "./known-run.ts";
import type { Press } from "./press-data.ts";
import { clientAgain } from "./said-place.ts";
import type { Asker, Services } from "./services.ts";

/** `asked`: as it would be typed, so that it can wait for a sign-in. */
export type Question = Readonly<{ intent: Intent; asked: string }>;

/** What one press runs. A press names one of these, and never brings a command. */
const looks: Readonly<Record<string, string>> = {
  "look.pods": "kubectl get pods -A",
  "look.events": "kubectl get events -A",
};

const ofCommand = (command: string, cluster: string): Question => ({
  intent: { kind: "run", command, cluster },
  asked: `run \`${command}\` on ${cluster}`,
});

/** Beside a run the same is meant as there: its cluster, from where it was asked, with what was seen. Null: outdated. */
export async function questionBeside(
  services: Services,
  asker: Asker,
  { verb, cluster, run: id }: Press,
): Promise<Question | null> {
  const run = id === undefined ? null : await storedRun(services, id);
  if (id !== undefined && (!run || !isKnownTo(asker, run))) return null;
  const about = run?.cluster.id ?? cluster;
  const look = looks[verb];
  if (look !== undefined) return about === undefined ? null : ofCommand(look, about);
  if (verb !== "diagnose" && verb !== "access") return null;
  const client = run === null ? {} : clientAgain(asker, run);
  const asked = about ? writtenQuestion(verb, about, client) : verb;
  return { intent: { kind: verb, cluster: about ?? null, client }, asked };
}

/** The same question again, as whoever pressed. Null: outdated, or it may change something. */
export async function questionAgain(
  services: Services,
  asker: Asker,
  { run: id }: Press,
): Promise<Question | null> {
  const run = await storedRun(services, id);
  if (!run || !isKnownTo(asker, run)) return null;
  const { task, cluster } = run;
  if (task.kind !== "command") {
    const client = clientAgain(asker, run);
    return {
      intent: { kind: task.kind, cluster: cluster.id, client },
      asked: writtenQuestion(task.kind, cluster.id, client),
    };
  }
  return task.request.access === "read" ? ofCommand(commandText(task.request), cluster.id) : null;
}

// One question from a person: understood, signed in, then answered or handed to a run.
import type { Answer } from "../core/chat/answer.ts";
import { askedText } from "../core/chat/asked-text.ts";
import { readWithoutClusters } from "../core/chat/choose-reading.ts";
import { whyNoCommand } from "../core/chat/command-meant.ts";
import { namesSecret } from "../core/chat/holds-secret.ts";
import type { Intent } from "../core/chat/intent.ts";
import { type Misread, written } from "../core/chat/misread.ts";
import { isNameLike } from "../core/chat/plain/parts.ts";
import { offered } from "../core/chat/suggestions.ts";
import { type Line, understandLine } from "../core/chat/understand-line.ts";
import type { Activity } from "../core/mode/mode.ts";
import { isMasked, redact } from "../core/redact/redact.ts";
import { redactValues } from "../core/redact/redact-values.ts";
import type { Client } from "../core/snapshot/snapshot.ts";
import { repeated } from "./again.ts";
import { answerCommand } from "./answer-command.ts";
import { offeredAbout, readWithClusters } from "./answer-reading.ts";
import { askBack } from "./ask-back.ts";
import { auditEntry } from "./audit-entry.ts";
import { answerRequest } from "./change/answer-request.ts";
import { askToForget } from "./forget-me.ts";
import { latestRuns } from "./latest-runs.ts";
import { listClusters } from "./list-clusters.ts";
import { setMode, showMode, whyClosedTo } from "./mode.ts";
import type { RequesterCredential } from "./ports.ts";
import { refuseCommand } from "./refuse-command.ts";
import { forgetPlace, rememberPlace } from "./said-place.ts";
import type { Asker, Services } from "./services.ts";
import { showWhy } from "./show-why.ts";
import { signedIn, withCredential } from "./signed-in.ts";
import { submitRun } from "./submit-run.ts";
import { tell } from "./tell.ts";
import { listWatches, unwatchCluster, watchCluster } from "./watch.ts";
import { whoAmI } from "./who-am-i.ts";

/** Answers `text` in the asker's conversation; every way through ends in a card. */
export async function answerQuestion(services: Services, asker: Asker, text: string): Promise<void> {
  await answerLine(services, asker, text, async (intent) => {
    if ((intent.kind === "diagnose" || intent.kind === "access") && intent.asksOf === undefined)
      await rememberPlace(services, asker, intent.client, intent.cluster);
  });
}

/** One that waited: a press may have written it, which says nothing of where whoever pressed is. */
export const answerWaiting = (services: Services, asker: Asker, text: string): Promise<void> =>
  answerLine(services, asker, text, async () => {});

/** `before`: done once it is known what is asked, before it is answered. */
async function answerLine(
  services: Services,
  asker: Asker,
  text: string,
  before: (intent: Intent) => Promise<void>,
): Promise<void> {
  const understood = understand(text);
  if ("answer" in understood) return say(services, asker, understood.answer);
  const { line } = understood;
  if (line.is === "misread") {
    const { reason, suggestions } = await offeredAbout(services, asker, line);
    return say(services, asker, notUnderstood(text, reason, suggestions));
  }
  const answerAsIntent = async (intent: Intent) => {
    await before(intent);
    await answerIntent(services, asker, intent, text);
  };
  const intent = line.is === "intent" ? line.intent : readWithoutClusters(line);
  if (intent !== null) return answerAsIntent(intent);
  if (line.is === "readings") await answerReadings(services, asker, line, askedText(text), answerAsIntent);
}

/** What the line means depends on which clusters its writer can see. */
async function answerReadings(
  services: Services,
  asker: Asker,
  line: Extract<Line, { is: "readings" }>,
  asked: string,
  act: (intent: Intent) => Promise<void>,
): Promise<void> {
  const [first] = line.readings;
  if (first && (await saidClosed(services, asker, first.intent, asked))) return;
  await signedIn(services, asker, asked, async (credential) => {
    const read = await readWithClusters(services, asker, credential, line, asked);
    await ("intent" in read ? act(read.intent) : say(services, asker, read.answer));
  });
}

/** With its answer, where that needs a look at nothing: no sign-in, no policy, no Azure, no database. */
export function understand(text: string): Readonly<{ answer: Answer } | { line: Line }> {
  const line = understandLine(text);
  if (line.is === "intent") return line.intent.kind === "help" ? { answer: help } : { line };
  if (line.is === "readings") return readWithoutClusters(line)?.kind === "help" ? { answer: help } : { line };
  if (!isMasked(text) && line.candidates.some(isNameLike)) return { line };
  const { reason, suggestions } = offered(line.reason, []);
  return { answer: notUnderstood(text, reason, suggestions) };
}

function notUnderstood(text: string, why: Misread, suggestions: readonly string[]): Answer {
  const reason = isMasked(text) ? notKept : redactValues(why);
  const shown = isMasked(text) || suggestions.length === 0 ? {} : { suggestions };
  return { kind: "notUnderstood", asked: askedText(text), reason, ...shown };
}

/** Refused before anything waits; the mask itself may still be typed, or copied. */
const notKept: Misread = { is: "masked" };

const help: Answer = { kind: "help", welcome: false };

/**
 * `typed` is shown on cards and waits in the store for a sign-in or a choice: what looks like a secret is masked, or
 * refused before the trail hears of it.
 */
export async function answerIntent(
  services: Services,
  asker: Asker,
  intent: Intent,
  typed: string,
): Promise<void> {
  const asked = askedText(typed);
  if (namesSecret(intent)) return say(services, asker, { kind: "notUnderstood", asked, reason: notKept });
  if (await saidClosed(services, asker, intent, asked)) return;
  if (asker.conversation.personal && isOfChannels(intent))
    return say(services, asker, { kind: "watchElsewhere", asked });
  switch (intent.kind) {
    case "help":
      return say(services, asker, help);
    case "why":
      return showWhy(services, asker, asked, notUnderstood(typed, { is: "unknown", ...written(asked) }, []));
    case "told":
      return say(services, asker, { kind: "told", asked, topic: intent.topic });
    case "change":
    case "logs":
    case "beyond":
      return say(services, asker, await refuseCommand(services, asker, typed, whyNoCommand(intent)));
    case "signOut":
      return signOut(services, asker);
    case "status":
      return say(services, asker, await latestRuns(services, asker));
    case "forgetMe":
      return askToForget(services, asker);
    case "forgetPlace":
      return forgetPlace(services, asker);
    case "mode":
      return answerMode(services, asker, intent.set, asked);
    case "run":
    case "canI":
      return answerCommand(services, asker, intent, asked);
    case "review":
    case "withdraw":
    case "resume":
    case "fix":
    case "undo":
      return answerRequest(services, asker, intent);
    default:
      return signedIn(services, asker, asked, (credential) =>
        answerAs(services, asker, credential, intent, asked),
      );
  }
}

/** What each question does; null: it works in every mode. */
const activities: Readonly<Record<Intent["kind"], Activity | null>> = {
  help: null,
  why: null,
  change: null,
  logs: null,
  beyond: null,
  told: null,
  askBack: "command",
  status: null,
  again: null,
  whoAmI: null,
  signIn: null,
  signOut: null,
  mode: null,
  forgetMe: null,
  forgetPlace: null,
  clusters: "read",
  diagnose: "read",
  access: "read",
  watch: "read",
  unwatch: null,
  watches: null,
  canI: "read",
  run: "command",
  review: null,
  withdraw: null,
  resume: "command",
  fix: "command",
  undo: "command",
};

/** True when the mode forbids it and that was said: before a sign-in is asked for, and before anything is read. */
async function saidClosed(services: Services, asker: Asker, intent: Intent, asked: string): Promise<boolean> {
  const activity = activities[intent.kind];
  const reason = activity && (await whyClosedTo(services, asker, activity));
  if (reason === null) return false;
  await services.store.appendAudit(
    auditEntry(services.clock, asker.requester, {
      action: `${intent.kind}.authorize`,
      outcome: "denied",
      cluster: "cluster" in intent ? intent.cluster : null,
      detail: { byMode: true },
    }),
  );
  await say(services, asker, { kind: "closed", asked, reason });
  return true;
}

/** Setting it needs to know who asks, and nothing of Azure: a mode can be set where Azure gives no token. */
async function answerMode(
  services: Services,
  asker: Asker,
  set: Extract<Intent, { kind: "mode" }>["set"],
  asked: string,
): Promise<void> {
  const result = await services.credentials.forUser(asker.userId, asker.requester);
  return withCredential(services, asker, asked, result, (credential) =>
    set === null ? showMode(services, asker) : setMode(services, asker, credential, set),
  );
}
const isOfChannels = ({ kind }: Intent): boolean =>
  kind === "watch" || kind === "unwatch" || kind === "watches";

type SignedInIntent =
  | Extract<Intent, { kind: "diagnose" | "access" | "watch" | "unwatch" | "askBack" }>
  | Extract<Intent, { kind: "again" | "clusters" | "watches" | "whoAmI" | "signIn" }>;

async function answerAs(
  services: Services,
  asker: Asker,
  credential: RequesterCredential,
  intent: SignedInIntent,
  asked: string,
): Promise<void> {
  switch (intent.kind) {
    case "again":
      return answerIntent(services, asker, await repeated(services, asker, intent.cluster), asked);
    case "clusters":
      return say(services, asker, await listClusters(services, credential, asked));
    case "whoAmI":
      return say(services, asker, await whoAmI(services, credential));
    case "signIn":
      return say(services, asker, { kind: "signedIn", requester: credential.requester, resumed: null });
    case "diagnose": {
      // An address that is asked about is the client's here like any other.
      const { cluster, asksOf: _, ...wanted } = intent;
      const client = withoutSecrets(intent.client);
      return submitRun(services, asker, credential, asked, cluster, { ...wanted, client });
    }
    case "access": {
      const { cluster, ...wanted } = intent;
      const client = withoutSecrets(intent.client);
      return submitRun(services, asker, credential, asked, cluster, { ...wanted, client });
    }
    case "watch":
      return say(services, asker, await watchCluster(services, asker, credential, asked, intent.cluster));
    case "askBack":
      return say(services, asker, await askBack(services, asker, credential, intent, asked));
    case "watches":
      return say(services, asker, await listWatches(services, asker, credential));
    case "unwatch":
      return say(services, asker, await unwatchCluster(services, asker, credential, asked, intent.cluster));
  }
}

/** An error message that somebody pasted is kept with the run. */
const withoutSecrets = (client: Client): Client =>
  client.symptom === undefined ? client : { ...client, symptom: redact(client.symptom).text };

async function signOut(services: Services, asker: Asker): Promise<void> {
  await services.credentials.signOut(asker.userId);
  await services.store.appendAudit(
    auditEntry(services.clock, asker.requester, { action: "signOut", outcome: "succeeded" }),
  );
  await say(services, asker, { kind: "signedOut" });
}

async function say(services: Services, asker: Asker, answer: Answer): Promise<void> {
  await tell(services, asker, answer);
}

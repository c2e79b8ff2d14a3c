// What a person asks for, once it is understood: each verb has one handler, and what every verb shares is asked before it.

import { commandText } from "../../core/command/grammar/command-request.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import { askedText } from "../../core/conversation/grammar/asked-text.ts";
import type { Intent, IntentKind, IntentOf } from "../../core/conversation/intent.ts";
import { type ParseError, written } from "../../core/conversation/parse-error.ts";
import { namesSecret, whyNoCommand } from "../../core/conversation/reading/command-meant.ts";
import { type chatVerbs, verbOf } from "../../core/conversation/verbs.ts";
import { isMasked, redact, redactValues } from "../../core/redact/redact.ts";
import type { Run } from "../../core/run/run.ts";
import type { Client } from "../../core/snapshot/snapshot.ts";
import { forgetPlace } from "../cluster/client-location.ts";
import { listClusters } from "../cluster/list-clusters.ts";
import { refuseCommand } from "../cluster/refuse-command.ts";
import { listWatches, muteCluster, unwatchNamed, watchNamed } from "../cluster/watch-pattern.ts";
import { whoIsOnCall } from "../cluster/who-is-on-call.ts";
import { enqueueAnswer } from "../delivery/outbox-messages.ts";
import { showWhy } from "../diagnosis/repeat-diagnosis.ts";
import { auditEntry } from "../identity/authorize.ts";
import { askToForget } from "../identity/forget-me.ts";
import { whyClosedTo } from "../identity/gates.ts";
import { setMode, showMode } from "../identity/mode.ts";
import { signedIn, withCredential } from "../identity/sign-in.ts";
import { whoAmI } from "../identity/who-am-i.ts";
import { declareIncident } from "../incident/declare-incident.ts";
import { listIncidents, ownerOfIncident, pastIncidents } from "../incident/list-incidents.ts";
import { saidOfIncident } from "../incident/said-of-incident.ts";
import { setWeekly, showWeek } from "../incident/week.ts";
import type { ConversationContext, Services, SignedInRequest, UserRequest } from "../ports/services.ts";
import { latestRuns, onlyOpen } from "../run/latest-runs.ts";
import { submitRun } from "../run/submit-run.ts";
import { answerCommand, askBack } from "./answer-command.ts";
import { answerRequest } from "./answer-request.ts";
import { answerStory } from "./answer-story.ts";
import { lastAsked } from "./last-asked.ts";

/** `typed`: as it was sent. `asked`: the same, as far as it may be shown and kept. */
type Question = UserRequest & Readonly<{ typed: string }>;
type SignedInQuestion = Question & SignedInRequest;

/** What it returns is told; null where it was told, or goes on. */
type Handler<Given, Kind extends IntentKind> = (
  question: Given,
  intent: IntentOf<Kind>,
) => Promise<Answer | null>;

type HandlerOf<Kind extends IntentKind> = (typeof chatVerbs)[Kind]["needsSignIn"] extends true
  ? Handler<SignedInQuestion, Kind>
  : Handler<Question, Kind>;

const goesOn = async (act: Promise<void>): Promise<null> => {
  await act;
  return null;
};

const refused = (
  { services, asker, typed }: Question,
  intent: IntentOf<"change"> | IntentOf<"logs"> | IntentOf<"beyond">,
): Promise<Answer> => refuseCommand(services, asker, typed, whyNoCommand(intent));

/** Where a look can find what is missing, it is looked for instead. */
async function soughtOrRefused(
  question: Question,
  intent: IntentOf<"change"> | IntentOf<"logs">,
): Promise<Answer | null> {
  const { sought, cluster } = intent;
  if (sought === undefined || isMasked(question.typed)) return refused(question, intent);
  const { services, asker, asked } = question;
  await answerCommand(services, asker, { kind: "run", command: sought.look, cluster, sought }, asked);
  return null;
}

const commanded = (
  { services, asker, asked }: Question,
  intent: IntentOf<"run"> | IntentOf<"canI">,
): Promise<null> => goesOn(answerCommand(services, asker, intent, asked));

const requested = ({ services, asker }: Question, intent: Extract<Intent, { run: string }>): Promise<null> =>
  goesOn(answerRequest(services, asker, intent));

const submitted = (
  question: SignedInQuestion,
  { cluster, ...task }: IntentOf<"diagnose"> | IntentOf<"access">,
): Promise<null> => {
  const client = withoutSecrets(task.client);
  return goesOn(submitRun(question, cluster, { ...task, client }));
};

/** An error message that somebody pasted is kept with the run. */
const withoutSecrets = (client: Client): Client =>
  client.symptom === undefined ? client : { ...client, symptom: redact(client.symptom).text };

/** Setting it needs to know who asks, and nothing of Azure: a mode can be set where Azure gives no token. */
async function answerMode(question: Question, set: IntentOf<"mode">["set"]): Promise<void> {
  const { services, asker } = question;
  const result = await services.credentials.forUser(asker.userId, asker.requester);
  return withCredential(question, result, ({ credential }) =>
    set === null ? showMode(services, asker) : setMode(services, asker, credential, set),
  );
}

const handlers: { readonly [Kind in IntentKind]: HandlerOf<Kind> } = {
  help: async () => help,
  why: (question) => {
    const { typed, asked } = question;
    const unknown = notUnderstood(typed, { is: "unknown", ...written(asked) }, []);
    return goesOn(showWhy(question, unknown));
  },
  told: async ({ services, asker, asked }, { topic }) => {
    const open = topic === "withdraw" ? await onlyOpen(services, asker) : null;
    return { kind: "told", asked, topic, ...(open !== null && { open }) };
  },
  change: soughtOrRefused,
  logs: soughtOrRefused,
  beyond: refused,
  signIn: async ({ credential: { requester } }) => ({ kind: "signedIn", requester, resumed: null }),
  signOut: async ({ services, asker }) => {
    await services.credentials.signOut(asker.userId);
    await services.store.appendAudit(
      auditEntry(services.clock, asker.requester, { action: "signOut", outcome: "succeeded" }),
    );
    return { kind: "signedOut" };
  },
  whoAmI: ({ services, credential }) => whoAmI(services, credential),
  status: ({ services, asker }) => latestRuns(services, asker),
  forgetMe: ({ services, asker }) => goesOn(askToForget(services, asker)),
  forgetPlace: ({ services, asker }) => goesOn(forgetPlace(services, asker)),
  mode: (question, { set }) => goesOn(answerMode(question, set)),
  run: commanded,
  canI: commanded,
  askBack,
  review: requested,
  withdraw: requested,
  resume: requested,
  fix: requested,
  undo: requested,
  again: async ({ services, asker, asked }, { cluster }) =>
    goesOn(answerIntent(services, asker, await repeated(services, asker, cluster), asked)),
  clusters: listClusters,
  // An address that is asked about is the client's here like any other.
  diagnose: (question, { asksOf: _, ...task }) => submitted(question, task),
  access: submitted,
  watch: watchNamed,
  unwatch: (question, { cluster }) => unwatchNamed(question, cluster),
  mute: (question, intent) => muteCluster(question, intent, intent),
  unmute: (question, intent) => muteCluster(question, intent, { minutes: null, because: null }),
  watches: listWatches,
  onCall: whoIsOnCall,
  incident: declareIncident,
  incidents: listIncidents,
  pastIncidents,
  actOnIncident: saidOfIncident,
  story: answerStory,
  week: showWeek,
  weekly: setWeekly,
  owner: (question, { cluster }) => ownerOfIncident(question, cluster),
};

/**
 * `typed` is shown on cards and waits in the store for a sign-in or a choice: what looks like a secret is masked, or
 * refused before the trail hears of it.
 */
export async function answerIntent(
  services: Services,
  asker: ConversationContext,
  intent: Intent,
  typed: string,
): Promise<void> {
  const asked = askedText(typed);
  if (namesSecret(intent))
    return enqueueAnswer(services, asker, { kind: "notUnderstood", asked, reason: notKept });
  if (await toldClosed(services, asker, intent, asked)) return;
  const { needsSignIn, ofChannel } = verbOf(intent.kind);
  if (asker.conversation.personal && ofChannel)
    return enqueueAnswer(services, asker, { kind: "watchElsewhere", asked });
  const question = { services, asker, typed, asked };
  const answer = async (given: Question | SignedInQuestion) => {
    const said = await handle(given, intent);
    if (said !== null) await enqueueAnswer(services, asker, said);
  };
  return needsSignIn
    ? signedIn(question, ({ credential }) => answer({ ...question, credential }))
    : answer(question);
}

/** Whether a handler gets a credential is decided by the same table as whether it asks for one. */
const handle = (question: Question, intent: Intent): Promise<Answer | null> => {
  const handler: (question: never, intent: never) => Promise<Answer | null> = handlers[intent.kind];
  return handler(question as never, intent as never);
};

/** True when the mode forbids it and that was told: before a sign-in is asked for, and before anything is read. */
export async function toldClosed(
  services: Services,
  asker: ConversationContext,
  intent: Intent,
  asked: string,
): Promise<boolean> {
  const { activity } = verbOf(intent.kind);
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
  await enqueueAnswer(services, asker, { kind: "closed", asked, reason });
  return true;
}

export const help: Answer = { kind: "help", welcome: false };

export function notUnderstood(
  text: string,
  why: ParseError,
  suggestions: readonly string[],
): Extract<Answer, { kind: "notUnderstood" }> {
  const reason = isMasked(text) ? notKept : redactValues(why);
  const shown = isMasked(text) || suggestions.length === 0 ? {} : { suggestions };
  return { kind: "notUnderstood", asked: askedText(text), reason, ...shown };
}

/** Refused before anything waits; the mask itself may still be typed, or copied. */
const notKept: ParseError = { is: "masked" };

// "The same for prod-2": the requester's newest question here, of another cluster or of the same.

/**
 * What it comes to: never a change, which is asked for each time. Where nothing was asked before, the named cluster is
 * diagnosed, and without one the requester's requests are told.
 */
async function repeated(
  services: Services,
  asker: ConversationContext,
  cluster: string | null,
): Promise<Intent> {
  const before = await lastAsked(services, asker);
  const intent = before === null ? null : askedBy(before, cluster ?? before.cluster.id);
  return intent ?? (cluster === null ? { kind: "status" } : { kind: "diagnose", cluster, client: {} });
}

function askedBy({ task }: Run, cluster: string): Intent | null {
  switch (task.kind) {
    case "command":
      return { kind: "run", command: commandText(task.request), cluster };
    case "diagnose":
    case "access": {
      const { kind, client } = task;
      // What was pasted, somebody saw of the other one.
      const { symptom: _, symptomIsOld: __, ...place } = client;
      return { kind, cluster, client: place };
    }
    default:
      return null;
  }
}

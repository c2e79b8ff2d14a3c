// A pressed button. Nothing in it is trusted but who pressed: its ids are only looked up, then everything is asked again.
import type { Aliases } from "../../core/cluster-name.ts";
import {
  type CardActionOf,
  type CardVerb,
  isComplete,
  namesId,
  type ReadAction,
  traitsOf,
} from "../../core/conversation/card-action.ts";
import type { Intent } from "../../core/conversation/intent.ts";
import { type Notice, notice } from "../../core/conversation/notice.ts";
import { withoutCluster } from "../../core/conversation/reading/cluster-words.ts";
import { intentAbout, intentAsTyped } from "../../core/conversation/reading/intent-about.ts";
import { aliasesOf } from "../../core/policy/policy.ts";
import type { Run } from "../../core/run/run.ts";
import { decideOnChange, showApproval } from "../change/decide-change.ts";
import type { CardActionAnswer } from "../delivery/card-action-answer.ts";
import { askForFix } from "../diagnosis/ask-fix-owner.ts";
import { takeFeedback } from "../diagnosis/take-feedback.ts";
import { requestChange } from "../fix/request-change.ts";
import { requestFix } from "../fix/request-fix.ts";
import { isKnownTo, storedRun } from "../identity/authorize.ts";
import { confirmed, forget } from "../identity/forget-me.ts";
import { limited } from "../identity/guess-limit.ts";
import { askForSignIn } from "../identity/sign-in.ts";
import { pressOnIncident } from "../incident/act-on-incident.ts";
import { questionOfIncident, showIncident } from "../incident/incident-card.ts";
import { showStory } from "../incident/story.ts";
import { endVolunteering, volunteer } from "../incident/volunteer.ts";
import type { Offered } from "../ports/outbox.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import { offerFile } from "../run/offer-file.ts";
import { readOutput, showRun } from "../run/show-run.ts";
import { showUnmasked } from "../run/show-unmasked.ts";
import { answerIntent } from "./answer-intent.ts";
import { answerWaiting } from "./answer-question.ts";
import {
  questionAgain,
  questionBeside,
  questionOfRow,
  type RepeatedQuestion,
  type RowVerb,
} from "./repeat-question.ts";
import { takePlace } from "./set-client-location.ts";

/** `messageId`: the message whose button was pressed, as Teams says. */
type Handler<Verb extends CardVerb> = (
  services: Services,
  asker: ConversationContext,
  action: CardActionOf<Verb>,
  messageId: string | undefined,
) => Promise<CardActionAnswer> | CardActionAnswer;

const handlers: { readonly [Verb in CardVerb]: Handler<Verb> } = {
  diagnose: askBeside,
  access: askBeside,
  "look.pods": askBeside,
  "look.events": askBeside,
  clusters: askAlone,
  help: askAlone,
  status: askAlone,
  "sign-in": (services, asker) => sendSignIn(services, asker),
  "run.show": showRun,
  "run.page": (services, asker, { run, page = 1 }) => readOutput(services, asker, run, page),
  "run.told": (services, asker, { run }) => readOutput(services, asker, run, null),
  "run.file": (services, asker, { run }) => offerFile(services, asker, run),
  "run.unmasked": (services, asker, { run }) => showUnmasked(services, asker, run),
  "run.again": async (services, asker, { run }) =>
    asking(services, asker, await questionAgain(services, asker, run)),
  "row.describe": askOfRow,
  "row.events": askOfRow,
  "row.logs": askOfRow,
  "row.previous": askOfRow,
  "incident.show": showIncident,
  "incident.diagnose": diagnoseIncident,
  "incident.take": pressOnIncident,
  "incident.resolve": pressOnIncident,
  "incident.reopen": pressOnIncident,
  "incident.timeline": showStory,
  "incident.report": (services, asker, { incident }) => offerFile(services, asker, `${incident} docx`),
  "watch.volunteer": volunteer,
  "watch.release": endVolunteering,
  pick,
  "pick.word": pick,
  "pick.typed": pick,
  say: (services, asker, { say }) => started(() => answerWaiting(services, asker, say)),
  feedback: async (services, asker, { run: id, answer }) => {
    const run = await runKnownTo(services, asker, id);
    return (run && (await takeFeedback(services, asker, run, answer))) ?? outdated;
  },
  place: takePlace,
  "place.forget": takePlace,
  forget: confirmForgetting,
  "fix.ask": async (services, asker, { run: id }) => {
    const run = await runKnownTo(services, asker, id);
    return (run && (await askForFix(services, asker, run))) ?? outdated;
  },
  "fix.request": (services, asker, action) => requestFix(services, asker, action),
  "fix.undo": (services, asker, action) => requestFix(services, asker, action),
  "change.request": (services, asker, { run }) => requestChange(services, asker, run),
  "change.review": decideOnChange,
  "change.view": showApproval,
  "change.approve": decideOnChange,
  "change.reject": decideOnChange,
  "change.withdraw": decideOnChange,
};

/** An id in an action is looked up for whoever sends it, so it could be tried out. */
export async function answerCardAction(
  services: Services,
  asker: ConversationContext,
  action: ReadAction,
  messageId?: string,
): Promise<CardActionAnswer> {
  const answer = async () =>
    isComplete(action) ? handle(services, asker, action, messageId) : { text: notice(action.missing) };
  // What the client asks by itself guesses nothing, and shows only what stands there, or their own.
  if (!namesId(action) || traitsOf(action.verb).byClient) return answer();
  const { found } = await limited(services, asker, answer, isUnknown);
  return found ?? { text: notice("tooManyGuesses") };
}

const handle = <Verb extends CardVerb>(
  services: Services,
  asker: ConversationContext,
  action: CardActionOf<Verb>,
  messageId: string | undefined,
): Promise<CardActionAnswer> | CardActionAnswer => {
  const handler: Handler<Verb> = handlers[action.verb];
  return handler(services, asker, action, messageId);
};

const isUnknown = (answer: CardActionAnswer): boolean =>
  "text" in answer && wrongIds.includes(answer.text.is);

const wrongIds: readonly Notice["is"][] = [
  "outdated",
  "notHere",
  "noSuchChange",
  "notYourChoice",
  "notYourWish",
];

const outdated: CardActionAnswer = { text: notice("outdated") };

const started = (begin: () => Promise<void>): CardActionAnswer => ({
  text: notice("started"),
  begin,
  waits: true,
});

/** A question of a button is read and authorized like anything that is typed. */
const asking = (
  services: Services,
  asker: ConversationContext,
  question: RepeatedQuestion | null,
): CardActionAnswer =>
  question === null
    ? outdated
    : started(() => answerIntent(services, asker, question.intent, question.asked));

async function askBeside(
  services: Services,
  asker: ConversationContext,
  action: CardActionOf<"diagnose" | "access" | "look.pods" | "look.events">,
): Promise<CardActionAnswer> {
  return asking(services, asker, await questionBeside(services, asker, action));
}

async function askOfRow(
  services: Services,
  asker: ConversationContext,
  action: CardActionOf<RowVerb>,
): Promise<CardActionAnswer> {
  return asking(services, asker, await questionOfRow(services, asker, action));
}

function askAlone(
  services: Services,
  asker: ConversationContext,
  { verb }: CardActionOf<"clusters" | "help" | "status">,
): CardActionAnswer {
  return asking(services, asker, { intent: { kind: verb }, asked: verb });
}

async function runKnownTo(services: Services, asker: ConversationContext, id: string): Promise<Run | null> {
  const run = await storedRun(services, id);
  return run !== null && isKnownTo(asker, run) ? run : null;
}

const sendSignIn = (services: Services, asker: ConversationContext): CardActionAnswer => ({
  text: notice("sendingSignIn"),
  begin: () => askForSignIn(services, asker, "sign in"),
});

async function diagnoseIncident(
  services: Services,
  asker: ConversationContext,
  { incident }: CardActionOf<"incident.diagnose">,
  messageId: string | undefined,
): Promise<CardActionAnswer> {
  const question = await questionOfIncident(services, asker, incident, messageId);
  if (!question) return outdated;
  return {
    text: notice("started"),
    begin: () => answerIntent(services, question.asker, question.intent, question.asked),
  };
}

type PickVerb = "pick" | "pick.word" | "pick.typed";

/** How each verb reads what was asked. */
const choices: Readonly<Record<PickVerb, Offered["as"]>> = {
  pick: "name",
  "pick.word": "word",
  "pick.typed": "remembered",
};

/** The chosen cluster put into the question that waited for it; only the person who asked can choose, and only what was offered. */
async function pick(
  services: Services,
  asker: ConversationContext,
  { verb, pending: id, cluster }: CardActionOf<PickVerb>,
): Promise<CardActionAnswer> {
  const notBefore = new Date(services.clock.now().getTime() - 60 * 60_000).toISOString();
  const [pending] = await services.store.takePending({ id, userId: asker.userId }, notBefore);
  if (!pending) return { text: notice("notYourChoice") };
  const { offered = [] } = pending;
  if (!offered.some((each) => each.cluster === cluster && each.as === choices[verb])) return outdated;
  const aliases = aliasesOf(services.policy());
  const asked =
    verb === "pick.typed" ? intentAsTyped(pending.text) : intentAbout(pending.text, cluster, aliases);
  const meant = asked !== null && verb === "pick.word" ? withoutWord(asked, cluster, aliases) : asked;
  if (meant === null || !("cluster" in meant)) return outdated;
  const intent: Intent = { ...meant, cluster };
  return started(() => answerIntent(services, asker, intent, pending.text));
}

/** The question whose word turned out to be the cluster: what is left of its command goes there. */
function withoutWord(intent: Intent, cluster: string, aliases: Aliases): Intent | null {
  if (intent.kind !== "run" && intent.kind !== "canI") return null;
  // A sentence was read without the word.
  if (intent.cluster !== null) return intent;
  const command = withoutCluster(intent.command, cluster, aliases);
  return command === null ? null : { ...intent, command };
}

async function confirmForgetting(
  services: Services,
  asker: ConversationContext,
  { pending }: CardActionOf<"forget">,
): Promise<CardActionAnswer> {
  if (!(await confirmed(services, asker, pending))) return { text: notice("notYourWish") };
  return { text: notice("removing"), begin: () => forget(services, asker) };
}

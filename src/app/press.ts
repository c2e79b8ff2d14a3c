// A pressed button. Nothing in it is trusted but who pressed: its ids are only looked up, then everything is asked again.
import { isAgreedOn } from "../core/change/agreed-task.ts";
import { withoutCluster } from "../core/chat/cluster-words.ts";
import type { Intent } from "../core/chat/intent.ts";
import { intentAbout, intentAsTyped } from "../core/chat/intent-about.ts";
import { type Note, note } from "../core/chat/note.ts";
import { runKey } from "../core/outbox/message.ts";
import { aliasesOf } from "../core/policy/policy.ts";
import { hasEnded } from "../core/run/transition.ts";
import { answerIntent, answerWaiting } from "./answer-question.ts";
import { askForFix } from "./ask-for-fix.ts";
import { askForSignIn } from "./ask-for-sign-in.ts";
import { decideOnChange, isAboutChange } from "./change/decide-change.ts";
import { isAboutFix, requestFix } from "./fix/request-fix.ts";
import { confirmed, forget } from "./forget-me.ts";
import { limited } from "./guesses.ts";
import { isHere, isKnownTo, storedRun } from "./known-run.ts";
import type { Offered } from "./ports-outbox.ts";
import { isAboutRow, type Question, questionAgain, questionBeside, questionOfRow } from "./press-again.ts";
import type { PressAnswer } from "./press-answer.ts";
import type { Press } from "./press-data.ts";
import { questionOfIncident, showIncident } from "./press-incident.ts";
import { lookAt } from "./read-output.ts";
import { offerFile } from "./send-file.ts";
import type { Asker, Services } from "./services.ts";
import { showUnmasked, unmaskedVerb } from "./show-unmasked.ts";
import { showWaiting } from "./show-waiting.ts";
import { takeFeedback } from "./take-feedback.ts";
import { isAboutPlace, takePlace } from "./take-place.ts";
import { strayMessage } from "./tell.ts";

/** An id in a press is looked up for whoever sends it, so it could be tried out. */
export async function answerPress(services: Services, asker: Asker, press: Press): Promise<PressAnswer> {
  // The client asks by itself, of any old card: that guesses nothing, and shows only what stands there, or their own.
  if (press.verb === "incident.show") return showIncident(services, asker, press);
  if (press.verb === "run.show") return showRun(services, asker, press);
  const answer = () => answerOf(services, asker, press);
  if ([press.run, press.incident, press.pending].every((id) => id === undefined)) return answer();
  const { found } = await limited(services, asker, answer, isUnknown);
  return found ?? { text: note("tooManyGuesses") };
}

const isUnknown = (answer: PressAnswer): boolean => "text" in answer && wrongIds.includes(answer.text.is);

const wrongIds: readonly Note["is"][] = [
  "outdated",
  "notHere",
  "noSuchChange",
  "notYourChoice",
  "notYourWish",
];

async function answerOf(services: Services, asker: Asker, press: Press): Promise<PressAnswer> {
  const asking = (question: Question | null): PressAnswer =>
    question === null
      ? outdated
      : started(() => answerIntent(services, asker, question.intent, question.asked));
  switch (press.verb) {
    case "diagnose":
    case "access":
    case "look.pods":
    case "look.events":
      return asking(await questionBeside(services, asker, press));
    case "clusters":
    case "help":
    case "status":
      return asking({ intent: { kind: press.verb }, asked: press.verb });
    case "sign-in":
      return sendSignIn(services, asker);
    case "run.page":
    case "run.told":
    case "run.file":
    case unmaskedVerb:
      return aboutOutput(services, asker, press, press.verb);
    case "run.again":
      return asking(await questionAgain(services, asker, press));
    case "incident.diagnose":
      return diagnoseIncident(services, asker, press);
    case "pick":
    case "pick.word":
    case "pick.typed":
      return pick(services, asker, press);
    case "feedback":
    case "fix.ask":
      return aboutDiagnosis(services, asker, press);
    case "say":
      return sayLine(services, asker, press.say);
    case "forget":
      return confirmForgetting(services, asker, press);
    default:
      if (isAboutRow(press)) return asking(await questionOfRow(services, asker, press));
      return aboutOther(services, asker, press);
  }
}

function aboutOther(services: Services, asker: Asker, press: Press): Promise<PressAnswer> | PressAnswer {
  if (isAboutChange(press)) return decideOnChange(services, asker, press);
  if (isAboutFix(press)) return requestFix(services, asker, press);
  return isAboutPlace(press) ? takePlace(services, asker, press) : outdated;
}

const outdated: PressAnswer = { text: note("outdated") };

const started = (begin: () => Promise<void>): PressAnswer => ({ text: note("started"), begin, waits: true });

/** A suggestion: read and authorized like anything that is typed. */
const sayLine = (services: Services, asker: Asker, line: string | undefined): PressAnswer =>
  line === undefined ? outdated : started(() => answerWaiting(services, asker, line));

const sendSignIn = (services: Services, asker: Asker): PressAnswer => ({
  text: note("sendingSignIn"),
  begin: () => askForSignIn(services, asker, "sign in"),
});

function aboutOutput(
  services: Services,
  asker: Asker,
  press: Press,
  verb: "run.page" | "run.told" | "run.file" | typeof unmaskedVerb,
): Promise<PressAnswer> {
  switch (verb) {
    case "run.page":
      return readOutput(services, asker, press, press.page ?? 1);
    case "run.told":
      return readOutput(services, asker, press, null);
    case "run.file":
      return offerFile(services, asker, press.run);
    case unmaskedVerb:
      return showUnmasked(services, asker, press.run);
  }
}

/** A page of an output, or what it tells: authorized like the command itself. */
async function readOutput(
  services: Services,
  asker: Asker,
  press: Press,
  page: number | null,
): Promise<PressAnswer> {
  const run = await storedRun(services, press.run);
  if (!run) return { text: note("notHere") };
  // Nothing but what stands here already.
  if (isAgreedOn(run.task) && isHere(asker, run) && isKnownTo(asker, run))
    return { card: { kind: "run", run, page } };
  const right = await lookAt(services, asker, run, { action: "output.read", detail: { page } });
  return right.ok ? { card: { kind: "run", run, page } } : { text: right.reason };
}

/** A client shows a card of a run that went on: from now on its message is the one that is edited. */
async function showRun(services: Services, asker: Asker, press: Press): Promise<PressAnswer> {
  const run = await storedRun(services, press.run);
  if (!run) return showWaiting(services, asker, press);
  if (!isKnownTo(asker, run)) return { text: note("notHere") };
  const { messageId } = press;
  if (messageId !== undefined && (await services.store.adoptMessage(runKey(run.id), messageId)) === "stray") {
    const text: Note = { is: "answeredElsewhere", run: run.id };
    await services.store.tell(null, [strayMessage(run.conversation, messageId, text)]);
  }
  if (!hasEnded(run.status.state)) return { card: { kind: "run", run, page: null } };
  return readOutput(services, asker, press, null);
}

async function diagnoseIncident(services: Services, asker: Asker, press: Press): Promise<PressAnswer> {
  const question = await questionOfIncident(services, asker, press);
  if (!question) return outdated;
  return {
    text: note("started"),
    begin: () => answerIntent(services, question.asker, question.intent, question.asked),
  };
}

/** How each verb reads what was asked. */
const choices: Readonly<Record<string, Offered["as"]>> = {
  pick: "name",
  "pick.word": "word",
  "pick.typed": "remembered",
};

/** The chosen cluster put into the question that waited for it; only the person who asked can choose, and only what was offered. */
async function pick(services: Services, asker: Asker, press: Press): Promise<PressAnswer> {
  if (press.pending === undefined || press.cluster === undefined) return outdated;
  const notBefore = new Date(services.clock.now().getTime() - 60 * 60_000).toISOString();
  const [pending] = await services.store.takePending({ id: press.pending, userId: asker.userId }, notBefore);
  if (!pending) return { text: note("notYourChoice") };
  const { offered = [] } = pending;
  if (!offered.some(({ cluster, as }) => cluster === press.cluster && as === choices[press.verb]))
    return outdated;
  const asked =
    press.verb === "pick.typed"
      ? intentAsTyped(pending.text)
      : intentAbout(pending.text, press.cluster, aliasesOf(services.policy()));
  const meant = asked !== null && press.verb === "pick.word" ? withoutWord(asked, press.cluster) : asked;
  if (meant === null || !("cluster" in meant)) return outdated;
  const intent: Intent = { ...meant, cluster: press.cluster };
  return started(() => answerIntent(services, asker, intent, pending.text));
}

/** The question whose word turned out to be the cluster: what is left of its command goes there. */
function withoutWord(intent: Intent, cluster: string | undefined): Intent | null {
  if (intent.kind !== "run" && intent.kind !== "canI") return null;
  // A sentence was read without the word.
  if (intent.cluster !== null) return intent;
  const command = withoutCluster(intent.command, cluster ?? "");
  return command === null ? null : { ...intent, command };
}

async function aboutDiagnosis(services: Services, asker: Asker, press: Press): Promise<PressAnswer> {
  const run = await storedRun(services, press.run);
  if (!run || !isKnownTo(asker, run)) return outdated;
  const { answer } = press;
  if (press.verb === "fix.ask") return (await askForFix(services, asker, run)) ?? outdated;
  const taken = answer === undefined ? null : await takeFeedback(services, asker, run, answer);
  return taken ?? outdated;
}

async function confirmForgetting(services: Services, asker: Asker, press: Press): Promise<PressAnswer> {
  if (press.pending === undefined || !(await confirmed(services, asker, press.pending)))
    return { text: note("notYourWish") };
  return { text: note("removing"), begin: () => forget(services, asker) };
}

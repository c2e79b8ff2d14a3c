// What is wrong with reaching a cluster: the cause, its evidence, the fix, and then everything else.

import template from "../../../cards/diagnosis.json" with { type: "json" };
import { smallestRole } from "../../core/access/roles.ts";
import type { Verdict } from "../../core/diagnosis/cause.ts";
import { headlineOf, placeDoubt } from "../../core/diagnosis/diagnosis.ts";
import { clientOf, type Run } from "../../core/run/run.ts";
import { actionButton, arrange, askAgain } from "../card/button.ts";
import { CARD_BUDGET, cardSize, type Presented, renderCard } from "../card/presented.ts";
import { checkedAt, isMended, placeOf, runFooter, stampSaid } from "../card/run-texts.ts";
import { briefly, resourceLabel } from "../card/scope.ts";
import { isSaidIn, plain } from "../card/text.ts";
import { dotted } from "../messages/catalogue/style.ts";
import type { Messages } from "../messages/messages.ts";
import { placePart, waysPart } from "./access-path-list.ts";
import { answerSaid, changesSaid, testPart } from "./client-test.ts";
import { EVIDENCE, type Evidence, groupsOf } from "./diagnosis-details.ts";
import { fixOffers, fixPart } from "./fix.ts";
import {
  diagnosisTitle,
  gapsOf,
  problemsOf,
  type SaidCheck,
  type SaidDiagnosis,
  styleOf,
} from "./localize-diagnosis.ts";
import { wayPart } from "./path-diagram.ts";

const PROBLEMS = 5;
const GAPS = 4;

/** More lines beside a cause are read by nobody. */
const CHANGES = 3;

/** What differs from an earlier diagnosis, then who changed what: hints at the cause, or at what has mended it. */
function changeLines(run: Run, diagnosis: SaidDiagnosis, messages: Messages): readonly string[] {
  const { since } = diagnosis;
  const lines = [
    ...(since === undefined ? [] : [messages.saySince(since)]),
    ...changesSaid(diagnosis, messages, checkedAt(run)),
  ];
  return lines.slice(0, CHANGES).map((line) => plain(briefly(line)));
}

/** What fails inside stands above everything else, with what it said before. */
function failingPart(
  run: Run,
  { inside, rootCause, summary }: SaidDiagnosis,
  answer: string,
  { tables }: Messages,
) {
  const failing = inside?.failing;
  const subtitle = isSaidIn(summary, answer) ? "" : plain(summary);
  if (failing === undefined) return { subtitle, failing: "", logs: [] };
  const { namespace, pod: name, container, more, hasPreviousLog } = failing;
  // Of one pod that crashes the finding says no more than its own line.
  const isSaid = rootCause?.check === "k8s.crashloop" && more === 0;
  const row = { run: run.id, namespace, name, container };
  return {
    subtitle: isSaid ? "" : subtitle,
    failing: `**${plain(`${namespace}/${name}`)}** – ${plain(failing.summary, 600)}`,
    logs: hasPreviousLog ? [actionButton(tables.looks.previous, { verb: "row.previous", ...row })] : [],
  };
}

/** What is left to say of the cause beside its sentence: since when, and how sure that is. */
function causePart(run: Run, diagnosis: SaidDiagnosis, place: string, messages: Messages) {
  const { rootCause, verdict, cluster, asks = [] } = diagnosis;
  const texts = messages.diagnosis;
  const changes = changeLines(run, diagnosis, messages);
  if (rootCause === null) {
    const notes: Partial<Record<Verdict, string>> = {
      broken: isElsewhere(diagnosis) ? "" : texts.noCause,
      // The buttons ask for the place already.
      healthy: isElsewhere(diagnosis) || asks.length > 0 ? "" : ownSideOf(cluster.name, place, messages),
    };
    const { [verdict]: note = "" } = notes;
    return { causeText: "", cause: plain(note), changes };
  }
  const { confidence } = rootCause;
  return {
    causeText: isSaidIn(rootCause.summary, diagnosis.summary) ? "" : plain(rootCause.summary),
    cause: confidence === "likely" ? plain(texts.likely) : "",
    changes,
  };
}

/** The summary already says that nothing is known to lead from the requester's place to the cluster. */
const isElsewhere = (diagnosis: SaidDiagnosis): boolean => placeDoubt(diagnosis) !== undefined;

/** Nothing is wrong on Azure's side: where the requester sits, or what to look at there, is what is left. */
const ownSideOf = (cluster: string, place: string, messages: Messages): string =>
  place === ""
    ? messages.sentences([messages.diagnosis.askAddress({ cluster }), messages.ownAddressShown()])
    : messages.diagnosis.ownSide;

/** Its sentence names what it is about. */
const problemOf =
  ({ checkStatus }: Messages) =>
  ({ status, summary }: Pick<SaidCheck, "status" | "summary">) => ({
    word: plain(checkStatus[status]),
    finding: plain(summary),
  });

/** What a walk has met besides the cause, where none of the checks that are shown says so already. */
const walkedOf = (
  { requirements, thenAlso = [] }: SaidDiagnosis,
  shown: readonly SaidCheck[],
  messages: Messages,
) =>
  thenAlso.flatMap(({ need: stopped, summary }) => {
    const need = requirements.find(({ id }) => stopped === id);
    if (need === undefined || shown.some((check) => check.summary.includes(summary))) return [];
    return [problemOf(messages)({ status: "fail", summary })];
  });

/** Failing checks beside the cause; one failing check alone is the cause and already said. */
function problemPart(diagnosis: SaidDiagnosis, messages: Messages) {
  const texts = messages.diagnosis;
  const { own, explained } = problemsOf(diagnosis);
  const rest = own.filter(({ id }) => id !== diagnosis.rootCause?.check);
  const walked = walkedOf(diagnosis, rest, messages);
  const others = rest.map(problemOf(messages));
  const hidden = others.length - PROBLEMS;
  const notes = [
    hidden > 0 ? texts.moreProblems({ count: hidden }) : "",
    explained > 0 ? texts.consequences({ count: explained }) : "",
  ];
  return {
    problems: [...others.slice(0, PROBLEMS), ...walked],
    problemsNote: plain(messages.sentences(notes)),
  };
}

/** A cluster that is stopped or gone leaves much open of which nobody asks; where the requester is, the headline says already. */
function openChecks(diagnosis: SaidDiagnosis): SaidDiagnosis["checks"] {
  const headline = headlineOf(diagnosis);
  if (headline === "stopped" || diagnosis.rootCause?.check === "cluster.exists") return [];
  return diagnosis.checks.filter(({ id }) => diagnosis.outside === undefined || id !== "client.network");
}

/** What could not be read, by the grant that would settle it. */
function unknownPart(diagnosis: SaidDiagnosis, messages: Messages) {
  const texts = messages.diagnosis;
  // A reminder is no gap.
  const checks = openChecks(diagnosis).filter(({ severity }) => severity !== "info");
  const gaps = gapsOf(checks).map(({ scope, actions, checks: titles }) => {
    const roles = [...new Set(actions.map(smallestRole))];
    return texts.unknownText({ roles, scope: resourceLabel(scope, messages), checks: titles });
  });
  const unread = checks.filter((check) => check.status === "notAssessed" && check.needs.length === 0);
  const others = [...Map.groupBy(unread, ({ summary }) => summary)].map(([summary, same]) =>
    texts.unknownOther({ checks: same.map(({ title }) => title), why: summary }),
  );
  const lines = [...gaps, ...others];
  const hidden = lines.length - GAPS;
  const shown = hidden > 0 ? [...lines.slice(0, GAPS), texts.unknownMore({ count: hidden })] : lines;
  return { unknownHead: plain(texts.unknown), unknown: shown.map((line) => plain(line)) };
}

const badgeOf = (failed: number, warned: number, { diagnosis: texts }: Messages): string =>
  dotted([texts.failedChecks({ count: failed }), texts.warnings({ count: warned })]);

function detailsPart(diagnosis: SaidDiagnosis, evidence: Evidence, messages: Messages) {
  const texts = messages.diagnosis;
  const { own, explained } = problemsOf(diagnosis);
  // Advice is no trouble to be counted.
  const troubles = own.filter((check) => check.status !== "warn" || check.advice !== true);
  const warned = troubles.filter(({ status }) => status === "warn").length;
  const failed = troubles.length + explained - warned;
  const groups = groupsOf(diagnosis, evidence, messages);
  const total = diagnosis.checks.filter(({ status }) => status !== "notApplicable").length;
  return {
    // What only the requester lacks, for what they did not ask for, is no news of a cluster that is well.
    badge: diagnosis.verdict === "healthy" ? "" : badgeOf(failed, warned, messages),
    badgeStyle: failed > 0 ? "Attention" : "Warning",
    detailsHead: plain(texts.details({ total })),
    detailsButton: messages.buttons.details,
    detailsNote: plain(texts.lessEvidence[evidence]),
    moreTitle: plain(texts.more),
    groups,
  };
}

/** Nothing of the cluster fails, though the requester may not get there. */
const isSound = (diagnosis: SaidDiagnosis): boolean =>
  diagnosis.verdict === "healthy" || headlineOf(diagnosis) === "cutOff";

/** Every check is on the card; where all evidence does not fit, that of the checks that pass goes first. */
export function presentDiagnosis(run: Run, diagnosis: SaidDiagnosis, messages: Messages): Presented {
  const [first, ...shorter] = EVIDENCE;
  return shorter.reduce(
    (card, evidence) =>
      cardSize(card.card) <= CARD_BUDGET ? card : presentWith(run, diagnosis, evidence, messages),
    presentWith(run, diagnosis, first, messages),
  );
}

/** Its card is brought up to date, so that nothing is asked about it yet. */
const isLooking = ({ inside }: SaidDiagnosis): boolean => inside?.found.is === "looking";

/** That the API server answers and how much is wrong inside is all that was seen there. */
const isWholeAnswer = ({ inside }: SaidDiagnosis): boolean =>
  inside?.found.is === "reachableWithFaults" && inside.found.unread.length === 0 && inside.way !== "broken";

/** Nobody can say whether it was right before it is whole. */
const feedbackPart = (run: Run, diagnosis: SaidDiagnosis, { diagnosis: texts, buttons }: Messages) => ({
  feedback: plain(diagnosis.rootCause === null ? texts.wasRight : texts.wasCause),
  answers: isLooking(diagnosis)
    ? []
    : [
        actionButton(buttons.yes, { verb: "feedback", run: run.id, answer: "yes" }),
        actionButton(buttons.no, { verb: "feedback", run: run.id, answer: "no" }),
      ],
});

/** `taken`: as in `arrange`. */
function buttonsOf(run: Run, diagnosis: SaidDiagnosis, taken: number, { buttons }: Messages) {
  const { verdict, inside } = diagnosis;
  // Whoever gets there has no use for another way.
  const getsThere = (inside?.way ?? verdict) === "healthy";
  const again = isLooking(diagnosis) ? [] : [askAgain(buttons.checkAgain, "diagnose", run)];
  const ways = askAgain(buttons.ways, "access", run);
  const isRemembered = clientOf(run).saidAt !== undefined;
  const forget = isRemembered
    ? [actionButton(buttons.forgetPlace, { verb: "place.forget", run: run.id })]
    : [];
  return arrange([...(getsThere ? [...again, ways] : [ways, ...again]), ...forget], taken);
}

function presentWith(run: Run, diagnosis: SaidDiagnosis, evidence: Evidence, messages: Messages): Presented {
  const texts = messages.diagnosis;
  const heading = diagnosisTitle(diagnosis, diagnosis.cluster.name, messages);
  const client = clientOf(run);
  const place = placeOf(client, messages);
  const { waySaid, ...way } = wayPart(diagnosis, client, messages);
  const details = detailsPart(diagnosis, evidence, messages);
  const question = run.task.kind === "diagnose" ? run.task.question : undefined;
  const answer = briefly(answerSaid(question, diagnosis, checkedAt(run), messages));
  const data = {
    answer: plain(answer, 800),
    style: isMended(run) ? "emphasis" : styleOf(diagnosis),
    stamp: plain(stampSaid(run, messages)),
    title: plain(heading),
    ...failingPart(run, diagnosis, answer, messages),
    inside: question === "isDown" && isWholeAnswer(diagnosis) ? "" : plain(diagnosis.inside?.said ?? ""),
    ...way,
    ...causePart(run, diagnosis, place, messages),
    ...placePart(run, diagnosis, messages),
    ...fixPart(diagnosis, messages, fixOffers(run, messages)),
    ...problemPart(diagnosis, messages),
    ...waysPart(run, diagnosis, messages),
    ...testPart(diagnosis, client, messages),
    ...unknownPart(diagnosis, messages),
    ...details,
    // Advice stands there alone where nothing is wrong.
    problemsHead: plain(
      diagnosis.rootCause === null && !isSound(diagnosis) ? texts.problems : texts.alsoProblems,
    ),
    resultHead: plain(texts.result),
    findingHead: plain(texts.finding),
    ...feedbackPart(run, diagnosis, messages),
    links: [],
    buttons: buttonsOf(run, diagnosis, details.groups.length > 0 ? 1 : 0, messages),
    footer: plain(dotted([runFooter(run, messages), place === "" ? "" : texts.from({ place })])),
  };
  const more = messages.sentences([diagnosis.inside?.said ?? "", waySaid]);
  const head = answer === "" ? messages.headed(heading, diagnosis.summary) : messages.headed(answer, heading);
  return renderCard(template, messages.sentences([stampSaid(run, messages), head]), data, more);
}

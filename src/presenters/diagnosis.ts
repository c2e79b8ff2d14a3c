// What is wrong with reaching a cluster: the cause, its evidence, the fix, and then everything else.
import template from "../../cards/diagnosis.json" with { type: "json" };
import type { AccessPath } from "../core/access/access-path.ts";
import { smallestRole } from "../core/access/roles.ts";
import { type Diagnosis, placeDoubt, type Verdict } from "../core/diagnosis/diagnosis.ts";
import type { Run } from "../core/run/run.ts";
import { arrange, askAgain, press } from "./button.ts";
import { shellCode } from "./code.ts";
import { countOf, gapsOf, problemsOf, usableWays } from "./diagnosis-data.ts";
import { EVIDENCE, type Evidence, groupsOf } from "./diagnosis-details.ts";
import type { Messages } from "./messages/messages.ts";
import type { Style } from "./notice.ts";
import { CARD_BUDGET, cardSize, type Presented } from "./presented.ts";
import { placeOf, runFooter } from "./run-texts.ts";
import { resourceLabel } from "./scope.ts";
import { render } from "./template.ts";
import { clip, plain, visible } from "./text.ts";
import { utc } from "./time.ts";
import { wayPart } from "./way.ts";

const STYLES: Readonly<Record<Verdict, Style>> = {
  healthy: "good",
  degraded: "warning",
  broken: "attention",
  unknown: "emphasis",
};

const PROBLEMS = 5;
const PROOF_LINES = 4;
const WAYS = 3;
const GAPS = 4;

/** How sure, which check, which resource; then the evidence of that one check. */
function causePart(diagnosis: Diagnosis, place: string, messages: Messages) {
  const { rootCause, checks, verdict, cluster } = diagnosis;
  const texts = messages.diagnosis;
  if (rootCause === null) {
    const notes: Partial<Record<Verdict, string>> = {
      broken: texts.noCause,
      healthy: isElsewhere(diagnosis) ? "" : texts.healthyText(cluster.name, place),
    };
    const { [verdict]: note = "" } = notes;
    return { causeText: "", cause: plain(note), changed: "", proof: [], fix: [] };
  }
  const { check: id, confidence, resourceId, changed, fix } = rootCause;
  const check = checks.find((result) => result.id === id);
  const proof = check !== undefined && "evidence" in check ? (check.evidence ?? []) : [];
  const resource = resourceId === undefined ? "" : resourceLabel(resourceId);
  const about = fix === undefined ? "" : texts.fixText(fix.role, fix.risk, fix.disruptive);
  return {
    causeText: diagnosis.summary.includes(rootCause.summary) ? "" : plain(rootCause.summary),
    cause: plain(texts.cause(texts.confidence[confidence], id, resource)),
    changed: changed === undefined ? "" : plain(texts.changed(utc(changed.time), changed.what)),
    proof: proof.slice(0, PROOF_LINES).map((line) => clip(visible(line), 200)),
    fix: fix === undefined ? [] : [{ about: plain(about), ...shellCode(fix.commands) }],
  };
}

/** The summary already says that nothing is known to lead from the asker's place to the cluster. */
const isElsewhere = (diagnosis: Diagnosis): boolean => placeDoubt(diagnosis) !== "";

/** Failing checks beside the cause; one failing check alone is the cause and already said. */
function problemPart(diagnosis: Diagnosis, messages: Messages) {
  const texts = messages.diagnosis;
  const { own, explained } = problemsOf(diagnosis);
  const others = own.filter(({ id }) => id !== diagnosis.rootCause?.check);
  const hidden = others.length - PROBLEMS;
  const notes = [
    hidden > 0 ? texts.moreProblems(hidden) : "",
    explained > 0 ? texts.consequences(explained) : "",
  ];
  return {
    problems: others.slice(0, PROBLEMS).map((check) => ({
      word: plain(messages.checkStatus[check.status]),
      check: plain(check.title, 120),
      finding: plain(check.summary),
    })),
    problemsNote: plain(notes.filter((note) => note !== "").join(" ")),
  };
}

function waysPart({ accessPaths, verdict }: Diagnosis, messages: Messages) {
  const texts = messages.diagnosis;
  const usable = usableWays(accessPaths);
  const titlesOf = (state: AccessPath["state"]) =>
    accessPaths.filter((path) => path.state === state).map(({ title }) => title);
  const [available, blocked] = [titlesOf("available"), titlesOf("blocked")];
  // Beside a way that works, one that perhaps does is worth its name only.
  const perhaps = available.length > 0 ? titlesOf("probable") : [];
  const shown = available.length > 0 ? usable.filter(({ state }) => state === "available") : usable;
  const lines = shown.slice(0, WAYS).map((path) => ({
    word: plain(messages.pathState[path.state]),
    text: plain(texts.wayText(path.title, path.reason)),
  }));
  const notes = [
    perhaps.length === 0 ? "" : texts.perhapsWays(perhaps),
    blocked.length === 0 ? "" : texts.blockedWays(blocked),
  ];
  return {
    waysHead: plain(verdict === "healthy" ? texts.waysHealthy : texts.ways),
    ways: lines.length > 0 ? lines : [{ word: plain(texts.none), text: plain(texts.noWays) }],
    waysNote: plain(notes.filter((note) => note !== "").join(" ")),
  };
}

/** What could not be read, by the grant that would settle it. */
function unknownPart({ checks }: Diagnosis, messages: Messages) {
  const texts = messages.diagnosis;
  const gaps = gapsOf(checks).map(({ scope, actions, checks: titles }) => {
    const role = texts.roles([...new Set(actions.map(smallestRole))]);
    return texts.unknownText(role, resourceLabel(scope), titles);
  });
  const unread = checks.filter((check) => check.status === "notAssessed" && check.needs.length === 0);
  const others = [...Map.groupBy(unread, ({ summary }) => summary)].map(([summary, same]) =>
    texts.unknownOther(
      same.map(({ title }) => title),
      summary,
    ),
  );
  const lines = [...gaps, ...others];
  const hidden = lines.length - GAPS;
  const shown = hidden > 0 ? [...lines.slice(0, GAPS), texts.unknownMore(hidden)] : lines;
  return { unknownHead: plain(texts.unknown), unknown: shown.map((line) => plain(line)) };
}

function detailsPart(diagnosis: Diagnosis, evidence: Evidence, messages: Messages) {
  const texts = messages.diagnosis;
  const { own, explained } = problemsOf(diagnosis);
  const warned = countOf(diagnosis, "warn");
  const failed = own.length + explained - warned;
  const groups = groupsOf(diagnosis, evidence, messages);
  const total = diagnosis.checks.filter(({ status }) => status !== "notApplicable").length;
  return {
    badge: texts.badge(failed, warned),
    badgeStyle: failed > 0 ? "Attention" : "Warning",
    detailsHead: plain(texts.details(total)),
    detailsButton: messages.buttons.details,
    detailsNote: plain(texts.lessEvidence[evidence]),
    moreTitle: plain(texts.more),
    groups,
  };
}

/** Every check is on the card; where all evidence does not fit, that of the checks that pass goes first. */
export function presentDiagnosis(run: Run, diagnosis: Diagnosis, messages: Messages): Presented {
  const [first, ...shorter] = EVIDENCE;
  return shorter.reduce(
    (card, evidence) =>
      cardSize(card.card) <= CARD_BUDGET ? card : presentWith(run, diagnosis, evidence, messages),
    presentWith(run, diagnosis, first, messages),
  );
}

function presentWith(run: Run, diagnosis: Diagnosis, evidence: Evidence, messages: Messages): Presented {
  const texts = messages.diagnosis;
  const heading = texts.title(messages.verdict[diagnosis.verdict], diagnosis.cluster.name);
  const client = run.task.kind === "command" ? {} : run.task.client;
  const place = placeOf(client);
  const { waySaid, ...way } = wayPart(diagnosis, client, messages);
  const details = detailsPart(diagnosis, evidence, messages);
  const again = askAgain(messages.buttons.checkAgain, "diagnose", run);
  const ways = askAgain(messages.buttons.ways, "access", run);
  const data = {
    style: STYLES[diagnosis.verdict],
    title: plain(heading),
    subtitle: plain(diagnosis.summary),
    ...way,
    ...causePart(diagnosis, place, messages),
    ...problemPart(diagnosis, messages),
    ...waysPart(diagnosis, messages),
    ...unknownPart(diagnosis, messages),
    ...details,
    fixHead: plain(texts.fix),
    problemsHead: plain(diagnosis.rootCause === null ? texts.problems : texts.alsoProblems),
    resultHead: plain(texts.result),
    checkHead: plain(texts.check),
    findingHead: plain(texts.finding),
    feedback: plain(diagnosis.rootCause === null ? texts.wasRight : texts.wasCause),
    answers: [
      press(messages.buttons.yes, { verb: "feedback", run: run.id, answer: "yes" }),
      press(messages.buttons.no, { verb: "feedback", run: run.id, answer: "no" }),
    ],
    links: [],
    buttons: arrange(
      diagnosis.verdict === "healthy" ? [again, ways] : [ways, again],
      details.groups.length > 0 ? 1 : 0,
    ),
    footer: plain(
      [runFooter(run, messages), place === "" ? "" : texts.from(place)].filter(Boolean).join(" · "),
    ),
  };
  return render(template, `${heading}. ${diagnosis.summary}`, data, waySaid);
}

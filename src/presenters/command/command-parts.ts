// What every card about the output of a command shares: what ran, with whose rights, and what is missing of it.
import template from "../../../cards/command-result.json" with { type: "json" };
import {
  type CommandRequest,
  type CommandResult,
  commandText,
} from "../../core/command/grammar/command-request.ts";
import { type Cut, cutsOf } from "../../core/command/output-filter.ts";
import { outputFormat } from "../../core/command/output-format.ts";
import type { Unmasked } from "../../core/conversation/answer.ts";
import type { Run } from "../../core/run/run.ts";
import { actionButton, arrange, type Button, showUnmaskedButton } from "../card/button.ts";
import { paginate } from "../card/pages.ts";
import { type Presented, renderCard } from "../card/presented.ts";
import { isRepeatable, runFooter } from "../card/run-texts.ts";
import { type Code, commandLines, outputCode, plain } from "../card/text.ts";
import { duration } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";

/** A command that ran to its end. */
export type FinishedCommand = Readonly<{
  run: Run;
  task: Extract<Run["task"], { kind: "command" }>;
  result: CommandResult;
}>;

export const headingOf = (
  { exitCode }: CommandResult,
  cluster: string,
  { commandResult }: Messages,
): string =>
  exitCode === null ? commandResult.exitUnknown({ cluster }) : commandResult.exit({ exitCode, cluster });

export const tookOf = (
  { startedAt, finishedAt }: CommandResult,
  { commandResult, times }: Messages,
): string => {
  const took = duration(startedAt, finishedAt, times);
  return took === "" ? "" : commandResult.ran({ took });
};

/** Beside a title that says something else. */
export const codeOf = ({ exitCode }: CommandResult, { commandResult }: Messages): string =>
  commandResult.code({ exitCode });

/** Where it ran when nobody said, with which rights, and what its output may hold. */
export function warnings(
  { risks, scope, namespaceAssumed, waitAsked }: CommandRequest,
  clusterAdmin: boolean,
  { commandResult, risks: words, tables }: Messages,
): readonly string[] {
  return [
    ...(namespaceAssumed === true && scope.kind === "namespace"
      ? [tables.assumedNamespace({ namespace: scope.name })]
      : []),
    ...(waitAsked === undefined ? [] : [tables.waitShortened({ waitAsked })]),
    ...(clusterAdmin ? [commandResult.clusterAdmin] : []),
    ...risks.map((risk) => commandResult.risk({ text: words[risk] ?? risk })),
  ];
}

/** Who left out what; empty where it is whole. */
export const cutNotes = (
  request: CommandRequest,
  result: CommandResult,
  messages: Messages,
): readonly string[] => cutsOf(request, result).map((cut) => sayCut(cut, messages));

function sayCut(cut: Cut, { commandResult }: Messages): string {
  switch (cut.by) {
    case "bot":
      return commandResult.leftOut({ characters: cut.characters });
    case "aks":
      return commandResult.truncated;
    case "tail":
      return commandResult.lastLines({ lines: cut.lines });
    case "selector":
      return commandResult.lastOfEach;
  }
}

export const maskedNote = ({ masked }: CommandResult, { commandResult }: Messages): string =>
  masked > 0 ? commandResult.masked({ count: masked }) : "";

/** More was printed than one page shows. */
function isMore({ output }: CommandResult): boolean {
  const { pages, cutLines } = paginate(output);
  return pages.length > 1 || cutLines > 0;
}

/** The card's own buttons, then what every output may be asked for again. */
export function outputButtons(
  { run, result }: FinishedCommand,
  own: readonly Button[],
  messages: Messages,
): readonly Button[] {
  const again = isRepeatable(run)
    ? [actionButton(messages.buttons.runAgain, { verb: "run.again", run: run.id })]
    : [];
  const file = isMore(result) ? [actionButton(messages.file.button, { verb: "run.file", run: run.id })] : [];
  return [
    ...arrange([...own, ...again, ...file]),
    ...(result.masked > 0 && isRepeatable(run) ? [showUnmaskedButton(messages, run.id)] : []),
  ];
}

// The output of a command as text: one page of it, its two ends where something is missing, or that there is none.

/** `rest`: what stands below `between`. Texts as people write them. */
type Shown = Readonly<{
  heading?: string;
  subtitle: readonly string[];
  texts?: readonly string[];
  output?: readonly Code[];
  between?: string;
  rest?: readonly Code[];
  notes: readonly string[];
  buttons: readonly Button[];
}>;

const said = (texts: readonly string[]) => texts.filter((text) => text !== "").map((text) => plain(text));

function presentOutput(ran: FinishedCommand, shown: Shown, messages: Messages): Presented {
  const { run, task, result } = ran;
  const command = commandText(task.request);
  const { heading = headingOf(result, run.cluster.name, messages) } = shown;
  return renderCard(template, messages.labelled(heading, command), {
    style: result.exitCode === 0 ? "default" : "warning",
    title: plain(heading),
    subtitle: plain(shown.subtitle.filter((text) => text !== "").join(" · ")),
    command: commandLines(command),
    warnings: said(warnings(task.request, task.clusterAdmin, messages)),
    texts: said(shown.texts ?? []),
    output: shown.output ?? [],
    between: plain(shown.between ?? ""),
    rest: shown.rest ?? [],
    notes: said(shown.notes),
    links: [],
    buttons: outputButtons(ran, shown.buttons, messages),
    footer: plain(runFooter(run, messages)),
  });
}

/** The nearest page; `hasTable`: the same is told as a table elsewhere. */
export function presentPage(
  ran: FinishedCommand,
  page: number,
  hasTable: boolean,
  messages: Messages,
): Presented {
  const { commandResult: texts, buttons } = messages;
  const { run, task, result } = ran;
  const { pages, lineCount, cutLines } = paginate(result.output);
  const number = Math.min(Math.max(1, Math.trunc(page) || 1), pages.length);
  const { firstLine, lines } = pages[number - 1] ?? { firstLine: 1, lines: [] };
  const last = firstLine + lines.length - 1;
  const turn = (title: string, to: number) =>
    actionButton(title, { verb: "run.page", run: run.id, page: to });
  const counts = [
    pages.length > 1 ? texts.lines({ first: firstLine, last, total: lineCount }) : "",
    cutLines > 0 ? texts.cutLines({ count: cutLines }) : "",
    maskedNote(result, messages),
  ];
  const shown: Shown = {
    subtitle: [
      tookOf(result, messages),
      pages.length > 1 ? texts.page({ page: number, pages: pages.length }) : "",
    ],
    texts: lines.length === 0 ? [texts.empty] : [],
    output: lines.length === 0 ? [] : [outputCode(lines, firstLine, outputFormat(task.request.argv))],
    notes: [messages.sentences(counts), ...cutNotes(task.request, result, messages)],
    buttons: [
      ...(number < pages.length ? [turn(buttons.next, number + 1)] : []),
      ...(number > 1 ? [turn(buttons.previous, number - 1)] : []),
      ...(hasTable ? [actionButton(buttons.asTable, { verb: "run.told", run: run.id })] : []),
    ],
  };
  return presentOutput(ran, shown, messages);
}

/** As many lines as a code block shows before somebody expands it: the last one counts. */
const HEAD = 10;
const TAIL = 10;

/** The beginning and the end of what came, with what lies between on pages. */
export function presentEnds(ran: FinishedCommand, messages: Messages): Presented {
  const { run, task, result } = ran;
  const { pages, lineCount } = paginate(result.output);
  if (lineCount <= HEAD + TAIL) return presentPage(ran, 1, false, messages);
  const lines = pages.flatMap((page) => page.lines);
  const format = outputFormat(task.request.argv);
  const shown: Shown = {
    subtitle: [tookOf(result, messages)],
    texts: cutNotes(task.request, result, messages),
    output: [outputCode(lines.slice(0, HEAD), 1, format)],
    between: messages.commandResult.between({ first: HEAD + 1, last: lineCount - TAIL }),
    rest: [outputCode(lines.slice(-TAIL), lineCount - TAIL + 1, format)],
    notes: [maskedNote(result, messages)],
    buttons: [actionButton(messages.buttons.asText, { verb: "run.page", run: run.id, page: 1 })],
  };
  return presentOutput(ran, shown, messages);
}

/** What was asked for, as far as that narrows it. */
const isNarrowed = ({ argv, names }: CommandRequest): boolean =>
  names.length > 0 || argv.some((word) => /^(-l|--selector|--field-selector|--for|--types)(=|$)/.test(word));

/** In which part of the cluster was looked. */
function whereOf({ scope }: CommandRequest, { commandResult: texts }: Messages): string {
  if (scope.kind === "namespace") return texts.inNamespace({ namespace: scope.name });
  return scope.kind === "allNamespaces" ? texts.inAllNamespaces : texts.inCluster;
}

/** kubectl found nothing: a sentence, and what else that may mean. */
export function presentNone(ran: FinishedCommand, messages: Messages): Presented {
  const { run, task, result } = ran;
  const { commandResult: texts } = messages;
  const { request } = task;
  const what = messages.severalOf(request.resources);
  const shown: Shown = {
    heading: texts.none({ what, where: whereOf(request, messages), cluster: run.cluster.name }),
    subtitle: [codeOf(result, messages), tookOf(result, messages)],
    texts: [
      texts.kubectlSays({ text: result.output.trim() }),
      isNarrowed(request) ? texts.noneMatch : "",
      request.scope.kind === "namespace" ? texts.noneOrNoNamespace : "",
    ],
    notes: [],
    buttons: [],
  };
  return presentOutput(ran, shown, messages);
}

/** What was looked for is in no row of what kubectl listed: the heads alone would tell nothing. */
export function presentFilteredOut(
  ran: FinishedCommand,
  { words, errors }: Readonly<{ words: readonly string[]; errors: readonly string[] }>,
  messages: Messages,
): Presented {
  const { run, task, result } = ran;
  const { commandResult: texts } = messages;
  const { request } = task;
  const shown: Shown = {
    heading: texts.noRow({ words, where: whereOf(request, messages), cluster: run.cluster.name }),
    subtitle: [codeOf(result, messages), tookOf(result, messages)],
    texts: [
      texts.listed({ what: messages.severalOf(request.resources) }),
      ...errors.map((text) => texts.kubectlSays({ text })),
    ],
    notes: [],
    buttons: [],
  };
  return presentOutput(ran, shown, messages);
}

// The output of a command as it is, on the one card that shows it: no pages and no buttons, since nothing of it is kept.

/** The notification's line says nothing of the output: it stands on locked screens. */
export function presentUnmasked(
  { cluster, request, clusterAdmin, result, runId, requester }: Unmasked,
  messages: Messages,
): Presented {
  const { commandResult, unmasked: texts } = messages;
  const heading = headingOf(result, cluster, messages);
  const { pages, lineCount, cutLines } = paginate(result.output);
  const lines = pages[0]?.lines ?? [];
  const command = commandText(request);
  const notes = [
    pages.length > 1 ? texts.cut({ lines: lines.length, total: lineCount }) : "",
    cutLines > 0 ? commandResult.cutLines({ count: cutLines }) : "",
    ...cutNotes(request, result, messages),
  ].filter((text) => text !== "");
  return renderCard(template, messages.labelled(texts.title({ heading }), command), {
    style: "warning",
    title: plain(texts.title({ heading })),
    subtitle: plain(tookOf(result, messages)),
    command: commandLines(command),
    warnings: [texts.warning, ...warnings(request, clusterAdmin, messages)].map((text) => plain(text)),
    texts: lines.length === 0 ? [plain(commandResult.empty)] : [],
    output: lines.length === 0 ? [] : [outputCode(lines, 1, outputFormat(request.argv))],
    between: "",
    rest: [],
    notes: notes.map((text) => plain(text)),
    links: [],
    buttons: [],
    footer: plain(texts.footer({ run: runId, name: requester.displayName })),
  });
}

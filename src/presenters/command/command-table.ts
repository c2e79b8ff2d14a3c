// A table of kubectl's: what is wrong first, then how many are in which state, then the rest, folded.
import template from "../../../cards/command-table.json" with { type: "json" };
import { commandText } from "../../core/command/grammar/command-request.ts";
import { isWrong, type Level, type Row, type Table } from "../../core/table/table.ts";
import { toldOutput } from "../../core/table/table-of.ts";
import { actionButton } from "../card/button.ts";
import type { Style } from "../card/notice.ts";
import { type Presented, renderCard } from "../card/presented.ts";
import { runFooter } from "../card/run-texts.ts";
import { clip, commandLines, plain } from "../card/text.ts";
import type { Messages } from "../messages/messages.ts";
import { presentForbidden } from "./command-forbidden.ts";
import {
  codeOf,
  cutNotes,
  type FinishedCommand,
  headingOf,
  maskedNote,
  outputButtons,
  presentEnds,
  presentFilteredOut,
  presentNone,
  presentPage,
  tookOf,
  warnings,
} from "./command-parts.ts";
import { presentRows, stateOf } from "./table-rows.ts";

const STATES = 7;
const ALSO = 5;

const countOf = (rows: readonly Row[], ...levels: readonly Level[]): number =>
  rows.filter(({ level }) => levels.includes(level)).length;

/** What the worst row and the exit code say, and the band's colour, which only repeats it. */
function verdictOf(
  { run, result }: FinishedCommand,
  { rows, resource, judged }: Table,
  messages: Messages,
): Readonly<{ title: string; style: Style }> {
  const { tables } = messages;
  const cluster = run.cluster.name;
  const all = messages.countOf(rows.length, resource);
  const [worst] = rows;
  const wrong = countOf(rows, "broken", "warning");
  if (worst !== undefined && isWrong(worst)) {
    const mark = tables.marks[worst.level];
    const style = worst.level === "broken" ? "attention" : "warning";
    return rows.length === 1
      ? { style, title: tables.one({ mark, name: worst.name, state: stateOf(worst, messages), cluster }) }
      : { style, title: tables.wrong({ mark, wrong, all, cluster }) };
  }
  if (result.exitCode !== 0) return { style: "warning", title: headingOf(result, cluster, messages) };
  const unknown = countOf(rows, "unknown");
  if (unknown > 0) return { style: "emphasis", title: tables.unknown({ unknown, all, cluster }) };
  const isPlain = !judged || countOf(rows, "plain") === rows.length;
  return {
    style: "default",
    title: (isPlain ? tables.unjudged : tables.noneWrong)({ all, cluster }),
  };
}

type InState = Readonly<{ state: string; count: number }>;

/** The worst ones and the most frequent one, where there are more than anybody reads. */
function fewStates(all: readonly InState[]): readonly InState[] {
  if (all.length <= STATES) return all;
  const worst = all.slice(0, STATES - 1);
  const most = all.slice(worst.length).toSorted((a, b) => b.count - a.count);
  return [...worst, ...most.slice(0, 1)];
}

/** `2 CrashLoopBackOff, 39 Running`; empty where no state is told, or where the title tells it. */
function countsOf({ rows }: Table, messages: Messages): string {
  const { tables } = messages;
  const byState = [...Map.groupBy(rows, (row) => stateOf(row, messages))];
  const all = byState.flatMap(([state, each]) => (state === "" ? [] : [{ state, count: each.length }]));
  if (all.length === 0 || rows.length === 1) return "";
  const shown = fewStates(all);
  const total = (states: readonly InState[]) => states.reduce((sum, { count }) => sum + count, 0);
  const others = total(all) - total(shown);
  const parts = shown.map(tables.count);
  return tables.counts({ parts: others > 0 ? [...parts, tables.otherStates({ count: others })] : parts });
}

const said = (texts: readonly string[]) => texts.filter((text) => text !== "").map((text) => plain(text));

/** What makes the counts mean less than they seem to. */
const limitsOf = ({ task, result }: FinishedCommand, messages: Messages): readonly string[] => [
  result.truncated ? messages.tables.cut : "",
  ...cutNotes(task.request, result, messages),
  task.request.filters.length > 0 ? messages.tables.filtered : "",
];

/** What kubectl printed beside the table: first where it failed, since that is why. */
function alsoOf({ result }: FinishedCommand, { other }: Table, { tables }: Messages) {
  const lines = other.slice(0, ALSO).map((line) => clip(line, 500));
  return result.exitCode === 0
    ? { also: [], notes: lines.map((line) => tables.also({ line })) }
    : { also: lines.flatMap(commandLines), notes: [] };
}

function presentTable(ran: FinishedCommand, table: Table, messages: Messages): Presented {
  const { run, task, result } = ran;
  const { title, style } = verdictOf(ran, table, messages);
  const counts = countsOf(table, messages);
  const isTitle = title === headingOf(result, run.cluster.name, messages);
  const subtitle = [counts, isTitle ? "" : codeOf(result, messages), tookOf(result, messages)];
  const command = commandText(task.request);
  const asText = actionButton(messages.buttons.asText, { verb: "run.page", run: run.id, page: 1 });
  const { also, notes } = alsoOf(ran, table, messages);
  const data = {
    style,
    title: plain(title),
    counts: plain(subtitle.filter((text) => text !== "").join(" · ")),
    command: commandLines(command),
    warnings: said([...warnings(task.request, task.clusterAdmin, messages), ...limitsOf(ran, messages)]),
    alsoHead: plain(messages.tables.alsoPrinted),
    also,
    ...presentRows(ran, table, messages),
    notes: said([...notes, maskedNote(result, messages)]),
    buttons: outputButtons(ran, [asText], messages),
    footer: plain(runFooter(run, messages)),
  };
  return renderCard(template, messages.labelled(title, command), data, counts);
}

// The output of a command: told where it can be, and one page of its text at a time.

/** `page`: null for what it tells; else it counts from 1, and one that does not exist shows the nearest. */
export function presentCommandResult(
  ran: FinishedCommand,
  page: number | null,
  messages: Messages,
): Presented {
  const told = toldOutput(ran.task.request, ran.result);
  if (page !== null) return presentPage(ran, page, told.as === "table", messages);
  switch (told.as) {
    case "table":
      return presentTable(ran, told.table, messages);
    case "none":
      return presentNone(ran, messages);
    case "filteredOut":
      return presentFilteredOut(ran, told, messages);
    case "forbidden":
      return presentForbidden(ran, told.forbidden, messages);
    case "ends":
      return presentEnds(ran, messages);
    case "text":
      return presentPage(ran, 1, false, messages);
  }
}

// The rows of a table of kubectl's: the wrong ones with what to look at next, the rest a line each.
import { isWrong, type Judged, looksAt, type Row, type Table } from "../../core/table/table.ts";
import { actionButton, arrange, type Button } from "../card/button.ts";
import { clip, label, plain } from "../card/text.ts";
import { say } from "../messages/catalogue/says.ts";
import type { Messages } from "../messages/messages.ts";
import type { FinishedCommand } from "./command-parts.ts";

/** As many as one screen shows, the first of them with buttons: each button costs a kilobyte. */
const WRONG = 6;
const WITH_BUTTONS = 3;
/** Rows that need no press to be seen, where nothing is wrong. */
const OPEN = 10;
const REST = 60;
/** All rows of the rest together: they share the message with the buttons above. */
const REST_CHARACTERS = 9_000;
const FACT = 200;

export const stateOf = ({ state }: Judged, { tables }: Messages): string =>
  state === null ? "" : clip(say(tables.state, state), 60);

/** Everything beside the name, on one line. */
function factsOf(row: Row, { tables, sayCell }: Messages): string {
  const place = row.namespace === null ? [] : [tables.inNamespace({ namespace: row.namespace })];
  const facts = row.facts.map(({ column, value }) => clip(sayCell(column, value), FACT));
  return [...place, ...facts].join(" · ");
}

const marked = (row: Row, { tables }: Messages): string =>
  `${tables.marks[row.level]} ${clip(row.name, 253)}`;

/** Each asks anew, as whoever presses. */
function lookButtons({ run, task }: FinishedCommand, row: Row, messages: Messages): readonly Button[] {
  const { verb, resources, scope } = task.request;
  const [resource, ...others] = resources;
  const namespace = row.namespace ?? (scope.kind === "namespace" ? scope.name : "");
  if (verb !== "get" || resource !== "pods" || others.length > 0 || namespace === "") return [];
  const ids = { run: run.id, namespace, name: row.name };
  const looks = looksAt(row).map((look) =>
    actionButton(messages.tables.looks[look], { verb: `row.${look}`, ...ids }),
  );
  return arrange(looks);
}

function wrongRow(ran: FinishedCommand, row: Row, index: number, messages: Messages) {
  const state = stateOf(row, messages);
  const facts = factsOf(row, messages);
  return {
    name: plain(marked(row, messages)),
    facts: `**${plain(state)}**${facts === "" ? "" : ` · ${plain(facts, 600)}`}`,
    looks: index < WITH_BUTTONS ? lookButtons(ran, row, messages) : [],
  };
}

/** One line a row: it wraps on a phone, and needs no columns. */
function restLine(row: Row, messages: Messages): string {
  const said = [stateOf(row, messages), factsOf(row, messages)].filter((text) => text !== "").join(" · ");
  const name = plain(clip(row.name, 253));
  return `${messages.tables.marks[row.level]} **${name}**${said === "" ? "" : ` · ${plain(said, 600)}`}`;
}

/** As many lines as the message has room for. */
function restLines(rows: readonly Row[], messages: Messages): readonly string[] {
  let room = REST_CHARACTERS;
  const lines: string[] = [];
  for (const row of rows.slice(0, REST)) {
    const line = restLine(row, messages);
    room -= line.length;
    if (room < 0) break;
    lines.push(line);
  }
  return lines;
}

/** For the template: what is wrong, and the others below it, folded where there is anything above them. */
export function presentRows(ran: FinishedCommand, { rows }: Table, messages: Messages) {
  const { tables } = messages;
  const wrong = rows.filter(isWrong);
  const top = wrong.slice(0, WRONG);
  const rest = rows.slice(top.length);
  const lines = restLines(rest, messages);
  const isOpen = top.length === 0 && rest.length <= OPEN;
  const left = rest.length - lines.length;
  return {
    wrong: top.map((row, index) => wrongRow(ran, row, index, messages)),
    wrongBelow:
      wrong.length > top.length ? plain(tables.wrongBelow({ more: wrong.length - top.length })) : "",
    others: isOpen || rest.length === 0 ? "" : label(tables.others({ count: rest.length }), 16),
    open: isOpen,
    rest: lines,
    notShown: left > 0 ? plain(tables.notShown({ left, total: rows.length })) : "",
  };
}

// The output of a command, one page at a time.
import template from "../../cards/command-result.json" with { type: "json" };
import type { CommandRequest, CommandResult } from "../core/command/command-request.ts";
import { commandText } from "../core/command/command-text.ts";
import type { Run } from "../core/run/run.ts";
import { arrange, type Button, press, showUnmasked } from "./button.ts";
import { commandLines, outputCode } from "./code.ts";
import type { Messages } from "./messages/messages.ts";
import { type Page, type Pages, paginate } from "./pages.ts";
import type { Presented } from "./presented.ts";
import { isRepeatable, runFooter } from "./run-texts.ts";
import { render } from "./template.ts";
import { plain } from "./text.ts";
import { duration } from "./time.ts";

/** What was lost or hidden on the way to this page. */
function notes(result: CommandResult, { pages, lineCount, cutLines }: Pages, page: Page, messages: Messages) {
  const texts = messages.commandResult;
  const last = page.firstLine + page.lines.length - 1;
  const sentences = [
    pages.length > 1 ? texts.lines(page.firstLine, last, lineCount) : "",
    cutLines > 0 ? texts.cutLines(cutLines) : "",
    result.masked > 0 ? texts.masked(result.masked) : "",
  ].filter((text) => text !== "");
  return [sentences.join(" "), result.truncated ? texts.truncated : ""].filter((text) => text !== "");
}

function pageButtons(run: Run, page: number, pageCount: number, { buttons }: Messages): readonly Button[] {
  const turn = (title: string, to: number) => press(title, { verb: "run.page", run: run.id, page: to });
  return [
    ...(page < pageCount ? [turn(buttons.next, page + 1)] : []),
    ...(page > 1 ? [turn(buttons.previous, page - 1)] : []),
    ...(isRepeatable(run) ? [press(buttons.runAgain, { verb: "run.again", run: run.id })] : []),
  ];
}

export function warnings(request: CommandRequest, clusterAdmin: boolean, { commandResult, risks }: Messages) {
  const said = request.risks.map((risk) => commandResult.risk(risks[risk] ?? risk));
  return clusterAdmin ? [commandResult.clusterAdmin, ...said] : said;
}

/** `page` counts from 1; one that does not exist shows the nearest. */
export function presentCommandResult(
  run: Run,
  task: Extract<Run["task"], { kind: "command" }>,
  result: CommandResult,
  page: number,
  messages: Messages,
): Presented {
  const texts = messages.commandResult;
  const cluster = run.cluster.name;
  const heading =
    result.exitCode === null ? texts.exitUnknown(cluster) : texts.exit(result.exitCode, cluster);
  const pages = paginate(result.output);
  const number = Math.min(Math.max(1, Math.trunc(page) || 1), pages.pages.length);
  const shown = pages.pages[number - 1] ?? { firstLine: 1, lines: [] };
  const took = duration(result.startedAt, result.finishedAt);
  const subtitle = [
    took === "" ? "" : texts.ran(took),
    pages.pages.length > 1 ? texts.page(number, pages.pages.length) : "",
  ];
  const command = commandText(task.request);
  return render(template, `${heading}: ${command}`, {
    style: result.exitCode === 0 ? "default" : "warning",
    title: plain(heading),
    subtitle: plain(subtitle.filter((text) => text !== "").join(" · ")),
    command: commandLines(command),
    warnings: warnings(task.request, task.clusterAdmin, messages).map((text) => plain(text)),
    empty: shown.lines.length === 0 ? plain(texts.empty) : "",
    output: shown.lines.length === 0 ? [] : [outputCode(shown.lines, shown.firstLine)],
    notes: notes(result, pages, shown, messages).map((text) => plain(text)),
    links: [],
    buttons: [
      ...arrange(pageButtons(run, number, pages.pages.length, messages)),
      ...(result.masked > 0 && isRepeatable(run) ? [showUnmasked(messages, run.id)] : []),
    ],
    footer: plain(runFooter(run, messages)),
  });
}

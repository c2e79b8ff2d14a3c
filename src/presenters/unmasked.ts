// The output of a command as it is, on the one card that shows it: no pages and no buttons, since nothing of it is kept.
import template from "../../cards/command-result.json" with { type: "json" };
import type { Unmasked } from "../core/chat/answer.ts";
import { commandText } from "../core/command/command-text.ts";
import { commandLines, outputCode } from "./code.ts";
import { warnings } from "./command-result.ts";
import type { Messages } from "./messages/messages.ts";
import { paginate } from "./pages.ts";
import type { Presented } from "./presented.ts";
import { render } from "./template.ts";
import { plain } from "./text.ts";
import { duration } from "./time.ts";

/** The notification's line says nothing of the output: it stands on locked screens. */
export function presentUnmasked(
  { cluster, request, clusterAdmin, result, runId, requester }: Unmasked,
  messages: Messages,
): Presented {
  const { commandResult, unmasked: texts } = messages;
  const { exitCode, output, truncated } = result;
  const heading =
    exitCode === null ? commandResult.exitUnknown(cluster) : commandResult.exit(exitCode, cluster);
  const { pages, lineCount, cutLines } = paginate(output);
  const lines = pages[0]?.lines ?? [];
  const command = commandText(request);
  const took = duration(result.startedAt, result.finishedAt);
  const notes = [
    pages.length > 1 ? texts.cut(lines.length, lineCount) : "",
    cutLines > 0 ? commandResult.cutLines(cutLines) : "",
    truncated ? commandResult.truncated : "",
  ].filter((text) => text !== "");
  return render(template, `${texts.title(heading)}: ${command}`, {
    style: "warning",
    title: plain(texts.title(heading)),
    subtitle: plain(took === "" ? "" : commandResult.ran(took)),
    command: commandLines(command),
    warnings: [texts.warning, ...warnings(request, clusterAdmin, messages)].map((text) => plain(text)),
    empty: lines.length === 0 ? plain(commandResult.empty) : "",
    output: lines.length === 0 ? [] : [outputCode(lines, 1)],
    notes: notes.map((text) => plain(text)),
    links: [],
    buttons: [],
    footer: plain(texts.footer(runId, requester.displayName)),
  });
}

// The output of a command as it is, on the one card that shows it: no pages and no buttons, since nothing of it is kept.
import template from "../../cards/command-result.json" with { type: "json" };
import { commandText } from "../core/command/command-text.ts";
import { outputFormat } from "../core/command/output-format.ts";
import type { Unmasked } from "../core/conversation/answer.ts";
import { commandLines, outputCode } from "./code.ts";
import { cutNotes, headingOf, tookOf, warnings } from "./command-parts.ts";
import type { Messages } from "./messages/messages.ts";
import { paginate } from "./pages.ts";
import type { Presented } from "./presented.ts";
import { render } from "./template.ts";
import { plain } from "./text.ts";

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
    pages.length > 1 ? texts.cut(lines.length, lineCount) : "",
    cutLines > 0 ? commandResult.cutLines(cutLines) : "",
    ...cutNotes(request, result, messages),
  ].filter((text) => text !== "");
  return render(template, messages.labelled(texts.title(heading), command), {
    style: "warning",
    title: plain(texts.title(heading)),
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
    footer: plain(texts.footer(runId, requester.displayName)),
  });
}

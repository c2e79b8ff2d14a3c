// The gallery shows what the product does, and nothing that it would never say: its answers are held against the product's
// own parts.

import { parseChange } from "../../src/core/command/change/parse-change.ts";
import { commandText } from "../../src/core/command/grammar/command-request.ts";
import { parseArgv, parseKubectl } from "../../src/core/command/parse-command.ts";
import { offered } from "../../src/core/conversation/reading/suggestions.ts";
import { understandLine } from "../../src/core/conversation/reading/understand-line.ts";
import { movableFrom } from "../../src/core/run/run.ts";
import { answers } from "../fixtures/answers.ts";

const goingOn = ["queued", "running", "pendingApproval", "approved", "applying"] as const;

/** Only policy and mode deny what was taken; what Azure refuses has failed. */
const denials = ["denied", "mode", "approvalUnconfirmed", "approvalTooFew", "needsThread", "reader.rights"];

test.each(Object.entries(answers))("%s", (_name, answer) => {
  if ("run" in answer) {
    const { task, status } = answer.run;
    // A command is one that is accepted, and only reads.
    if (task.kind === "command") {
      expect(parseArgv(task.request.argv)).toMatchObject({ ok: true, request: { access: "read" } });
    }
    // A change is one that is accepted as it stands there.
    if (task.kind === "change")
      expect(parseChange(commandText(task.request), task.request.file)).toMatchObject({
        ok: true,
        request: { argv: task.request.argv },
      });
    if (status.state === "denied") expect(denials).toContain(status.failure.code);
    expect(status.state === "queued" || movableFrom(goingOn, status.state)).toBeTruthy();
  }
  if (answer.kind === "status")
    for (const { task } of answer.runs)
      if (task.kind === "command") expect(parseArgv(task.request.argv).ok).toBe(true);
  // What was asked in words of their own is refused by other parts than the grammar.
  if (answer.kind === "refused" && answer.asked.startsWith("kubectl"))
    expect(parseKubectl(answer.asked)).toEqual(answer.refusal);
  // What a look has found is offered beside its answer: the line itself was understood.
  if (answer.kind === "notUnderstood" && answer.also !== "found") {
    const line = understandLine(answer.asked);
    expect(line).toMatchObject({ is: "misread", reason: answer.reason });
    if (answer.suggestions === undefined) expect(offered(answer.reason, []).suggestions).toEqual([]);
  }
  if (answer.kind === "azureDenied") expect(answer.needs.action).toMatch(/managedClusters\/read$/);
});

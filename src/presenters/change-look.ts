// How to see what became of a change: what reads its objects, to be pressed or copied. It changes nothing.
import type { AgreedRun } from "../core/change/agreed-task.ts";
import type { Proposed, Touched } from "../core/change/proposed.ts";
import { commandText } from "../core/command/command-text.ts";
import { type Button, press } from "./button.ts";
import { shellCode } from "./code.ts";
import type { Messages } from "./messages/messages.ts";
import type { Notice } from "./notice.ts";

/** Longest line that a press may say. */
const LONGEST = 300;
const LINES = 5;

/** One line for the objects of one type in one namespace; Azure's own are nothing that kubectl reads. */
function linesOf(objects: readonly Touched[]): readonly string[] {
  const asked = objects.filter(({ type }) => !type.includes("/"));
  const groups = Map.groupBy(asked, ({ type, namespace }) => `${type} ${namespace}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const where = first.namespace === null ? [] : [`--namespace=${first.namespace}`];
    const names = group.map(({ name }) => name);
    return [commandText({ argv: ["kubectl", "get", first.type, ...names, ...where] })];
  });
}

export type Look = Readonly<{ codes: NonNullable<Notice["codes"]>; buttons: readonly Button[] }>;

/** A button where one line reads all of it, as whoever presses; else the lines. */
export function lookPart(run: AgreedRun, proposed: Proposed | undefined, messages: Messages): Look {
  const { approval, changeState } = messages;
  const lines = linesOf(proposed?.proposal.objects ?? []);
  const [only = "", ...others] = lines;
  const say = `${only} on ${run.cluster.name}`;
  if (only === "") return { codes: [], buttons: [] };
  if (others.length === 0 && say.length <= LONGEST)
    return { codes: [], buttons: [press(approval.buttons.look, { verb: "say", say })] };
  return { codes: [{ label: changeState.see, code: shellCode(lines.slice(0, LINES)) }], buttons: [] };
}

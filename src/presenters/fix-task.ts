// What the cards of what others agree on say of a task itself: a fix in Azure, or what takes one back.

import type { FixTask } from "../core/change/agreed-task.ts";
import { objectName } from "../core/change/object-name.ts";
import type { Touched } from "../core/change/proposed.ts";
import { linesOf } from "../core/fix/write/fix.ts";
import type { Run } from "../core/run/run.ts";
import { parseResourceId } from "../core/snapshot/resource-id.ts";
import { productionRisk, type TaskWords } from "./change-task.ts";
import type { Messages } from "./messages/messages.ts";
import type { Fact } from "./notice.ts";
import { briefly } from "./scope.ts";
import { exact } from "./text.ts";

/** As the card of the diagnosis says it; its lines are what was proved, and of what takes it back there are none. */
export function fixWords(run: Run, task: FixTask, messages: Messages): TaskWords {
  const { approval, buttons, fixRun, whatItDoes } = messages;
  const { cluster, requester } = run;
  const { fix, undoes, of, reason } = task;
  const { displayName } = requester;
  const asks = reason === undefined ? fixRun.asks(displayName) : approval.asks(displayName, reason);
  const does = whatItDoes(fix);
  return {
    title: (state) => (undoes ? fixRun.undoTitle : fixRun.title)(state, cluster.name),
    asked: [undoes ? fixRun.takesBack(of, does) : does, asks],
    lines: undoes ? [] : linesOf(fix).map(exact),
    showLines: buttons.command,
    risks: [...productionRisk(run, messages), ...risksOf(task, messages)],
    where: fixRun.place(cluster.name, groupsOf(task)),
    rights: approval.requesterRights(displayName),
  };
}

/** What a fix costs is nothing that comes of taking it back. */
function risksOf({ fix, undoes }: FixTask, messages: Messages): readonly string[] {
  const { commandResult, diagnosis, fixRun, sayRisks } = messages;
  if (undoes) return [commandResult.risk(fixRun.breaksAgain)];
  const { risks, disruptive } = fix;
  const said = risks.length === 0 && disruptive ? [""] : risks.map((risk) => sayRisks([risk]));
  return said.map((line, at) => briefly(diagnosis.risk(line, disruptive && at === 0)));
}

const groupsOf = ({ writes }: FixTask): readonly string[] => [
  ...new Set(writes.flatMap(({ id }) => parseResourceId(id)?.resourceGroup ?? [])),
];

/** What is wrong, and which run proved that this mends it. */
export function causeFacts({ check, of, undoes }: FixTask, messages: Messages): readonly Fact[] {
  const { fixRun, titleOfFinding } = messages;
  if (undoes) return [];
  return [
    { title: fixRun.failed, value: titleOfFinding(check) ?? check },
    { title: fixRun.provedBy, value: of },
  ];
}

/** So many of its writes, and which. */
export function madeFact(objects: readonly Touched[], made: number, { fixRun }: Messages): Fact {
  const names = objects.slice(0, made).map(({ type, name }) => briefly(objectName(type, name)));
  return { title: fixRun.made, value: made === 0 ? "" : fixRun.madeOf(made, objects.length, names) };
}

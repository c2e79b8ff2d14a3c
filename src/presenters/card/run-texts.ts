// Words about a run that several cards use: its footer, its request, where it was seen from.

import { commandText } from "../../core/command/grammar/command-request.ts";
import { isReadersRun, type Run } from "../../core/run/run.ts";
import type { Client } from "../../core/snapshot/snapshot.ts";
import { duration } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";

/** When it was checked: as it stands in the footer. */
export const checkedAt = (run: Run): string => finishedAt(run) ?? run.createdAt;

const finishedAt = (run: Run): string | undefined =>
  "finishedAt" in run.status ? run.status.finishedAt : undefined;

/** Id, who, when it ended (or was asked) and how long it took; the card of a command or a change says that itself. */
export const runFooter = (run: Run, messages: Messages): string =>
  messages.footer.run({
    run: run.id,
    name: run.requester.displayName,
    isReader: isReadersRun(run),
    at: checkedAt(run),
    took: "request" in run.task ? "" : duration(run.createdAt, finishedAt(run), messages.times),
    readBefore: readBefore(run),
  });

/** Whole seconds by which the reading is older than the question: Azure was not read again for it. */
const readBefore = ({ status }: Run): number =>
  status.state === "succeeded" ? Math.round((status.diagnosis?.arm.ageMs ?? 0) / 1000) : 0;

/**
 * What was asked, as it could be typed again: the bot is spoken to alike in every language. A fix is asked for by the run
 * that proved it, and its cluster stands besides.
 */
export function runRequest({ task, cluster }: Run): string {
  if ("request" in task) return `${commandText(task.request)} on ${cluster.name}`;
  if (task.kind === "fix") return `${task.undoes ? "undo" : "fix"} ${task.of} (${cluster.name})`;
  return `${task.kind} ${cluster.name}${"asksOf" in task ? ` for ${task.asksOf}` : ""}`;
}

/** As it was sent; empty of what is no command. */
export const sentLine = ({ task }: Run): string => ("request" in task ? commandText(task.request) : "");

/** The address, network or place that the requester named, and when, where that was before; empty when they named none. */
export function placeOf({ ip, virtualNetwork, stands, saidAt }: Client, messages: Messages): string {
  const { places, saidEarlier } = messages.diagnosis;
  const place = ip ?? virtualNetwork ?? (stands && places[stands]) ?? "";
  return place === "" || saidAt === undefined ? place : saidEarlier({ place, at: saidAt });
}

/** A command that may change something is never offered again by a button: one press would do it twice. */
export const isRepeatable = (run: Run): boolean =>
  run.task.kind !== "command" || run.task.request.access === "read";

// What was done since: on the card of a diagnosis, and of a fix that was taken back.

export const stampSaid = ({ stamp }: Run, { fixRun }: Pick<Messages, "fixRun">): string =>
  stamp === undefined ? "" : fixRun.stamp[stamp.is](stamp);

/** Something was done about what it has found, and nobody took it back. */
export const isMended = ({ stamp }: Run): boolean => stamp !== undefined && stamp.is !== "undone";

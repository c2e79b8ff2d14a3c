// `clusters`: what the person can see in Azure.
import stringWidth from "string-width";
import { systemClock } from "../../composition/clock.ts";
import type { ClusterSummary } from "../../core/conversation/cluster-answer.ts";
import { withSupport } from "../../core/snapshot/support-calendar.ts";
import { say } from "../../presenters/messages/catalogue/says.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { cliHelp } from "../../presenters/messages/operator/cli-help.ts";
import { cliStops } from "../../presenters/messages/operator/cli-stops.ts";
import { seenClusters } from "./ask-azure.ts";
import { type Io, padded } from "./io.ts";
import { answer, clean, wrapped } from "./print.ts";
import { noArguments, readArgs } from "./read-args.ts";
import { type ExitCode, exitCodes, tell } from "./stop.ts";

const english = messages("en");

export async function clustersVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readArgs(args, {});
  if (!read.ok) return tell(io, read);
  const extra = noArguments(read);
  if (extra !== null) return tell(io, extra);
  const seen = await seenClusters(io);
  if (!seen.ok) return tell(io, seen);
  const { problem } = seen;
  const at = systemClock.now().toISOString();
  const clusters = seen.clusters.map((each) => withSupport(each, at));
  const gap = problem === null ? null : say(english.clusterGaps, problem);
  const document = { schema: "aks-oncall/clusters/v1", clusters, ...(gap !== null && { incomplete: gap }) };
  answer(io, document, () => tableOf(clusters, io));
  if (gap !== null) io.err(wrapped(clean(gap), io.width));
  return gap === null ? exitCodes.good : exitCodes.unknown;
}

/** A row is never wrapped: programs cut it into its columns, and a terminal shows it whole. */
function tableOf(clusters: readonly ClusterSummary[], io: Io): string {
  if (clusters.length === 0) return wrapped(cliStops.noneAtAll, io.width);
  const rows = clusters.map((cluster) => [
    ...[cluster.name, cluster.resourceGroup, cluster.subscriptionId, cluster.location, cluster.powerState],
    ...[cliHelp.apiServer[cluster.private ? "private" : "public"], cluster.version ?? "-"],
    cluster.support?.date ?? "-",
  ]);
  const all = [cliHelp.clusters, ...rows].map((row) => row.map(clean));
  const widths = cliHelp.clusters.map((_, at) => Math.max(...all.map((row) => stringWidth(row[at] ?? ""))));
  const lines = all.map((row) =>
    row
      .map((cell, at) => padded(cell, widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return lines.map((line, at) => (at === 0 ? io.paint("bold", line) : line)).join("\n");
}

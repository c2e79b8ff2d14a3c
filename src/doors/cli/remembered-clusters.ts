// The names of the clusters that were seen last, so that a shell completes them without a call. A file of whoever uses the
// command line, as `az` keeps some; nothing but completion reads it.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { Variables } from "../../config/config.ts";
import type { ClusterSummary } from "../../core/conversation/cluster-answer.ts";

// https://specifications.freedesktop.org/basedir-spec/latest/: a path that is not absolute does not count.

/** Null where nobody says where such files belong: then nothing is kept. */
function fileOf({ XDG_CACHE_HOME, LOCALAPPDATA, HOME }: Variables): string | null {
  const folder = XDG_CACHE_HOME?.startsWith("/")
    ? XDG_CACHE_HOME
    : LOCALAPPDATA || (HOME ? join(HOME, ".cache") : null);
  return folder === null ? null : join(folder, "aks-oncall", "clusters.json");
}

const names = z.array(z.string());

/** As each can be typed: a name that two clusters have, with its group. */
export async function rememberClusters(
  variables: Variables,
  clusters: readonly ClusterSummary[],
): Promise<void> {
  const file = fileOf(variables);
  if (file === null) return;
  const typed = clusters.map(({ name, resourceGroup }) => {
    const isAlone = clusters.filter((other) => other.name === name).length === 1;
    return isAlone ? name : `${resourceGroup}/${name}`;
  });
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, JSON.stringify(typed), { mode: 0o600 });
  } catch {
    // A folder that cannot be written costs the completion of names, and no answer.
  }
}

export async function rememberedClusters(variables: Variables): Promise<readonly string[]> {
  const file = fileOf(variables);
  try {
    return file === null ? [] : names.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return [];
  }
}

// Whether the API server calls itself well, as `/readyz?verbose` says it: a line for each check.

import type { Answer } from "./status.ts";

const probes = ["/healthz", "/livez", "/readyz"];
const checks = ["ping", "log", "etcd", "informer-sync", "poststarthook/rbac/bootstrap-roles"];

/** Null for a path that is no probe. `failing`: checks that fail. */
export function probeAnswer(path: string, isVerbose: boolean, failing: readonly string[]): Answer | null {
  if (!probes.includes(path)) return null;
  const name = path.slice(1);
  const all = [...new Set([...checks, ...failing])];
  const lines = all.map((check) =>
    failing.includes(check) ? `[-]${check} failed: reason withheld` : `[+]${check} ok`,
  );
  if (failing.length > 0) return { status: 500, body: [...lines, `${name} check failed`, ""].join("\n") };
  return { status: 200, body: isVerbose ? [...lines, `${name} check passed`, ""].join("\n") : "ok" };
}

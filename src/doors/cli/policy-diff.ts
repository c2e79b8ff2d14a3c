// `policy diff`: what becomes possible or impossible, and for which group, when one policy takes the place of another.
import { comparePolicies } from "../../core/policy/diff/compare.ts";
import { type Dimension, dimensions, type Merged } from "../../core/policy/diff/difference.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { cliStops } from "../../presenters/messages/operator/cli-stops.ts";
import { policyDiff } from "../../presenters/messages/operator/policy.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { clean } from "./format.ts";
import type { Io } from "./io.ts";
import { jsonText } from "./json-text.ts";
import { noArguments, readArgs } from "./read-args.ts";
import { notValid, readPolicy } from "./read-policy.ts";
import { type Stop, tell, wrongUse } from "./stop.ts";

export async function policyDiffVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const json = args.includes("--json");
  const policies = await readBoth(args);
  if (!policies.ok) return tell(io, json, policies);
  const { before, after } = policies;
  const changes = comparePolicies(before, after);
  if (json) {
    const document = { schema: "aks-oncall/policy-diff/v1", changes: changes.map(changeDocument) };
    io.out(jsonText(document, 2));
    return exitCodes.good;
  }
  if (changes.length === 0) io.out(policyDiff.nothing);
  for (const change of changes) io.out(clean(policyDiff.sentence(change)));
  return exitCodes.good;
}

type Both = Readonly<{ ok: true; before: Policy; after: Policy }>;

async function readBoth(args: readonly string[]): Promise<Both | Stop> {
  const read = readArgs(args, { json: { type: "boolean" } });
  if (!read.ok) return read;
  const [old, fresh, ...more] = read.positionals;
  if (old === undefined) return wrongUse(cliStops.missing("OLD"));
  if (fresh === undefined) return wrongUse(cliStops.missing("NEW"));
  const left = noArguments({ ...read, positionals: more });
  if (left !== null) return left;
  const before = await readValid(old);
  if (!before.ok) return before;
  const after = await readValid(fresh);
  return after.ok ? { ok: true, before: before.policy, after: after.policy } : after;
}

async function readValid(file: string): Promise<Readonly<{ ok: true; policy: Policy }> | Stop> {
  const opened = await readPolicy(file);
  if (!opened.ok) return opened;
  return opened.parsed.ok ? opened.parsed : notValid(file, opened.parsed);
}

/** What is said of all is left out. */
function changeDocument({ kind, in: within, before, after }: Merged) {
  const said = (dimension: Dimension) => within[dimension] !== "all" && within[dimension].join("") !== "";
  const only = dimensions.filter(said).map((dimension) => [dimension, within[dimension]]);
  return { kind, ...Object.fromEntries(only), before, after };
}

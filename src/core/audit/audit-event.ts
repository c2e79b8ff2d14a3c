// What is written down for every decision. Rows are chained by hash once sealed, and the chain is signed.
import { type FixTask, proposedIn } from "../change/agreed-task.ts";
import type { ChangeRequest } from "../command/change/change-request.ts";
import { type CommandRequest, type CommandResult, commandText } from "../command/grammar/command-request.ts";
import { redact, redactShort } from "../redact/redact.ts";
import type { RunState } from "../run/run.ts";

export type AuditEntry = Readonly<{
  /** ISO time, UTC. */
  time: string;
  /**
   * Entra object id and tenant of who acted; for an alert an application's id or the name of its source, `system` for the
   * product itself.
   */
  actor: string;
  tenant: string | null;
  /** For example `command.submit`, `diagnose.submit`, `run.finish`, `output.read`, `signin`. */
  action: string;
  outcome: "allowed" | "denied" | "refused" | "succeeded" | "failed" | "lost" | "recorded";
  /** Resource id of the cluster, or null. */
  cluster: string | null;
  runId: string | null;
  /** The policy rule that decided, if one did. */
  rule: string | null;
  /** Small facts, redacted: never tokens, never output. */
  detail: Readonly<Record<string, string | number | boolean | null>>;
}>;

/** `rowId`: order of writing, with gaps. */
export type StoredEntry = AuditEntry & Readonly<{ id: string; rowId: number }>;

/**
 * `seq` counts sealed rows from 1 without gaps; `key` is the id of the key in use then, null before there was one.
 * The last row of each sealed batch carries a `signature`, which speaks for every row before it too. In the unsealed
 * tail all five are null.
 */
export type AuditEvent = StoredEntry &
  Readonly<{
    seq: number | null;
    previousHash: string | null;
    hash: string | null;
    key: string | null;
    signature: string | null;
  }>;

// Where a trail does not fit together, as data; the catalogue says what was done to it.

type Nothing = Readonly<Record<never, never>>;

/** Rows by their `seq`; `head`: the row before, or the last. */
type Values = {
  rowMissing: { row: number; next: number; head: number };
  rowOutOfOrder: { row: number; head: number };
  notContinued: { row: number; head: number };
  changed: { row: number };
  withoutKey: { row: number };
  /** Its signature; `signed`: the last row whose signature fits. */
  forged: { row: number; signed: number };
  /** The hash that was written down elsewhere. */
  otherRow: { row: number; hash: string };
  endCutOff: { row: number; head: number };
  writtenTwice: { row: number; hashes: readonly [string, string] };
  noneSigned: Nothing;
  endUnsigned: { signed: number; head: number };
  anchorUnreadable: Nothing;
  anchorUnsigned: Nothing;
  removedUnsaid: { upTo: number };
  /** All of them from before `before`, while everything since `kept` is to be kept. */
  removedTooEarly: { upTo: number; before: string; kept: string };
};

export type TrailFault = { [K in keyof Values]: Readonly<{ is: K } & Values[K]> }[keyof Values];

/** `atSeq`: the row where the chain breaks, 0 for a row that has no place yet. */
export type Broken = Readonly<{ ok: false; atSeq: number; reason: TrailFault }>;

export const broken = (atSeq: number, reason: TrailFault): Broken => ({ ok: false, atSeq, reason });

// What the audit trail keeps of a command and its output, of a change, and of what others agreed on. Never an output itself.

/** Names that the trail keeps of one command; how many more there were is said. */
const maxNames = 50;
const maxCharacters = 200;

/** What the trail keeps of a command: what it reads, where, and how. Its output is never kept. */
export const whatIsRead = (request: CommandRequest): AuditEntry["detail"] => ({
  verb: request.verb,
  resources: listed(request.resources),
  namespaces: namespacesOf(request),
  names: listed(request.names),
  also: listed(readBesides(request)),
  flags: listed(flagsOf(request)),
  filters: listed(request.filters.map(({ kind }) => kind)),
});

/** The same of a command that changes something: what it changes, too. */
export const whatIsChanged = (request: ChangeRequest): AuditEntry["detail"] => ({
  ...whatIsRead({ ...request, access: "read", risks: [], filters: [] }),
  writes: listed(request.writes.map(({ verb, resource }) => `${verb}:${resource}`)),
  risks: listed(request.risks),
  ...(request.file && { file: request.file.name, sha256: request.file.sha256 }),
  does: redact(commandText(request)).text,
});

/** Of a fix in Azure: what it writes, where, and what it is for. */
export const whatIsFixed = ({
  of,
  check,
  undoes,
  writes,
  reason,
  breakGlass,
}: FixTask): AuditEntry["detail"] => ({
  ...(reason !== undefined && { reason }),
  ...(breakGlass && { breakGlass }),
  ...{ of, check, undoes: undoes === true },
  writes: listed(writes.map(({ id, what }) => `${what.do}:${id}`)),
  does: redact(JSON.stringify(writes)).text,
});

/** What others agree on, who did, and what it made of the objects. Nothing where the state knows of none. */
export function whatWasProposed(state: RunState): AuditEntry["detail"] {
  const proposed = proposedIn(state);
  if (proposed === undefined) return {};
  const { proposal, approvals, ranBy } = proposed;
  const versions = (all: readonly (string | null)[]) => listed(all.map((version) => version ?? "none"));
  return {
    hash: proposal.hash,
    objects: listed(proposal.objects.map(({ type, name }) => `${type}/${name}`)),
    before: versions(proposal.objects.map(({ version }) => version)),
    ...("versionsAfter" in state && state.versionsAfter ? { after: versions(state.versionsAfter) } : {}),
    approvers: listed(approvals.map(({ requester }) => requester.objectId)),
    ...(proposal.runAs ? { runAs: proposal.runAs } : {}),
    ...(ranBy ? { ranBy: ranBy.objectId } : {}),
    ...("operationId" in state && state.operationId ? { operation: state.operationId } : {}),
    ...("correlationId" in state && state.correlationId ? { correlation: state.correlationId } : {}),
    ...("seen" in state && state.seen ? { seen: state.seen.is } : {}),
  };
}

/** What nobody typed and kubectl reads all the same. */
const readBesides = ({ reads }: CommandRequest): readonly string[] => [
  ...new Set(reads.filter(({ also }) => also).map(({ resource }) => resource)),
];

/** `*` is all of them, and nothing stands for what lies in none. */
const namespacesOf = ({ scope }: CommandRequest): string =>
  scope.kind === "allNamespaces" ? "*" : scope.kind === "namespace" ? scope.name : "";

/** As they are sent; where it reads, `namespaces` says. */
const flagsOf = ({ argv }: CommandRequest): readonly string[] =>
  argv.filter((word) => word.startsWith("--") && !/^--(?:namespace=|all-namespaces$)/.test(word));

/** A name or a selector may hold what looks like a secret. */
function listed(words: readonly string[]): string {
  const kept = words.slice(0, maxNames).map((word) => redactShort(word, maxCharacters));
  const more = words.length - kept.length;
  return [...kept, ...(more > 0 ? [`and ${more} more`] : [])].join(" ");
}

/** How much of it there was. */
export const countsOf = ({ exitCode, output, masked, truncated }: CommandResult): AuditEntry["detail"] => ({
  exitCode,
  lines: output === "" ? 0 : output.replace(/\n$/, "").split("\n").length,
  bytes: Buffer.byteLength(output),
  masked,
  truncated,
});

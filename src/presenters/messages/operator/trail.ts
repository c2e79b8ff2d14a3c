// What `audit verify` and `audit timeline` say of an audit trail.
import type { TrailFault } from "../../../core/audit/audit-event.ts";
import type { Says } from "../catalogue/says.ts";
import { list } from "./words.ts";

/** What was done to a trail that does not fit together. */
export const trailFaults: Says<TrailFault> = {
  rowMissing: ({ row, next, head }) => `Row ${row} is missing: row ${next} follows row ${head}.`,
  rowOutOfOrder: ({ row, head }) => `Row ${row} stands after row ${head}: it is out of order or there twice.`,
  notContinued: ({ row, head }) =>
    `Row ${row} does not continue row ${head}: its previousHash is not that row's hash.`,
  changed: ({ row }) => `Row ${row} was changed after it was sealed: its hash does not match its content.`,
  withoutKey: ({ row }) => `Row ${row} was sealed without a key.`,
  forged: ({ row, signed }) =>
    `The signature of row ${row} does not fit: that row, or one since row ${signed}, was changed and the hashes were worked out anew without the key.`,
  otherRow: ({ row, hash }) =>
    `Row ${row} is not the row that stood there: its hash was written down elsewhere as ${hash}.`,
  endCutOff: ({ row, head }) =>
    `Row ${row} was written down elsewhere and is gone: the trail ends at row ${head}, so its end was cut off.`,
  writtenTwice: ({ row, hashes: [one, other] }) =>
    `Row ${row} was written down elsewhere twice, as ${one} and as ${other}: the trail was cut before it, and went on.`,
  noneSigned: () => "No row is signed: whoever can write into the database can have made all of them.",
  endUnsigned: ({ signed, head }) =>
    `The rows behind ${signed} are not signed, up to the last, ${head}: whoever can write into the database can have made them.`,
  anchorUnreadable: () => "The entry that says what retention removed names no row and no hash.",
  anchorUnsigned: () => "The entry that says what retention removed was not signed by the product.",
  removedUnsaid: ({ upTo }) =>
    `Rows up to ${upTo} are missing, and no entry says that retention removed all of them.`,
  removedTooEarly: ({ upTo, before, kept }) =>
    `Rows up to ${upTo} were removed too early: all from before ${before}, while everything since ${kept} is to be kept.`,
};

export const trailCheck = {
  changed: "was changed",
  intact: "is intact",
  unproven: "is not proven to its beginning",
  isChanged: (changed: string, why: string) => `The audit trail ${changed}. ${why}`,
  verdict: (verdict: string, sealed: number, tail: string) =>
    `The audit trail ${verdict}: ${sealed} rows sealed, ${tail}.`,
  noneWaits: "none waits to be sealed",
  /** `oldest`: how long it has waited; null where its time is none. */
  waits: (unsealed: number, oldest: string | null) =>
    `${unsealed} not yet sealed, and so not proven, the oldest ${oldest === null ? "since a time that is none" : `for ${oldest}`}`,
  seconds: (count: number) => `${count} s`,
  minutes: (count: number) => `${count} minutes`,
  hours: (count: number) => `${count} hours`,
  last: (seq: number, hash: string) =>
    `Last sealed row: --head ${seq}:${hash}. Kept elsewhere, it proves later that no row was cut off.`,
  removed: (seq: number, before: string, hash: string) =>
    `Retention removed the rows up to ${seq}, all of them from before ${before}; the check begins behind it, at hash ${hash}.`,
  unknownKeys: (upTo: number, keys: readonly string[]) =>
    `Rows up to ${upTo} are signed with ${list(keys)}, of which no public half was given: give it with --key FILE to know who sealed them.`,
  noHeads: "No head from elsewhere was compared: that no row was cut off the end, this check cannot tell.",
  heads: (count: number) =>
    `${count === 1 ? "One head that was" : `${count} heads that were`} written down elsewhere: each stands in the trail.`,
};

export const reportCheck = {
  unchanged: "is unchanged",
  /** `row`: null where no row was sealed then. */
  isUnchanged: (unchanged: string, row: number | null, stands: "yes" | "no" | "removed" | null) =>
    `The report ${unchanged} since it was signed. ${headOfReport(row, stands)}`,
  isChanged: (changed: string) =>
    `The report ${changed} after it was signed: what it says is not what the product wrote.`,
  unsigned:
    "The report has no signature as its last line, so nothing shows whether it was changed. Only Markdown files are signed: ask for one with `report markdown`.",
  unknownKey: (key: string) =>
    `The report is signed with ${key}, of which no public half was given: give it with --key FILE to know whether it was changed.`,
};

function headOfReport(row: number | null, stands: "yes" | "no" | "removed" | null): string {
  if (row === null) return "No row was sealed when it was written.";
  const head = `The trail's head that it names, row ${row},`;
  if (stands === "yes") return `${head} stands in the trail.`;
  if (stands === "no") return `${head} does not stand in the trail.`;
  return stands === "removed"
    ? `${head} was removed by retention, so it cannot be compared.`
    : `${head} was not compared, because the trail is broken.`;
}

export const trailTimeline = {
  /** `runs`: those of others that belong to it. */
  head: (id: string, rows: number, runs: readonly string[]) =>
    `${id}: ${rows} ${rows === 1 ? "row" : "rows"} on the audit trail${runs.length === 0 ? "" : `, with those of ${list(runs)}`}`,
  outcomes: {
    allowed: "allowed",
    denied: "denied",
    refused: "refused",
    succeeded: "succeeded",
    failed: "failed",
    lost: "lost",
    recorded: "recorded",
  },
  /** In the place of a person. */
  product: "the product itself",
  rule: (rule: string) => `rule ${rule}`,
  policy: (version: string) => `policy ${version}`,
  standings: {
    proven: (row: number) => `row ${row}`,
    unproven: (row: number) => `row ${row}, not proven`,
    unsealed: (_row: number) => "not yet sealed",
  },
  standing: (proven: number, unproven: number, unsealed: number) =>
    `Of these rows ${proven} are proven, ${unproven} sealed and not proven, ${unsealed} not yet sealed.`,
};

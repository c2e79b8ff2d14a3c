// What was done to an audit trail that does not fit together.
import type { TrailFault } from "../../../core/audit/broken.ts";
import type { Says } from "../says.ts";

export const trailFaults: Says<TrailFault> = {
  rowMissing: ({ row, next, head }) => `Row ${row} is missing: row ${next} follows row ${head}.`,
  rowOutOfOrder: ({ row, head }) => `Row ${row} stands after row ${head}: it is out of order or there twice.`,
  notContinued: ({ row, head }) =>
    `Row ${row} does not continue row ${head}: its previousHash is not that row's hash.`,
  changed: ({ row }) => `Row ${row} was changed after it was sealed: its hash does not match its content.`,
  withoutKey: ({ row, head }) => `Row ${row} was sealed without a key, and row ${head} before it with one.`,
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

export const trailTexts = { trailFaults };

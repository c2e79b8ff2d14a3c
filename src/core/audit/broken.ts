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

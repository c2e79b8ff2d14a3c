// A row of what ARM answers instead of a result, with what is made of it.
import type { RefusalKind } from "../../../src/core/outcome/refusal.ts";

export type RefusalRow = Readonly<{
  name: string;
  status: number;
  body: unknown;
  code: string;
  kind: RefusalKind;
  /** Azure's own words; empty where nothing of them helps. */
  said: string;
  next: RegExp;
}>;

export const row = (
  name: string,
  status: number,
  body: unknown,
  code: string,
  kind: RefusalKind,
  said: string,
  next: RegExp,
): RefusalRow => ({ name, status, body, code, kind, said, next });

export const sameAgain = /^Put right what Azure says above; asked again/;

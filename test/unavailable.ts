// Sections that could not be read, for tests that care not why: a sentence is said as it stands.
import type { Permission } from "../src/core/snapshot/rights.ts";
import {
  type Unavailable,
  type UnavailableReason,
  unavailable as unread,
  type WhyUnread,
} from "../src/core/snapshot/section.ts";

export const kept = (sentence: string): WhyUnread => sentence as never;

export const unavailable = (
  reason: UnavailableReason,
  why: WhyUnread | string,
  needs: readonly Permission[] = [],
): Unavailable => unread(reason, typeof why === "string" ? kept(why) : why, needs);

// What was seen, a line each.
import type { Evidence } from "../../../core/outcome/fact.ts";
import { type Says, say } from "../says.ts";
import { sayChangeAt } from "./changes.ts";

const lines: Says<Exclude<Evidence, string>> = {
  change: ({ change }) => sayChangeAt(change),
  noErrorNamed: () => "AKS names no error.",
};

const sayEvidence = (line: Evidence): string => say(lines, line);

export const evidenceTexts = { sayEvidence };

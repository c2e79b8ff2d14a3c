// What a rule says of commands that change something: which of them, and who has to agree.
import { z } from "zod";
import { writeVerbs } from "../command/change/change-verbs.ts";
import { fitting, list, namePattern, namespacePattern, oneOf, resource, yes } from "./policy-words.ts";

// How long something may take, as a policy writes it: `30m`, `2h`.

const longest = 24 * 60;

/** In minutes, from 1 to those of a day; null for what is not written so. */
export function minutesOf(text: string): number | null {
  const [, number = "", unit] = /^(\d{1,4})([mh])$/.exec(text) ?? [];
  const minutes = Number(number) * (unit === "h" ? 60 : 1);
  return minutes >= 1 && minutes <= longest ? minutes : null;
}

const verb = oneOf("changeVerb", ["*", ...writeVerbs]);

export const changeSchema = z.strictObject({
  verbs: list(verb),
  /** A type covers its sub-resources. Secrets and what gives rights are never meant by `*`. */
  resources: list(resource),
  /** Patterns. What acts in all namespaces at once, such as drain, needs `*`. */
  namespaces: list(namespacePattern),
  /** Patterns on the names that a command names; any where they are left out. */
  names: list(namePattern).optional(),
  clusterScoped: yes.optional(),
});

const duration = fitting("duration", (text) => minutesOf(text) !== null);
const mostApprovals = 10;
const count = z
  .number()
  .refine((number) => Number.isInteger(number) && number >= 1 && number <= mostApprovals, {
    params: { unfit: "count" },
  })
  .meta({ type: "integer", minimum: 1, maximum: mostApprovals });

export const othersSchema = z.strictObject({
  count,
  groups: list(z.string()),
  /** How long it may wait for them. */
  expires: duration,
  /** Whom else to ask, and after how long. */
  escalate: z.strictObject({ after: duration, groups: list(z.string()) }).optional(),
});

/** `requester`: nobody else, once they have seen what it does. */
export const approvalSchema = z.union([z.literal("requester"), othersSchema]);

/** What a test expects of it; what is left out may be anything. */
export const expectedSchema = z.strictObject({
  count: count.optional(),
  groups: list(z.string()).optional(),
});

export type ChangeScope = z.infer<typeof changeSchema>;
export type ApprovalRule = z.infer<typeof approvalSchema>;

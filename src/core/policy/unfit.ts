// What a text of the policy has to look like, with the id of what it is not.
import { z } from "zod";
import type { Unfit } from "./fault.ts";

/** A text that has to pass; an issue of it carries `unfit`. */
export const fitting = (unfit: Unfit, fits: (text: string) => boolean, text = z.string()) =>
  text.refine(fits, { params: { unfit } });

/** One of these, which editors offer. */
export const oneOf = (unfit: Unfit, words: readonly string[]) =>
  fitting(unfit, (text) => words.includes(text)).meta({ enum: [...words] });

const carried = z.object({
  params: z.object({
    unfit: z.enum([
      "groupId",
      "ruleId",
      "clusterPattern",
      "clusterName",
      "namespacePattern",
      "namePattern",
      "verb",
      "changeVerb",
      "resource",
      "duration",
      "count",
      "timeOfDay",
      "timeZone",
      "time",
      "tags",
    ]),
  }),
});

export const unfitOf = (issue: z.core.$ZodIssue): Unfit | null =>
  carried.safeParse(issue).data?.params.unfit ?? null;

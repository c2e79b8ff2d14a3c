// What the words of a policy file have to look like. Each that fits nothing is refused: it would open or close nothing,
// and nobody would see it.
import { z } from "zod";
import { parseClusterName } from "../cluster-name.ts";
import { helmSecrets } from "../command/grammar/helm.ts";
import { customResource, findResource, resourceTypes } from "../command/grammar/resources.ts";
import { foldCase } from "../text/text.ts";
import { type Unfit, unfits } from "./fault.ts";

// Whether a pattern that begins with `/` can fit the resource id of any cluster.

/** The segments of a cluster's id; null stands for a name. */
const segmentsOfId = [
  ...["", "subscriptions", null, "resourcegroups", null],
  ...["providers", "microsoft.containerservice", "managedclusters", null],
];

/** Looks at what stands before the first `*`; without one, the pattern has to be a whole id. */
function canBeClusterId(pattern: string): boolean {
  const [head = "", ...behind] = foldCase(pattern).split("*");
  const segments = head.split("/");
  const goesOn = behind.length > 0;
  if (
    pattern.endsWith("/") ||
    segments.length > segmentsOfId.length ||
    (!goesOn && segments.length < segmentsOfId.length)
  )
    return false;
  return segments.every((segment, at) => {
    const fixed = segmentsOfId[at] ?? null;
    const isOpen = goesOn && at === segments.length - 1;
    if (fixed === null) return isOpen || segment !== "";
    return isOpen ? fixed.startsWith(segment) : segment === fixed;
  });
}

// What a text of the policy has to look like, with the id of what it is not.

/** A text that has to pass; an issue of it carries `unfit`. */
export const fitting = (unfit: Unfit, fits: (text: string) => boolean, text = z.string()) =>
  text.refine(fits, { params: { unfit } });

/** One of these, which editors offer. */
export const oneOf = (unfit: Unfit, words: readonly string[]) =>
  fitting(unfit, (text) => words.includes(text)).meta({ enum: [...words] });

const carried = z.object({ params: z.object({ unfit: z.enum(unfits) }) });

export const unfitOf = (issue: z.core.$ZodIssue): Unfit | null =>
  carried.safeParse(issue).data?.params.unfit ?? null;

/** Kubernetes' own as rules name them: full plural names; logs and what Helm keeps only when they are named. */
export const policyResources: readonly string[] = [
  ...resourceTypes.map(({ name }) => name),
  "pods/log",
  helmSecrets,
];

/** Others with their group, or all of a group: a word alone may be a typing error, and would close nothing. */
function isOfGroup(text: string): boolean {
  const resource = text.replace(/^\*\./, "any.");
  return text.includes(".") && customResource(resource) === resource && findResource(resource) === undefined;
}

export const guid = fitting("groupId", (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text));
export const ruleId = fitting("ruleId", (text) => /^[a-z0-9][a-z0-9-]{0,62}$/.test(text));

export const list = <Item extends z.ZodType>(item: Item) => z.array(item).min(1);
export const yes = z.literal(true);

/** What no name can fit would close nothing, and nobody would see it: `а` may be a Cyrillic letter. */
export const clusterPattern = fitting(
  "clusterPattern",
  (text) => (text.startsWith("/") ? canBeClusterId(text) : /^[A-Za-z0-9_*-]*$/.test(text)),
  z.string().min(1),
);
export const clusterName = fitting("clusterName", (text) => parseClusterName(text) !== null);
export const namespacePattern = fitting(
  "namespacePattern",
  (text) => /^[a-z0-9*-]*$/.test(text),
  z.string().min(1),
);
/** Of an object: what Kubernetes takes as one, and `*` for any characters. */
export const namePattern = fitting("namePattern", (text) => /^[a-z0-9.:*-]*$/.test(text), z.string().min(1));

export const resource = fitting(
  "resource",
  (text) => text === "*" || policyResources.includes(text) || isOfGroup(text),
);

// What the words of a policy file have to look like. Each that fits nothing is refused: it would open or close nothing,
// and nobody would see it.
import { z } from "zod";
import { customResource } from "../command/grammar/custom-resources.ts";
import { helmSecrets } from "../command/grammar/helm.ts";
import { findResource, resourceTypes } from "../command/grammar/resources.ts";
import { parseClusterName } from "../conversation/cluster-name.ts";
import { canBeClusterId } from "./cluster-id-pattern.ts";
import { fitting } from "./unfit.ts";

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

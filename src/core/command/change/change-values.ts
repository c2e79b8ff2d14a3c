// The words behind the objects of a change: labels, taints, images, and what else a verb sets.
import type { ValueWords } from "./change-spec.ts";

const qualified =
  "(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?";
const effect = "(?:NoSchedule|PreferNoSchedule|NoExecute)";
export const labels: ValueWords = {
  pattern: new RegExp(`^${qualified}(?:=[A-Za-z0-9_.-]{0,63}|-)$`),
  most: 20,
};
export const annotations: ValueWords = {
  pattern: new RegExp(`^${qualified}(?:=[^\\n\\r]{0,2000}|-)$`),
  most: 20,
};
export const taints: ValueWords = {
  pattern: new RegExp(`^${qualified}(?:-|(?:=[\\w.-]{0,63})?:${effect}-?)$`),
  most: 10,
};
export const images: ValueWords = {
  pattern: /^(?:\*|[a-z0-9][a-z0-9-]{0,62})=\w[\w./:@-]{0,300}$/,
  most: 20,
};
export const variables: ValueWords = { pattern: /^[A-Za-z_][\w.-]{0,127}(?:=[^\n\r]{0,1000}|-)$/, most: 20 };
/** 0 is whichever was before: nobody who approves it would know which. */

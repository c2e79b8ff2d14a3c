// A walk that ends, in one sentence: who does not get where, and what stops it.
import type { Stop } from "../../../core/requirement/requirement.ts";
import { sayWho } from "./called.ts";
import { sayStep } from "./steps.ts";
import { upperFirst } from "./words.ts";

/** The only private name that anything asks for is the API server's, and nobody reads it. */
const what = ({ from: start, to, service, isApi }: Stop["walked"]): string => {
  const from = sayWho(start);
  if (service === null) return `${from} cannot resolve the API server's name`;
  return `${from} cannot reach ${isApi ? `the API server (${to})` : to} on ${service}`;
};

/** Inside a sentence. */
export const stopClause = ({ walked, step }: Stop): string => `${what(walked)}: ${sayStep(step)}`;

/** Who begins it is called by a name, which stays as it is; only pods and nodes have none. */
export const sayStop = (stop: Stop): string =>
  stopClause(stop).replace(/^(?:pods|the nodes) (?=in |on )/, upperFirst);

// A walk that ends, in one sentence: who does not get where, and what stops it.
import type { Stop } from "../../../core/requirement/requirement.ts";
import { sayWho } from "./called.ts";
import { sayStep } from "./steps.ts";

/** The only private name that anything asks for is the API server's, and nobody reads it. */
const what = ({ from: start, to, service, isApi }: Stop["walked"]): string => {
  const from = sayWho(start);
  if (service === null) return `Von ${from} aus löst der Name des API-Servers nicht auf`;
  return `Von ${from} aus ist ${isApi ? `der API-Server (${to})` : to} auf ${service} nicht erreichbar`;
};

/** A sentence of its own, behind a colon too. */
export const stopClause = ({ walked, step }: Stop): string => `${what(walked)}: ${sayStep(step)}`;

export const sayStop = (stop: Stop): string => stopClause(stop);

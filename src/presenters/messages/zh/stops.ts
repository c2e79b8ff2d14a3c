// A walk that ends, in one sentence: who does not get where, and what stops it.
import type { Stop } from "../../../core/requirement/requirement.ts";
import { sayWho } from "./called.ts";
import { sayStep } from "./steps.ts";
import { closeUp } from "./words.ts";

/** The only private name that anything asks for is the API server's, and nobody reads it. */
const what = ({ from, to, service, isApi }: Stop["walked"]): string => {
  if (service === null) return `${sayWho(from)} 无法解析 API 服务器的名称`;
  return `${sayWho(from)} 无法通过 ${service} 访问 ${isApi ? `API 服务器（${to}）` : to}`;
};

/** Inside a sentence. */
export const stopClause = ({ walked, step }: Stop): string => closeUp(`${what(walked)}：${sayStep(step)}`);

export const sayStop = (stop: Stop): string => stopClause(stop);

// `get pdo`: a type with a slip of the fingers, which kubectl would not find either.
import { resourceNames } from "../command/grammar/resources.ts";
import { parseKubectl } from "../command/parse-kubectl.ts";
import type { Intent } from "./intent.ts";
import { slipsOf } from "./plain/slips.ts";
import { isOfKubectl } from "./plain/words.ts";

const known = new Set(resourceNames);

/** With the only type that may be meant. */
export function withoutTypeSlip(intent: Intent): Intent {
  if (intent.kind !== "run") return intent;
  const { command } = intent;
  const parsed = parseKubectl(command);
  const [type, other] = parsed.ok ? parsed.request.resources : [];
  if (type === undefined || other !== undefined || isOfKubectl(type)) return intent;
  const [meant, second] = slipsOf(type, known);
  return meant === undefined || second !== undefined
    ? intent
    : { ...intent, command: command.replace(` ${type}`, ` ${meant}`) };
}

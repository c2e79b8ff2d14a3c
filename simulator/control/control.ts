// The simulator's own door for tests: the request log, faults, and another scenario.
import { z } from "zod";
import type { Call, Reply } from "../http.ts";
import { parseJson } from "../json.ts";
import type { ScenarioInput } from "../scenario/schema.ts";
import { type Faults, faultsSchema } from "./faults.ts";
import type { RequestLog } from "./request-log.ts";

const scenarioOrPath = z.union([z.string(), z.custom<ScenarioInput>()]);

type Options = { log: RequestLog; faults: Faults; load(source: ScenarioInput | string): Promise<void> };

/** Answers `/_sim/requests`, `/_sim/faults` and `/_sim/scenario`. */
export async function handleControl({ log, faults, load }: Options, call: Call): Promise<Reply> {
  switch (`${call.method} ${call.path}`) {
    case "GET /_sim/requests":
      return { status: 200, body: log.entries() };
    case "DELETE /_sim/requests":
      log.clear();
      return { status: 204 };
    case "POST /_sim/faults": {
      const body = parseJson(call.body);
      const parsed = faultsSchema.safeParse(Array.isArray(body) ? body : [body]);
      if (!parsed.success) return { status: 400, body: { error: z.prettifyError(parsed.error) } };
      faults.set(parsed.data);
      return { status: 204 };
    }
    case "DELETE /_sim/faults":
      faults.set([]);
      return { status: 204 };
    case "PUT /_sim/scenario":
      // Checked when it is loaded, like a file; a JSON string is a file's path.
      return load(scenarioOrPath.parse(parseJson(call.body) ?? null)).then(
        () => ({ status: 204 }),
        (error: Error) => ({ status: 400, body: { error: error.message } }),
      );
    default:
      return { status: 404, body: { error: "Known: /_sim/requests, /_sim/faults, /_sim/scenario." } };
  }
}

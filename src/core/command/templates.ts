// How an object is printed: `--template` and `-o` become one, and of a Go template only what is safe is taken.
import { refuseGoTemplate } from "./go-template.ts";
import { formatsWithText } from "./grammar/flags.ts";
import type { Flags } from "./read-flags.ts";
import { type Refusal, refuse } from "./refusal.ts";

type OneTemplate = Readonly<{ ok: true; flags: Flags }> | Refusal;

const takeTemplates = ["go-template", "template", "jsonpath", "jsonpath-as-json"];

/** `-o go-template=TEXT`, however it was typed. */
export function oneTemplate(flags: Flags): OneTemplate {
  const format = flags.get("output");
  const template = flags.get("template");
  const output = template === undefined ? format : `${format ?? "go-template"}=${template}`;
  if (template !== undefined && format !== undefined && !takeTemplates.includes(format)) {
    return refuse("flag-value", { is: "templateFormat", format: format.split("=")[0] ?? "" });
  }
  if (output !== undefined && formatsWithText.includes(output)) {
    return refuse("flag-value", { is: "templateMissing", format: output });
  }
  const [, ofGo] = /^(?:go-)?template=(.*)$/s.exec(output ?? "") ?? [];
  const refusal = ofGo === undefined ? null : refuseGoTemplate(ofGo);
  if (refusal !== null) return refusal;
  const others = [...flags].filter(([name]) => name !== "output" && name !== "template");
  const written = ofGo === undefined ? output : `go-template=${ofGo}`;
  if (written === undefined) return { ok: true, flags };
  // Where it was typed first, so that what is sent reads like what was asked.
  const at = [...flags.keys()].findIndex((name) => name === "output" || name === "template");
  return { ok: true, flags: new Map([...others.slice(0, at), ["output", written], ...others.slice(at)]) };
}

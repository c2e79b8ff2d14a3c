// What has to be said of a change, once.
import type { Flags } from "../read-flags.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { ChangeSpec } from "./change-spec.ts";

export function refuseUnsaid(
  { needs, example }: ChangeSpec,
  values: readonly string[],
  flags: Flags,
): Refusal | null {
  const missing = needs?.find((group) => !group.some((name) => flags.has(name)));
  if (missing !== undefined) {
    const names = missing.map((name) => `--${name}`);
    return refuse("flag-value", { is: "changeFlagMissing", flags: names, example });
  }
  const keys = values.map((value) => value.split(/[=:]|-$/)[0] ?? "");
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  // Which of the two kubectl takes is nothing that whoever approves it should have to know.
  return twice === undefined ? null : refuse("argument-invalid", { is: "changeTwice", word: twice });
}

// Who changed what lately: beside the cause what may have led there, else whatever it was, and that it was nothing.
import type { Messages } from "./messages/messages.ts";
import type { SaidDiagnosis } from "./said-diagnosis.ts";
import { utc } from "./time.ts";

export function changesSaid(
  { rootCause, lately }: SaidDiagnosis,
  { diagnosis: texts }: Messages,
): readonly string[] {
  const { changed, alsoChanged = [] } = rootCause ?? {};
  const beside = [...(changed === undefined ? [] : [changed]), ...alsoChanged];
  const changes = beside.length > 0 ? beside : (lately ?? []);
  if (changes.length === 0) return lately === undefined ? [] : [texts.unchanged];
  return changes.map(({ time, what }) => texts.changed(utc(time), what));
}

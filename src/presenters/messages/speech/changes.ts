// A change of the activity log: what was changed is read off the id of the resource.
import { type ChangedType, deedOf, type Verb } from "../../../core/finding/operation.ts";
import { isPerson } from "../../../core/finding/recent-changes.ts";
import { nameOf } from "../../../core/snapshot/resource-id.ts";
import type { ResourceChange } from "../../../core/snapshot/snapshot.ts";
import { withoutTrailing } from "../../../core/text/without-trailing.ts";

export type ChangeWords = Readonly<{
  kinds: Readonly<Record<ChangedType, string>>;
  /** Of a kind that is not known. */
  resource: string;
  /** What was done to `thing`. */
  deeds: Readonly<Record<Verb, (thing: string) => string>>;
  /** The name of a role assignment is a GUID: only what it is on is named. */
  roleAssignment: (on: string) => string;
  /** `of`: what it is a part of; empty where it is none. */
  thing: (kind: string, name: string, of: string) => string;
  /** Where the log names somebody, or an application. */
  by: (done: string, name: string, isPerson: boolean) => string;
}>;

export function changeSpeech(words: ChangeWords) {
  /** `peering hub-to-aks of vnet-hub` */
  function sayChanged(kind: ChangedType | null, resourceId: string): string {
    const [scope = "", role] = resourceId.split(/\/providers\/Microsoft\.Authorization\/roleAssignments\//i);
    if (role !== undefined) return words.roleAssignment(nameOf(scope));
    const segments = withoutTrailing(resourceId, "/").split("/");
    const isPart = (/\/providers\/(.*)$/i.exec(resourceId)?.[1]?.split("/").length ?? 0) > 3;
    const called = (kind === null ? undefined : words.kinds[kind]) ?? words.resource;
    return words.thing(called, nameOf(resourceId), isPart ? (segments.at(-3) ?? "") : "");
  }

  /** `deleted peering hub-to-aks of vnet-hub by megan@contoso.example` */
  function sayChange({ operation, resourceId, caller = "" }: ResourceChange): string {
    const deed = deedOf(operation);
    const done = words.deeds[deed?.verb ?? "write"](sayChanged(deed?.type ?? null, resourceId));
    return caller === "" ? done : words.by(done, caller, isPerson(caller));
  }

  return { sayChanged, sayChange };
}

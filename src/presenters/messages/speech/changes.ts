// A change of the activity log: what was changed is read off the id of the resource.
import { type ChangedType, deedOf, isPerson, type Verb } from "../../../core/finding/kit/operation.ts";
import { nameOf } from "../../../core/snapshot/resource-id.ts";
import type { ResourceChange } from "../../../core/snapshot/snapshot.ts";
import { lookUp } from "../../../core/text/look-up.ts";
import { withoutTrailing } from "../../../core/text/text.ts";
import type { Catalogue } from "../catalogue/texts.ts";

type Deed = (values: Readonly<{ thing: string }>) => string;

export function changeSpeech(texts: Catalogue) {
  /** `peering hub-to-aks of vnet-hub` */
  function sayChanged(kind: ChangedType | null, resourceId: string): string {
    const [scope = "", role] = resourceId.split(/\/providers\/Microsoft\.Authorization\/roleAssignments\//i);
    const kinds: Readonly<Record<ChangedType, string>> = texts.changes.kind;
    if (role !== undefined) return texts.changes.roleAssignment({ on: nameOf(scope) });
    const segments = withoutTrailing(resourceId, "/").split("/");
    const isPart = (/\/providers\/(.*)$/i.exec(resourceId)?.[1]?.split("/").length ?? 0) > 3;
    const called = (kind === null ? undefined : kinds[kind]) ?? texts.changes.resource;
    return texts.changes.thing({
      kind: called,
      name: nameOf(resourceId),
      of: isPart ? (segments.at(-3) ?? "") : "",
    });
  }

  /** `Megan Bowen deleted the peering hub-to-aks of vnet-hub`; where no name is known, what they sign in as. */
  function sayChange({ operation, resourceId, caller = "", callerName }: ResourceChange): string {
    const deed = deedOf(operation);
    const deeds: Readonly<Record<Verb, Deed>> = texts.changes.deed;
    const done = deeds[deed?.verb ?? "write"]({ thing: sayChanged(deed?.type ?? null, resourceId) });
    const who = caller === "" ? "nobody" : isPerson(caller) ? "person" : "application";
    return texts.changes.by({ done, who, name: callerName ?? caller });
  }

  /** Whether it was the person, as far as the log shows: what runs under their name looks alike. */
  function sayDoneWith({ caller = "", application }: ResourceChange): string {
    const { doneWith, client } = texts.changes;
    const who = caller === "" ? "nobody" : isPerson(caller) ? "person" : "application";
    const known = application === undefined ? undefined : lookUp(client, application);
    return doneWith({ who, known: known ?? null, id: application ?? null });
  }

  /** Null where it was no person: nobody else can be asked. */
  const whoChanged = ({ caller = "", callerName }: ResourceChange): string | null =>
    isPerson(caller) ? (callerName ?? caller) : null;

  return { sayChanged, sayChange, sayDoneWith, whoChanged };
}

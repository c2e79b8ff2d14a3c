// What whoever makes a fix has to be allowed to do, and where. A fix names roles, and resources by their names.
import { type FixStep, placeOf, writesOf } from "../fix/write/actions.ts";
import type { ResourcePlace } from "../fix/write/arm-write.ts";
import type { Fix, RoleOn, RolePlace } from "../fix/write/fix.ts";
import { idKey, idsOnce, nameOf } from "../snapshot/resource-id.ts";
import type { Permission } from "../snapshot/rights.ts";
import { foldCase } from "../text/text.ts";
import { decidingActions } from "./roles.ts";

/** One role on one thing. */
type Held = Readonly<{ role: string; on: string | RolePlace }>;

/** What a fix is about besides its steps. */
export type Around = Readonly<{ clusterId: string; resourceId?: string | undefined }>;

/**
 * Each right that the fix takes; null where one of them is not understood, since then nobody can be said to hold all.
 * A name that fits several resources stands for each of them.
 */
export function rightsOf(fix: Fix, around: Around): readonly Permission[] | null {
  const named = rolesOf(fix);
  const rights = named?.map(({ role, on }) =>
    scopesOf(on, fix, around).map((scope) => ({ scope, actions: decidingActions(role, typeOf(scope)) })),
  );
  if (rights === undefined || rights.length === 0 || rights.some((of) => of.length === 0)) return null;
  const all = rights.flat();
  if (all.some(({ actions }) => actions.length === 0)) return null;
  return distinct(all.flatMap(({ actions, scope }) => actions.map((action) => ({ action, scope }))));
}

/** A fix that takes more is nothing to ask one person for; and each would be read by itself. */
const mostRights = 6;

const isNames = (on: RoleOn["on"]): on is readonly string[] => Array.isArray(on);

const heldBy = ({ role, on, and }: RoleOn): readonly Held[] => [
  ...(isNames(on) ? on.map((name) => ({ role, on: name })) : [{ role, on }]),
  ...(and === undefined ? [] : heldBy(and)),
];

function rolesOf({ roles }: Pick<Fix, "roles">): readonly Held[] | undefined {
  const named = roles.flatMap(heldBy);
  return named.length > mostRights ? undefined : named;
}

/** Every text in the values of a step. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Ids of the resources that a step names. */
const idsIn = (step: FixStep): readonly string[] =>
  textsIn(step).filter((text) => text.startsWith("/subscriptions/") && text.includes("/providers/"));

/** The resource where its id is known, else the resource group of that name, or the one that a step names beside it. */
function scopesOf(on: Held["on"], fix: Fix, around: Around): readonly string[] {
  if (typeof on === "string") return scopesCalled(on, fix, around);
  const ids = fix.steps.flatMap(idsIn);
  switch (on.is) {
    case "cluster":
      return [around.clusterId];
    case "zoneGroup":
      return fix.steps.flatMap(groupOf).slice(0, 1);
    case "linkedNetworks":
      return idsOnce(ids.filter((id) => /\/virtualNetworks\/[^/]+$/i.test(id)));
  }
}

function scopesCalled(on: string, { steps }: Fix, { clusterId, resourceId }: Around): readonly string[] {
  const known = [clusterId, ...(resourceId === undefined ? [] : [resourceId])];
  const ids = [...known, ...steps.flatMap(idsIn), ...(writesOf(steps) ?? []).map(({ id }) => id)];
  const wanted = foldCase(on);
  const isNamed = (id: string) => foldCase(nameOf(id)) === wanted;
  const resources = ids.flatMap((id) => [id, ...whole(id)]).filter(isNamed);
  const groups = ids.flatMap((id) => /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i.exec(id) ?? []);
  const named = resources.length > 0 ? resources : groups.filter(isNamed);
  const naming = steps.filter((step) => textsIn(step).some((text) => foldCase(text) === wanted));
  return idsOnce(named.length > 0 ? named : naming.flatMap(groupOf));
}

/** What a part, such as a subnet, is a part of. */
const whole = (id: string): readonly string[] => /^.+\/providers\/[^/]+\/[^/]+\/[^/]+(?=\/)/i.exec(id) ?? [];

const idOfGroup = ({ subscriptionId, resourceGroup }: ResourcePlace): string =>
  `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;

/** The resource group that a step is about. */
function groupOf(step: FixStep): readonly string[] {
  const place = placeOf(step);
  return place === null ? [] : [idOfGroup(place)];
}

const providers = "/providers/";

/** `Microsoft.Network/virtualNetworks/subnets`; null of a resource group and what is above it. */
function typeOf(scope: string): string | null {
  const at = scope.toLowerCase().lastIndexOf(providers);
  if (at < 0) return null;
  const [namespace = "", ...rest] = scope.slice(at + providers.length).split("/");
  return namespace === "" ? null : [namespace, ...rest.filter((_, index) => index % 2 === 0)].join("/");
}

const distinct = (rights: readonly Permission[]): readonly Permission[] => [
  ...new Map(rights.map((right) => [`${right.action}|${idKey(right.scope)}`.toLowerCase(), right])).values(),
];

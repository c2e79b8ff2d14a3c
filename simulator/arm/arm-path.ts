// Reads Azure Resource Manager paths: what is addressed, of which type, under which parent.

export type ArmPath = {
  /** As it was written, without a trailing slash. */
  text: string;
  subscriptionId: string | null;
  resourceGroup: string | null;
  /** What stands before the last `/providers/`; the resource itself where there is none. */
  scope: string;
  /** Such as `Microsoft.Network/virtualNetworks/subnets`; a trailing list or action counts as a type. */
  type: string;
  /** `null` for a collection or an action. */
  name: string | null;
  /** The resource above: for a collection, the one whose children it lists. */
  parent: string;
  /** The last segment. */
  segment: string;
};

/** Takes an ARM path apart. `/subscriptions/{s}/providers/{ns}` has the type `Microsoft.Resources/providers`. */
export function parseArmPath(text: string): ArmPath {
  const segments = text.split("/").filter((segment) => segment !== "");
  const at = segments.findLastIndex((segment) => segment.toLowerCase() === "providers");
  const scopeSegments = at < 0 ? segments : segments.slice(0, at);
  const scope = join(scopeSegments);
  const base = {
    text: join(segments),
    subscriptionId: after(segments, "subscriptions"),
    resourceGroup: after(segments, "resourcegroups"),
    scope,
    segment: segments.at(-1) ?? "",
  };
  if (at < 0) return { ...base, ...resourcesPath(segments) };
  const [namespace, ...rest] = segments.slice(at + 1);
  if (namespace === undefined || rest.length === 0) {
    return { ...base, type: "Microsoft.Resources/providers", name: namespace ?? null, parent: scope };
  }
  const isCollection = rest.length % 2 === 1;
  const cut = isCollection ? 1 : 2;
  return {
    ...base,
    type: [namespace, ...rest.filter((_, index) => index % 2 === 0)].join("/"),
    name: isCollection ? null : (rest.at(-1) ?? null),
    parent: rest.length <= 2 ? scope : join(segments.slice(0, -cut)),
  };
}

/** Ids are the same whatever their case. */
export function sameId(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** True for the scope itself and for everything under it. */
export function isWithin(scope: string, id: string): boolean {
  const outer = scope.toLowerCase().replace(/\/+$/, "");
  const inner = id.toLowerCase();
  return inner === outer || inner.startsWith(`${outer}/`);
}

function resourcesPath(segments: readonly string[]): Pick<ArmPath, "type" | "name" | "parent"> {
  const types = segments.filter((_, index) => index % 2 === 0);
  const isCollection = segments.length % 2 === 1;
  return {
    type: ["Microsoft.Resources", ...types.map(canonicalType)].join("/"),
    name: isCollection ? null : (segments.at(-1) ?? null),
    parent: join(segments.slice(0, isCollection ? -1 : -2)),
  };
}

function canonicalType(segment: string): string {
  return segment.toLowerCase() === "resourcegroups" ? "resourceGroups" : segment.toLowerCase();
}

function after(segments: readonly string[], key: string): string | null {
  const at = segments.findIndex((segment) => segment.toLowerCase() === key);
  return at < 0 ? null : (segments[at + 1] ?? null);
}

function join(segments: readonly string[]): string {
  return `/${segments.join("/")}`;
}

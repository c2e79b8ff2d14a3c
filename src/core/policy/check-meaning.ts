// What a schema cannot see: names that must fit together. Looks at whatever is well formed, so that one mistake in a
// file does not hide the others.
import { z } from "zod";
import { parseClusterName } from "../cluster-name.ts";
import { nearWords } from "../command/grammar/near-words.ts";
import { isClusterScoped } from "../command/grammar/resources.ts";
import { anything, asking, checkChanges } from "./change-schema.ts";
import type { Fault, FaultPath, PolicyFault } from "./fault.ts";
import { checkOnCall } from "./on-call-schema.ts";

const names = z.array(z.unknown()).catch([]);
const asked = Object.keys(asking) as readonly (keyof typeof asking)[];
/** Who has to agree, as far as groups are named there. */
const approval = z
  .object({ groups: names, escalate: z.object({ groups: names }).catch({ groups: [] }) })
  .catch({ groups: [], escalate: { groups: [] } });
const outline = z.object({
  groups: z.record(z.string(), z.unknown()).catch({}),
  operators: names,
  aliases: z.record(z.string(), z.unknown()).catch({}),
  rules: z
    .array(
      z
        .object({ id: anything, effect: anything, groups: names, approval, ...asking })
        .catch({ groups: [], approval: { groups: [], escalate: { groups: [] } }, diagnose: true }),
    )
    .catch([]),
  tests: z
    .array(
      z
        .object({
          ...{ groups: names, rule: anything, unmasked: anything },
          ...{ breakGlass: anything, approval: anything, holds: anything },
          ...asking,
        })
        .catch({ groups: [], diagnose: true }),
    )
    .catch([]),
});

type Outline = z.infer<typeof outline>;

/** Expects the file's data in any shape. */
export function checkMeaning(value: unknown): readonly Fault[] {
  const file = outline.safeParse(value).data;
  if (file === undefined) return [];
  const operators = checkNames(file.groups, file.operators, ["operators"], false);
  return [
    ...checkGroups(file),
    ...operators,
    ...checkAliases(file),
    ...checkOnCall(value, (used, path) => checkNames(file.groups, used, path, false)),
    ...checkRules(file),
    ...checkChanges(rulesOf(value)),
    ...checkTests(file),
  ];
}

const rulesOf = (value: unknown): readonly unknown[] =>
  z.object({ rules: z.array(z.unknown()) }).safeParse(value).data?.rules ?? [];

function checkGroups({ groups }: Outline): readonly Fault[] {
  const faults: Fault[] = [];
  const nameOf = new Map<string, string>();
  for (const [name, id] of Object.entries(groups)) {
    const path = ["groups"];
    if (name === "*") faults.push({ path, key: name, fault: { is: "groupForAll" } });
    const lower = String(id).toLowerCase();
    const earlier = nameOf.get(lower);
    if (earlier !== undefined) {
      faults.push({ path: ["groups", name], fault: { is: "groupTwice", name, earlier } });
    }
    nameOf.set(lower, name);
  }
  return faults;
}

/** One that could not be written where a cluster's name belongs would never be heard. */
function checkAliases({ aliases }: Outline): readonly Fault[] {
  return Object.keys(aliases)
    .filter((alias) => alias.includes("/") || parseClusterName(alias) === null)
    .map((given) => ({
      path: ["aliases"],
      key: given,
      fault: { is: "unfit", at: "aliases", given, unfit: "clusterName", near: [] },
    }));
}

function checkRules({ groups, rules }: Outline): readonly Fault[] {
  const seen = new Set<unknown>();
  return rules.flatMap(({ id, effect, groups: used, approval: by, ...rule }, index) => {
    const path = ["rules", index];
    const faults = [
      ...checkNames(groups, used, [...path, "groups"], effect === "deny"),
      ...checkNames(groups, by.groups, [...path, "approval", "groups"], false),
      ...checkNames(groups, by.escalate.groups, [...path, "approval", "escalate", "groups"], false),
    ];
    if (effect === "deny") {
      faults.push(...checkClosed(rule.run, [...path, "run"]));
      faults.push(...checkClosed(rule.change, [...path, "change"]));
    }
    if (id !== undefined && seen.has(id))
      faults.push({ path: [...path, "id"], fault: { is: "ruleTwice", rule: String(id) } });
    seen.add(id);
    if (askedBy(rule).length === 0) faults.push({ path, fault: { is: "ruleEmpty", rule: String(id) } });
    return faults;
  });
}

const closing = z.object({ resources: z.array(z.string()), clusterScoped: z.unknown().optional() });

/** What lies in no namespace is closed by no list of namespaces; the Namespace object belongs to its own. */
function checkClosed(scope: unknown, path: FaultPath): readonly Fault[] {
  const { data } = closing.safeParse(scope);
  if (data === undefined || data.clusterScoped !== undefined) return [];
  return data.resources.flatMap((resource, index) =>
    resource !== "namespaces" && isClusterScoped(resource)
      ? [{ path: [...path, "resources", index], fault: { is: "notClosed", resource } as const }]
      : [],
  );
}

/** The things that a rule or a test is about. */
const askedBy = (each: Readonly<Partial<Record<keyof typeof asking, unknown>>>): readonly unknown[] =>
  asked.filter((name) => each[name] !== undefined);

function checkTests({ groups, rules, tests }: Outline): readonly Fault[] {
  const ids = rules.map(({ id }) => String(id));
  return tests.flatMap(({ groups: used, rule, unmasked, breakGlass, approval: expected, ...test }, index) => {
    const path = ["tests", index];
    const faults = [...checkNames(groups, used, [...path, "groups"], false)];
    // Several, where it takes them together.
    const unknown =
      rule === undefined
        ? undefined
        : String(rule)
            .split(", ")
            .find((id) => !ids.includes(id));
    if (unknown !== undefined) {
      faults.push({
        path: [...path, "rule"],
        fault: { is: "ruleUnknown", rule: unknown, near: nearWords(unknown, ids) },
      });
    }
    if (askedBy(test).length !== 1) faults.push({ path, fault: { is: "testAsksOneThing" } });
    if (unmasked !== undefined && test.run === undefined) {
      faults.push({ path, fault: { is: "testUnmaskedWithoutRun" } });
    }
    const changes = test.change !== undefined || test.fix !== undefined;
    if ((breakGlass !== undefined || expected !== undefined) && !changes) {
      faults.push({ path, fault: { is: "testOfChangeWithoutChange" } });
    }
    if (test.holds !== undefined && test.change === undefined)
      faults.push({ path, fault: { is: "testOfFile" } });
    return faults;
  });
}

function checkNames(
  groups: Outline["groups"],
  used: readonly unknown[],
  path: FaultPath,
  everybody: boolean,
): readonly Fault[] {
  const known = Object.keys(groups);
  return used.flatMap((name, index) => {
    if (typeof name !== "string" || known.includes(name) || (everybody && name === "*")) return [];
    const fault: PolicyFault =
      name === "*" ? { is: "allInAllow" } : { is: "groupUnknown", name, near: nearWords(name, known) };
    return [{ path: [...path, index], fault }];
  });
}

// For any rules: one that denies never opens anything, one that is gone never opens anything, and whoever knows less
// allows no more.
import fc from "fast-check";
import type { Circumstances } from "../../../src/core/policy/circumstances.ts";
import type { PolicyAction } from "../../../src/core/policy/decision.ts";
import { draws } from "../../prove/sample.ts";
import { allow, change, decide, deny, fix, may, mayChange, memberOf, run } from "./policies.ts";

const words = (...choices: string[]) => fc.subarray(choices, { minLength: 1 }).map((list) => list.join(", "));
const optional = (...choices: string[]) => fc.constantFrom("", ...choices);

const verbs = words("scale", "rollout undo", "drain", "delete", '"*"');
const types = words(
  "deployments",
  "statefulsets",
  "nodes",
  "pods, daemonsets",
  "replicasets",
  "secrets",
  '"*"',
);
const places = words("pay", '"v*"', '"*"');
const scope = fc
  .tuple(verbs, types, places, optional(", names: [api]"))
  .map(([what, resources, namespaces, more]) =>
    mayChange(what, resources, namespaces, `, clusterScoped: true${more}`),
  );
const reading = fc
  .tuple(types, places)
  .map(([resources, namespaces]) => may('get, "*"', resources, namespaces, ", clusterScoped: true"));
const when = fc
  .tuple(fc.constantFrom("mon", "wed"), fc.constantFrom("06:00", "20:00"))
  .map(([day, to]) => `, when: { days: [${day}], from: "08:00", to: "${to}", timeZone: Europe/Berlin }`);
const conditions = fc
  .tuple(fc.oneof(fc.constant(""), when), optional(", tags: { env: prod }"))
  .map((all) => all.join(""));
const approval = fc
  .tuple(fc.constantFrom("", "1", "2"), words("oncall", "leads"))
  .map(([count, groups]) =>
    count === "" ? "requester" : `{ count: ${count}, groups: [${groups}], expires: 30m }`,
  );

/** What is for emergencies asks for less than what is not. */
const urgency = fc.tuple(optional("", ", incidentOnly: true", ", incidentOnly: Sev4"), fc.boolean());
const changing = fc
  .tuple(scope, approval, optional(", fix: true"), urgency, conditions)
  .map(([what, by, more, [only, urgent], then]) => {
    const agreed = urgent ? "requester, breakGlass: true" : by;
    return `${what}, approval: ${agreed}${more}${only}${then}`;
  });
const allowing = fc.oneof(
  changing,
  changing,
  fc.tuple(reading, conditions).map((all) => all.join("")),
);
const denying = fc
  .tuple(fc.oneof(scope, reading, fc.constant("fix: true")), conditions)
  .map((all) => all.join(""));
const show = fc.constantFrom("thread", "personal");

type Make = (id: string) => string;
const rule = fc.oneof(
  fc.tuple(allowing, show).map(
    ([body, seen]): Make =>
      (id) =>
        allow(id, body, seen),
  ),
  fc.tuple(allowing, show).map(
    ([body, seen]): Make =>
      (id) =>
        allow(id, body, seen),
  ),
  denying.map(
    (body): Make =>
      (id) =>
        deny(id, body),
  ),
);
const rules = fc
  .array(rule, { minLength: 1, maxLength: 6 })
  .map((makers) => makers.map((make, index) => make(`r${index}`)));

const tags = fc.constantFrom<Record<string, string> | undefined>(undefined, { env: "prod" }, {});
const asked = fc
  .tuple(
    fc.constantFrom(
      "kubectl scale deploy/api -n pay --replicas=2",
      "kubectl scale deploy/api sts/api -n pay --replicas=2",
      "kubectl rollout undo deploy/api -n pay",
      "kubectl drain node-1 --ignore-daemonsets",
      "kubectl delete pod api -n vault",
      "kubectl delete secret api -n pay",
      "fix",
      "get",
    ),
    fc.boolean(),
    tags,
  )
  .map(([text, urgent, known]): PolicyAction => {
    const more = { ...(urgent && { breakGlass: true as const }), ...(known && { tags: known }) };
    const { cluster } = change("kubectl cordon node-1", more);
    if (text === "fix") return { ...fix(urgent || undefined), cluster };
    return text === "get" ? { ...run("kubectl get pods -n pay"), cluster } : change(text, more);
  });

const known = fc.record<Circumstances>({
  now: fc.constantFrom(
    new Date("2026-11-25T12:00:00Z"),
    new Date("2026-11-25T18:30:00Z"),
    new Date("2026-11-28T12:00:00Z"),
  ),
  incident: fc.constantFrom("Sev0" as const, "Sev3" as const, "none" as const),
});
const circumstances = fc.oneof(known, fc.constant<Circumstances>({ now: null, incident: null }));

const settings = { numRuns: draws(60, 1_000), seed: 42 };
const effect = (...[list, action, given]: [string[], PolicyAction, Circumstances]) =>
  list.length === 0 ? "deny" : decide(list, action, memberOf("oncall"), given).effect;
const opens = (before: string, after: string) => before === "deny" && after === "allow";

test("both are met", () => {
  const seen = fc
    .sample(fc.tuple(rules, asked, circumstances), { numRuns: 400, seed: 7 })
    .map(([list, action, given]) => effect(list, action, given));
  for (const each of ["allow", "deny"]) expect(seen.filter((one) => one === each).length).toBeGreaterThan(20);
});

test("the order of rules decides nothing", () => {
  fc.assert(
    fc.property(rules, asked, circumstances, (list, action, given) => {
      const there = decide(list, action, memberOf("oncall"), given);
      expect(decide([...list].reverse(), action, memberOf("oncall"), given)).toEqual(there);
    }),
    settings,
  );
});

test("one more rule that denies never allows more", () => {
  fc.assert(
    fc.property(rules, denying, asked, circumstances, (list, body, action, given) => {
      const after = effect([...list, deny("last", body)], action, given);
      expect(opens(effect(list, action, given), after)).toBe(false);
    }),
    settings,
  );
});

test("one rule that allows less never allows more", () => {
  fc.assert(
    fc.property(rules, asked, circumstances, (list, action, given) => {
      const before = effect(list, action, given);
      for (const gone of list.filter((each) => each.includes("effect: allow")))
        expect(
          opens(
            before,
            effect(
              list.filter((each) => each !== gone),
              action,
              given,
            ),
          ),
        ).toBe(false);
    }),
    settings,
  );
});

test("whoever knows less allows no more", () => {
  fc.assert(
    fc.property(
      rules,
      asked,
      known,
      fc.constantFrom("now", "incident", "tags", "all"),
      (list, action, given, what) => {
        const { tags: _, ...untagged } = action.cluster;
        const less: Circumstances = {
          now: what === "now" || what === "all" ? null : given.now,
          incident: what === "incident" || what === "all" ? null : given.incident,
        };
        const blind =
          what === "tags" || what === "all" ? ({ ...action, cluster: untagged } as PolicyAction) : action;
        expect(opens(effect(list, action, given), effect(list, blind, less))).toBe(false);
      },
    ),
    settings,
  );
});

test("what is allowed that changes something says who has to agree, and somebody can", () => {
  fc.assert(
    fc.property(rules, asked, circumstances, (list, action, given) => {
      const decision = decide(list, action, memberOf("oncall"), given);
      if (decision.effect === "deny" || action.kind === "run") return;
      expect(decision.approval).toBeDefined();
      if (decision.approval?.by === "others") expect(decision.approval.groups).not.toEqual([]);
    }),
    settings,
  );
});

test("an emergency that is none decides nothing by its rules", () => {
  fc.assert(
    fc.property(rules, asked, circumstances, (list, action, given) => {
      const decision = decide(list, action, memberOf("oncall"), given);
      const urgent = "breakGlass" in action && action.breakGlass === true;
      if (decision.effect === "allow" && decision.breakGlass) expect(urgent).toBe(true);
    }),
    settings,
  );
});

/** How many others have to agree; null where it is not allowed. */
const others = (list: string[], action: PolicyAction, given: Circumstances): number | null => {
  const decision = decide(list, action, memberOf("oncall"), given);
  if (decision.effect === "deny") return null;
  return decision.approval?.by === "others" ? decision.approval.count : 0;
};

/** Rules that meet in the same objects, each with another word on who has to agree. */
const scaling = fc
  .tuple(words("deployments", "statefulsets", '"*"'), optional(", names: [api]"), approval)
  .map(([types, names, by]) => `${mayChange("scale", types, '"*"', names)}, approval: ${by}`);
const scalings = fc
  .array(scaling, { minLength: 2, maxLength: 4 })
  .map((bodies) => bodies.map((body, index) => allow(`r${index}`, body)));

test("whoever asks for more besides never needs fewer who agree", () => {
  fc.assert(
    fc.property(fc.oneof(rules, scalings), circumstances, (list, given) => {
      const of = (...objects: string[]) =>
        others(list, change(`kubectl scale ${objects.join(" ")} -n pay --replicas=2`), given);
      for (const other of ["sts/db", "deploy/db"]) {
        const more = of("deploy/api", other);
        if (more !== null)
          for (const part of ["deploy/api", other]) expect(of(part)).toBeLessThanOrEqual(more);
      }
    }),
    settings,
  );
});

// The one door for rights: what each moment asks, in which order, who refuses, and what is on the trail at once.
import { authorize, authorizeEach } from "../../../src/app/identity/authorize.ts";
import type { About } from "../../../src/app/identity/gates.ts";
import type { Services } from "../../../src/app/ports/services.ts";
import type { AuditEntry } from "../../../src/core/audit/audit-event.ts";
import type { Action } from "../../../src/core/authorization/action.ts";
import { type Gate, type Moment, moments } from "../../../src/core/authorization/moments.ts";
import type { Policy } from "../../../src/core/policy/policy.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import {
  allow as allowed,
  byLeads,
  change,
  diagnose,
  everything,
  fix,
  lookInside,
  mayChange,
  memberOf,
  policyOf,
  run,
  watch,
} from "../../core/policy/policies.ts";
import { adele, alex, askerIn, threadOf } from "../../fakes/people.ts";
import type { FakeServices, World } from "../../fakes/services.ts";
import { ofThree } from "../fix/fixing.ts";
import { setMode, start, submitted } from "../setup.ts";

/** Everything to those on call, who are operators too. */
const rule = (show: string, more = ", unmasked: true") =>
  allowed(
    "all",
    `diagnose: true, diagnose-inside: true, watch: true, fix: true, ${everything}, ${mayChange('"*"', '"*"', '"*"')}, ${byLeads}${more}`,
    show,
  );
const withOperators = (policy: Policy): Policy => ({ ...policy, operators: ["oncall"] });
const open = withOperators(policyOf(rule("thread")));

type Closed = Readonly<{ world?: Partial<World>; about?: Partial<About>; mode?: true; who?: typeof alex }>;

/** How each gate is shut, and nothing besides. */
const shut: Readonly<Record<Gate, Closed>> = {
  known: { about: { isKnown: false } },
  signIn: { world: { signedOut: new Set([alex.objectId]) } },
  mode: { mode: true },
  policy: { world: { memberships: {} } },
  anywhere: { world: { memberships: {} } },
  byFile: { world: { memberships: {} } },
  shown: { world: { policy: policyOf(rule("personal")) } },
  unmasked: { world: { policy: policyOf(rule("thread", "")) } },
  azure: { world: { permissions: collected([]) } },
  others: { who: adele },
  approver: { world: { memberships: {} } },
  runner: { world: { permissions: collected([]) } },
  operator: { world: { memberships: {} } },
};

const getPods = run("kubectl get pods -n pay");
const scale = change("kubectl scale deployment/api --replicas=3 -n pay");

/** Alex asks about a run of Adele's: what was asked of the world, what came of it, and what is on the trail. */
async function asking(moment: Moment, action: Action, { world, about, mode, who = alex }: Closed = {}) {
  const fake = start({ policy: open, ...world });
  if (mode) await setMode(fake, "off");
  const asked: string[] = [];
  const services = watched(fake, asked);
  const stored = {
    ...(await runOfAdele()),
    rule: "of-its-run",
    ...(moment === "runAs" && { task: ofThree }),
  };
  const given: About = {
    run: stored,
    isKnown: true,
    approval: { by: { by: "others", count: 1, groups: ["oncall"], minutes: 30 }, escalated: false },
    record: { action: "its.name", detail: { first: 1 } },
    ...about,
  };
  const before = fake.memory.audit.length;
  const right = await authorize(services, askerIn(threadOf, who), action as never, moment, given);
  const trail = fake.memory.audit.slice(before);
  const line = ({ action: name, outcome, rule: by }: AuditEntry) => `${name} ${outcome} ${by}`;
  return {
    asked: asked.join(" "),
    refusal: right.ok ? null : right.refusal.kind,
    written: trail.map(line).join(", "),
    left: right.entry !== null && trail.length === 0 ? line(right.entry) : "",
    details: trail.map(({ detail }) => detail),
  };
}

async function runOfAdele() {
  const fake = start({ policy: open, memberships: { [adele.objectId]: memberOf("oncall") } });
  return submitted(fake, "run `kubectl get pods -n pay` on prod-1", askerIn(threadOf, adele));
}

/** Notes what is asked of the token service, the database, the directory and Azure. */
function watched({ services }: FakeServices, asked: string[]): Services {
  const noting =
    <Given extends readonly unknown[], Found>(what: string, ask: (...given: Given) => Found) =>
    (...given: Given): Found => {
      asked.push(what);
      return ask(...given);
    };
  const { credentials, store, directory, reader } = services;
  return {
    ...services,
    credentials: { ...credentials, forUser: noting("signIn", credentials.forUser) },
    store: { ...store, mode: noting("mode", store.mode) },
    directory: { membership: noting("groups", directory.membership) },
    reader: { ...reader, permissions: noting("azure", reader.permissions) },
  };
}

type Row = readonly [
  moment: Moment,
  action: Action,
  shut: Gate | null,
  asked: string,
  written: string,
  left?: string,
];

const setModeAction: Action = { kind: "setMode" };
const sendFile: Action = { kind: "sendFile" };

const rows: readonly Row[] = [
  ["beforehand", getPods, null, "signIn mode groups", ""],
  ["beforehand", getPods, "signIn", "signIn", ""],
  ["beforehand", getPods, "mode", "signIn mode", "run.authorize denied null"],
  ["beforehand", getPods, "anywhere", "signIn mode groups", "run.authorize denied null"],

  ["request", getPods, null, "signIn mode groups", ""],
  ["request", getPods, "signIn", "signIn", ""],
  ["request", getPods, "mode", "signIn mode", "run.authorize denied null"],
  ["request", getPods, "policy", "signIn mode groups", "run.authorize denied null"],

  ["release", watch(), null, "signIn groups", ""],
  ["release", watch(), "signIn", "signIn", ""],
  ["release", watch(), "policy", "signIn groups", "watch.authorize denied null"],

  ["question", getPods, null, "signIn mode groups", "run.canI allowed all"],
  ["question", getPods, "signIn", "signIn", "run.canI denied null"],
  ["question", getPods, "mode", "signIn mode", "run.canI denied null"],
  ["question", getPods, "policy", "signIn mode groups", "run.canI denied null"],

  ["alternative", getPods, null, "signIn mode groups", ""],
  ["alternative", getPods, "signIn", "signIn", ""],
  ["alternative", getPods, "mode", "signIn mode", ""],
  ["alternative", getPods, "policy", "signIn mode groups", ""],

  ["suggest", diagnose(), null, "signIn groups", ""],
  ["suggest", diagnose(), "signIn", "signIn", ""],
  ["suggest", diagnose(), "anywhere", "signIn groups", ""],

  ["offer", fix(), null, "signIn groups", ""],
  ["offer", fix(), "signIn", "signIn", ""],
  ["offer", fix(), "policy", "signIn groups", ""],

  ["press", diagnose(), null, "signIn mode groups", "", "its.name recorded all"],
  ["press", diagnose(), "signIn", "signIn", ""],
  ["press", diagnose(), "mode", "signIn mode", "its.name denied null"],
  ["press", diagnose(), "policy", "signIn mode groups", "its.name denied null"],

  ["read", getPods, null, "signIn mode groups azure", "its.name allowed all"],
  ["read", getPods, "known", "", "its.name denied null"],
  ["read", getPods, "signIn", "signIn", "its.name denied null"],
  ["read", getPods, "mode", "signIn mode", "its.name denied null"],
  ["read", getPods, "policy", "signIn mode groups", "its.name denied null"],
  ["read", getPods, "shown", "signIn mode groups", "its.name denied all"],
  ["read", getPods, "azure", "signIn mode groups azure", "its.name denied all"],

  ["unmask", getPods, null, "signIn mode groups azure", "", "its.name allowed all"],
  ["unmask", getPods, "known", "", "its.name denied null"],
  ["unmask", getPods, "signIn", "signIn", "its.name denied null"],
  ["unmask", getPods, "mode", "signIn mode", "its.name denied null"],
  ["unmask", getPods, "policy", "signIn mode groups", "its.name denied null"],
  ["unmask", getPods, "unmasked", "signIn mode groups", "its.name denied all"],
  ["unmask", getPods, "azure", "signIn mode groups azure", "its.name denied all"],

  ["sendUnmasked", getPods, null, "signIn mode groups", ""],
  ["sendUnmasked", getPods, "signIn", "signIn", ""],
  ["sendUnmasked", getPods, "mode", "signIn mode", ""],
  ["sendUnmasked", getPods, "policy", "signIn mode groups", ""],
  ["sendUnmasked", getPods, "unmasked", "signIn mode groups", ""],

  ["execute", scale, null, "signIn mode groups", ""],
  ["execute", scale, "signIn", "signIn", ""],
  ["execute", scale, "mode", "signIn mode", ""],
  ["execute", scale, "policy", "signIn mode groups", ""],
  ["execute", scale, "shown", "signIn mode groups", ""],

  ["send", scale, null, "signIn mode groups", ""],
  ["send", scale, "signIn", "signIn", ""],
  ["send", scale, "mode", "signIn mode", ""],
  ["send", scale, "policy", "signIn mode groups", ""],
  ["send", scale, "shown", "signIn mode groups", ""],

  ["follow", getPods, null, "signIn groups", ""],
  ["follow", getPods, "signIn", "signIn", ""],
  ["follow", getPods, "policy", "signIn groups", ""],
  ["follow", getPods, "shown", "signIn groups", ""],

  ["approve", scale, null, "mode signIn groups", ""],
  // Whether they are signed in decides how much they hear of the mode.
  ["approve", scale, "mode", "mode signIn", "", "its.name denied of-its-run"],
  ["approve", scale, "others", "mode", "", "its.name denied of-its-run"],
  ["approve", scale, "signIn", "mode signIn", "", "its.name denied of-its-run"],
  ["approve", scale, "approver", "mode signIn groups", "", "its.name denied of-its-run"],

  ["review", scale, null, "signIn groups", ""],
  ["review", scale, "others", "", "", "its.name denied of-its-run"],
  ["review", scale, "signIn", "signIn", "", "its.name denied of-its-run"],
  ["review", scale, "approver", "signIn groups", "", "its.name denied of-its-run"],

  ["reject", scale, null, "signIn groups", ""],
  ["reject", scale, "others", "", "", "its.name denied of-its-run"],
  ["reject", scale, "signIn", "signIn", "", "its.name denied of-its-run"],
  ["reject", scale, "approver", "signIn groups", "", "its.name denied of-its-run"],

  ["confirm", scale, null, "signIn groups", ""],
  ["confirm", scale, "signIn", "signIn", ""],
  ["confirm", scale, "approver", "signIn groups", ""],

  // Each write of the fix is asked for.
  ["runAs", fix(), null, "signIn mode groups azure azure azure", ""],
  ["runAs", fix(), "signIn", "signIn", ""],
  ["runAs", fix(), "mode", "signIn mode", ""],
  ["runAs", fix(), "others", "signIn mode", ""],
  ["runAs", fix(), "approver", "signIn mode groups", ""],
  ["runAs", fix(), "runner", "signIn mode groups azure azure azure", ""],

  ["operate", setModeAction, null, "signIn groups", "", "its.name succeeded null"],
  ["operate", setModeAction, "signIn", "signIn", "its.name denied null"],
  ["operate", setModeAction, "operator", "signIn groups", "its.name denied null"],
  ["oversee", setModeAction, null, "signIn groups", ""],
  ["oversee", setModeAction, "signIn", "signIn", ""],
  ["oversee", setModeAction, "operator", "signIn groups", ""],

  ["attach", sendFile, null, "mode signIn groups", ""],
  ["attach", sendFile, "mode", "mode signIn", ""],
  ["attach", sendFile, "signIn", "mode signIn", ""],
  ["attach", sendFile, "byFile", "mode signIn groups", ""],
];

const titled = rows.map((row) => [row[0], row[1].kind, row[2] ?? "nothing", row] as const);

test.each(titled)(
  "%s of %s, %s shut",
  async (...[, , , [moment, action, gate, asked, written, left = ""]]) => {
    const found = await asking(moment, action, gate === null ? {} : shut[gate]);
    const refusal = gate === "anywhere" ? "policy" : gate;
    expect(found).toMatchObject({ asked, refusal, written, left });
  },
);

test("every gate of every moment has its row, and one where all are open", () => {
  const wanted = Object.entries(moments).flatMap(([moment, { gates }]) =>
    [null, ...gates].map((gate) => `${moment} ${gate}`),
  );
  expect(rows.map((row) => `${row[0]} ${row[2]}`).toSorted()).toEqual(wanted.toSorted());
});

test.each<[Action, Moment, string | null]>([
  [diagnose(), "request", null],
  [watch(), "request", null],
  [getPods, "request", "mode"],
  [lookInside(), "execute", "mode"],
  [scale, "request", "mode"],
  [fix(), "request", "mode"],
  [sendFile, "attach", "mode"],
  [scale, "approve", "mode"],
  // What is kept is read, whatever it took to get it.
  [getPods, "read", null],
  [scale, "read", null],
  [getPods, "unmask", "mode"],
  [getPods, "follow", null],
  [watch(), "release", null],
  [scale, "reject", null],
])("in mode diagnose: %#", async (action, moment, refusal) => {
  const fake = start({ policy: open });
  await setMode(fake, "diagnose");
  const stored = await runOfAdele();
  const approval = {
    by: { by: "others", count: 1, groups: ["oncall"], minutes: 30 },
    escalated: false,
  } as const;
  const about: About = { run: stored, isKnown: true, isAlone: true, approval };
  const right = await authorize(fake.services, askerIn(threadOf), action as never, moment, about);
  expect(right.ok ? null : right.refusal.kind).toBe(refusal);
});

describe("what the entry says", () => {
  const policy = { policy: "0123456789ab" };
  const pods = {
    verb: "get",
    resources: "pods",
    namespaces: "pay",
    names: "",
    also: "",
    flags: "",
    filters: "",
  };
  const scaled = {
    ...{ verb: "scale", resources: "deployments", namespaces: "pay", names: "api", also: "" },
    ...{ filters: "", writes: "patch:deployments/scale" },
  };

  test.each<readonly [Moment, Action, Gate, object]>([
    ["request", getPods, "policy", { ...pods, ...policy }],
    ["request", scale, "policy", { ...scaled, ...policy }],
    ["request", diagnose(), "policy", policy],
    ["request", fix(), "policy", policy],
    ["question", getPods, "mode", { ...pods, ...policy }],
    ["press", diagnose(), "policy", { first: 1, ...policy }],
    ["read", getPods, "azure", { first: 1, ...policy, byAzure: true }],
    ["read", scale, "known", { first: 1, ...policy }],
    ["operate", setModeAction, "operator", { first: 1, ...policy }],
  ])("%#: %s", async (moment, action, gate, detail) => {
    const { details } = await asking(moment, action, shut[gate]);
    expect(details).toHaveLength(1);
    expect(details[0]).toMatchObject(detail);
    expect("byAzure" in (details[0] ?? {})).toBe(gate === "azure");
  });

  test.each<[Gate, string]>([
    ["mode", "modeForbids"],
    ["others", "ownRequest"],
    ["approver", "notApprover"],
  ])("an approval that %s refuses says why", async (gate, because) => {
    const fake = start({ policy: open, ...shut[gate].world });
    if (shut[gate].mode) await setMode(fake, "off");
    const about: About = {
      run: await runOfAdele(),
      approval: { by: { by: "others", count: 1, groups: ["leads"], minutes: 30 }, escalated: false },
      record: { action: "change.approve", detail: { hash: "h" } },
    };
    const who = askerIn(threadOf, shut[gate].who);
    const { entry } = await authorize(fake.services, who, scale, "approve", about);
    expect(entry?.detail).toEqual({ hash: "h", because, policy: "0123456789ab" });
  });
});

test("what is left out opens nothing", async () => {
  const fake = start({ policy: withOperators(policyOf(rule("personal"))) });
  const at = async (moment: "read" | "execute" | "confirm", action = getPods) => {
    const right = await authorize(fake.services, askerIn(threadOf), action, moment);
    return right.ok ? null : right.refusal.kind;
  };
  expect([await at("read"), await at("execute"), await at("confirm", scale)]).toEqual([
    "known",
    "shown",
    "approver",
  ]);
});

test("several at once ask everything once, and each is decided by itself", async () => {
  const reads = ["kubectl get pods -n pay", "kubectl get secrets -n pay", "kubectl get pods -n web"];
  const noSecrets =
    '{ id: none, effect: deny, groups: ["*"], clusters: ["*"], run: { verbs: ["*"], resources: [secrets], namespaces: ["*"] } }';
  const fake = start({ policy: policyOf(rule("thread"), noSecrets) });
  const asked: string[] = [];
  const services = watched(fake, asked);
  const actions = reads.map((line) => run(line));
  const rights = await authorizeEach(services, askerIn(threadOf), actions, "execute");
  expect(rights.map(({ ok }) => ok)).toEqual([true, false, true]);
  expect(asked).toEqual(["signIn", "mode", "groups"]);
});

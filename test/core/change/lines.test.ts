// The three lines of a change: what is sent, and that nothing is claimed which the output does not prove.
import fc from "fast-check";
import {
  type ApplyLineResult,
  applyLine,
  checkLine,
  readApply,
  readCheck,
} from "../../../src/core/change/apply-line.ts";
import { dryRunArgv, lookLine, readLook } from "../../../src/core/change/look-line.ts";
import { namedObjects, readVersion, versionArgv } from "../../../src/core/change/named-objects.ts";
import { type ChangeRequest, mostObjects } from "../../../src/core/command/change/change-request.ts";
import { changeVerbs } from "../../../src/core/command/change/change-verbs.ts";
import { parseChange } from "../../../src/core/command/change/parse-change.ts";
import { configMapYaml, deploymentYaml, keptFile } from "../../fixtures/sent-files.ts";

const nonce = "k3f9".repeat(8);

/** What the examples name. */
const { file } = keptFile(
  "web.yaml",
  `${deploymentYaml().replace("  namespace: shop\n", "")}---\n${configMapYaml("page", "x")}`,
);

const { file: scaler } = keptFile(
  "scaler.yaml",
  "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: web }\n",
);

function requestOf(text: string): ChangeRequest {
  const parsed = parseChange(text, text.includes(scaler.name) ? scaler : file);
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.reason)}`);
  return parsed.request;
}

const chunk = (id: string, output: string, code: number | string = 0) =>
  `@@${nonce} begin ${id}\n${output}\n@@${nonce} end ${id} ${code}\n`;
const sent = (output: string) => `@@${nonce} sent apply\n${output}`;

const scale = requestOf("kubectl scale deploy/api sts/db -n pay --replicas=3");
const uid = "11111111-2222-4333-8444-555555555555";
const was = [`${uid}/g4`, `${uid}/g9`];
const versions = (...now: readonly string[]) => now.map((each, at) => chunk(`version-${at}`, each)).join("");

describe("objects that a change names", () => {
  test.each<[string, string[]]>([
    ["kubectl scale deploy api web -n pay --replicas=1", ["deployments api pay", "deployments web pay"]],
    ["kubectl scale deploy/api sts/db --replicas=1", ["deployments api default", "statefulsets db default"]],
    ["kubectl delete pod a a", ["pods a default"]],
    ["kubectl drain n1 n2 --ignore-daemonsets", ["nodes n1 -", "nodes n2 -"]],
    ["kubectl set image deploy/api a=b.io/c/d:1", ["deployments api default"]],
    ["kubectl label node n1 a/b=c", ["nodes n1 -"]],
    ["kubectl label certificates.cert-manager.io/c a=b", ["certificates.cert-manager.io c default"]],
    [
      "kubectl autoscale deploy/api --max=5 -n pay --name=other",
      ["deployments api pay", "horizontalpodautoscalers other pay"],
    ],
    ["kubectl apply -f web.yaml -n pay", ["deployments web pay", "configmaps page pay"]],
  ])("%s", (text, named) => {
    const told = namedObjects(requestOf(text)).map(
      ({ type, name, namespace }) => `${type} ${name} ${namespace ?? "-"}`,
    );
    expect(told).toEqual(named);
  });

  test(`more than ${mostObjects} are not looked at`, () => {
    const names = Array.from({ length: mostObjects + 1 }, (_, at) => `p${at}`).join(" ");
    const many = { ...requestOf("kubectl delete pod a"), names: names.split(" ") };
    expect(() => lookLine(many, nonce)).toThrow("Too many");
  });
});

describe("what is compared", () => {
  const compared = (text: string) =>
    versionArgv(requestOf(text), namedObjects(requestOf(text))[0] as never).join(" ");

  test.each<[string, string[], string[]]>([
    ["kubectl scale deploy/api --replicas=1", ["generation"], ["labels"]],
    ["kubectl label deploy/api a=b", ["generation", "labels"], []],
    ["kubectl annotate deploy/api a=b", ["resourceVersion"], ["generation", "annotations"]],
    ["kubectl cordon n1", ["unschedulable", "taints"], ["resourceVersion", "labels"]],
    ["kubectl label node n1 a=b", ["unschedulable", "taints", "labels"], ["resourceVersion"]],
    ["kubectl delete pod a", [], ["resourceVersion", "generation"]],
    ["kubectl annotate pod a a=b", ["resourceVersion"], ["generation"]],
    ["kubectl delete hpa a", [".spec"], ["resourceVersion"]],
    [`kubectl patch deploy a -p '{"metadata":{"finalizers":null}}'`, ["resourceVersion"], ["generation"]],
    [
      `kubectl patch deploy a --type=json -p '[{"op":"remove","path":"/metadata/labels"}]'`,
      ["resourceVersion"],
      ["generation"],
    ],
    [`kubectl patch deploy a -p '{"spec":{"paused":true}}'`, ["generation"], []],
    [
      `kubectl patch deploy a --type=json -p '[{"op":"move","from":"/metadata/labels/a","path":"/spec/b"}]'`,
      ["resourceVersion"],
      ["generation"],
    ],
    // In place of the whole object.
    [
      `kubectl patch deploy a --type=json -p '[{"op":"replace","path":"","value":{}}]'`,
      ["resourceVersion"],
      ["generation"],
    ],
    ["kubectl annotate node n1 a=b --overwrite", ["unschedulable", "labels", "annotations"], []],
    // An annotation says what was applied before, and is taken away where the file does not hold it.
    ["kubectl apply -f web.yaml", ["generation", "labels", "managedFields"], ["annotations"]],
    ["kubectl apply -f scaler.yaml", [".spec", "labels", "managedFields"], ["generation", "annotations"]],
    // It puts the annotations of the revision in place of those of the Deployment.
    ["kubectl rollout undo deploy/api", ["generation", "managedFields"], ["annotations"]],
    ["kubectl rollout undo ds/api", ["generation"], ["managedFields"]],
  ])("%s", (text, parts, others) => {
    const template = compared(text);
    for (const part of [".metadata.uid", ...parts]) expect(template).toContain(part);
    for (const part of others) expect(template).not.toContain(part);
  });

  test.each<[string, string | null | undefined]>([
    ["", null],
    [`${uid}/g4`, `${uid}/g4`],
    [`${uid}/g4\n`, `${uid}/g4`],
    ["<no value>/r<no value>", undefined],
    [`${uid}/g4\nError from server`, undefined],
    ["Error from server (Forbidden)", undefined],
    [`${uid}/${"x".repeat(10_000)}`, undefined],
  ])("%j as a version", (printed, version) => {
    expect(readVersion(printed)).toBe(version);
  });
});

test("the change is sent as it was agreed on, and a dry run is never without its flag", () => {
  for (const { example } of changeVerbs) {
    const request = requestOf(example);
    const line = applyLine(
      request,
      namedObjects(request).map(() => `${uid}/g1`),
      nonce,
    );
    expect(line).not.toContain("--dry-run");
    const asked = dryRunArgv(request);
    expect(asked?.slice(0, request.argv.length) ?? request.argv).toEqual(request.argv);
    expect(asked?.includes("--dry-run=server") ?? true).toBe(true);
  }
});

test("a line compares, marks and sends, in this order", () => {
  const request = requestOf("kubectl delete pod a -n pay --ignore-not-found");
  const read =
    "kubectl get pods/a --namespace=pay --ignore-not-found '--output=go-template={{.metadata.uid}}' --request-timeout=20s 2>/dev/null";
  const rest =
    ` && printf '%s\\n' '@@${nonce} sent apply' && kubectl delete pods a --namespace=pay --ignore-not-found --timeout=1m 2>&1; ` +
    `printf '\\n%s %s\\n' '@@${nonce} end apply' "$?"; printf '%s\\n' '@@${nonce} begin version-0'; ${read}; ` +
    `printf '\\n%s %s\\n' '@@${nonce} end version-0' "$?"`;
  const begin = `printf '%s\\n' '@@${nonce} begin apply'; `;
  expect(applyLine(request, ["u'1"], nonce)).toBe(`${begin}test "$(${read})" = 'u'\\''1'${rest}`);
  expect(applyLine(request, [null], nonce)).toBe(`${begin}test "$(${read} && printf .)" = .${rest}`);
});

test.each([
  ["too few", [uid]],
  ["too long", ["x".repeat(30_000), "x".repeat(30_000)]],
])("versions that are %s", (_, all) => {
  expect(() => applyLine(scale, all, nonce)).toThrow("versions");
});

describe("what became of it", () => {
  test.each<[string, string, ApplyLineResult | { is: string }]>([
    [
      "sent",
      chunk("apply", sent("scaled\n")) + versions(`${uid}/g5`, `${uid}/g10`),
      { is: "sent", exitCode: 0, output: "scaled\n", after: [`${uid}/g5`, `${uid}/g10`] },
    ],
    [
      "sent, with an error",
      chunk("apply", sent("Error"), 1) + versions(`${uid}/g5`, ""),
      { is: "sent", exitCode: 1, output: "Error", after: [`${uid}/g5`, null] },
    ],
    [
      "sent, and cut behind",
      chunk("apply", sent("x")),
      { is: "sent", exitCode: 0, output: "x", after: null },
    ],
    ["cut within", `@@${nonce} begin apply\n${sent("x")}`, { is: "unreadable" }],
    [
      "changed since",
      chunk("apply", "", 1) + versions(was[0] ?? "", `${uid}/g10`),
      { is: "changedSince", objects: [expect.objectContaining({ name: "db" })] as never },
    ],
    ["not sent, and none has changed", chunk("apply", "", 1) + versions(...was), { is: "notSent" }],
    ["not sent, and nothing can be read", chunk("apply", "", 1), { is: "notSent" }],
    ["something else is said", chunk("apply", "sh: test: odd", 2), { is: "unreadable" }],
    ["an error of the shell", chunk("apply", "", 2) + versions("", ""), { is: "unreadable" }],
    [
      "the mark of another line",
      chunk("apply", `@@${"0".repeat(32)} sent apply\nscaled`),
      { is: "unreadable" },
    ],
    ["the mark not at the beginning", chunk("apply", `x\n${sent("scaled")}`), { is: "unreadable" }],
    ["twice", chunk("apply", sent("x")) + chunk("apply", "", 1), { is: "unreadable" }],
    ["nothing", "", { is: "unreadable" }],
  ])("%s", (_, output, applied) => {
    expect(readApply(scale, was, nonce, output)).toEqual(applied);
  });

  test.each<[string, string, object]>([
    ["all as they were", versions(...was), { is: "unchanged" }],
    ["one is gone", versions(was[0] ?? "", ""), { is: "changed", objects: [{ name: "db" }] }],
    ["one is another, the other unread", chunk("version-1", `${uid}/g10`), { is: "changed" }],
    ["one is unread", chunk("version-0", was[0] ?? ""), { is: "unreadable" }],
    [
      "a read that failed",
      chunk("version-0", "", 1) + chunk("version-1", was[1] ?? ""),
      { is: "unreadable" },
    ],
  ])("looked up afterwards: %s", (_, output, checked) => {
    expect(readCheck(scale, was, nonce, output)).toMatchObject(checked);
  });

  test("a check sends nothing that changes", () => {
    expect(checkLine(scale, nonce)).not.toContain("kubectl scale");
  });
});

describe("a look", () => {
  const json = (name: string, replicas: number) =>
    JSON.stringify({ kind: "Deployment", metadata: { name }, spec: { replicas } }, null, 4);
  const read = (at: number, name: string) =>
    chunk(`version-${at}`, was[at] ?? "") + chunk(`object-${at}`, json(name, 2));
  const whole = read(0, "api") + read(1, "db") + chunk("change", "deployment.apps/api\n");

  test("is read where all of it is there", () => {
    expect(readLook(scale, nonce, whole)).toMatchObject({
      ok: true,
      preview: "server",
      objects: [
        { type: "deployments", name: "api", version: was[0], fields: [{ before: "2", after: "3" }] },
        { type: "statefulsets", name: "db", version: was[1] },
      ],
    });
  });

  test("cut anywhere, is not", () => {
    for (let length = 0; length < whole.length - 1; length += 1)
      expect(readLook(scale, nonce, whole.slice(0, length))).toMatchObject({ ok: false });
  });

  test.each<[string, string, object]>([
    ["cut behind the first", read(0, "api"), { is: "cut" }],
    ["longer than any may be", whole + "x".repeat(600_000), { is: "cut" }],
    ["without any mark", "kubectl: not found", { is: "unreadable" }],
    ["with an object that is none", whole.replace('"kind"', "kind"), { is: "unreadable" }],
    ["with a version that is none", whole.replace(was[0] ?? "", "odd version"), { is: "unreadable" }],
    ["with an object that came in between", whole.replace(was[0] ?? "", ""), { is: "unreadable" }],
    [
      "refused",
      whole.replace(
        chunk("change", "deployment.apps/api\n"),
        chunk("change", 'Error: admission webhook "x" denied: no\n', 1),
      ),
      { is: "refused", said: 'Error: admission webhook "x" denied: no' },
    ],
    [
      "where an API is away besides",
      whole.replace(
        chunk("change", "deployment.apps/api\n"),
        chunk("change", 'E1128 03:06:30.123456 1 memcache.go:287] "x"\nWarning: old\nno\n', 1),
      ),
      { is: "refused", said: "no" },
    ],
    [
      "of what is not there",
      chunk("version-0", "") + chunk("object-0", "") + read(1, "db") + chunk("change", "not found", 1),
      { is: "notFound", names: ["api"] },
    ],
  ])("%s", (_, output, why) => {
    expect(readLook(scale, nonce, output)).toEqual({ ok: false, why });
  });

  test("a revision that could not be read is not taken for one that changes nothing", () => {
    const undo = requestOf("kubectl rollout undo deploy/api -n pay --to-revision=4");
    const output = (revisions: string) =>
      read(0, "api") + revisions + chunk("change", "deployment.apps/api\n");
    const unread = output(chunk("revisions-0", "Error from server: timeout", 1));
    expect(readLook(undo, nonce, unread)).toEqual({ ok: false, why: { is: "unreadable" } });
    expect(readLook(undo, nonce, output(chunk("revisions-0", json("api-4", 2))))).toMatchObject({ ok: true });
  });

  test.each([
    ["kubectl annotate deploy/web kubectl.kubernetes.io/last-applied-configuration={} --overwrite", 1],
    // It puts there what the file says was applied.
    ["kubectl replace -f web.yaml", 1],
    // kubectl writes it by itself, with what the file holds.
    ["kubectl apply -f web.yaml", 0],
  ])("what was applied last is told of where a change is made of it: %s", (text, told) => {
    const object = (applied: string) =>
      JSON.stringify(
        {
          ...{ apiVersion: "apps/v1", kind: "Deployment" },
          metadata: {
            name: "web",
            annotations: { "kubectl.kubernetes.io/last-applied-configuration": applied },
          },
        },
        null,
        4,
      );
    const page = JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "page" } }, null, 4);
    const output = [
      chunk("version-0", was[0] ?? "") + chunk("object-0", object("old")),
      chunk("version-1", was[1] ?? "") + chunk("object-1", page),
      chunk("change", `${object("{}")}\n${page}`),
    ].join("");
    const look = readLook(requestOf(text), nonce, output);
    expect(look.ok ? look.objects[0]?.fields.map(({ after }) => after) : look).toEqual(
      told === 0 ? [] : ["{}"],
    );
  });

  test.each([
    [
      "a type of the cluster's own",
      "kubectl patch widgets.example.com/web -p '{}' --type=merge",
      ["status.open"],
    ],
    ["a type of Kubernetes'", "kubectl patch deploy/web -p '{}'", []],
  ])(
    "what stands in the status counts where anybody who writes the object may write it: %s",
    (_, text, paths) => {
      const object = (open: boolean) =>
        JSON.stringify(
          { apiVersion: "a/v1", kind: "X", metadata: { name: "web" }, status: { open } },
          null,
          4,
        );
      const output =
        chunk("version-0", was[0] ?? "") + chunk("object-0", object(false)) + chunk("change", object(true));
      const look = readLook(requestOf(text), nonce, output);
      expect(look.ok ? look.objects[0]?.fields.map(({ path }) => path) : look).toEqual(paths);
    },
  );

  test("what kubectl says on the way is no part of an object", () => {
    const aside = 'E1128 03:06:30.123456 1 memcache.go:287] "Unhandled"\nWarning: deprecated\n{';
    expect(readLook(scale, nonce, whole.replace("\n{", `\n${aside}`))).toMatchObject({ ok: true });
  });
});

describe("whatever is printed", () => {
  const requests = changeVerbs.map(({ example }) => requestOf(example));
  const piece = fc.oneof(
    fc.constantFrom(
      ...["begin", "end"].flatMap((edge) =>
        ["apply", "version-0", "object-0", "change", "revisions-0"].map((id) => `@@${nonce} ${edge} ${id}`),
      ),
      ...[
        ` 0`,
        ` 1`,
        "\n",
        `@@${nonce} sent apply`,
        `${uid}/g1`,
        "{",
        "}",
        '"metadata": {}',
        "[{",
        "[".repeat(200),
      ],
      ...[
        '{\n"metadata": {"name": "api"}, "spec": 3\n}',
        "web\t{}\t\t",
        "E1128 03:06:30.1 x",
        "evicting pod a",
      ],
    ),
    fc.string({ unit: "binary", maxLength: 20 }),
  );
  const output = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

  test("nothing throws, and nothing is claimed without its marks", () => {
    fc.assert(
      fc.property(fc.constantFrom(...requests), output, (request, text) => {
        const known = namedObjects(request).map(() => `${uid}/g1`);
        const look = readLook(request, nonce, text);
        const applied = readApply(request, known, nonce, text);
        readCheck(request, known, nonce, text);
        if (look.ok) expect(text).toContain(`@@${nonce} end version-0 0`);
        if (applied.is === "sent") expect(text).toContain(`@@${nonce} begin apply\n@@${nonce} sent apply\n`);
        if (applied.is === "changedSince" || applied.is === "notSent")
          expect(text).toContain(`@@${nonce} begin apply\n\n@@${nonce} end apply 1`);
      }),
      { numRuns: 500 },
    );
  });

  test("nor with the marks of another line", () => {
    fc.assert(
      fc.property(output, (text) => {
        const other = text.replaceAll(nonce, "0".repeat(32));
        expect(readApply(scale, was, nonce, other)).toEqual({ is: "unreadable" });
        expect(readLook(scale, nonce, other)).toEqual({ ok: false, why: { is: "unreadable" } });
      }),
    );
  });
});

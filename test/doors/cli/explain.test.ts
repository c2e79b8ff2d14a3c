// `explain`: one JSON object for each command, and 5 as soon as one is refused.
import { exitCodes } from "../../../src/doors/cli/stop.ts";
import { explanationLine } from "./documents.ts";
import { runHere } from "./terminal.ts";

const linesOf = (out: string) => out.split("\n").map((line) => explanationLine.parse(JSON.parse(line)));

describe("a command after --", () => {
  test.each([
    [
      ["kubectl", "get", "po", "-n", "web"],
      {
        line: "kubectl get po -n web",
        verb: "get",
        resources: ["pods"],
        namespace: "web",
        allNamespaces: false,
      },
    ],
    [["kubectl", "get", "pods", "-A"], { namespace: null, allNamespaces: true, access: "read" }],
    [["kubectl", "get", "nodes"], { resources: ["nodes"], namespace: null, allNamespaces: false }],
    [
      ["kubectl", "logs", "api-0"],
      { resources: ["pods"], subresource: "log", risks: ["Logs may hold personal data."] },
    ],
    [["kubectl", "get", "pods", "-o", "jsonpath={.items[*].status.phase}"], { verb: "get" }],
    [["kubectl get pods | grep api"], { line: "kubectl get pods | grep api", verb: "get" }],
    [
      ["kubectl", "scale", "deploy/api", "--replicas=0", "-n", "web"],
      {
        verb: "scale",
        resources: ["deployments"],
        namespace: "web",
        access: "write",
        risks: ["Nothing of it runs any more."],
        writes: [
          {
            ...{ verb: "patch", resource: "deployments/scale" },
            ...{ namespace: "web", allNamespaces: false, names: ["api"] },
          },
        ],
      },
    ],
    [
      ["kubectl", "drain", "node-1", "--ignore-daemonsets"],
      {
        namespace: null,
        writes: [
          { verb: "patch", resource: "nodes", namespace: null, allNamespaces: false, names: ["node-1"] },
          { verb: "create", resource: "pods/eviction", namespace: null, allNamespaces: true, names: [] },
        ],
      },
    ],
  ])("%p is accepted", async (command, explained) => {
    const { code, out } = await runHere(["explain", "--", ...command]);
    expect(linesOf(out)).toMatchObject([{ ok: true, ...explained }]);
    expect(code).toBe(exitCodes.good);
  });

  test.each([
    [["kubectl", "delete", "pods", "--all"], "resource-missing"],
    [["kubectl", "edit", "deploy", "api"], "write-not-supported"],
    [["kubectl", "apply", "-f", "api.yaml"], "file-missing"],
    [["kubectl", "get", "secret", "db", "-o", "yaml"], "secret-values"],
    [["kubectl", "get", "pods", ";", "reboot"], "name-invalid"],
    [["kubectl", "get", "pods\nreboot"], "several-lines"],
    [["kubectl get pods; reboot"], "shell"],
    [["az", "aks", "list"], "not-kubectl"],
    [[""], "empty"],
  ])("%p is refused with a code and a reason", async (command, code) => {
    const ran = await runHere(["explain", "--", ...command]);
    expect(linesOf(ran.out)).toEqual([
      expect.objectContaining({
        ok: false,
        code: expect.stringContaining(code),
        reason: expect.stringMatching(/\.$/),
      }),
    ]);
    expect(ran.code).toBe(exitCodes.denied);
  });
});

test("--stdin explains every line, in order", async () => {
  const stdin = ["kubectl get pods", "", "kubectl exec api-0 -- sh"];
  const { code, out } = await runHere(["explain", "--stdin"], { stdin });
  expect(linesOf(out).map(({ line, ok }) => [line, ok])).toEqual([
    ["kubectl get pods", true],
    ["", false],
    ["kubectl exec api-0 -- sh", false],
  ]);
  expect(code).toBe(exitCodes.denied);
});

test.each([[[]], [["--"]], [["kubectl", "get", "pods"]], [["--stdin", "--", "kubectl", "get", "pods"]]])(
  "%p is wrong use",
  async (args) => {
    expect(await runHere(["explain", ...args])).toMatchObject({ code: exitCodes.wrongUse, out: "" });
  },
);

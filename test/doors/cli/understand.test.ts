// `understand`: one JSON object for each line, read as chat reads it.
import { exitCodes } from "../../../src/doors/cli/stop.ts";
import { understandingLine } from "./documents.ts";
import { runHere } from "./terminal.ts";

const linesOf = (out: string) => out.split("\n").map((line) => understandingLine.parse(JSON.parse(line)));
const seen = ["--clusters", "prod-1,rg-edge/edge-1", "--spoken-of", "prod-1"];

test.each([
  ["diagnose edge-1 from home", { reading: "diagnose", cluster: "edge-1", by: "line" }],
  ["can't reach it", { reading: "diagnose", cluster: "prod-1", by: "spokenOf" }],
  [
    "pods in payments",
    { reading: "run", cluster: "prod-1", argv: ["kubectl", "get", "pods", "--namespace=payments"] },
  ],
  [
    "kubectl get pods | grep api",
    { argv: ["kubectl", "get", "pods", "--namespace=default"], command: expect.stringMatching(/grep api$/) },
  ],
  [
    "kubectl get nodes edge-1",
    {
      reading: "which",
      asks: "run",
      buttons: [
        { cluster: "edge-1", command: "kubectl get nodes" },
        { cluster: "prod-1", command: "kubectl get nodes edge-1" },
      ],
    },
  ],
  ["run kubectl scale deploy/api --replicas=3 -n web on prod-1", { reading: "change", cluster: "prod-1" }],
  [
    "run kubectl scale deploy/api --replicas=3 -n web",
    {
      reading: "changeInWords",
      argv: null,
      suggestions: ["kubectl scale deploy/api --replicas=3 -n web on prod-1"],
    },
  ],
  ["restart the api deployment", { reading: "changeInWords", lacks: "namespace", suggestions: [] }],
  ["write me a poem", { reading: "beyond" }],
  ["diagnose prod-9", { reading: "unseen", written: "prod-9", cluster: null }],
  ["sing in", { reading: "signIn" }],
  ["how does the break glass work", { reading: "told", topic: "emergency" }],
  ["Error line one\\nUnable to connect to the server: EOF", { reading: "diagnose" }],
])("%p", async (line, meant) => {
  const { out } = await runHere(["understand", ...seen, "--", line]);
  expect(linesOf(out)).toMatchObject([{ line, ...meant }]);
});

test("--stdin reads every line, in order; 5 where one is not understood", async () => {
  const { code, out } = await runHere(["understand", "--stdin", ...seen], { stdin: ["help", "lorem ipsum"] });
  expect(linesOf(out).map(({ reading }) => reading)).toEqual(["help", "notUnderstood"]);
  expect(code).toBe(exitCodes.denied);
});

test("the sentence is in the language that is asked for", async () => {
  const { out } = await runHere(["understand", "--locale", "de", "lorem ipsum"]);
  expect(linesOf(out)).toMatchObject([{ reason: expect.stringContaining("nicht verstanden") }]);
});

test.each([[[]], [["--stdin", "pods"]], [["--clusters", "a b", "pods"]]])("%p is wrong use", async (args) => {
  expect(await runHere(["understand", ...args])).toMatchObject({ code: exitCodes.wrongUse, out: "" });
});

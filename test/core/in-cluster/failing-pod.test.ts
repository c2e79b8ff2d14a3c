// The pod that is named above everything else: which of several, and what is said of it.
import { type CrashLead, crashLead, failingPod } from "../../../src/core/in-cluster/failing-pod.ts";
import type {
  InClusterModel,
  LastWords,
  Pod,
  WaitingContainer,
} from "../../../src/core/in-cluster/reads/model.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { healthyInCluster, inClusterUnread, inClusterWith, pod } from "../../fixtures/in-cluster.ts";

const waits = (why: string, more: Partial<WaitingContainer> = {}): WaitingContainer => ({
  name: "cart",
  why,
  restarts: 0,
  end: null,
  ...more,
});
const crashed = waits("CrashLoopBackOff", { restarts: 7, end: { code: 1, why: "Error" } });

const podWith = (containers: readonly WaitingContainer[], more: Partial<Pod> = {}): Pod => ({
  ...pod,
  containers,
  ...more,
});

const seen = (pods: readonly Pod[], words: readonly LastWords[] = []): InClusterModel =>
  inClusterWith("lastWords", words)(inClusterWith("pods", pods)(healthyInCluster));

const wordsOf = (said: string): LastWords => ({
  namespace: "shop",
  name: "cart-1",
  containers: [
    { name: "other", said: "not this one" },
    { name: "cart", said },
  ],
});

const lineOf = (model: InClusterModel): string | null => {
  const failing = failingPod(model);
  return failing && `${failing.namespace}/${failing.pod} – ${messages().sayFailingPod(failing)}`;
};

const password = "postgres://app:Xk9vLq2mTz7w@db:5432/orders";

test.each<readonly [what: string, model: InClusterModel, line: string | null]>([
  ["every container runs", seen([]), null],
  ["pods were not read", inClusterUnread("pods")(healthyInCluster), null],
  ["one that starts comes by itself", seen([podWith([waits("ContainerCreating")])]), null],
  [
    "one that crashes, with the end of what it said",
    seen([podWith([crashed])], [wordsOf("listening\npanic: no disk\n\n")]),
    "shop/cart-1 – container cart: CrashLoopBackOff, exit code 1, 7 restarts. Last message: “panic: no disk”.",
  ],
  [
    "one that was killed for its memory",
    seen([podWith([{ ...crashed, restarts: 1, end: { code: 137, why: "OOMKilled" } }])]),
    "shop/cart-1 – container cart: CrashLoopBackOff (OOMKilled), exit code 137, 1 restart.",
  ],
  [
    "of a crash Kubernetes says nothing of use",
    seen([podWith([crashed], { said: ["back-off 5m0s restarting failed container=cart"] })]),
    "shop/cart-1 – container cart: CrashLoopBackOff, exit code 1, 7 restarts.",
  ],
  [
    "an image that cannot be pulled, with what the registry answered",
    seen([podWith([waits("ImagePullBackOff")], { said: ["Back-off pulling:\n401 Unauthorized"] })]),
    "shop/cart-1 – container cart: ImagePullBackOff. Last message: “Back-off pulling: 401 Unauthorized”.",
  ],
  [
    "a password in it is masked",
    seen([podWith([crashed])], [wordsOf(`cannot open ${password}`)]),
    expect.not.stringContaining("Xk9vLq2mTz7w") as string,
  ],
  [
    "a crash before an image, however often that was tried, and the others counted",
    seen([
      podWith([waits("ErrImagePull", { restarts: 90 })], { name: "web-1" }),
      podWith([crashed]),
      podWith([crashed], { name: "cart-2" }),
    ]),
    "shop/cart-1 – container cart: CrashLoopBackOff, exit code 1, 7 restarts. 2 more pods fail.",
  ],
  [
    "what was started again most often, of those that crash alike",
    seen([podWith([crashed]), podWith([{ ...crashed, restarts: 8 }], { name: "cart-2" })]),
    "shop/cart-2 – container cart: CrashLoopBackOff, exit code 1, 8 restarts. One more pod fails.",
  ],
  [
    "a component of AKS before everything of people's own",
    seen([
      podWith([crashed]),
      podWith([waits("ErrImagePull")], { namespace: "kube-system", name: "coredns-1" }),
    ]),
    "kube-system/coredns-1 – container cart: ErrImagePull. One more pod fails.",
  ],
  [
    "the worst container of one pod",
    seen([podWith([waits("ContainerCreating"), waits("RunContainerError"), { ...crashed, name: "web" }])]),
    "shop/cart-1 – container web: CrashLoopBackOff, exit code 1, 7 restarts.",
  ],
])("%s", (_what, model, line) => {
  expect(lineOf(model)).toEqual(line);
});

test("a long answer of a registry keeps its end, and a long line of a log its beginning", () => {
  const long = (before: string, behind: string) => `${before}${"x".repeat(300)}${behind}`;
  const image = failingPod(
    seen([podWith([waits("ErrImagePull")], { said: [long("a", ": 401 Unauthorized")] })]),
  );
  expect(image?.said).toMatch(/^….*: 401 Unauthorized$/);
  const crash = failingPod(seen([podWith([crashed])], [wordsOf(long("panic: ", "z"))]));
  expect(crash?.said).toMatch(/^panic: x+$/);
  expect([image?.said.length, crash?.said.length]).toEqual([200, 200]);
});

test.each<readonly [what: string, pod: Pod, has: boolean]>([
  ["it ended before", podWith([crashed]), true],
  ["it never ran", podWith([waits("ErrImagePull")]), false],
  [
    "its name is masked",
    podWith([crashed], { name: "sk-proj-abcdefghijklmnopqrstuvwx0123456789abcdef" }),
    false,
  ],
])("whether there is an earlier log to ask for: %s", (_what, one, has) => {
  expect(failingPod(seen([one]))?.hasPreviousLog).toBe(has);
});

test.each<readonly [what: string, end: { code: number; why: string } | null, said: string, lead: CrashLead]>([
  ["killed for its memory, whatever it said", { code: 137, why: "OOMKilled" }, "sorting", "memory"],
  ["a child of it was killed for its memory", { code: 1, why: "OOMKilled" }, "worker died", "memory"],
  ["killed by a signal", { code: 137, why: "Error" }, "listening", "killed"],
  ["asked to end by a probe that failed", { code: 143, why: "Error" }, "", "killed"],
  ["a command that is not there", { code: 127, why: "Error" }, "sh: app: not found", "start"],
  ["a command that Kubernetes could not run", { code: 128, why: "StartError" }, "", "start"],
  ["an error of the application", { code: 1, why: "Error" }, "password authentication failed", "said"],
  ["an end without an error, with a word", { code: 0, why: "Completed" }, "usage: app", "said"],
  ["an end without an error or a word", { code: 0, why: "Completed" }, "", "ended"],
  ["an error without a word", { code: 2, why: "Error" }, "", "silent"],
  ["nothing that is known", null, "", "silent"],
])("what to begin with: %s", (_what, end, said, lead) => {
  expect(crashLead({ end, said })).toBe(lead);
});

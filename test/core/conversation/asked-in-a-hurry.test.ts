// What people ask in a hurry, in three languages: letters in the wrong order, changes that are only tried, volumes that are not
// bound, events of a time, rollouts that stop half way, values of Secrets, who is woken and why.
import { understanding, viewOf } from "../../../src/doors/cli/understand.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";

const view = viewOf(["prod-1", "edge-1", "stage-1", "prod-eu-2"], "prod-1");
const read = (line: string) => understanding(line, view, messages("en"));

test.each([
  ["dry run: scale checkout in shop to 5", "scale deployment/checkout -n shop --replicas=5"],
  ["only simulate restart of checkout in shop", "rollout restart deployment/checkout -n shop"],
  ["test only dont change: scale checkout to 3 in shop", "scale deployment/checkout -n shop --replicas=3"],
  ["scale checkout in shop to 5 but only as a dry run", "scale deployment/checkout -n shop --replicas=5"],
  ["pretend you restart checkout in shop", "rollout restart deployment/checkout -n shop"],
  ["scale checkout in shop to 5 without doing it", "scale deployment/checkout -n shop --replicas=5"],
  ["restart checkout in shop, dont actually do it", "rollout restart deployment/checkout -n shop"],
  ["nur mal so testen ohne zu ändern: checkout in shop auf 5 skalieren", "--replicas=5"],
  ["Trockenlauf: skaliere checkout in shop auf 5", "scale deployment/checkout -n shop --replicas=5"],
  ["skaliere checkout in shop auf 5 aber nur als dry run", "--replicas=5"],
  ["nur simulieren: restart checkout in shop", "rollout restart deployment/checkout -n shop"],
  ["tu so als würdest du checkout in shop neu starten", "rollout restart deployment/checkout -n shop"],
  ["试跑一下把 shop 的 checkout 扩到 5 不要真改", "scale deployment/checkout -n shop --replicas=5"],
  ["dry run 把 shop/checkout 扩到 5", "scale deployment/checkout -n shop --replicas=5"],
  ["演练一下重启 shop 的 checkout", "rollout restart deployment/checkout -n shop"],
])("%j is asked back, since its card shows what it would do", (line, command) => {
  const { reading, suggestions } = read(line);
  expect(reading).toBe("changeInWords");
  expect(suggestions[0]).toContain(command);
});

test.each(["just a dry run for now", "nur ein Test", "dry run: should I scale checkout to 5", "只做 dry run"])(
  "%j orders nothing",
  (line) => {
    expect(read(line).reading).not.toBe("changeInWords");
  },
);

test.each([
  ["lgos checkout in shop", "kubectl logs deployments/checkout --namespace=shop"],
  ["losg of checkout in shop last 10 mni", "kubectl logs deployments/checkout --namespace=shop --since=10m"],
  ["zeig lgos von payments-api in shop", "kubectl logs deployments/payments-api --namespace=shop"],
  ["losg checkout -n shop 10分钟", "kubectl logs deployments/checkout --namespace=shop --since=10m"],
  ["show evnets in shop", "kubectl get events --namespace=shop"],
  ["pdos in shop", "kubectl get pods --namespace=shop"],
])("%j looks with %j, for all its letters", (line, command) => {
  expect(read(line).command).toContain(command);
});

test("a slip in what is done at once is asked back", () => {
  expect(read("clsoe the incident")).toMatchObject({
    reading: "notUnderstood",
    suggestions: ["close the incident"],
  });
});
